import type { MatrixLayer } from '../metrics/detail.ts';
import type { Theme } from './palette.ts';

export interface MatrixColours {
  /** Of a cell that is neither high nor low. */
  readonly ground: string;
  readonly low: string;
  readonly high: string;
}

/** As the stylesheet has them for matrices that are tables. */
export const MATRIX_COLOURS: Readonly<Record<Theme, MatrixColours>> = {
  light: { ground: '#f3f3f0', low: '#2a6fb0', high: '#d0620f' },
  dark: { ground: '#262b31', low: '#4a90d9', high: '#e07b2a' },
};

/** Whether a sign was plus or minus before and is no longer the same; what was nothing before has not turned. */
export function hasTurned(before: number, after: number): boolean {
  return (
    !Number.isNaN(before) && !Number.isNaN(after) && before !== 0 && Math.sign(before) !== Math.sign(after)
  );
}

/** How a sign is written: the colour says the same. */
export function signText(value: number): string {
  if (Number.isNaN(value)) return '—';
  return value > 0 ? '+' : value < 0 ? '−' : '0';
}

/** How strongly each cell is coloured, in [-1, 1]: below zero where it is less than the middle. NaN = null. */
export function cellShades({ values, middle = 0 }: MatrixLayer): Float64Array {
  // A ratio: twice as much is as far from even as half as much, whatever else the matrix holds.
  if (middle > 0)
    return values.map((value) => (value >= middle ? 1 - middle / value : Math.max(0, value) / middle - 1));
  let largest = 0;
  for (const each of values) if (!Number.isNaN(each)) largest = Math.max(largest, Math.abs(each));
  return values.map((value) => (Number.isNaN(value) ? NaN : largest === 0 ? 0 : value / largest));
}
