import type { Csr } from '../../network/csr.ts';

/**
 * The core number of each row: the largest k such that it is among rows each of which has at least k entries among them
 * (Seidman 1983). Level by level, rows with no more entries left than the level are taken away, and those that this
 * leaves with no more (Batagelj & Zaversnik 2003). A row is looked at once a level while it is there, which in all is no
 * more than it has entries: O(n + m).
 *
 * @param counted whose entries count; with `incoming`, in-cores
 * @param affected the transpose of `counted`: who loses an entry when a row is taken away
 */
export function coreNumbers(counted: Csr, affected: Csr = counted): Float64Array {
  const { offsets, columns } = affected;
  const n = counted.offsets.length - 1;
  /** Entries left of each row; of one that was taken away, its level. */
  const left = new Int32Array(n);
  const rows = new Int32Array(n);
  for (let row = 0; row < n; row++) {
    left[row] = counted.offsets[row + 1]! - counted.offsets[row]!;
    rows[row] = row;
  }
  const going = new Int32Array(n + 1);
  let count = n;
  for (let level = 0; count > 0; level++) {
    let size = 0;
    let staying = 0;
    for (let k = 0; k < count; k++) {
      const row = rows[k]!;
      if (left[row]! > level) rows[staying++] = row;
      else if (left[row] === level) going[size++] = row;
    }
    count = staying;
    for (let k = 0; k < size; k++) {
      const row = going[k]!;
      for (let e = offsets[row]!, end = offsets[row + 1]!; e < end; e++) {
        const other = columns[e]!;
        const before = left[other]!;
        // 1 if it is still there; without a branch, which would go either way
        left[other] = before - ((level - before) >>> 31);
        if (before === level + 1) going[size++] = other;
      }
    }
  }
  return new Float64Array(left);
}
