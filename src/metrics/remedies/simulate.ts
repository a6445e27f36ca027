import type { Edit } from '../../model/remedy-edits.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { compileNetwork, type Network, type NetworkOptions } from '../../network/network.ts';
import { closureKey, closureOf, type Closure } from '../flow/closure.ts';
import type { Computation } from '../measure.ts';
import { inherit } from '../once.ts';
import { applied, type Ground } from './applied.ts';

/** A state of the map with what was computed of it. */
export interface State {
  readonly ground: Ground;
  readonly network: Network;
}

export function stateOf(ground: Ground, reading: NetworkOptions): State {
  return { ground, network: compileNetwork(ground.input, reading) };
}

/**
 * The map after these edits. Where the flows stay as they were, as with a tie of a type that is not followed, what was
 * found of them holds: the two inverses are most of the work.
 */
export function* simulated(
  before: State,
  edits: readonly Edit[],
  options: NetworkOptions & MeasureOptions,
): Computation<State> {
  const after = stateOf(applied(before.ground, edits), options);
  const was = yield* closureOf(before.network, options);
  const is = yield* closureOf(after.network, options);
  if (was && is && alike(was, is)) {
    const ofFlows = [`flow cycling ${closureKey(options)}`, `symbiosis ${closureKey(options)}`];
    inherit(before.network, after.network, (key) => ofFlows.includes(key));
  }
  if (sameTies(before.network, after.network))
    inherit(before.network, after.network, (key) => key === 'cuts' || key.startsWith('attack '));
  return after;
}

function alike(a: Closure, b: Closure): boolean {
  const [one, other] = [a.model, b.model];
  return (
    same(a.actors, b.actors) &&
    same(one.flows.offsets, other.flows.offsets) &&
    same(one.flows.columns, other.flows.columns) &&
    same(one.flows.weights, other.flows.weights) &&
    same(one.throughflow, other.throughflow) &&
    same(one.inflow, other.inflow) &&
    same(one.outflow, other.outflow)
  );
}

function sameTies({ either: a }: Network, { either: b }: Network): boolean {
  return same(a.offsets, b.offsets) && same(a.columns, b.columns);
}

function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
