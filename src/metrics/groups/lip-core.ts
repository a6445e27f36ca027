import type { Network } from '../../network/network.ts';
import { actorsByDegree } from '../structure/by-degree.ts';
import type { Core } from './core.ts';

interface LipCore extends Core {
  /** Z: pairs of the core that are not tied, and pairs of the periphery that are. */
  readonly misfits: number;
}

/**
 * The core with the fewest misfits, and of such the smallest: exact, since the best core of k actors are the k with the
 * most partners. Z(k) = k(k - 1)/2 + m - sum of their degrees. O(n log n + m). Lip (2011).
 */
export function lipCore(network: Network): LipCore {
  const { n, either } = network;
  const order = actorsByDegree(network);
  let misfits = either.columns.length / 2;
  let least = misfits;
  let size = 0;
  for (let k = 0; k < n; k++) {
    const actor = order[k]!;
    misfits += k - (either.offsets[actor + 1]! - either.offsets[actor]!);
    if (misfits >= least) continue;
    least = misfits;
    size = k + 1;
  }
  const members = new Uint8Array(n);
  for (let k = 0; k < size; k++) members[order[k]!] = 1;
  return { members, size, misfits: least };
}
