import type { Boxes } from './box.ts';
import type { LayoutInput, LayoutOutcome } from './layout.ts';
import { evict } from './regions.ts';
import { separate } from './separate.ts';

/** Actors times rounds in which boxes are pushed apart, at most; on a large map the last few may touch. */
const PUSHED = 400_000;

export function pushesFor(actors: number): number {
  return Math.max(60, Math.min(400, Math.round(PUSHED / actors)));
}

/** Takes marks off each other and out of locked regions, and rounds what moved to a tenth; those held keep their place. */
export function* clearPicture(
  { regions = [] }: LayoutInput,
  boxes: Boxes,
  held: Uint8Array,
  { x, y }: LayoutOutcome,
): Generator<number, void, void> {
  for (const _ of separate(boxes, held, x, y, pushesFor(held.length), regions)) yield 0.98;
  evict(regions, held, x, y);
  for (let i = 0; i < held.length; i++) {
    if (held[i]) continue;
    x[i] = Math.round(10 * x[i]!) / 10;
    y[i] = Math.round(10 * y[i]!) / 10;
  }
}
