import { actorsInOrder, tiesInOrder, type Graph, type Tie } from '../model/graph.ts';
import { csrOf, sum, transpose, type Csr } from './csr.ts';
import { lengthsOf, STEPS, type Lengths } from './lengths.ts';
import { profilesOf, type Profiles, type ProfileSource } from './profiles.ts';

/** The visible part of a graph as flat arrays, which a worker receives by structured clone. Ties are ordered by id. */
export interface NetworkInput {
  /** Ordered by id; an actor's place here is its index everywhere. */
  readonly actorIds: readonly string[];
  /** The sectors of the scheme in its order, then those that only actors name, in the order of the actors. */
  readonly sectorIds: readonly string[];
  /** Of each actor, an index into `sectorIds`. */
  readonly sectors: Uint16Array;
  readonly tieIds: readonly string[];
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** omega * w > 0: the weight times the factor of its type. */
  readonly weight: Float64Array;
  /** 1 where the tie is mutual. */
  readonly mutual: Uint8Array;
  /** The tie types of the scheme in its order, then those that only ties name, in the order of the ties. */
  readonly tieTypeIds: readonly string[];
  /** Of each tie, an index into `tieTypeIds`. */
  readonly tieTypes: Uint16Array;
  readonly profiles: Profiles;
}

/** The ties as drawn, in the order of their ids: parallel ties apart, self-loops among them. */
export interface Ties {
  readonly ids: readonly string[];
  /** Actor indexes. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** omega * w > 0. */
  readonly weight: Float64Array;
  /** 1 where the tie is mutual. */
  readonly mutual: Uint8Array;
  readonly typeIds: readonly string[];
  /** Indexes into `typeIds`. */
  readonly types: Uint16Array;
}

export interface NetworkOptions {
  /** Reads a directed network as undirected. */
  readonly ignoreDirection: boolean;
  /** Paths and PageRank count every tie as 1; strengths and weighted reciprocity keep the weights. */
  readonly ignoreWeights: boolean;
}

/**
 * The reductions of the map that measures read. Parallel ties are summed, self-loops left out and counted. A network is
 * undirected if no visible tie is one-way; then `outgoing`, `incoming` and `either` are one symmetric matrix in which
 * each tie counts once.
 */
export interface Network {
  /** Number of actors. */
  readonly n: number;
  readonly actorIds: readonly string[];
  readonly sectorIds: readonly string[];
  readonly sectors: Uint16Array;
  /** Ties as drawn, self-loops left out. */
  readonly tieCount: number;
  readonly selfLoops: number;
  /** Whether ties with the same ends and direction were summed. */
  readonly hasParallelTies: boolean;
  readonly directed: boolean;
  /** True where direction was there and is ignored. */
  readonly directionIgnored: boolean;
  /** Whether paths and PageRank use the weights. */
  readonly weighted: boolean;
  /** W by giver; its pattern is A. A mutual tie counts both ways. */
  readonly outgoing: Csr;
  /** W by receiver: the transpose. */
  readonly incoming: Csr;
  /** Direction ignored: the pattern U, with weights S_ij = W_ij + W_ji (in an undirected network W itself). */
  readonly either: Csr;
  /** Of the entries of `outgoing`. */
  readonly lengths: Lengths;
  /** The multigraph M itself. */
  readonly ties: Ties;
  /** What actors offer, need and have, beside their ties. */
  readonly profiles: Profiles;
}

/**
 * @param visible ids of the actors to keep; all without it
 * @param visibleTie which ties between visible actors to keep; all without it
 */
