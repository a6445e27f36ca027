import type { Network } from '../../network/network.ts';

/** Of each actor the number of the piece that it is in once one has left, direction ignored; -1 for that one. O(n + m). */
export function piecesWithout({ n, either }: Network, gone: number): Int32Array {
  const pieces = new Int32Array(n).fill(-1);
  const queue = new Uint32Array(n);
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (start === gone || pieces[start] !== -1) continue;
    pieces[start] = count;
    queue[0] = start;
    let size = 1;
    for (let k = 0; k < size; k++)
      for (let e = either.offsets[queue[k]!]!; e < either.offsets[queue[k]! + 1]!; e++) {
        const other = either.columns[e]!;
        if (other === gone || pieces[other] !== -1) continue;
        pieces[other] = count;
        queue[size++] = other;
      }
    count++;
  }
  return pieces;
}
