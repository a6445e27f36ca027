/** An eigenvalue and its vector. */
export interface Eigenpair {
  readonly value: number;
  readonly vector: Float64Array;
}

const INVERSE_ITERATIONS = 3;

/**
 * Of a symmetric tridiagonal matrix: the largest eigenvalue by bisection on the sign counts of Sturm sequences, its vector (of norm 1) by inverse iteration from just
 * above it, where the shifted matrix is definite and needs no pivots. O(size).
 *
 * @param diagonal the first `size` entries are read
 * @param beside the entry between rows k - 1 and k is beside[k] > 0
 */
export function leadingTridiagonalPair(
  diagonal: Float64Array,
  beside: Float64Array,
  size: number,
): Eigenpair {
  if (size === 1) return { value: diagonal[0]!, vector: Float64Array.of(1) };
  let low = -Infinity;
  let high = -Infinity;
  let widest = 0;
  for (let k = 0; k < size; k++) {
    const around = (k > 0 ? beside[k]! : 0) + (k + 1 < size ? beside[k + 1]! : 0);
    low = Math.max(low, diagonal[k]!);
    high = Math.max(high, diagonal[k]! + around);
    widest = Math.max(widest, around);
  }
  // the bound of Gershgorin may be the eigenvalue itself
  high += 1e-15 * (Math.abs(high) + widest);
  for (;;) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (isAbove(middle, diagonal, beside, size)) high = middle;
    else low = middle;
  }
  return { value: high, vector: inverseIteration(high, diagonal, beside, size) };
}

/** Whether a number is above every eigenvalue. */
function isAbove(shift: number, diagonal: Float64Array, beside: Float64Array, size: number): boolean {
  let pivot = 1;
  for (let k = 0; k < size; k++) {
    pivot = shift - diagonal[k]! - (k > 0 ? beside[k]! ** 2 / pivot : 0);
    if (pivot <= 0) return false;
  }
  return true;
}

function inverseIteration(
  shift: number,
  diagonal: Float64Array,
  beside: Float64Array,
  size: number,
): Float64Array {
  const pivots = new Float64Array(size);
  for (let k = 0; k < size; k++)
    pivots[k] = shift - diagonal[k]! - (k > 0 ? beside[k]! ** 2 / pivots[k - 1]! : 0);
  const vector = new Float64Array(size).fill(1);
  for (let iteration = 0; iteration < INVERSE_ITERATIONS; iteration++) {
    for (let k = 1; k < size; k++) vector[k]! += (beside[k]! * vector[k - 1]!) / pivots[k - 1]!;
    vector[size - 1]! /= pivots[size - 1]!;
    for (let k = size - 2; k >= 0; k--)
      vector[k] = (vector[k]! + beside[k + 1]! * vector[k + 1]!) / pivots[k]!;
    let square = 0;
    for (const entry of vector) square += entry * entry;
    const norm = Math.sqrt(square);
    for (let k = 0; k < size; k++) vector[k]! /= norm;
  }
  return vector;
}
