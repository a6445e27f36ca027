/** The x of A x = b by elimination with partial pivoting (Wilkinson 1961); null where A is singular. O(n³). */
export function solveLinear(matrix: Float64Array, right: ArrayLike<number>): Float64Array | null {
  const size = right.length;
  const a = matrix.slice();
  const x = Float64Array.from(right);
  const largest = a.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  for (let k = 0; k < size; k++) {
    let pivot = k;
    for (let row = k + 1; row < size; row++)
      if (Math.abs(a[row * size + k]!) > Math.abs(a[pivot * size + k]!)) pivot = row;
    if (!(Math.abs(a[pivot * size + k]!) > 1e-13 * largest)) return null;
    if (pivot !== k) {
      for (let j = k; j < size; j++) {
        const kept = a[k * size + j]!;
        a[k * size + j] = a[pivot * size + j]!;
        a[pivot * size + j] = kept;
      }
      const kept = x[k]!;
      x[k] = x[pivot]!;
      x[pivot] = kept;
    }
    for (let row = k + 1; row < size; row++) {
      const factor = a[row * size + k]! / a[k * size + k]!;
      if (factor === 0) continue;
      for (let j = k; j < size; j++) a[row * size + j]! -= factor * a[k * size + j]!;
      x[row]! -= factor * x[k]!;
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    for (let j = k + 1; j < size; j++) x[k]! -= a[k * size + j]! * x[j]!;
    x[k]! /= a[k * size + k]!;
  }
  return x;
}
