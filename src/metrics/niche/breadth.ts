import { ln } from '../../base/logarithm.ts';
import type { StateMatrix } from './state-matrix.ts';

/** One number for the niche of a row; NaN where undefined, as for rows without a niche. */
export type Breadth = (matrix: StateMatrix, row: number) => number;

function ofEach(matrix: StateMatrix, row: number, term: (share: number, state: number) => number): number {
  const { count, shares, used } = matrix;
  if (used[row] === 0) return NaN;
  let sum = 0;
  for (let state = 0; state < count; state++) {
    const share = shares[row * count + state]!;
    if (share > 0) sum += term(share, state);
  }
  return sum;
}

/** 1 / sum p^2. [1, R]. Levins (1968). */
export const levinsB: Breadth = (matrix, row) => 1 / ofEach(matrix, row, (p) => p * p);

/** (B - 1) / (R - 1). [0, 1]; NaN if R = 1. Hurlbert (1978). */
export const levinsBA: Breadth = (matrix, row) =>
  matrix.count > 1 ? (levinsB(matrix, row) - 1) / (matrix.count - 1) : NaN;

/** -sum p ln p. [0, ln R] nats. */
export const shannon: Breadth = (matrix, row) => ofEach(matrix, row, (p) => 0 - p * ln(p));

/** Sums of rounded terms may pass the bound by a last digit; NaN stays NaN. */
const atMostOne = (value: number): number => (value > 1 ? 1 : value);

/** H' / ln R. [0, 1]; NaN if R = 1. */
export const evenness: Breadth = (matrix, row) =>
  matrix.count > 1 ? atMostOne(shannon(matrix, row) / ln(matrix.count)) : NaN;

/** 1 / sum (p^2 / a). [min a, 1]; NaN for users of what is not available. Hurlbert (1978). */
export const hurlbertB: Breadth = (matrix, row) => {
  const sum = ofEach(matrix, row, (p, state) => (p * p) / matrix.availability[state]!);
  return Number.isFinite(sum) ? 1 / sum : NaN;
};

/** (B' - min a) / (1 - min a), over the states that are available. [0, 1]; NaN if there is one. */
export const hurlbertBA: Breadth = (matrix, row) => {
  const least = matrix.availability.reduce((low, share) => (share > 0 ? Math.min(low, share) : low), 1);
  return least < 1 ? (hurlbertB(matrix, row) - least) / (1 - least) : NaN;
};

/** sum sqrt(p a). [0, 1]. Smith (1982). */
export const smithFT: Breadth = (matrix, row) =>
  ofEach(matrix, row, (p, state) => Math.sqrt(p * matrix.availability[state]!));

/** Mean drop below the most used state, over the others. [0, 1], 1 = specialist; NaN if R = 1. Poisot et al. (2012). */
export const pairedDifference: Breadth = ({ count, shares, used }, row) => {
  if (used[row] === 0 || count < 2) return NaN;
  const own = shares.subarray(row * count, (row + 1) * count);
  const most = own.reduce((a, b) => Math.max(a, b), 0);
  return own.reduce((sum, share) => sum + (most - share) / most, 0) / (count - 1);
};

/** One value a row. */
export function breadths(matrix: StateMatrix, breadth: Breadth): Float64Array {
  return Float64Array.from({ length: matrix.rows }, (_, row) => breadth(matrix, row));
}
