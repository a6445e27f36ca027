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

/** On a large map few labels are shown at a time, so they claim less room. */
export function withFewerLabels(
  input: LayoutInput,
): Pick<LayoutInput, 'radius' | 'labelWidth' | 'labelHeight'> {
  const share = Math.min(1, 120 / input.ids.length);
  return {
    radius: input.radius,
    labelWidth: input.labelWidth.map((width) => width * share),
    labelHeight: input.labelHeight.map((height) => height * share),
  };
}

/** The typical size of what an actor covers: parts of a map are a share of it apart. */
export function tieLength(boxes: Boxes): number {
  const n = boxes.halfWidth.length;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += Math.sqrt(2 * boxes.halfWidth[i]! * (boxes.above[i]! + boxes.below[i]!));
  }
  return n > 0 ? Math.max(30, (0.54 * sum) / n) : 30;
}

type Coordinates = Float64Array | Float32Array;

type Visit = (i: number, j: number, overlapX: number, overlapY: number) => void;

/** Finds overlapping boxes from left to right. Made once for many rounds, in which the order hardly changes. */
export class Sweep {
  readonly #order: Int32Array;
  readonly #left: Float64Array;

  constructor(private readonly boxes: Boxes) {
    this.#order = Int32Array.from(boxes.halfWidth, (_, i) => i);
    this.#left = new Float64Array(boxes.halfWidth.length);
  }

  /**
   * Calls `visit(i, j, overlapX, overlapY)` for each pair of overlapping boxes: how far j must move along x, or along y, to
   * be free of i; signed, pointing from i to j. The order depends on positions alone, which `visit` may change.
   */
  each(x: Coordinates, y: Coordinates, visit: Visit): void {
    const { halfWidth, above, below } = this.boxes;
    const order = this.#order;
    const left = this.#left;
    for (let i = 0; i < left.length; i++) left[i] = x[i]! - halfWidth[i]!;
    sortNearly(order, left);
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
}

/** Shifts in all that an insertion sort may take for each element before sorting anew is quicker. */
const NEARLY = 16;

/** By key, then by index. Quick where the order is nearly right already. */
function sortNearly(order: Int32Array, key: Float64Array): void {
  let shifts = NEARLY * order.length;
  for (let p = 1; p < order.length; p++) {
    const i = order[p]!;
    let q = p;
    while (
      q > 0 &&
      (key[order[q - 1]!]! > key[i]! || (key[order[q - 1]!]! === key[i]! && order[q - 1]! > i))
    ) {
      order[q] = order[q - 1]!;
      q--;
    }
    order[q] = i;
    shifts -= p - q;
    if (shifts < 0) return void order.sort((a, b) => key[a]! - key[b]! || a - b);
  }
}
