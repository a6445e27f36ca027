import { rowSizes } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';

/** Most partners first; of equal ones the first in the order of actors. O(n log n). */
export function actorsByDegree({ n, either }: Network): Uint32Array {
  const degrees = rowSizes(either);
  return Uint32Array.from({ length: n }, (_, actor) => actor).sort(
    (a, b) => degrees[b]! - degrees[a]! || a - b,
  );
}
