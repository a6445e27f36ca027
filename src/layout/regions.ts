import type { Boxes } from './box.ts';
import type { LayoutInput, Region } from './layout.ts';

type Coordinates = Float64Array | Float32Array;

/** Those who must keep their place: pinned, or inside a locked region. One without a place is free. */
export function heldActors(input: LayoutInput): Uint8Array {
  const { x, y, pinned, regions = [] } = input;
  return Uint8Array.from(pinned, (pin, i) => {
    if (Number.isNaN(x[i]!) || Number.isNaN(y[i]!)) return 0;
    return pin || regions.some((region) => inside(region, x[i]!, y[i]!)) ? 1 : 0;
  });
}

function inside(region: Region, x: number, y: number): boolean {
  return x >= region.x && x <= region.x + region.width && y >= region.y && y <= region.y + region.height;
}

/** Moves the boxes of those who are free out of the regions, each along its shortest way; whether one had to move. */
export function pushOut(
  regions: readonly Region[],
  boxes: Boxes,
  fixed: Uint8Array,
  x: Coordinates,
  y: Coordinates,
): boolean {
  let moved = false;
  for (const region of regions) {
    for (let i = 0; i < fixed.length; i++) {
      if (fixed[i]) continue;
      const right = region.x + region.width + boxes.halfWidth[i]! - x[i]!;
      const left = x[i]! - (region.x - boxes.halfWidth[i]!);
      const down = region.y + region.height + boxes.above[i]! - y[i]!;
      const up = y[i]! - (region.y - boxes.below[i]!);
      if (right <= 0 || left <= 0 || down <= 0 || up <= 0) continue;
      const least = Math.min(right, left, down, up);
      // A little more than needed, so that rounding does not bring it back.
      if (least === right) x[i]! += 1.01 * right;
      else if (least === left) x[i]! -= 1.01 * left;
      else if (least === down) y[i]! += 1.01 * down;
      else y[i]! -= 1.01 * up;
      moved = true;
    }
  }
  return moved;
}

/** How far from a region's edge a position is put at least. */
const CLEAR = 1;

/**
 * Puts free actors that are still inside a region (between several that touch, pushing can go on for ever) to the nearest
 * place outside all of them.
 */
export function evict(regions: readonly Region[], fixed: Uint8Array, x: Float64Array, y: Float64Array): void {
  const edgesX = regions.flatMap((region) => [region.x - CLEAR, region.x + region.width + CLEAR]);
  const edgesY = regions.flatMap((region) => [region.y - CLEAR, region.y + region.height + CLEAR]);
  for (let i = 0; i < fixed.length; i++) {
    if (fixed[i] || !regions.some((region) => inside(region, x[i]!, y[i]!))) continue;
    let bestX = x[i]!;
    let bestY = y[i]!;
    let least = Infinity;
    for (const placeX of [x[i]!, ...edgesX]) {
      for (const placeY of [y[i]!, ...edgesY]) {
        if (regions.some((region) => inside(region, placeX, placeY))) continue;
        const dx = placeX - x[i]!;
        const dy = placeY - y[i]!;
        const distance = dx * dx + dy * dy;
        if (distance >= least) continue;
        least = distance;
        bestX = placeX;
        bestY = placeY;
      }
    }
    x[i] = bestX;
    y[i] = bestY;
  }
}
