import { rowSizes, type Csr } from '../../network/csr.ts';

/**
 * The core number of each row: the largest k such that it is among rows each of which has at least k entries among them
 * (Seidman 1983). Takes away the row with the fewest entries left, over and over (Batagelj & Zaversnik 2003). O(n + m).
 *
 * @param counted whose entries count; with `incoming`, in-cores
 * @param affected the transpose of `counted`: who loses an entry when a row is taken away
 */
export function coreNumbers(counted: Csr, affected: Csr = counted): Float64Array {
  const { offsets, columns } = affected;
  const left = Int32Array.from(rowSizes(counted));
  const n = left.length;
  let most = 0;
  for (let row = 0; row < n; row++) most = Math.max(most, left[row]!);
  /** Where rows with so many entries left begin in `order`. */
  const begins = new Int32Array(most + 2);
  for (let row = 0; row < n; row++) begins[left[row]! + 1]!++;
  for (let size = 0; size < most; size++) begins[size + 1]! += begins[size]!;
  const place = new Int32Array(n);
  const order = new Int32Array(n);
  const next = begins.slice();
  for (let row = 0; row < n; row++) {
    place[row] = next[left[row]!]!++;
    order[place[row]!] = row;
  }
  for (let k = 0; k < n; k++) {
    const row = order[k]!;
    const core = left[row]!;
    for (let e = offsets[row]!, end = offsets[row + 1]!; e < end; e++) {
      const other = columns[e]!;
      const size = left[other]!;
      if (size <= core) continue;
      // to the front of its like, whose first place then belongs to those with one less
      const from = place[other]!;
      const to = begins[size]!;
      const first = order[to]!;
      order[from] = first;
      place[first] = from;
      order[to] = other;
      place[other] = to;
      begins[size] = to + 1;
      left[other] = size - 1;
    }
  }
  return Float64Array.from(left);
}
