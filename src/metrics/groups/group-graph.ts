import type { Network } from '../../network/network.ts';

/**
 * A symmetric graph whose nodes are at first the actors and later groups of them. Ties within a node are no entries,
 * but count in its strength.
 */
export interface GroupGraph {
  readonly size: number;
  /** The entries of node v are those from offsets[v] to offsets[v + 1]. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** One an entry; null where every tie counts 1. */
  readonly weights: Float64Array | null;
  /** Sum of the weights of all entries of the actors in the node: its share of `total`. */
  readonly strengths: Float64Array;
  /** Sum of all strengths, twice the weight of all ties. */
  readonly total: number;
}

/** U, weighted by S unless weights are ignored. */
export function groupGraphOf({ n, either, weighted }: Network): GroupGraph {
  const strengths = new Float64Array(n);
  let total = 0;
  for (let actor = 0; actor < n; actor++) {
    const start = either.offsets[actor]!;
    const end = either.offsets[actor + 1]!;
    let strength = end - start;
    if (weighted) {
      strength = 0;
      for (let e = start; e < end; e++) strength += either.weights[e]!;
    }
    strengths[actor] = strength;
    total += strength;
  }
  return {
    size: n,
    offsets: either.offsets,
    neighbours: either.columns,
    weights: weighted ? either.weights : null,
    strengths,
    total,
  };
}
