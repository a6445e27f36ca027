import type { MatrixColours } from '../../scene/cell-shades.ts';
import { mix } from '../../scene/palette.ts';

/** Steps of a colour from the ground to its strongest: more are not told apart. */
const STEPS = 32;

/**
 * A matrix as RGBA, one pixel a cell, row by row; cells without a value are transparent.
 * @param shades in [-1, 1]
 * @param strongest how much of the colour a shade of 1 gets, in [0, 1]
 */
export function matrixPixels(
  shades: Float64Array,
  { ground, low, high }: MatrixColours,
  strongest: number,
): Uint8ClampedArray<ArrayBuffer> {
  const ramp = (colour: string): readonly number[] =>
    Array.from({ length: STEPS + 1 }, (_, step) =>
      channels(mix(ground, colour, (strongest * step) / STEPS)),
    ).flat();
  const [less, more] = [ramp(low), ramp(high)];
  const pixels = new Uint8ClampedArray(4 * shades.length);
  for (let cell = 0; cell < shades.length; cell++) {
    const shade = shades[cell] ?? NaN;
    if (Number.isNaN(shade)) continue;
    const colours = shade < 0 ? less : more;
    const from = 3 * Math.round(STEPS * Math.min(1, Math.abs(shade)));
    for (let k = 0; k < 3; k++) pixels[4 * cell + k] = colours[from + k] ?? 0;
    pixels[4 * cell + 3] = 255;
  }
  return pixels;
}

function channels(hex: string): readonly number[] {
  return [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));
}

/** How a matrix stands in the room that it has, in px. */
export interface MatrixPlan {
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Whether rows and columns have names; else only the colours of their sectors. */
  readonly named: boolean;
  /** Left of the cells. */
  readonly side: number;
  /** Above the cells. */
  readonly head: number;
}

/** Up to so many rows or columns all have names, though the matrix be wider than its room and scroll. */
const MOST_NAMED = 60;
/** A name of 12 px needs so much. */
const NAMED = 15;
const LEAST = 3;
const WIDEST = 74;
const HIGHEST = 30;
const STRIP = 10;
const MARK = 18;

/** @param square whether cells are as high as wide, as where rows and columns are the same */
export function planMatrix(
  room: number,
  rows: { readonly count: number; readonly longest: number },
  columns: { readonly count: number; readonly longest: number },
  square: boolean,
): MatrixPlan {
  const fits = (side: number): number => Math.floor((room - side) / Math.max(1, columns.count));
  const few = Math.max(rows.count, columns.count) <= MOST_NAMED;
  const side = Math.ceil(Math.min(rows.longest + MARK + 6, Math.max(96, room * 0.34), 220));
  const named = few || fits(side) >= NAMED;
  if (!named) {
    const cell = Math.max(LEAST, Math.min(NAMED, fits(STRIP)));
    return { cellWidth: cell, cellHeight: cell, named, side: STRIP, head: STRIP };
  }
  const cellWidth = Math.max(NAMED, Math.min(square ? HIGHEST : WIDEST, fits(side)));
  return {
    cellWidth,
    cellHeight: square ? cellWidth : Math.max(NAMED, Math.min(24, cellWidth)),
    named,
    side,
    head: Math.ceil(Math.min(columns.longest + MARK + 6, 150)),
  };
}
