/**
 * A sparse matrix of n rows in compressed rows: the entries of row i are those from offsets[i] to offsets[i + 1], with
 * columns ascending and no column twice.
 */
export interface Csr {
  /** n + 1 positions. */
  readonly offsets: Uint32Array;
  readonly columns: Uint32Array;
  /** > 0, one an entry. */
  readonly weights: Float64Array;
}

/**
 * Sums entries that share row and column, in the order given: the same list gives the same bits. Two stable counting
 * sorts, first by column and then by row, make it O(n + m).
 */
export function csrOf(n: number, rows: Uint32Array, columns: Uint32Array, weights: Float64Array): Csr {
  const byColumn = stableOrder(n, columns);
  const order = stableOrder(n, rows, byColumn);
  const offsets = new Uint32Array(n + 1);
  const mergedColumns = new Uint32Array(order.length);
  const mergedWeights = new Float64Array(order.length);
  let size = 0;
  let previousRow = -1;
  let previousColumn = -1;
  for (let k = 0; k < order.length; k++) {
    const entry = order[k]!;
    const row = rows[entry]!;
    const column = columns[entry]!;
    if (row === previousRow && column === previousColumn) {
      mergedWeights[size - 1]! += weights[entry]!;
      continue;
    }
    mergedColumns[size] = column;
    mergedWeights[size] = weights[entry]!;
    size++;
    offsets[row + 1]!++;
    previousRow = row;
    previousColumn = column;
  }
  for (let row = 0; row < n; row++) offsets[row + 1]! += offsets[row]!;
  return { offsets, columns: mergedColumns.slice(0, size), weights: mergedWeights.slice(0, size) };
}

/** Columns become rows. */
export function transpose(matrix: Csr): Csr {
  return csrOf(matrix.offsets.length - 1, matrix.columns, rowOfEachEntry(matrix), matrix.weights);
}

/** Entry by entry, a + b; where `a` is the transpose of `b` the sum is symmetric to the last bit. */
export function sum(a: Csr, b: Csr): Csr {
  const n = a.offsets.length - 1;
  const limit = a.columns.length + b.columns.length;
  const offsets = new Uint32Array(n + 1);
  const columns = new Uint32Array(limit);
  const weights = new Float64Array(limit);
  let size = 0;
  for (let row = 0; row < n; row++) {
    let p = a.offsets[row]!;
    let q = b.offsets[row]!;
    const pEnd = a.offsets[row + 1]!;
    const qEnd = b.offsets[row + 1]!;
    while (p < pEnd || q < qEnd) {
      const left = p < pEnd ? a.columns[p]! : n;
      const right = q < qEnd ? b.columns[q]! : n;
      columns[size] = Math.min(left, right);
      weights[size] = (left <= right ? a.weights[p]! : 0) + (right <= left ? b.weights[q]! : 0);
      size++;
      if (left <= right) p++;
      if (right <= left) q++;
    }
    offsets[row + 1] = size;
  }
  return { offsets, columns: columns.slice(0, size), weights: weights.slice(0, size) };
}

/** How many entries each row has. */
export function rowSizes(matrix: Csr): Float64Array {
  const sizes = new Float64Array(matrix.offsets.length - 1);
  for (let row = 0; row < sizes.length; row++) sizes[row] = matrix.offsets[row + 1]! - matrix.offsets[row]!;
  return sizes;
}

/** The sum of each row. */
export function rowSums(matrix: Csr): Float64Array {
  const sums = new Float64Array(matrix.offsets.length - 1);
  for (let row = 0; row < sums.length; row++) {
    let total = 0;
    for (let e = matrix.offsets[row]!; e < matrix.offsets[row + 1]!; e++) total += matrix.weights[e]!;
    sums[row] = total;
  }
  return sums;
}

function rowOfEachEntry(matrix: Csr): Uint32Array {
  const rows = new Uint32Array(matrix.columns.length);
  for (let row = 0; row + 1 < matrix.offsets.length; row++)
    rows.fill(row, matrix.offsets[row]!, matrix.offsets[row + 1]!);
  return rows;
}

function identity(length: number): Uint32Array {
  const order = new Uint32Array(length);
  for (let k = 0; k < length; k++) order[k] = k;
  return order;
}

/**
 * A counting sort: the places 0, 1, … of the keys, or those of `order`, by key; equals keep their order. O(n + keys).
 *
 * @param n above all keys
 */
export function stableOrder(n: number, keys: Uint32Array, order = identity(keys.length)): Uint32Array {
  const next = new Uint32Array(n + 1);
  for (let k = 0; k < keys.length; k++) next[keys[k]! + 1]!++;
  for (let key = 0; key < n; key++) next[key + 1]! += next[key]!;
  const sorted = new Uint32Array(order.length);
  for (let k = 0; k < order.length; k++) {
    const entry = order[k]!;
    sorted[next[keys[entry]!]!++] = entry;
  }
  return sorted;
}
