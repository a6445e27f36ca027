import type { Random } from '../../base/random.ts';
import { shuffle } from '../shuffle.ts';
import type { GroupGraph } from './group-graph.ts';
import { NEGLIGIBLE } from './moving.ts';

/**
 * Splits communities into parts that are connected: within each community, every node that is still alone joins the
 * part where modularity gains most, if both it and the part are well tied to the rest of the community (Traag, Waltman &
 * van Eck 2019; the best part is taken, which is theirs with randomness towards 0). O(entries).
 */
export class Refinement {
  /** The part of each node: the label of one of its nodes. */
  readonly part: Int32Array;

  /** The nodes that have ties, in an order drawn by chance. */
  readonly #order: Int32Array;
  #tied = 0;
  /** Sums of strengths: of the communities, and of the parts. */
  readonly #communityTotals: Float64Array;
  readonly #partTotals: Float64Array;
  /** Weight from each part to the rest of its community. */
  readonly #outward: Float64Array;
  readonly #alone: Uint8Array;
  readonly #weightTo: Float64Array;
  readonly #near: Int32Array;

  constructor(nodes: number) {
    this.part = new Int32Array(nodes);
    this.#order = new Int32Array(nodes);
    this.#communityTotals = new Float64Array(nodes);
    this.#partTotals = new Float64Array(nodes);
    this.#outward = new Float64Array(nodes);
    this.#alone = new Uint8Array(nodes);
    this.#weightTo = new Float64Array(nodes);
    this.#near = new Int32Array(nodes);
  }

  /** Every node a part of its own. */
  start({ size, offsets, strengths }: GroupGraph, community: Int32Array, random: Random): void {
    this.#communityTotals.fill(0, 0, size);
    this.#alone.fill(1, 0, size);
    this.#tied = 0;
    for (let node = 0; node < size; node++) {
      this.part[node] = node;
      if (offsets[node + 1]! > offsets[node]!) this.#order[this.#tied++] = node;
      this.#partTotals[node] = strengths[node]!;
      this.#communityTotals[community[node]!]! += strengths[node]!;
    }
    shuffle(this.#order, this.#tied, random);
  }

  /** To be run over all nodes before `merge`. */
  measure(
    { offsets, neighbours, weights }: GroupGraph,
    community: Int32Array,
    from: number,
    to: number,
  ): void {
    for (let node = from; node < to; node++) {
      const own = community[node]!;
      let inside = 0;
      for (let e = offsets[node]!; e < offsets[node + 1]!; e++)
        if (community[neighbours[e]!] === own) inside += weights === null ? 1 : weights[e]!;
      this.#outward[node] = inside;
    }
  }

  /** Looks at the nodes from place `from` to place `to` of the order drawn. */
  merge(graph: GroupGraph, community: Int32Array, resolution: number, from: number, to: number): void {
    const { offsets, neighbours, weights, strengths } = graph;
    const part = this.part;
    const partTotals = this.#partTotals;
    const outward = this.#outward;
    const alone = this.#alone;
    const weightTo = this.#weightTo;
    const near = this.#near;
    const scale = resolution / graph.total;
    for (let place = from; place < to && place < this.#tied; place++) {
      const node = this.#order[place]!;
      if (alone[node] === 0) continue;
      const own = community[node]!;
      const strength = strengths[node]!;
      const expected = strength * scale;
      const threshold = NEGLIGIBLE * strength;
      const communityTotal = this.#communityTotals[own]!;
      const inside = outward[node]!;
      if (inside < expected * (communityTotal - strength) - threshold) continue;

      let nearCount = 0;
      for (let e = offsets[node]!; e < offsets[node + 1]!; e++) {
        const neighbour = neighbours[e]!;
        if (community[neighbour] !== own) continue;
        const label = part[neighbour]!;
        if (weightTo[label]! === 0) near[nearCount++] = label;
        weightTo[label]! += weights === null ? 1 : weights[e]!;
      }
      let best = node;
      let bestGain = -threshold;
      let bestWeight = 0;
      for (let k = 0; k < nearCount; k++) {
        const label = near[k]!;
        const weight = weightTo[label]!;
        weightTo[label] = 0;
        const total = partTotals[label]!;
        const gain = weight - expected * total;
        if (gain <= bestGain) continue;
        if (outward[label]! < scale * total * (communityTotal - total) - NEGLIGIBLE * total) continue;
        bestGain = gain;
        bestWeight = weight;
        best = label;
      }
      if (best === node) continue;
      part[node] = best;
      alone[node] = alone[best] = 0;
      partTotals[best]! += strength;
      outward[best]! += inside - 2 * bestWeight;
    }
  }
}
