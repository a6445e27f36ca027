import type { Bounds } from '../scene/marks.ts';
import type { LegendSpot } from './legend-spot.ts';

/** A thing that is drawn, and how bad it is to cover it. */
export interface Weighted extends Bounds {
  readonly weight: number;
}

/** The ground is looked at in squares, so many along its longer side. */
const SQUARES = 120;
/** Places that are tried along each side. */
const STEPS = 24;

/** How much is drawn left of and above each corner of the squares, so that any rectangle costs four look-ups. */
class Cover {
  readonly #side: number;
  readonly #columns: number;
  readonly #rows: number;
  readonly #sums: Float64Array;

  constructor(
    boxes: readonly Weighted[],
    private readonly body: Bounds,
  ) {
    const [width, height] = [body.x2 - body.x1, body.y2 - body.y1];
    this.#side = Math.max(width, height, 1) / SQUARES;
    this.#columns = Math.max(1, Math.ceil(width / this.#side - 1e-9));
    this.#rows = Math.max(1, Math.ceil(height / this.#side - 1e-9));
    this.#sums = new Float64Array((this.#columns + 1) * (this.#rows + 1));
    for (const box of boxes) this.#count(box);
    this.#sum();
  }

  #column(x: number): number {
    return Math.max(0, Math.min(this.#columns, (x - this.body.x1) / this.#side));
  }

  #row(y: number): number {
    return Math.max(0, Math.min(this.#rows, (y - this.body.y1) / this.#side));
  }

  #at(column: number, row: number): number {
    return row * (this.#columns + 1) + column;
  }

  #count({ x1, y1, x2, y2, weight }: Weighted): void {
    const lastColumn = Math.min(this.#columns - 1, Math.floor(this.#column(x2)));
    const lastRow = Math.min(this.#rows - 1, Math.floor(this.#row(y2)));
    for (let row = Math.floor(this.#row(y1)); row <= lastRow; row++) {
      for (let column = Math.floor(this.#column(x1)); column <= lastColumn; column++) {
        const place = this.#at(column + 1, row + 1);
        this.#sums[place] = (this.#sums[place] ?? 0) + weight;
      }
    }
  }

  #sum(): void {
    const sums = this.#sums;
    for (let row = 1; row <= this.#rows; row++) {
      for (let column = 1; column <= this.#columns; column++) {
        const place = this.#at(column, row);
        const [left, above, both] = [place - 1, this.#at(column, row - 1), this.#at(column - 1, row - 1)];
        sums[place] = (sums[place] ?? 0) + (sums[left] ?? 0) + (sums[above] ?? 0) - (sums[both] ?? 0);
      }
    }
  }

  /** Of all squares that the rectangle touches. */
  under({ x1, y1, x2, y2 }: Bounds): number {
    const [left, top] = [Math.floor(this.#column(x1)), Math.floor(this.#row(y1))];
    const [right, bottom] = [Math.ceil(this.#column(x2)), Math.ceil(this.#row(y2))];
    const sum = (column: number, row: number): number => this.#sums[this.#at(column, row)] ?? 0;
    return sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top);
  }
}

/**
 * Where a box of this size covers least of what is drawn on the ground `body`: of equals the one nearest to a corner,
 * the right and upper ones first.
 */
export function freestSpot(
  boxes: readonly Weighted[],
  body: Bounds,
  { width, height }: { readonly width: number; readonly height: number },
): LegendSpot {
  const cover = new Cover(boxes, body);
  const room = { x: Math.max(0, body.x2 - body.x1 - width), y: Math.max(0, body.y2 - body.y1 - height) };
  let best: LegendSpot = { across: 1, down: 0 };
  let least = { covered: Infinity, off: Infinity };
  for (let column = STEPS; column >= 0; column--) {
    for (let row = 0; row <= STEPS; row++) {
      const spot = { across: column / STEPS, down: row / STEPS };
      const [x1, y1] = [body.x1 + spot.across * room.x, body.y1 + spot.down * room.y];
      const covered = cover.under({ x1, y1, x2: x1 + width, y2: y1 + height });
      const off = Math.min(spot.across, 1 - spot.across) + Math.min(spot.down, 1 - spot.down);
      if (covered < least.covered || (covered === least.covered && off < least.off - 1e-9)) {
        best = spot;
        least = { covered, off };
      }
    }
  }
  return best;
}
