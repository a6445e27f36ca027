import type { Sweep } from './box.ts';
import type { Part } from './parts.ts';

/** Up to this many checks of a mark against a tie in one round. */
const CLEARED = 400_000;

/** Overlapping boxes move apart by this share of their overlap, along the shorter way; `fixed` ones stay. */
export function shove(
  sweep: Sweep,
  fixed: Uint8Array,
  strength: number,
  x: Float32Array,
  y: Float32Array,
): void {
  sweep.each(x, y, (i, j, overlapX, overlapY) => {
    const alongX = Math.abs(overlapX) <= Math.abs(overlapY);
    const push = (strength * (alongX ? overlapX : overlapY)) / 2;
    const at = alongX ? x : y;
    if (!fixed[i]) at[i]! -= push;
    if (!fixed[j]) at[j]! += push;
  });
}

/**
 * Moves marks off the ties that would pass through or close by them: a mark on a foreign tie reads as its end. Left out
 * on maps so large that single ties can't be followed. `clearance` is how far a tie should pass from a mark.
 */
export function clearTies(
  part: Part,
  radius: Float64Array,
  clearance: number,
  fixed: Uint8Array,
  x: Float32Array,
  y: Float32Array,
): void {
  const n = radius.length;
  if (part.first.length * n > CLEARED) return;
  const reach = radius.reduce((most, value) => Math.max(most, value), 0) + clearance;
  for (let p = 0; p < part.first.length; p++) {
    const a = part.first[p]!;
    const b = part.second[p]!;
    const dx = x[b]! - x[a]!;
    const dy = y[b]! - y[a]!;
    const squared = dx * dx + dy * dy;
    if (squared === 0) continue;
    const left = Math.min(x[a]!, x[b]!) - reach;
    const right = Math.max(x[a]!, x[b]!) + reach;
    const top = Math.min(y[a]!, y[b]!) - reach;
    const bottom = Math.max(y[a]!, y[b]!) + reach;
    for (let i = 0; i < n; i++) {
      if (x[i]! < left || x[i]! > right || y[i]! < top || y[i]! > bottom || i === a || i === b) continue;
      const along = ((x[i]! - x[a]!) * dx + (y[i]! - y[a]!) * dy) / squared;
      if (along <= 0 || along >= 1) continue;
      const awayX = x[i]! - x[a]! - along * dx;
      const awayY = y[i]! - y[a]! - along * dy;
      const wanted = radius[i]! + clearance;
      const distance = Math.sqrt(awayX * awayX + awayY * awayY);
      if (distance >= wanted || distance === 0) continue;
      const push = (0.25 * (wanted - distance)) / distance;
      if (!fixed[i]) {
        x[i]! += push * awayX;
        y[i]! += push * awayY;
      }
      if (!fixed[a]) {
        x[a]! -= 0.5 * push * (1 - along) * awayX;
        y[a]! -= 0.5 * push * (1 - along) * awayY;
      }
      if (!fixed[b]) {
        x[b]! -= 0.5 * push * along * awayX;
        y[b]! -= 0.5 * push * along * awayY;
      }
    }
  }
}
