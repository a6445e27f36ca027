/** Of amounts row by row, each row over its sum; 0 in rows without any. */
export function rowShares(amounts: Float64Array, width: number): Float64Array {
  const result = amounts.slice();
  for (let start = 0; start < result.length; start += width) {
    const own = result.subarray(start, start + width);
    const sum = own.reduce((total, amount) => total + amount, 0);
    if (sum > 0) for (let r = 0; r < width; r++) own[r]! /= sum;
  }
  return result;
}
