import type { Random } from '../base/random.ts';
import type { Part } from './parts.ts';
import { misfit, pivots, pivotScaling } from './start.ts';

export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly refining: boolean;
}

/**
 * Where a part was, with newcomers beside their partners, if that picture shows the ties well; else a fresh start, one unit
 * a step.
 */
export function* startingPlaces(
  part: Part,
  before: { readonly x: Float64Array; readonly y: Float64Array },
  unit: number,
  random: Random,
): Generator<void, Places, void> {
  const reference = yield* pivots(part, random);
  const fresh = yield* pivotScaling(part, reference, random);
  yield;
  const known = before.x.filter((x, i) => !Number.isNaN(x) && !Number.isNaN(before.y[i]!)).length;
  if (2 * known > part.members.length) {
    const x = before.x.slice();
    const y = before.y.slice();
    bringIn(part, x, y, unit, random);
    if (misfit(reference, x, y) < 1.5 * misfit(reference, fresh.x, fresh.y) + 0.03)
      return { x, y, refining: true };
  }
  return { ...fresh, refining: false };
}

/** Gives those without a place one in the middle of their placed partners, the nearest first. */
function bringIn(part: Part, x: Float64Array, y: Float64Array, unit: number, random: Random): void {
  for (;;) {
    const found: { i: number; x: number; y: number }[] = [];
    for (let i = 0; i < x.length; i++) {
      if (!Number.isNaN(x[i]!) && !Number.isNaN(y[i]!)) continue;
      let count = 0;
      let sumX = 0;
      let sumY = 0;
      for (let e = part.offset[i]!; e < part.offset[i + 1]!; e++) {
        const j = part.partner[e]!;
        if (Number.isNaN(x[j]!) || Number.isNaN(y[j]!)) continue;
        count++;
        sumX += x[j]!;
        sumY += y[j]!;
      }
      if (count > 0) {
        found.push({
          i,
          x: sumX / count + unit * (random() - 0.5),
          y: sumY / count + unit * (random() - 0.5),
        });
      }
    }
    if (found.length === 0) return;
    for (const place of found) {
      x[place.i] = place.x;
      y[place.i] = place.y;
    }
  }
}
