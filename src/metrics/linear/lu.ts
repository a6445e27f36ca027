import type { Computation } from '../measure.ts';

/** P A = L U of a square matrix: below the diagonal L, whose diagonal is 1; U on it and above. */
interface Factors {
  readonly size: number;
  readonly entries: Float64Array;
  /** Of each row, which row of A it was. */
  readonly order: Uint32Array;
}

/** Columns that are eliminated in one pass over the rest, which takes most of its time to be read. */
const BLOCK = 4;
/** Multiplications between two yields: a few milliseconds. */
const WORK_PER_YIELD = 1e6;

/**
 * The inverse of a square matrix, row by row, by elimination with partial pivoting (Wilkinson 1961); null where a pivot
 * is 0. O(n³).
 *
 * @param matrix row by row; is overwritten
 */
export function* inverse(matrix: Float64Array, size: number): Computation<Float64Array | null> {
  const factors = yield* factorised(matrix, size);
  return factors && (yield* solved(factors));
}

function* factorised(entries: Float64Array, size: number): Computation<Factors | null> {
  const order = Uint32Array.from({ length: size }, (_, row) => row);
  let work = 0;
  for (let start = 0; start < size; start += BLOCK) {
    const end = Math.min(size, start + BLOCK);
    for (let k = start; k < end; k++) {
      const pivot = pivotRow(entries, size, k);
      const value = entries[pivot * size + k]!;
      if (value === 0 || Number.isNaN(value)) return null;
      if (pivot !== k) swapRows(entries, order, size, k, pivot);
      for (let row = k + 1; row < size; row++) {
        const factor = entries[row * size + k]! / value;
        entries[row * size + k] = factor;
        if (factor === 0) continue;
        for (let j = k + 1; j < end; j++) entries[row * size + j]! -= factor * entries[k * size + j]!;
      }
    }
    for (let row = start + 1; row < size; row++) {
      const last = Math.min(row, end);
      subtractRows(entries, row, entries, row * size + start, entries, start, last, end, size);
      work += (size - end) * BLOCK;
      if (work > WORK_PER_YIELD) {
        work = 0;
        yield (1 - (1 - end / size) ** 3) / 4;
      }
    }
  }
  return { size, entries, order };
}

function pivotRow(entries: Float64Array, size: number, k: number): number {
  let best = k;
  for (let row = k + 1; row < size; row++)
    if (Math.abs(entries[row * size + k]!) > Math.abs(entries[best * size + k]!)) best = row;
  return best;
}

function swapRows(entries: Float64Array, order: Uint32Array, size: number, a: number, b: number): void {
  const kept = entries.slice(a * size, (a + 1) * size);
  entries.copyWithin(a * size, b * size, (b + 1) * size);
  entries.set(kept, b * size);
  [order[a], order[b]] = [order[b]!, order[a]!];
}

/** From the row `into` of one matrix the rows from `first` to `last` of another, each times its factor. */
function subtractRows(
  target: Float64Array,
  into: number,
  factors: Float64Array,
  factorsFrom: number,
  source: Float64Array,
  first: number,
  last: number,
  column: number,
  size: number,
): void {
  const t = into * size;
  let k = first;
  for (; k + BLOCK <= last; k += BLOCK) {
    const f = factorsFrom + k - first;
    const [a, b, c, d] = [factors[f]!, factors[f + 1]!, factors[f + 2]!, factors[f + 3]!];
    if (a === 0 && b === 0 && c === 0 && d === 0) continue;
    const s0 = k * size;
    const s1 = s0 + size;
    const s2 = s1 + size;
    const s3 = s2 + size;
    for (let j = column; j < size; j++)
      target[t + j]! -= a * source[s0 + j]! + b * source[s1 + j]! + c * source[s2 + j]! + d * source[s3 + j]!;
  }
  for (; k < last; k++) {
    const factor = factors[factorsFrom + k - first]!;
    if (factor === 0) continue;
    const s = k * size;
    for (let j = column; j < size; j++) target[t + j]! -= factor * source[s + j]!;
  }
}

/** X of L U X = P, which is the inverse. */
function* solved({ size, entries, order }: Factors): Computation<Float64Array> {
  const x = new Float64Array(size * size);
  for (let row = 0; row < size; row++) x[row * size + order[row]!] = 1;
  const steps = 2 * size;
  let work = 0;
  for (let step = 0; step < steps; step++) {
    const down = step < size;
    const row = down ? step : steps - 1 - step;
    const start = row * size;
    if (down) subtractRows(x, row, entries, start, x, 0, row, 0, size);
    else {
      subtractRows(x, row, entries, start + row + 1, x, row + 1, size, 0, size);
      const value = entries[start + row]!;
      for (let j = 0; j < size; j++) x[start + j]! /= value;
    }
    work += (down ? row : size - row) * size;
    if (work > WORK_PER_YIELD) {
      work = 0;
      yield (1 + (3 * step) / steps) / 4;
    }
  }
  return x;
}

/** The largest sum of absolute entries of a row: a norm, whose product of a matrix and its inverse is the condition. */
export function rowNorm(matrix: Float64Array, size: number): number {
  let largest = 0;
  for (let row = 0; row < size; row++) {
    let total = 0;
    for (let j = 0; j < size; j++) total += Math.abs(matrix[row * size + j]!);
    largest = Math.max(largest, total);
  }
  return largest;
}
