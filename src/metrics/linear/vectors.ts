import type { Csr } from '../../network/csr.ts';

/** Writes a matrix times `from` into `into`. */
export type Product = (from: Float64Array, into: Float64Array) => void;

/** @param weighted false to read every entry as 1 */
export function productWith({ offsets, columns, weights }: Csr, weighted: boolean): Product {
  const n = offsets.length - 1;
  if (weighted)
    return (from, into) => {
      for (let row = 0; row < n; row++) {
        let total = 0;
        for (let e = offsets[row]!, end = offsets[row + 1]!; e < end; e++)
          total += weights[e]! * from[columns[e]!]!;
        into[row] = total;
      }
    };
  return (from, into) => {
    for (let row = 0; row < n; row++) {
      let total = 0;
      for (let e = offsets[row]!, end = offsets[row + 1]!; e < end; e++) total += from[columns[e]!]!;
      into[row] = total;
    }
  };
}

export function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) total += a[k]! * b[k]!;
  return total;
}

/** vector += factor * added */
export function add(vector: Float64Array, factor: number, added: Float64Array): void {
  for (let k = 0; k < vector.length; k++) vector[k]! += factor * added[k]!;
}

/** Below this share of the largest, an entry of a leading vector is rounding: it is 0 in exact numbers, or nearly. */
const ROUNDING = 1e-13;

/** A leading vector of a matrix without negative entries, made positive, with 1 as its largest entry. */
export function scaledToMax(vector: Float64Array): Float64Array {
  let most = 0;
  for (const entry of vector) if (Math.abs(entry) > Math.abs(most)) most = entry;
  return vector.map((entry) => {
    const value = entry / most;
    return value < ROUNDING ? 0 : value;
  });
}
