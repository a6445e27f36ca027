import type { MeasureOptions } from '../../model/measure-options.ts';
import { rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';

/** State 态 and role 势 of each actor in one unit, NaN where not known, and where they were read from. */
export interface Standing {
  readonly state: Float64Array;
  readonly change: Float64Array;
  /** Whether ties stand in for what nobody states. */
  readonly stateByTies: boolean;
  readonly changeByTies: boolean;
}

/**
 * Stated sizes and yearly changes. Where nobody states a size, strength stands in for it; where nobody states a change,
 * or it is asked for, what ties give less what they bring stands in. Beside stated sizes this is expressed in their unit,
 * as if all strength were worth all sizes.
 */
export function standingOf(network: Network, { ecorole }: Pick<MeasureOptions, 'ecorole'>): Standing {
  const { n, outgoing, incoming, directed, profiles } = network;
  const given = rowSums(outgoing);
  const received = rowSums(incoming);
  const strength = directed ? given.map((sum, actor) => sum + received[actor]!) : given;
  const net = given.map((sum, actor) => difference(sum, received[actor]!));
  if (!profiles.size.some((size) => !Number.isNaN(size)))
    return { state: strength, change: net, stateByTies: true, changeByTies: true };
  const state = profiles.size;
  const changeByTies =
    ecorole === 'net-strength' || !profiles.sizeChange.some((change) => !Number.isNaN(change));
  if (!changeByTies) return { state, change: profiles.sizeChange, stateByTies: false, changeByTies };
  let size = 0;
  let all = 0;
  for (let actor = 0; actor < n; actor++) {
    if (Number.isNaN(state[actor])) continue;
    size += state[actor]!;
    all += strength[actor]!;
  }
  const worth = all > 0 ? size / all : 0;
  return { state, change: net.map((sum) => sum * worth), stateByTies: false, changeByTies };
}

/** Sums of the same weights in another order differ by rounding. */
function difference(a: number, b: number): number {
  return Math.abs(a - b) <= 1e-12 * Math.max(a, b) ? 0 : a - b;
}
