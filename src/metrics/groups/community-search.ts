import { seededRandom, type Random } from '../../base/random.ts';
import { Aggregation } from './aggregation.ts';
import type { GroupGraph } from './group-graph.ts';
import { Moving } from './moving.ts';
import { Refinement } from './refinement.ts';

/** Adjacency entries scanned between two steps: less than a millisecond. */
const STEP_WORK = 30_000;

/** Modularity that a round must gain for another to follow: less is lost among the differences between runs. */
const LEAST_GAIN = 3e-4;

interface SearchOptions {
  readonly method: 'leiden' | 'louvain';
  /** Gamma. */
  readonly resolution: number;
}

/**
 * Searches partitions of high modularity, again and again in the same room: Leiden (Traag, Waltman & van Eck 2019), in
 * rounds until none gains, or Louvain (Blondel et al. 2008).
 */
export class CommunitySearch {
  readonly #actors: GroupGraph;
  readonly #options: SearchOptions;
  readonly #moving: Moving;
  readonly #refinement: Refinement;
  readonly #aggregation: Aggregation;
  /** The node of the graph in hand that each actor is in. */
  readonly #nodeOf: Int32Array;
  /** The node of the next graph that each node becomes. */
  readonly #group: Int32Array;
  /** Room for labels made consecutive, and for where a group comes from. */
  readonly #renumbered: Int32Array;
  readonly #inherited: Int32Array;

  constructor(actors: GroupGraph, options: SearchOptions) {
    const { size } = actors;
    this.#actors = actors;
    this.#options = options;
    this.#moving = new Moving(size);
    this.#refinement = new Refinement(size);
    this.#aggregation = new Aggregation(size, actors.neighbours.length);
    this.#nodeOf = new Int32Array(size);
    this.#group = new Int32Array(size);
    this.#renumbered = new Int32Array(size);
    this.#inherited = new Int32Array(size);
  }

  /** One run. A fresh array with the community of each actor, by any labels below n. Yields about every millisecond. */
  *run(seed: number): Generator<void, Int32Array, void> {
    const random = seededRandom(seed);
    const { size } = this.#actors;
    let best = Int32Array.from({ length: size }, (_, actor) => actor);
    let bestQuality = -Infinity;
    for (;;) {
      this.#moving.community.set(best);
      const quality = yield* this.#round(random);
      if (quality <= bestQuality + LEAST_GAIN) return best;
      best = this.#nodeOf.slice();
      bestQuality = quality;
      if (this.#options.method === 'louvain') return best;
    }
  }

  /** From the actors up, until no node of the graph in hand joins another: then each is a community. Gives modularity. */
  *#round(random: Random): Generator<void, number, void> {
    const moving = this.#moving;
    const nodeOf = this.#nodeOf;
    const { resolution, method } = this.#options;
    let graph = this.#actors;
    for (let actor = 0; actor < graph.size; actor++) nodeOf[actor] = actor;
    for (;;) {
      moving.start(graph, random);
      while (!moving.run(graph, resolution, STEP_WORK)) yield;
      const communities = consecutive(moving.community, graph.size, moving.community, this.#renumbered);
      if (communities === graph.size) return qualityOf(graph, resolution);

      let groups = communities;
      if (method === 'leiden') {
        yield* this.#refine(graph, random);
        groups = consecutive(this.#refinement.part, graph.size, this.#group, this.#renumbered);
      }
      // Parts that are all single nodes would bring us back here for ever.
      const refined = method === 'leiden' && groups < graph.size;
      if (!refined) {
        this.#group.set(moving.community.subarray(0, graph.size));
        groups = communities;
      }
      for (let node = 0; node < graph.size; node++)
        this.#inherited[this.#group[node]!] = moving.community[node]!;
      for (let actor = 0; actor < nodeOf.length; actor++) nodeOf[actor] = this.#group[nodeOf[actor]!]!;
      graph = yield* this.#aggregation.run(graph, this.#group, groups, STEP_WORK);
      for (let node = 0; node < groups; node++)
        moving.community[node] = refined ? this.#inherited[node]! : node;
    }
  }

  *#refine(graph: GroupGraph, random: Random): Generator<void, void, void> {
    const { community } = this.#moving;
    const refinement = this.#refinement;
    const { size, neighbours } = graph;
    refinement.start(graph, community, random);
    const step = Math.max(1, Math.floor((STEP_WORK * size) / (size + neighbours.length)));
    for (let from = 0; from < size; from += step) {
      refinement.measure(graph, community, from, Math.min(size, from + step));
      yield;
    }
    for (let from = 0; from < size; from += step) {
      refinement.merge(graph, community, this.#options.resolution, from, Math.min(size, from + step));
      yield;
    }
  }
}

/** Labels below `size` as 0, 1, 2 … in the order of their first nodes, into `target`; gives their number. */
function consecutive(labels: Int32Array, size: number, target: Int32Array, renumbered: Int32Array): number {
  renumbered.fill(-1, 0, size);
  let count = 0;
  for (let node = 0; node < size; node++) {
    const label = labels[node]!;
    if (renumbered[label] === -1) renumbered[label] = count++;
    target[node] = renumbered[label]!;
  }
  return count;
}

/** Modularity where every node is a community: all that is not between nodes is within them. */
function qualityOf({ size, strengths, weights, neighbours, total }: GroupGraph, resolution: number): number {
  let between = weights === null ? neighbours.length : 0;
  if (weights !== null) for (const weight of weights) between += weight;
  let expected = 0;
  for (let node = 0; node < size; node++) expected += (strengths[node]! / total) ** 2;
  return 1 - between / total - resolution * expected;
}
