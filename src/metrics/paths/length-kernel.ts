import type { Csr } from '../../network/csr.ts';
import { pathSums, type PathKernel, type PathSums } from './kernel.ts';

/**
 * Two paths are equally short if their lengths differ by less than this share: sums of 1 / weight carry rounding
 * errors, and comparing them with `==` loses paths.
 */
const TOLERANCE = 1e-10;

/** The rank of actors not settled yet. */
export const UNSETTLED = -1;

/**
 * Brandes' accumulation (2001) where ties have lengths: Dijkstra's search (1959), with the queue that a subclass
 * brings, then one pass forward over the settled actors to count paths, and one back.
 */
export abstract class LengthKernel implements PathKernel {
  readonly sums: PathSums;

  protected readonly graph: Csr;
  protected readonly lengths: Float64Array;
  /** Length of the shortest path known from the source. */
  protected readonly distance: Float64Array;
  /** Actors in the order settled, and each one's rank in it. */
  protected readonly order: Uint32Array;
  protected readonly rank: Int32Array;
  readonly #entrySums: Float64Array | null;
  /** Number of shortest paths from the source. */
  readonly #paths: Float64Array;
  /** (1 + dependency) / paths: what each predecessor gets for each of its paths. */
  readonly #share: Float64Array;
  /** The successors of order[k] are those from successorStart[k] to successorStart[k + 1]. */
  readonly #successorStart: Uint32Array;
  readonly #successors: Uint32Array;

  /**
   * @param lengths > 0, one an entry of the graph
   * @param entrySums where given, one an entry: what is added up for ties as betweenness is for actors
   */
  constructor(graph: Csr, lengths: Float64Array, entrySums: Float64Array | null = null) {
    const n = graph.offsets.length - 1;
    this.graph = graph;
    this.lengths = lengths;
    this.#entrySums = entrySums;
    this.sums = pathSums(() => new Float64Array(n));
    this.distance = new Float64Array(n);
    this.order = new Uint32Array(n);
    this.rank = new Int32Array(n);
    this.#paths = new Float64Array(n);
    this.#share = new Float64Array(n);
    this.#successorStart = new Uint32Array(n + 1);
    this.#successors = new Uint32Array(graph.columns.length + 1);
  }

  release(): void {
    // nothing but what the collector takes back by itself
  }

  run(sources: Uint32Array): void {
    for (const source of sources) {
      const reached = this.settle(source);
      this.#countPaths(source, reached);
      this.#accumulate(reached);
      if (this.#entrySums) this.#addEntries(this.#entrySums, reached);
    }
  }

  /**
   * Finds the distances of all actors from the source, and an order in which every shortest path goes forward. Fills
   * `distance`, `order` and `rank`. Returns how many actors were reached, the source included.
   */
  protected abstract settle(source: number): number;

  #countPaths(source: number, reached: number): void {
    const { offsets, columns } = this.graph;
    const lengths = this.lengths;
    const distance = this.distance;
    const order = this.order;
    const rank = this.rank;
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
        if (isShortest(here + lengths[e]!, distance[partner]!) && rank[partner]! > k) {
          successors[emitted++] = partner;
          paths[partner]! += pathsHere;
        }
      }
    }
    successorStart[reached] = emitted;
  }

  #accumulate(reached: number): void {
    const order = this.order;
    const paths = this.#paths;
    const share = this.#share;
    const successorStart = this.#successorStart;
    const successors = this.#successors;
    const distances = this.distance;
    const { betweenness, squares, farness, nearness, reach, eccentricity } = this.sums;
    for (let k = reached - 1; k > 0; k--) {
      const actor = order[k]!;
      let sum = 0;
      for (let e = successorStart[k]!, end = successorStart[k + 1]!; e < end; e++)
        sum += share[successors[e]!]!;
      const pathsHere = paths[actor]!;
      const dependency = pathsHere * sum;
      // Infinitely many paths, times 0, is NaN: a share that is not known must not pass for 0.
      share[actor] = (1 + dependency) / pathsHere + 0 * pathsHere;
      betweenness[actor]! += dependency;
      squares[actor]! += dependency * dependency;
      const distance = distances[actor]!;
      farness[actor]! += distance;
      nearness[actor]! += 1 / distance;
      reach[actor]!++;
      if (distance > eccentricity[actor]!) eccentricity[actor] = distance;
    }
    reach[order[0]!]!++;
  }

  /** What goes along each tie of a shortest path: the paths that come to it times the share of each beyond. */
  #addEntries(entrySums: Float64Array, reached: number): void {
    const { offsets, columns } = this.graph;
    for (let k = 0; k < reached; k++) {
      const actor = this.order[k]!;
      const here = this.distance[actor]!;
      for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
        const partner = columns[e]!;
        if (isShortest(here + this.lengths[e]!, this.distance[partner]!) && this.rank[partner]! > k)
          entrySums[e]! += this.#paths[actor]! * this.#share[partner]!;
      }
    }
  }
}

function isShortest(length: number, shortest: number): boolean {
  return length <= shortest * (1 + TOLERANCE);
}
