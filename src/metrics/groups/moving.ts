import type { Random } from '../../base/random.ts';
import { shuffle } from '../shuffle.ts';
import type { GroupGraph } from './group-graph.ts';

/**
 * A gain must exceed this share of the node's strength, so that rounding never moves a node to and fro. Gains are in
 * units of weight.
 */
export const NEGLIGIBLE = 1e-10;

/**
 * Moves single nodes to the community where modularity gains most, until none gains: a queue holds the nodes whose
 * neighbourhood has changed (the fast local moving of Traag, Waltman & van Eck 2019). O(entries scanned).
 */
export class Moving {
  /** The community of each node, set by whoever starts and changed here; any labels below the number of nodes. */
  readonly community: Int32Array;

  /** Sum of the strengths, and number, of the members of each community. */
  readonly #totals: Float64Array;
  readonly #sizes: Int32Array;
  /** Communities without members, as a stack. */
  readonly #empty: Int32Array;
  #emptyCount = 0;
  /** Weight from the node in hand to each community; 0 between nodes. */
  readonly #weightTo: Float64Array;
  /** The communities next to the node in hand. */
  readonly #near: Int32Array;
  /** A ring of nodes that are to be looked at. */
  readonly #queue: Int32Array;
  readonly #queued: Uint8Array;
  #head = 0;
  #waiting = 0;

  constructor(nodes: number) {
    this.community = new Int32Array(nodes);
    this.#totals = new Float64Array(nodes);
    this.#sizes = new Int32Array(nodes);
    this.#empty = new Int32Array(nodes);
    this.#weightTo = new Float64Array(nodes);
    this.#near = new Int32Array(nodes);
    this.#queue = new Int32Array(nodes);
    this.#queued = new Uint8Array(nodes);
  }

  /** Begins with the communities that stand in `community`, looking at all that have ties in an order drawn by chance. */
  start({ size, offsets, strengths }: GroupGraph, random: Random): void {
    this.#totals.fill(0, 0, size);
    this.#sizes.fill(0, 0, size);
    let tied = 0;
    for (let node = 0; node < size; node++) {
      this.#totals[this.community[node]!]! += strengths[node]!;
      this.#sizes[this.community[node]!]!++;
      if (offsets[node + 1]! > offsets[node]!) this.#queue[tied++] = node;
    }
    this.#emptyCount = 0;
    for (let label = size - 1; label >= 0; label--)
      if (this.#sizes[label] === 0) this.#empty[this.#emptyCount++] = label;
    shuffle(this.#queue, tied, random);
    this.#queued.fill(1, 0, size);
    this.#head = 0;
    this.#waiting = tied;
  }

  /** Scans about `work` entries; true when no node gains any more. */
  run(graph: GroupGraph, resolution: number, work: number): boolean {
    const { size, offsets, neighbours, weights, strengths } = graph;
    const community = this.community;
    const totals = this.#totals;
    const sizes = this.#sizes;
    const weightTo = this.#weightTo;
    const near = this.#near;
    const queue = this.#queue;
    const queued = this.#queued;
    const scale = resolution / graph.total;
    let head = this.#head;
    let waiting = this.#waiting;
    let left = work;
    while (waiting > 0 && left > 0) {
      const node = queue[head]!;
      head = head + 1 === size ? 0 : head + 1;
      waiting--;
      queued[node] = 0;
      const start = offsets[node]!;
      const end = offsets[node + 1]!;
      left -= end - start + 1;
      const own = community[node]!;
      let nearCount = 0;
      if (weights === null)
        for (let e = start; e < end; e++) {
          const label = community[neighbours[e]!]!;
          if (weightTo[label]! === 0) near[nearCount++] = label;
          weightTo[label]! += 1;
        }
      else
        for (let e = start; e < end; e++) {
          const label = community[neighbours[e]!]!;
          if (weightTo[label]! === 0) near[nearCount++] = label;
          weightTo[label]! += weights[e]!;
        }

      const strength = strengths[node]!;
      const expected = strength * scale;
      const threshold = NEGLIGIBLE * strength;
      totals[own]! -= strength;
      let best = own;
      let bestGain = weightTo[own]! - totals[own]! * expected;
      for (let k = 0; k < nearCount; k++) {
        const label = near[k]!;
        const gain = weightTo[label]! - totals[label]! * expected;
        weightTo[label] = 0;
        if (gain > bestGain + threshold) {
          bestGain = gain;
          best = label;
        }
      }
      // Alone is better than where it is held by less than chance.
      if (bestGain < -threshold && sizes[own]! > 1) best = this.#empty[--this.#emptyCount]!;
      totals[best]! += strength;
      if (best === own) continue;

      community[node] = best;
      sizes[best]!++;
      if (--sizes[own]! === 0) {
        totals[own] = 0;
        this.#empty[this.#emptyCount++] = own;
      }
      for (let e = start; e < end; e++) {
        const neighbour = neighbours[e]!;
        if (queued[neighbour] === 1 || community[neighbour] === best) continue;
        queued[neighbour] = 1;
        let tail = head + waiting++;
        if (tail >= size) tail -= size;
        queue[tail] = neighbour;
      }
    }
    this.#head = head;
    this.#waiting = waiting;
    return waiting === 0;
  }
}