export function networkInput(
  graph: Pick<Graph, 'actors' | 'ties'> & ProfileSource,
  visible?: ReadonlySet<string>,
  visibleTie?: (tie: Tie) => boolean,
): NetworkInput {
  const actors = actorsInOrder(graph).filter((actor) => !visible || visible.has(actor.id));
  const indexOf = new Map(actors.map((actor, index) => [actor.id, index]));
  const sectorIndex = new Map(graph.scheme.sectors.map((sector, index) => [sector.id, index]));
  for (const { sector } of actors) if (!sectorIndex.has(sector)) sectorIndex.set(sector, sectorIndex.size);

  const factors = new Map(graph.scheme.tieTypes.map((type) => [type.id, type.factor]));
  const ties = tiesInOrder(graph).filter(
    (tie) => indexOf.has(tie.source) && indexOf.has(tie.target) && (!visibleTie || visibleTie(tie)),
  );
  const typeIndex = new Map(graph.scheme.tieTypes.map((type, index) => [type.id, index]));
  for (const { type } of ties) if (!typeIndex.has(type)) typeIndex.set(type, typeIndex.size);
  const tieTypeIds = [...typeIndex.keys()];
  return {
    actorIds: actors.map((actor) => actor.id),
    sectorIds: [...sectorIndex.keys()],
    sectors: Uint16Array.from(actors, (actor) => sectorIndex.get(actor.sector) ?? 0),
    tieIds: ties.map((tie) => tie.id),
    source: Uint32Array.from(ties, (tie) => indexOf.get(tie.source) ?? 0),
    target: Uint32Array.from(ties, (tie) => indexOf.get(tie.target) ?? 0),
    weight: Float64Array.from(ties, (tie) => tie.weight * (factors.get(tie.type) ?? 1)),
    mutual: Uint8Array.from(ties, (tie) => (tie.direction === 'mutual' ? 1 : 0)),
    tieTypeIds,
    tieTypes: Uint16Array.from(ties, (tie) => typeIndex.get(tie.type) ?? 0),
    profiles: profilesOf(graph, actors, ties, tieTypeIds),
  };
}

/** O(n + m). The result does not depend on the order in which actors and ties were added to the map. */
export function compileNetwork(input: NetworkInput, options: NetworkOptions): Network {
  const n = input.actorIds.length;
  const limit = 2 * input.source.length;
  const rows = new Uint32Array(limit);
  const columns = new Uint32Array(limit);
  const weights = new Float64Array(limit);
  let entries = 0;
  let selfLoops = 0;
  let oneWay = false;
  for (let tie = 0; tie < input.source.length; tie++) {
    const source = input.source[tie]!;
    const target = input.target[tie]!;
    if (source === target) {
      selfLoops++;
      continue;
    }
    rows[entries] = source;
    columns[entries] = target;
    weights[entries++] = input.weight[tie]!;
    if (input.mutual[tie] === 1) {
      rows[entries] = target;
      columns[entries] = source;
      weights[entries++] = input.weight[tie]!;
    } else oneWay = true;
  }
  const given = csrOf(
    n,
    rows.subarray(0, entries),
    columns.subarray(0, entries),
    weights.subarray(0, entries),
  );
  const received = oneWay ? transpose(given) : given;
  const either = oneWay ? sum(given, received) : given;
  const directed = oneWay && !options.ignoreDirection;
  const outgoing = directed ? given : either;
  return {
    n,
    actorIds: input.actorIds,
    sectorIds: input.sectorIds,
    sectors: input.sectors,
    tieCount: input.source.length - selfLoops,
    selfLoops,
    hasParallelTies: given.columns.length < entries,
    directed,
    directionIgnored: oneWay && options.ignoreDirection,
    weighted: !options.ignoreWeights,
    outgoing,
    incoming: directed ? received : either,
    either,
    lengths: options.ignoreWeights ? STEPS : lengthsOf(outgoing.weights),
    ties: {
      ids: input.tieIds,
      source: input.source,
      target: input.target,
      weight: input.weight,
      mutual: input.mutual,
      typeIds: input.tieTypeIds,
      types: input.tieTypes,
    },
    profiles: input.profiles,
  };
}

const reversals = new WeakMap<Network, Network>();

/** The same network with every tie turned round; an undirected network is its own reversal. */
export function reversed(network: Network): Network {
  if (!network.directed) return network;
  let turned = reversals.get(network);
  if (!turned) {
    turned = {
      ...network,
      outgoing: network.incoming,
      incoming: network.outgoing,
      lengths: network.weighted ? lengthsOf(network.incoming.weights) : STEPS,
    };
    reversals.set(network, turned);
    reversals.set(turned, network);
  }
  return turned;
}

/** Number of pairs that are tied, each counted once: ordered pairs in a directed network, else unordered ones. */
export function linkCount(network: Network): number {
  const entries = network.outgoing.columns.length;
  return network.directed ? entries : entries / 2;
}
