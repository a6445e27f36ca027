import type { Csr } from '../../network/csr.ts';
import type { Computation } from '../measure.ts';

/** Adjacency entries scanned between two steps. */
const STEP_WORK = 30_000;

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
  *add(order: Uint32Array, sizes: Float64Array): Computation<void> {
    const { offsets, columns } = this.#pattern;
    const n = order.length;
    const parent = this.#parent.fill(-1);
    const pieces = this.#sizes.fill(1);
    let largest = 0;
    let work = 0;
    for (let removed = n - 1; removed >= 0; removed--) {
      const actor = order[removed]!;
      let root = actor;
      parent[actor] = actor;
      const start = offsets[actor]!;
      const end = offsets[actor + 1]!;
      for (let e = start; e < end; e++) {
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
      work += end - start + 1;
      if (work < STEP_WORK) continue;
      work = 0;
      yield 1 - removed / n;
    }
  }
}
