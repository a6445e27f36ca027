import type { Csr } from '../../network/csr.ts';
import { pathSums, type PathKernel, type PathSums } from './kernel.ts';

/** Farther than any actor. */
const UNSEEN = 0x7fffffff;

/**
 * Brandes' accumulation (2001) where every tie is one step long: breadth-first, level by level. The ties on shortest
 * paths are written to a list in the order found, so that the way back reads it linearly. The plain twin of
 * src/kernels/assembly/paths-hops.ts.
 */
export class HopKernel implements PathKernel {
  readonly sums: PathSums;

  readonly #graph: Csr;
  readonly #entrySums: Float64Array | null;
  /** Distance from the source in steps, or UNSEEN. */
  readonly #level: Int32Array;
  /** Number of shortest paths from the source. */
  readonly #paths: Float64Array;
  /** (1 + dependency) / paths: what each predecessor gets for each of its paths. */
  readonly #share: Float64Array;
  /** Actors in the order reached. */
  readonly #order: Uint32Array;
  /** The successors of order[k] are those from successorStart[k] to successorStart[k + 1]. */
  readonly #successorStart: Uint32Array;
  readonly #successors: Uint32Array;

  /** @param entrySums where given, one an entry of the graph: what is added up for ties as betweenness is for actors */
  constructor(graph: Csr, entrySums: Float64Array | null = null) {
    const n = graph.offsets.length - 1;
    this.#graph = graph;
    this.#entrySums = entrySums;
    this.sums = pathSums(() => new Float64Array(n));
    this.#level = new Int32Array(n);
    this.#paths = new Float64Array(n);
    this.#share = new Float64Array(n);
    // One more, since the loops write before they know whether it counts.
    this.#order = new Uint32Array(n + 1);
    this.#successorStart = new Uint32Array(n + 1);
    this.#successors = new Uint32Array(graph.columns.length + 1);
  }

  release(): void {
    // nothing but what the collector takes back by itself
  }

  run(sources: Uint32Array): void {
    const { offsets, columns } = this.#graph;
    const n = offsets.length - 1;
    const level = this.#level;
    const paths = this.#paths;
    const share = this.#share;
    const order = this.#order;
    const successorStart = this.#successorStart;
    const successors = this.#successors;
    const { betweenness, squares, farness, nearness, reach, eccentricity } = this.sums;

    for (const source of sources) {
      level.fill(UNSEEN);
      paths.fill(0);
      level[source] = 0;
      paths[source] = 1;
      order[0] = source;
      let reached = 1;
      let emitted = 0;
      let depth = 0;
      let scanned = 0;

      // When everybody is reached, the last level has no successors and need not be scanned.
      while (scanned < reached && reached < n) {
        const levelEnd = reached;
        const next = depth + 1;
        for (; scanned < levelEnd; scanned++) {
          const actor = order[scanned]!;
          const pathsHere = paths[actor]!;
          const first = emitted;
          successorStart[scanned] = first;
          // Both loops write always and move on only where it counts: whether it does is a coin toss that a branch
          // would often guess wrong. `(a - b) >>> 31` is 1 where a < b, else 0.
          for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
            const partner = columns[e]!;
            successors[emitted] = partner;
            emitted += (depth - level[partner]!) >>> 31;
          }
          for (let k = first; k < emitted; k++) {
            const successor = successors[k]!;
            order[reached] = successor;
            reached += (next - level[successor]!) >>> 31;
            level[successor] = next;
            paths[successor]! += pathsHere;
          }
        }
        if (reached > levelEnd) depth = next;
      }
      successorStart.fill(emitted, scanned, reached + 1);

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
        const distance = level[actor]!;
        farness[actor]! += distance;
        nearness[actor]! += 1 / distance;
        reach[actor]!++;
        if (distance > eccentricity[actor]!) eccentricity[actor] = distance;
      }
      reach[source]!++;
      if (this.#entrySums) this.#addEntries(this.#entrySums, reached);
    }
  }

  /** What goes along each tie to the next level: the paths that come to it times the share of each beyond. */
  #addEntries(entrySums: Float64Array, reached: number): void {
    const { offsets, columns } = this.#graph;
    for (let k = 0; k < reached; k++) {
      const actor = this.#order[k]!;
      const next = this.#level[actor]! + 1;
      for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
        const partner = columns[e]!;
        if (this.#level[partner] === next) entrySums[e]! += this.#paths[actor]! * this.#share[partner]!;
      }
    }
  }
}
