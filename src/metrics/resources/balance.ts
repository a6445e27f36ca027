import type { Network } from '../../network/network.ts';
import type { Computation } from '../measure.ts';
import { once } from '../once.ts';

/** What all visible actors together offer and need of each resource, in the order of `profiles.resourceIds`. */
export interface Balance {
  /** Q_r and D_r >= 0. */
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  /** c_r = min(1, Q_r / D_r); NaN where nobody needs it. */
  readonly coverage: Float64Array;
  /** Sum of squared shares of what is offered, in (0, 1]; NaN where nobody offers it. Herfindahl (1950). */
  readonly concentration: Float64Array;
  /** Actors that offer it. */
  readonly suppliers: Float64Array;
}

/** Below this coverage a resource is short. Our own threshold. */
export const SHORT_BELOW = 0.5;

/** O(n R). */
export function balanceOf(network: Network): Computation<Balance> {
  return once(network, 'resource balance', function* () {
    const { resourceIds, supply: offers, demand: needs } = network.profiles;
    const width = resourceIds.length;
    const supply = new Float64Array(width);
    const demand = new Float64Array(width);
    const squares = new Float64Array(width);
    const suppliers = new Float64Array(width);
    for (let cell = 0; cell < offers.length; cell++) {
      const offered = offers[cell]!;
      const resource = cell % width;
      supply[resource]! += offered;
      squares[resource]! += offered * offered;
      demand[resource]! += needs[cell]!;
      if (offered > 0) suppliers[resource]!++;
    }
    yield 1;
    return {
      supply,
      demand,
      coverage: demand.map((needed, r) => (needed > 0 ? Math.min(1, supply[r]! / needed) : NaN)),
      concentration: supply.map((offered, r) =>
        suppliers[r] === 1 ? 1 : offered > 0 ? squares[r]! / (offered * offered) : NaN,
      ),
      suppliers,
    };
  });
}

/** Mean of c_r, weighted by needs (one a resource); null where nothing is needed. */
export function meanCoverage(
  { coverage }: Pick<Balance, 'coverage'>,
  needs: ArrayLike<number>,
): number | null {
  let met = 0;
  let needed = 0;
  for (let r = 0; r < needs.length; r++) {
    if (!(needs[r]! > 0)) continue;
    met += needs[r]! * coverage[r]!;
    needed += needs[r]!;
  }
  return needed > 0 ? met / needed : null;
}
