import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';
import { twoStepReach } from './reach.ts';

/** Actors and amounts looked at between two steps: some milliseconds. */
const STEP_WORK = 200_000;

/**
 * What gets to whom: each actor's supply of a resource is shared among those that it reaches along at most two ties,
 * itself included, in proportion to their needs. n x R, row by row; may exceed the need. Our own. If everyone reached
 * everyone, the share of needs that is met would be the coverage c_r.
 */
export function deliveredOf(network: Network): Computation<Float64Array> {
  return once(network, 'delivered', function* () {
    const { resourceIds, supply, demand } = network.profiles;
    const width = resourceIds.length;
    const delivered = new Float64Array(demand.length);
    const reach = twoStepReach(network);
    let work = 0;
    for (let actor = 0; actor < network.n; actor++) {
      const offered = resourcesOf(supply, actor, width);
      if (offered.length === 0) continue;
      const reached = reach(actor);
      for (const resource of offered) share(supply[actor * width + resource]!, resource, reached);
      work += reached.length * (1 + offered.length);
      if (work < STEP_WORK) continue;
      work = 0;
      yield actor / network.n;
    }
    return delivered;

    function share(amount: number, resource: number, reached: readonly number[]): void {
      let needed = 0;
      for (const actor of reached) needed += demand[actor * width + resource]!;
      if (needed === 0) return;
      for (const actor of reached) {
        const cell = actor * width + resource;
        delivered[cell]! += (amount * demand[cell]!) / needed;
      }
    }
  });
}

/** The resources of which an actor states an amount. */
export function resourcesOf(amounts: Float64Array, actor: number, width: number): number[] {
  const own: number[] = [];
  for (let r = 0; r < width; r++) if (amounts[actor * width + r]! > 0) own.push(r);
  return own;
}

/** The part of a need that is met. */
export function met(demand: number, delivered: number): number {
  return Math.min(demand, delivered);
}
