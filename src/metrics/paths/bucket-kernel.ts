import type { Csr } from '../../network/csr.ts';
import { LengthKernel, UNSETTLED } from './length-kernel.ts';

/** Beyond this ratio of the longest to the shortest length there would be more empty buckets than actors. */
const MOST_BUCKETS = 4096;

const NONE = -1;

/**
 * Keeps actors in a ring of buckets by distance, each a little narrower than the shortest length (Denardo & Fox 1979):
 * no tie joins two actors of one bucket, so the actors of the nearest bucket are settled in any order, without the cost
 * of a heap. An actor whose distance shrinks is entered again; the entry left behind is skipped. The plain twin of
 * src/kernels/assembly/paths-buckets.ts.
 */
export class BucketKernel extends LengthKernel {
  /** Whether lengths are close enough to each other. */
  static suits(lengths: Float64Array): boolean {
    const { shortest, longest } = extremes(lengths);
    return longest / shortest < MOST_BUCKETS;
  }

  /** How many buckets a ring for these lengths has, a power of two, and how many there are to a unit of length. */
  static ring(lengths: Float64Array): { readonly buckets: number; readonly perLength: number } {
    const { shortest, longest } = extremes(lengths);
    // A hundredth narrower: far more than lengths that count as equal differ.
    const perLength = 1 / (0.99 * shortest);
    let buckets = 1;
    while (buckets < longest * perLength + 2) buckets *= 2;
    return { buckets, perLength };
  }

  readonly #perLength: number;
  /** The first entry of each bucket, and the one after each entry; NONE at the end. */
  readonly #first: Int32Array;
  readonly #after: Int32Array;
  /** The actor of each entry. */
  readonly #entries: Uint32Array;

  /** @param lengths > 0, one an entry of the graph, which `suits` accepts */
  constructor(graph: Csr, lengths: Float64Array, entrySums: Float64Array | null = null) {
    super(graph, lengths, entrySums);
    const { buckets, perLength } = BucketKernel.ring(lengths);
    this.#perLength = perLength;
    this.#first = new Int32Array(buckets).fill(NONE);
    this.#after = new Int32Array(graph.columns.length + 1);
    this.#entries = new Uint32Array(graph.columns.length + 1);
  }

  protected override settle(source: number): number {
    const { offsets, columns } = this.graph;
    const lengths = this.lengths;
    const distance = this.distance;
    const order = this.order;
    const rank = this.rank;
    const perLength = this.#perLength;
    const first = this.#first;
    const after = this.#after;
    const entries = this.#entries;
    const ring = first.length - 1;
    distance.fill(Infinity);
    rank.fill(UNSETTLED);
    distance[source] = 0;
    entries[0] = source;
    after[0] = NONE;
    first[0] = 0;
    let used = 1;
    let waiting = 1;
    let settled = 0;

    for (let bucket = 0; waiting > 0; bucket = (bucket + 1) & ring) {
      let entry = first[bucket]!;
      first[bucket] = NONE;
      for (; entry !== NONE; entry = after[entry]!) {
        waiting--;
        const actor = entries[entry]!;
        if (rank[actor] !== UNSETTLED) continue;
        const here = distance[actor]!;
        rank[actor] = settled;
        order[settled++] = actor;
        for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
          const partner = columns[e]!;
          const through = here + lengths[e]!;
          if (through >= distance[partner]!) continue;
          distance[partner] = through;
          const later = Math.floor(through * perLength) & ring;
          entries[used] = partner;
          after[used] = first[later]!;
          first[later] = used++;
          waiting++;
        }
      }
    }
    return settled;
  }
}

function extremes(lengths: Float64Array): { shortest: number; longest: number } {
  let shortest = Infinity;
  let longest = 0;
  for (const length of lengths) {
    if (length < shortest) shortest = length;
    if (length > longest) longest = length;
  }
  return { shortest, longest };
}
