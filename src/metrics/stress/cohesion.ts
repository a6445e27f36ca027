import type { Network } from '../../network/network.ts';
import { weakComponents } from '../structure/components.ts';

/** What hangs together before and after a loss, direction ignored. Ids are in the order of the network. */
export interface CohesionLoss {
  /** Number of pieces, isolated actors among them, and of actors in the largest. */
  readonly pieces: readonly [before: number, after: number];
  readonly largest: readonly [before: number, after: number];
  /** Actors that stay, were in the largest piece and are outside the largest then left. */
  readonly stranded: readonly string[];
  /** Actors that stay, had partners and have none then. */
  readonly alone: readonly string[];
}

/** @param after the network before, less what is lost. O(n + m). */
export function cohesionLoss(before: Network, after: Network): CohesionLoss {
  const was = weakComponents(before);
  const is = weakComponents(after);
  const wasLargest = largestPiece(was.sizes);
  const isLargest = largestPiece(is.sizes);
  const stranded: string[] = [];
  const alone: string[] = [];
  let actor = 0;
  for (let k = 0; k < after.n; k++) {
    const id = after.actorIds[k]!;
    while (before.actorIds[actor] !== id) actor++;
    // A single actor is no piece that one could still belong to.
    const outside = is.of[k] !== isLargest || is.sizes[isLargest] === 1;
    if (was.of[actor] === wasLargest && was.sizes[wasLargest]! > 1 && outside) stranded.push(id);
    if (partners(before, actor) > 0 && partners(after, k) === 0) alone.push(id);
  }
  return {
    pieces: [was.sizes.length, is.sizes.length],
    largest: [was.sizes[wasLargest] ?? 0, is.sizes[isLargest] ?? 0],
    stranded,
    alone,
  };
}

function partners({ either }: Network, actor: number): number {
  return either.offsets[actor + 1]! - either.offsets[actor]!;
}

/** The first of the largest. */
function largestPiece(sizes: readonly number[]): number {
  let largest = 0;
  for (const [piece, size] of sizes.entries()) if (size > sizes[largest]!) largest = piece;
  return largest;
}
