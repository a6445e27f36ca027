import type { MeasureOptions } from '../../model/measure-options.ts';
import { csrOf, type Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { closureOf, type Closure } from '../flow/closure.ts';
import { cyclingOf } from '../flow/cycling.ts';
import { total, type FlowModel } from '../flow/flow-model.ts';
import type { Computation } from '../measure.ts';
import type { Funded, FundingShock } from './shock.ts';

/** What passes through everyone before and after a cut. Arrays have one value an actor of `actors`. */
export interface FundingLoss {
  /** Index of the tie type that flows; null where all are added up. */
  readonly currency: number | null;
  /** Network indexes of those whom anything passes through. */
  readonly actors: Uint32Array;
  /** T_i before. > 0. */
  readonly before: Float64Array;
  /** What is withheld from each at once, and what it lacks in the end: that, and what others then lack to pass on. */
  readonly atOnce: Float64Array;
  readonly lost: Float64Array;
  /** Sum of T_i before and after; what is withheld in all. */
  readonly throughflow: readonly [before: number, after: number];
  readonly withheld: number;
  /** Finn's cycling index before and after; null where undefined. */
  readonly cycling: readonly [before: number | null, after: number | null];
}

/** Rounds after which what goes round and never leaves is given up. */
const MOST_ROUNDS = 50_000;
/** Of all throughflow: less than this is rounding. */
const ROUNDING = 1e-14;
/** Entries passed on between two steps. */
const STEP_WORK = 200_000;

/**
 * A cut in funding, on the closed flows of one currency. Everyone passes on the same shares of what it gets as before,
 * G_ij = F_ij / T_i; what is withheld of what an actor passes on leaves the ecosystem instead. Then
 * T' = z' (I - G')^-1, and the loss T - T' = d (I - G')^-1, where d is what each loses at once: the share of z_i that no
 * longer comes, or of the F_ji that are no longer given. A fixed-share model after Leontief (1936) and Finn (1976);
 * nobody saves, borrows or finds other sources. Null without flows, and where what goes round never leaves. O(k m).
 */
export function* fundingLoss(
  network: Network,
  shock: FundingShock,
  options: MeasureOptions,
): Computation<FundingLoss | null> {
  const closure = yield* closureOf(network, { currency: shock.currency, lambda: options.lambda });
  if (!closure) return null;
  const { actors, currency, model } = closure;
  const hit = hitShares(network, closure, shock);
  const atOnce =
    shock.cut === 'inflow' ? model.inflow.map((z, k) => hit[k]! * z) : notGiven(model.flows, hit);
  const passed = shock.cut === 'inflow' ? shares(model, null) : shares(model, hit);
  const lost = yield* spread(passed, atOnce, total(model.throughflow));
  if (!lost) return null;
  const left = model.throughflow.map((before, k) => {
    const rest = before - lost[k]!;
    return rest > ROUNDING * before ? rest : 0;
  });
  const after = shrunk(model, passed, left);
  const was = yield* cyclingOf(model);
  const is = total(left) > 0 ? yield* cyclingOf(after) : null;
  return {
    currency,
    actors,
    before: model.throughflow.slice(),
    atOnce,
    lost,
    throughflow: [total(model.throughflow), total(left)],
    withheld: total(atOnce),
    cycling: [was?.index ?? null, is?.index ?? null],
  };
}

/** Of each actor of the model, the share that is cut. */
function hitShares(
  { sectors, sectorIds, actorIds }: Network,
  { actors }: Closure,
  shock: FundingShock,
): Float64Array {
  const isHit = hitBy(shock.from);
  const share = Math.min(1, Math.max(0, shock.share));
  return Float64Array.from(actors, (actor) =>
    isHit(actorIds[actor]!, sectorIds[sectors[actor]!]!) ? share : 0,
  );
}

function hitBy(from: Funded): (actor: string, sector: string) => boolean {
  if (from.of === 'everyone') return () => true;
  if (from.of === 'sector') return (_, sector) => sector === from.id;
  const ids = new Set(from.ids);
  return (actor) => ids.has(actor);
}

function notGiven(flows: Csr, hit: Float64Array): Float64Array {
  const withheld = new Float64Array(hit.length);
  for (let k = 0; k < hit.length; k++)
    for (let e = flows.offsets[k]!; e < flows.offsets[k + 1]!; e++)
      withheld[flows.columns[e]!]! += hit[k]! * flows.weights[e]!;
  return withheld;
}

/** G, less what is withheld: of what each gets, the share that each partner receives. The pattern of the flows. */
function shares({ flows, throughflow }: FlowModel, hit: Float64Array | null): Csr {
  const weights = new Float64Array(flows.weights.length);
  for (let k = 0; k < throughflow.length; k++)
    for (let e = flows.offsets[k]!; e < flows.offsets[k + 1]!; e++)
      weights[e] = ((1 - (hit?.[k] ?? 0)) * flows.weights[e]!) / throughflow[k]!;
  return { ...flows, weights };
}

/** What is lacking is passed on round by round, until nothing of it is left. */
function* spread(passed: Csr, atOnce: Float64Array, all: number): Computation<Float64Array | null> {
  const lost = atOnce.slice();
  let wave = atOnce;
  let work = 0;
  for (let round = 0; total(wave) > ROUNDING * all; round++) {
    if (round === MOST_ROUNDS) return null;
    const next = new Float64Array(wave.length);
    for (let k = 0; k < wave.length; k++)
      for (let e = passed.offsets[k]!; e < passed.offsets[k + 1]!; e++)
        next[passed.columns[e]!]! += wave[k]! * passed.weights[e]!;
    for (let k = 0; k < wave.length; k++) lost[k]! += next[k]!;
    wave = next;
    work += wave.length + passed.columns.length;
    if (work < STEP_WORK) continue;
    work = 0;
    yield round / MOST_ROUNDS;
  }
  return lost;
}

/** The flows that are then left; those of actors that nothing passes through any more are gone. */
function shrunk({ flows }: FlowModel, passed: Csr, left: Float64Array): FlowModel {
  const rows: number[] = [];
  const columns: number[] = [];
  const weights: number[] = [];
  const given = new Float64Array(left.length);
  const received = new Float64Array(left.length);
  for (let k = 0; k < left.length; k++)
    for (let e = flows.offsets[k]!; e < flows.offsets[k + 1]!; e++) {
      const flow = left[k]! * passed.weights[e]!;
      if (!(flow > 0)) continue;
      rows.push(k);
      columns.push(flows.columns[e]!);
      weights.push(flow);
      given[k]! += flow;
      received[flows.columns[e]!]! += flow;
    }
  const outflow = left.map((through, k) => Math.max(0, through - given[k]!));
  return {
    flows: csrOf(left.length, Uint32Array.from(rows), Uint32Array.from(columns), Float64Array.from(weights)),
    inflow: left.map((through, k) => Math.max(0, through - received[k]!)),
    sinks: [outflow],
    outflow,
    throughflow: left,
  };
}
