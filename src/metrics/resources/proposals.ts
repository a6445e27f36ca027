import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { deliveredOf, met, resourcesOf } from './delivery.ts';
import { rowShares } from './shares.ts';
import { twoStepReach, type Added } from './reach.ts';

/** A tie that is not there, from an actor that offers what the other needs. */
export interface Proposal {
  readonly from: number;
  readonly to: number;
  /** kappa_ij, the share of what one offers that fits what the other needs, in (0, 1]. */
  readonly fit: number;
  /** How much of all needs would be met more, as amount. */
  readonly gain: number;
  /** What it is mostly about, as index of a resource. */
  readonly resource: number;
  /** Whether none of it gets to the receiver now. */
  readonly absent: boolean;
}

/** How many of the likeliest ties are simulated. */
const MOST_SIMULATED = 200;
const STEP_WORK = 200_000;

interface Candidate extends Omit<Proposal, 'gain'> {
  /** What the receiver lacks and the giver offers: an amount. */
  readonly promise: number;
}

/**
 * Ties between actors of different sectors that are not tied, by how much more of all needs they would have met: the
 * best first. Those that would add nothing are left out. Of many candidates the most promising are simulated.
 */
export function* proposalsFor(network: Network, most: number): Computation<Proposal[]> {
  const delivered = yield* deliveredOf(network);
  const candidates = yield* candidatesFor(network, delivered);
  const gainOf = simulation(network, delivered);
  const proposals: Proposal[] = [];
  for (const [k, { promise: _, ...candidate }] of candidates.entries()) {
    const gain = gainOf(candidate.from, candidate.to);
    if (gain > 1e-9) proposals.push({ ...candidate, gain });
    yield 0.5 + (0.5 * (k + 1)) / candidates.length;
  }
  return proposals
    .sort((a, b) => byGain(a, b) || b.fit - a.fit || a.from - b.from || a.to - b.to)
    .slice(0, most);
}

/** Gains that differ by rounding alone are equal. */
function byGain(a: Proposal, b: Proposal): number {
  return Math.abs(a.gain - b.gain) <= 1e-9 * Math.max(a.gain, b.gain) ? 0 : b.gain - a.gain;
}

/** The most promising, the best first. */
function* candidatesFor(network: Network, delivered: Float64Array): Computation<Candidate[]> {
  const { n, sectors, either, profiles } = network;
  const { supply, demand, resourceIds } = profiles;
  const width = resourceIds.length;
  const lacking = demand.map((needed, cell) => Math.max(0, needed - delivered[cell]!));
  const offers = rowShares(supply, width);
  const needs = rowShares(demand, width);
  const partner = new Uint8Array(n);
  let best: Candidate[] = [];
  /** What promises less is none of the best. */
  let floor = 0;
  let work = 0;
  for (let from = 0; from < n; from++) {
    const offered = resourcesOf(supply, from, width);
    if (offered.length === 0) continue;
    const partners = either.columns.subarray(either.offsets[from], either.offsets[from + 1]);
    for (const other of partners) partner[other] = 1;
    for (let to = 0; to < n; to++) {
      if (partner[to] === 1 || sectors[to] === sectors[from]) continue;
      let promise = 0;
      for (const r of offered) promise += Math.min(supply[from * width + r]!, lacking[to * width + r]!);
      if (promise === 0 || promise < floor) continue;
      best.push({ from, to, promise, ...fitOf(from, to, offered) });
      if (best.length < 4 * MOST_SIMULATED) continue;
      best = best.sort(byPromise).slice(0, MOST_SIMULATED);
      floor = best[best.length - 1]!.promise;
    }
    for (const other of partners) partner[other] = 0;
    work += n * offered.length;
    if (work < STEP_WORK) continue;
    work = 0;
    yield (0.5 * from) / n;
  }
  return best.sort(byPromise).slice(0, MOST_SIMULATED);

  function fitOf(
    from: number,
    to: number,
    offered: readonly number[],
  ): Pick<Candidate, 'fit' | 'resource' | 'absent'> {
    let fit = 0;
    let largest = 0;
    let resource = -1;
    for (const r of offered) {
      const [own, other] = [from * width + r, to * width + r];
      fit += Math.min(offers[own]!, needs[other]!);
      const amount = Math.min(supply[own]!, lacking[other]!);
      if (amount <= largest) continue;
      largest = amount;
      resource = r;
    }
    return { fit, resource, absent: delivered[to * width + resource] === 0 };
  }
}

function byPromise(a: Candidate, b: Candidate): number {
  return b.promise - a.promise || b.fit - a.fit || a.from - b.from || a.to - b.to;
}

/** How much more of all needs is met once a tie is there. What was delivered is as it was after each asking. */
function simulation(network: Network, before: Float64Array): (from: number, to: number) => number {
  const { supply, demand, resourceIds } = network.profiles;
  const width = resourceIds.length;
  const reach = twoStepReach(network);
  const after = before.slice();
  const touched = new Set<number>();

  const move = (supplier: number, reached: readonly number[], sign: 1 | -1): void => {
    for (const r of resourcesOf(supply, supplier, width)) {
      let needed = 0;
      for (const actor of reached) needed += demand[actor * width + r]!;
      if (needed === 0) continue;
      const each = (sign * supply[supplier * width + r]!) / needed;
      for (const actor of reached) {
        const cell = actor * width + r;
        if (demand[cell] === 0) continue;
        after[cell]! += each * demand[cell]!;
        touched.add(cell);
      }
    }
  };

  return (from, to) => {
    const added: readonly Added[] = network.directed
      ? [[from, to]]
      : [
          [from, to],
          [to, from],
        ];
    // Only they reach someone new: both ends that give, and who gives to these.
    const suppliers = new Set(added.flatMap(([giver]) => [giver, ...givers(network, giver)]));
    for (const supplier of suppliers) {
      move(supplier, reach(supplier), -1);
      move(supplier, reach(supplier, added), 1);
    }
    let gain = 0;
    for (const cell of touched) {
      gain += met(demand[cell]!, after[cell]!) - met(demand[cell]!, before[cell]!);
      after[cell] = before[cell]!;
    }
    touched.clear();
    return gain;
  };
}

function givers({ incoming }: Network, actor: number): Uint32Array {
  return incoming.columns.subarray(incoming.offsets[actor], incoming.offsets[actor + 1]);
}
