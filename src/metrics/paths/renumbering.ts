import type { Csr } from '../../network/csr.ts';
import { rowSizes, stableOrder } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';

/**
 * The network with its actors in another order, in which neighbours stand near each other: their numbers then share
 * cache lines, which makes searches up to 1.7 times as fast on large networks.
 */
export interface Renumbering {
  /** The actor at each place, and the place of each actor. */
  readonly actorAt: Uint32Array;
  readonly placeOf: Uint32Array;
  /** `incoming` by places: a search along its rows from s finds the distances of all actors TO s. */
  readonly incoming: Csr;
  /** `outgoing` by places: the transpose; the same object in an undirected network. */
  readonly outgoing: Csr;
  /** Lengths of the entries of `incoming`, in the unit of the network's lengths; null where all are one step. */
  readonly lengths: Float64Array | null;
}

const known = new WeakMap<Network, Renumbering>();

/** Breadth-first from the actor with most partners of each component; actors without ties come last. O(n + m). */
export function renumbered(network: Network): Renumbering {
  let renumbering = known.get(network);
  if (!renumbering) known.set(network, (renumbering = renumber(network)));
  return renumbering;
}

function renumber({ n, either, incoming, outgoing, directed, lengths }: Network): Renumbering {
  const actorAt = breadthFirst(either);
  const placeOf = new Uint32Array(n);
  for (let place = 0; place < n; place++) placeOf[actorAt[place]!] = place;
  const received = turned(outgoing, actorAt, placeOf, lengths.values);
  return {
    actorAt,
    placeOf,
    incoming: received.graph,
    outgoing: directed ? turned(incoming, actorAt, placeOf, null).graph : received.graph,
    lengths: received.values,
  };
}

function breadthFirst(graph: Csr): Uint32Array {
  const { offsets, columns } = graph;
  const n = offsets.length - 1;
  const order = new Uint32Array(n);
  const seen = new Uint8Array(n);
  let reached = 0;
  let scanned = 0;
  for (const start of byMostPartners(graph)) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    order[reached++] = start;
    for (; scanned < reached; scanned++) {
      const actor = order[scanned]!;
      for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
        const partner = columns[e]!;
        if (seen[partner] === 1) continue;
        seen[partner] = 1;
        order[reached++] = partner;
      }
    }
  }
  return order;
}

/** Actors with as many partners keep their order. */
function byMostPartners(graph: Csr): Uint32Array {
  const n = graph.offsets.length - 1;
  return stableOrder(
    n,
    Uint32Array.from(rowSizes(graph), (size) => n - 1 - size),
  );
}

/** The transpose by places, with one value an entry; its columns ascend since rows are read in the order of places. */
function turned(
  { offsets, columns, weights }: Csr,
  actorAt: Uint32Array,
  placeOf: Uint32Array,
  values: Float64Array | null,
): { graph: Csr; values: Float64Array | null } {
  const n = offsets.length - 1;
  const size = columns.length;
  const turnedOffsets = new Uint32Array(n + 1);
  for (const column of columns) turnedOffsets[placeOf[column]! + 1]!++;
  for (let place = 0; place < n; place++) turnedOffsets[place + 1]! += turnedOffsets[place]!;
  const next = turnedOffsets.slice();
  const turnedColumns = new Uint32Array(size);
  const turnedWeights = new Float64Array(size);
  const turnedValues = values && new Float64Array(size);
  for (let place = 0; place < n; place++) {
    const actor = actorAt[place]!;
    for (let e = offsets[actor]!, end = offsets[actor + 1]!; e < end; e++) {
      const entry = next[placeOf[columns[e]!]!]!++;
      turnedColumns[entry] = place;
      turnedWeights[entry] = weights[e]!;
      if (values && turnedValues) turnedValues[entry] = values[e]!;
    }
  }
  return {
    graph: { offsets: turnedOffsets, columns: turnedColumns, weights: turnedWeights },
    values: turnedValues,
  };
}
