import type { Csr } from '../../network/csr.ts';
import { LengthKernel, UNSETTLED } from './length-kernel.ts';

const ABSENT = -1;

/** Takes the nearest actor from a heap with four children a node: for lengths of any spread. */
export class HeapKernel extends LengthKernel {
  /** Actors, the nearest on top, their distances, and where each actor sits. */
  readonly #heap: Uint32Array;
  readonly #keys: Float64Array;
  readonly #place: Int32Array;

  /** @param lengths > 0, one an entry of the graph */
  constructor(graph: Csr, lengths: Float64Array, entrySums: Float64Array | null = null) {
    super(graph, lengths, entrySums);
    const n = graph.offsets.length - 1;
    this.#heap = new Uint32Array(n + 1);
    this.#keys = new Float64Array(n + 1);
    this.#place = new Int32Array(n);
  }

  protected override settle(source: number): number {
    const { offsets, columns } = this.graph;
    const lengths = this.lengths;
    const distance = this.distance;
    const heap = this.#heap;
    const keys = this.#keys;
    const place = this.#place;
    const order = this.order;
    const rank = this.rank;
    distance.fill(Infinity);
    place.fill(ABSENT);
    rank.fill(UNSETTLED);
    distance[source] = 0;
    heap[0] = source;
    keys[0] = 0;
    let size = 1;
    let settled = 0;

    while (size > 0) {
      const actor: number = heap[0]!;
      const here = keys[0]!;
      rank[actor] = settled;
      order[settled++] = actor;
      size--;
      if (size > 0) {
        // The last one takes the empty top and sinks below every shorter child.
        const sinking = heap[size]!;
        const key = keys[size]!;
        let hole = 0;
        for (;;) {
          const firstChild = 4 * hole + 1;
          if (firstChild >= size) break;
          const end = firstChild + 4 < size ? firstChild + 4 : size;
          let best = firstChild;
          for (let child = firstChild + 1; child < end; child++) if (keys[child]! < keys[best]!) best = child;
          if (keys[best]! >= key) break;
          heap[hole] = heap[best]!;
          keys[hole] = keys[best]!;
          place[heap[hole]!] = hole;
          hole = best;
        }
        heap[hole] = sinking;
        keys[hole] = key;
        place[sinking] = hole;
      }
      for (let e: number = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
        const partner = columns[e]!;
        const through = here + lengths[e]!;
        if (through >= distance[partner]!) continue;
        distance[partner] = through;
        // The partner enters at the end, or stays where it sits, and rises above every longer parent.
        let hole = place[partner]!;
        if (hole === ABSENT) hole = size++;
        while (hole > 0) {
          const parent = (hole - 1) >> 2;
          if (keys[parent]! <= through) break;
          heap[hole] = heap[parent]!;
          keys[hole] = keys[parent]!;
          place[heap[hole]!] = hole;
          hole = parent;
        }
        heap[hole] = partner;
        keys[hole] = through;
        place[partner] = hole;
      }
    }
    return settled;
  }
}
