import type { MeasureOptions } from '../../model/measure-options.ts';
import { csrOf, rowSums, transpose, type Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';
import { closed, isRaised } from './boundary.ts';
import type { FlowModel } from './flow-model.ts';

/** What the map's ties say of flows, closed at its boundary. */
export interface Closure {
  readonly model: FlowModel;
  /** The index in the network of each actor of the model: those that anything passes through. */
  readonly actors: Uint32Array;
  /** Network indexes of the others. */
  readonly dropped: readonly number[];
  /** Index of the tie type followed; null where all are added up. */
  readonly currency: number | null;
  /** Network indexes of those who state an inflow or an outflow, and of those for whom one had to be raised. */
  readonly stated: readonly number[];
  readonly raised: readonly number[];
}

/** Totals that differ by less are equal: the first type is taken. */
const EQUAL = 1e-9;

/** How much flows by ties of each type; self-loops carry nothing. */
function carried({ ties }: Network): Float64Array {
  const totals = new Float64Array(ties.typeIds.length);
  for (let k = 0; k < ties.ids.length; k++)
    if (ties.source[k] !== ties.target[k]) totals[ties.types[k]!]! += ties.weight[k]! * (1 + ties.mutual[k]!);
  return totals;
}

/** The index of the tie type meant; null for all types, undefined where there is none such. */
function currencyOf(network: Network, currency: string): number | null | undefined {
  if (currency === '*') return null;
  const { typeIds } = network.ties;
  const named = currency === '' ? -1 : typeIds.indexOf(currency);
  if (currency !== '') return named === -1 ? undefined : named;
  const totals = carried(network);
  const most = totals.reduce((largest, one) => Math.max(largest, one), 0);
  return most > 0 ? totals.findIndex((one) => one >= most * (1 - EQUAL)) : undefined;
}

/** F among all actors: a mutual tie flows both ways, parallel ties are added up, self-loops left out. */
function flowsOf({ n, ties }: Network, currency: number | null): Csr {
  const rows: number[] = [];
  const columns: number[] = [];
  const weights: number[] = [];
  const add = (from: number, to: number, weight: number): void => {
    rows.push(from);
    columns.push(to);
    weights.push(weight);
  };
  for (let k = 0; k < ties.ids.length; k++) {
    const [from, to, weight] = [ties.source[k]!, ties.target[k]!, ties.weight[k]!];
    if (from === to || (currency !== null && ties.types[k] !== currency)) continue;
    add(from, to, weight);
    if (ties.mutual[k] === 1) add(to, from, weight);
  }
  return csrOf(n, Uint32Array.from(rows), Uint32Array.from(columns), Float64Array.from(weights));
}

function among(flows: Csr, actors: Uint32Array, n: number): Csr {
  const place = new Uint32Array(n);
  for (let k = 0; k < actors.length; k++) place[actors[k]!] = k;
  const rows: number[] = [];
  const columns: number[] = [];
  for (let k = 0; k < actors.length; k++)
    for (let e = flows.offsets[actors[k]!]!; e < flows.offsets[actors[k]! + 1]!; e++) {
      rows.push(k);
      columns.push(place[flows.columns[e]!]!);
    }
  // only actors that nothing passes through are left out, so that every flow is kept and their order too
  return csrOf(actors.length, Uint32Array.from(rows), Uint32Array.from(columns), flows.weights);
}

function close(network: Network, currency: number | null, lambda: number): Closure | null {
  const { n, profiles } = network;
  const flows = flowsOf(network, currency);
  const given = rowSums(flows);
  const received = rowSums(transpose(flows));
  const actors: number[] = [];
  const dropped: number[] = [];
  const stated: number[] = [];
  const raised: number[] = [];
  const throughflow: number[] = [];
  const inflow: number[] = [];
  const outflow: number[] = [];
  for (let actor = 0; actor < n; actor++) {
    const z = profiles.inflow[actor] ?? NaN;
    const y = profiles.outflow[actor] ?? NaN;
    const boundary = closed(received[actor]!, given[actor]!, z, y, lambda);
    if (boundary.throughflow === 0) {
      dropped.push(actor);
      continue;
    }
    actors.push(actor);
    throughflow.push(boundary.throughflow);
    inflow.push(boundary.inflow);
    outflow.push(boundary.outflow);
    if (Number.isNaN(z) && Number.isNaN(y)) continue;
    stated.push(actor);
    if (isRaised(boundary, z, y)) raised.push(actor);
  }
  if (actors.length === 0) return null;
  const kept = Uint32Array.from(actors);
  const left = Float64Array.from(outflow);
  return {
    model: {
      flows: among(flows, kept, n),
      inflow: Float64Array.from(inflow),
      sinks: [left],
      outflow: left,
      throughflow: Float64Array.from(throughflow),
    },
    actors: kept,
    dropped,
    currency,
    stated,
    raised,
  };
}

/** Names the work that depends on which flows are followed and how they are closed. */
export function closureKey({ currency, lambda }: Pick<MeasureOptions, 'currency' | 'lambda'>): string {
  return `${lambda} ${currency}`;
}

/**
 * The flows of one currency, or of all ties, with what must cross the boundary for them to balance. Null where nothing
 * flows and where no such tie type is there. O(n + m).
 */
export function closureOf(
  network: Network,
  options: Pick<MeasureOptions, 'currency' | 'lambda'>,
): Computation<Closure | null> {
  return once(network, `flow closure ${closureKey(options)}`, function* () {
    const currency = currencyOf(network, options.currency);
    yield 1;
    return currency === undefined ? null : close(network, currency, options.lambda);
  });
}
