import type { Csr } from '../../network/csr.ts';
import type { PathKernel } from './kernel.ts';

/**
 * Two paths are equally short if their lengths differ by less than this share: sums of 1 / weight carry rounding
 * errors, and comparing them with `==` loses paths.
 */
const TOLERANCE = 1e-10;

const UNSEEN = -1;

/**
 * Brandes' accumulation (2001) where ties have lengths: Dijkstra with a heap of four children a node, then one pass
 * forward over the settled actors to count paths, and one back.
 */
export class LengthKernel implements PathKernel {
  readonly betweenness: Float64Array;
  readonly farness: Float64Array;
  readonly nearness: Float64Array;
  readonly reach: Float64Array;
  readonly eccentricity: Float64Array;

  readonly #graph: Csr;
  readonly #lengths: Float64Array;
  /** Length of the shortest path known from the source. */
  readonly #distance: Float64Array;
  /** The heap: actors with the shortest distance on top, their distances, and where each actor sits in it. */
  readonly #heap: Uint32Array;
  readonly #keys: Float64Array;
  readonly #place: Int32Array;
  /** Actors in the order settled, and each one's rank in it. */
  readonly #order: Uint32Array;
  readonly #rank: Int32Array;
  /** Number of shortest paths from the source. */
  readonly #paths: Float64Array;
  /** (1 + dependency) / paths: what each predecessor gets for each of its paths. */
  readonly #share: Float64Array;
  /** The successors of order[k] are those from successorStart[k] to successorStart[k + 1]. */
  readonly #successorStart: Uint32Array;
  readonly #successors: Uint32Array;

  /** @param lengths > 0, one an entry of the graph */
  constructor(graph: Csr, lengths: Float64Array) {
    const n = graph.offsets.length - 1;
    this.#graph = graph;
    this.#lengths = lengths;
    this.betweenness = new Float64Array(n);
    this.farness = new Float64Array(n);
    this.nearness = new Float64Array(n);
    this.reach = new Float64Array(n);
    this.eccentricity = new Float64Array(n);
    this.#distance = new Float64Array(n);
    this.#heap = new Uint32Array(n + 1);
    this.#keys = new Float64Array(n + 1);
    this.#place = new Int32Array(n);
    this.#order = new Uint32Array(n);
    this.#rank = new Int32Array(n);
    this.#paths = new Float64Array(n);
    this.#share = new Float64Array(n);
    this.#successorStart = new Uint32Array(n + 1);
    this.#successors = new Uint32Array(graph.columns.length + 1);
  }

  run(from: number, to: number): void {
    for (let source = from; source < to; source++) {
      const reached = this.#settle(source);
      this.#countPaths(source, reached);
      this.#accumulate(reached);
    }
  }

  /** Dijkstra (1959). Returns how many actors were reached, the source included. */
  #settle(source: number): number {
    const { offsets, columns } = this.#graph;
    const lengths = this.#lengths;
    const distance = this.#distance;
    const heap = this.#heap;
    const keys = this.#keys;
    const place = this.#place;
    const order = this.#order;
    const rank = this.#rank;
    distance.fill(Infinity);
    place.fill(UNSEEN);
    rank.fill(UNSEEN);
    distance[source] = 0;
    heap[0] = source;
    keys[0] = 0;
    let size = 1;
    let settled = 0;
    let farness = 0;
    let nearness = 0;
    let farthest = 0;

    while (size > 0) {
      const actor: number = heap[0]!;
      const here = keys[0]!;
      rank[actor] = settled;
      order[settled++] = actor;
      if (actor !== source) {
        farness += here;
        nearness += 1 / here;
        farthest = here;
      }
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
        if (hole === UNSEEN) hole = size++;
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
    this.farness[source] = farness;
    this.nearness[source] = nearness;
    this.reach[source] = settled;
    this.eccentricity[source] = farthest;
    return settled;
  }

  #countPaths(source: number, reached: number): void {
    const { offsets, columns } = this.#graph;
    const lengths = this.#lengths;
    const distance = this.#distance;
    const order = this.#order;
    const rank = this.#rank;
    const paths = this.#paths;
    const successorStart = this.#successorStart;
    const successors = this.#successors;
    paths.fill(0);
    paths[source] = 1;
    let emitted = 0;
    for (let k = 0; k < reached; k++) {
      const actor = order[k]!;
      const here = distance[actor]!;
      const pathsHere = paths[actor]!;
      successorStart[k] = emitted;
      for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
        const partner = columns[e]!;
        // Ranks keep a tie that is shorter than the tolerance from being walked both ways.
        if (here + lengths[e]! <= distance[partner]! * (1 + TOLERANCE) && rank[partner]! > k) {
          successors[emitted++] = partner;
          paths[partner]! += pathsHere;
        }
      }
    }
    successorStart[reached] = emitted;
  }

  #accumulate(reached: number): void {
    const order = this.#order;
    const paths = this.#paths;
    const share = this.#share;
    const successorStart = this.#successorStart;
    const successors = this.#successors;
    const betweenness = this.betweenness;
    for (let k = reached - 1; k > 0; k--) {
      const actor = order[k]!;
      let sum = 0;
      for (let e = successorStart[k]!, end = successorStart[k + 1]!; e < end; e++)
        sum += share[successors[e]!]!;
      const pathsHere = paths[actor]!;
      const dependency = pathsHere * sum;
      betweenness[actor]! += dependency;
      share[actor] = (1 + dependency) / pathsHere;
    }
  }
}
