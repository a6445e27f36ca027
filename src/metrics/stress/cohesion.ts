import type { Network } from '../../network/network.ts';
import { largestOf, weakComponents } from '../structure/components.ts';

/** What hangs together before and after a loss, direction ignored. Ids are in the order of the network. */
export interface CohesionLoss {
  /** Number of pieces, isolated actors among them, and of actors in the largest. */
  readonly pieces: readonly [before: number, after: number];
  readonly largest: readonly [before: number, after: number];
  /** Actors that stay, had partners, and are outside of the largest remainder of the piece that they were in. */
  readonly stranded: readonly string[];
  /** Actors that stay, had partners and have none then. */
  readonly alone: readonly string[];
}

/** @param after the network before, less what is lost. O(n + m). */
export function cohesionLoss(before: Network, after: Network): CohesionLoss {
  const was = weakComponents(before);
  const is = weakComponents(after);
  const earlier = placesIn(before, after);
  /** Of each piece before, the largest that is left of it; of equal ones the first. */
  const remainder = new Int32Array(was.sizes.length).fill(-1);
  for (let k = 0; k < after.n; k++) {
    const piece = was.of[earlier[k]!]!;
    const [known, own] = [remainder[piece]!, is.of[k]!];
    if (known === -1 || is.sizes[own]! > is.sizes[known]!) remainder[piece] = own;
  }
  const stranded: string[] = [];
  const alone: string[] = [];
  for (let k = 0; k < after.n; k++) {
    const id = after.actorIds[k]!;
    const actor = earlier[k]!;
    const [piece, own] = [was.of[actor]!, is.of[k]!];
    // A single actor is no piece that one could still belong to.
    const outside = own !== remainder[piece] || is.sizes[own] === 1;
    if (was.sizes[piece]! > 1 && outside) stranded.push(id);
    if (partners(before, actor) > 0 && partners(after, k) === 0) alone.push(id);
  }
  return {
    pieces: [was.sizes.length, is.sizes.length],
    largest: [largestOf(was), largestOf(is)],
    stranded,
    alone,
  };
}

/** Of each actor of the network after, where it was before. */
function placesIn(before: Network, after: Network): Uint32Array {
  let actor = 0;
  return Uint32Array.from(after.actorIds, (id) => {
    while (before.actorIds[actor] !== id) actor++;
    return actor;
  });
}

function partners({ either }: Network, actor: number): number {
  return either.offsets[actor + 1]! - either.offsets[actor]!;
}
