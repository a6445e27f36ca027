import { Sweep, type Boxes } from './box.ts';
import type { Region } from './layout.ts';
import { pushOut } from './regions.ts';

/** An overlap of margins that nobody sees; without it, pushing would go on down to the last bit. */
const TOLERATED = 0.2;

/**
 * Pushes boxes apart, each pair along its shorter way, and out of the regions, until none overlap; `fixed` ones stay.
 * Yields after each round. Ends after `rounds` at the latest: between fixed boxes there may be no room.
 */
export function* separate(
  boxes: Boxes,
  fixed: Uint8Array,
  x: Float64Array,
  y: Float64Array,
  rounds: number,
  regions: readonly Region[] = [],
): Generator<void, void, void> {
  const sweep = new Sweep(boxes);
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    sweep.each(x, y, (i, j, overlapX, overlapY) => {
      if (fixed[i] && fixed[j]) return;
      if (Math.min(Math.abs(overlapX), Math.abs(overlapY)) < TOLERATED) return;
      const share = fixed[i] ? 1 : fixed[j] ? 0 : 0.5;
      const alongX = Math.abs(overlapX) <= Math.abs(overlapY);
      // A little more than needed, so that rounding does not bring the overlap back.
      const push = (alongX ? overlapX : overlapY) * 1.01;
      const at = alongX ? x : y;
      at[i]! -= push * (1 - share);
      at[j]! += push * share;
      moved = true;
    });
    if (pushOut(regions, boxes, fixed, x, y)) moved = true;
    if (!moved) return;
    yield;
  }
}
