import type { Csr } from '../../network/csr.ts';
import type { PathKernel } from './kernel.ts';

/** Farther than any actor. */
const UNSEEN = 0x7fffffff;

/**
 * Brandes' accumulation (2001) where every tie is one step long: breadth-first, level by level. The ties on shortest
 * paths are written to a list in the order found, so that the way back reads it linearly.
 */
export class HopKernel implements PathKernel {
  readonly betweenness: Float64Array;
  readonly farness: Float64Array;
  readonly nearness: Float64Array;
  readonly reach: Float64Array;
  readonly eccentricity: Float64Array;

  readonly #graph: Csr;
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

  constructor(graph: Csr) {
    const n = graph.offsets.length - 1;
    this.#graph = graph;
    this.betweenness = new Float64Array(n);
    this.farness = new Float64Array(n);
    this.nearness = new Float64Array(n);
    this.reach = new Float64Array(n);
    this.eccentricity = new Float64Array(n);
    this.#level = new Int32Array(n);
    this.#paths = new Float64Array(n);
    this.#share = new Float64Array(n);
    // One more, since the loops write before they know whether it counts.
    this.#order = new Uint32Array(n + 1);
    this.#successorStart = new Uint32Array(n + 1);
    this.#successors = new Uint32Array(graph.columns.length + 1);
  }

  run(from: number, to: number): void {
    const { offsets, columns } = this.#graph;
    const n = offsets.length - 1;
    const level = this.#level;
    const paths = this.#paths;
    const share = this.#share;
    const order = this.#order;
    const successorStart = this.#successorStart;
    const successors = this.#successors;
    const betweenness = this.betweenness;

    for (let source = from; source < to; source++) {
      level.fill(UNSEEN);
      paths.fill(0);
      level[source] = 0;
      paths[source] = 1;
      order[0] = source;
      let reached = 1;
      let emitted = 0;
      let farness = 0;
      let nearness = 0;
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
        const found = reached - levelEnd;
        farness += found * next;
        nearness += found / next;
        if (found > 0) depth = next;
      }
      successorStart.fill(emitted, scanned, reached + 1);

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
      this.farness[source] = farness;
      this.nearness[source] = nearness;
      this.reach[source] = reached;
      this.eccentricity[source] = depth;
    }
  }
}
