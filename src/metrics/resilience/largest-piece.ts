import type { Csr } from '../../network/csr.ts';

/**
 * The size of the largest piece after 0, 1, 2 … n removals, backwards: actors come back in reverse order and join the
 * pieces of their partners (union by size, with path halving). Nearly O(n + m).
 */
export class LargestPiece {
  readonly #pattern: Csr;
  readonly #parent: Int32Array;
  readonly #sizes: Int32Array;

  constructor(pattern: Csr) {
    const n = pattern.offsets.length - 1;
    this.#pattern = pattern;
    this.#parent = new Int32Array(n);
    this.#sizes = new Int32Array(n);
  }

  /** Adds the sizes for this order of removal to the n + 1 entries of `sizes`. */
  add(order: Uint32Array, sizes: Float64Array): void {
    const { offsets, columns } = this.#pattern;
    const n = order.length;
    const parent = this.#parent.fill(-1);
    const pieces = this.#sizes.fill(1);
    let largest = 0;
    for (let removed = n - 1; removed >= 0; removed--) {
      const actor = order[removed]!;
      let root = actor;
      parent[actor] = actor;
      for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) {
        let other = columns[e]!;
        if (parent[other] === -1) continue;
        while (parent[other] !== other) {
          parent[other] = parent[parent[other]!]!;
          other = parent[other]!;
        }
        if (other === root) continue;
        if (pieces[other]! > pieces[root]!) {
          const smaller = root;
          root = other;
          other = smaller;
        }
        parent[other] = root;
        pieces[root]! += pieces[other]!;
      }
      if (pieces[root]! > largest) largest = pieces[root]!;
      sizes[removed]! += largest;
    }
  }
}
