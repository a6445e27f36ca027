import type { LayoutInput } from './layout.ts';

/** What an actor covers, relative to its position: the mark and the label hanging below it. */
export interface Boxes {
  readonly halfWidth: Float64Array;
  readonly above: Float64Array;
  readonly below: Float64Array;
}

/** `margin` is kept free all round, so two neighbours are two margins apart. */
export function boxesOf(
  size: Pick<LayoutInput, 'radius' | 'labelWidth' | 'labelHeight'>,
  margin: number,
): Boxes {
  return {
    halfWidth: size.radius.map((radius, i) => Math.max(radius, size.labelWidth[i]! / 2) + margin),
    above: size.radius.map((radius) => radius + margin),
    below: size.radius.map((radius, i) => radius + size.labelHeight[i]! + margin),
  };
}

/**
 * Calls `visit(i, j, overlapX, overlapY)` for each pair of overlapping boxes: how far j must move along x, or along y,
 * to be free of i; signed, pointing from i to j. Sweeps from left to right; the order depends on positions alone.
 */
export function eachOverlap(
  boxes: Boxes,
  x: Float64Array,
  y: Float64Array,
  visit: (i: number, j: number, overlapX: number, overlapY: number) => void,
): void {
  const { halfWidth, above, below } = boxes;
  const left = x.map((value, i) => value - halfWidth[i]!);
  const order = Int32Array.from(x, (_, i) => i).sort((i, j) => left[i]! - left[j]! || i - j);
  for (let p = 0; p < order.length; p++) {
    const i = order[p]!;
    const right = x[i]! + halfWidth[i]!;
    for (let q = p + 1; q < order.length; q++) {
      const j = order[q]!;
      if (left[j]! >= right) break;
      const down = y[i]! + below[i]! - (y[j]! - above[j]!);
      const up = y[j]! + below[j]! - (y[i]! - above[i]!);
      if (down <= 0 || up <= 0) continue;
      const apart = halfWidth[i]! + halfWidth[j]! - Math.abs(x[j]! - x[i]!);
      if (apart <= 0) continue;
      visit(i, j, x[j]! < x[i]! ? -apart : apart, down < up ? down : -up);
    }
  }
}

/**
 * Pushes boxes apart, each pair along its shorter way, until none overlap; `fixed` ones stay. Yields after each round.
 * Ends after `rounds` at the latest: two fixed boxes may overlap for ever.
 */
export function* separate(
  boxes: Boxes,
  fixed: Uint8Array,
  x: Float64Array,
  y: Float64Array,
  rounds = 400,
): Generator<void, void, void> {
  for (let round = 0; round < rounds; round++) {
    let moved = false;
    eachOverlap(boxes, x, y, (i, j, overlapX, overlapY) => {
      if (fixed[i] && fixed[j]) return;
      const share = fixed[i] ? 1 : fixed[j] ? 0 : 0.5;
      const alongX = Math.abs(overlapX) <= Math.abs(overlapY);
      // A little more than needed, so that rounding does not bring the overlap back.
      const push = (alongX ? overlapX : overlapY) * 1.01;
      const at = alongX ? x : y;
      at[i]! -= push * (1 - share);
      at[j]! += push * share;
      moved = true;
    });
    if (!moved) return;
    yield;
  }
}
