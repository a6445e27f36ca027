import type { Dimension, Resource } from '../../src/model/scheme.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { actor, AS_IS, graphOf, tie, type SmallGraph } from '../metrics/support.ts';
import { plantedAmounts, plantedProfiles, plantedTies } from './planted-files.ts';

const DIMENSIONS: Readonly<Record<string, Dimension>> = {
  economy: 'economy',
  strategic_industry: 'industry',
  talent: 'talent',
};

export interface Planted {
  readonly graph: SmallGraph;
  readonly network: Network;
  /** Ids as in the file, in its order, and which actor of the network each is. */
  readonly order: readonly string[];
  readonly indexOf: (id: string) => number;
}

/**
 * The synthetic ecosystem with what its actors offer and need.
 *
 * @param inFileOrder gives actors ids that keep the order of the file, where that settles what is else a draw
 */
export function readPlanted(folder: string, inFileOrder = false): Planted {
  const { nodes, links } = plantedTies(folder);
  const profiles = plantedProfiles(folder);
  const places = new Map(nodes.map(({ id }, place) => [id, `a${String(place).padStart(2, '0')}`]));
  const idOf = (id: string): string => (inFileOrder ? (places.get(id) ?? id) : id);
  const graph = graphOf(
    nodes.map(({ id, sector }) =>
      actor(idOf(id), {
        sector,
        supply: plantedAmounts(profiles, 'supply', id),
        demand: plantedAmounts(profiles, 'demand', id),
      }),
    ),
    links.map(({ source, target, type, weight }, k) =>
      tie(`t${String(k).padStart(3, '0')}`, idOf(source), idOf(target), { type, weight }),
    ),
  );
  const resources: Resource[] = profiles.resources.map((id) => ({
    id,
    name: { en: id, zh: id },
    dimension: DIMENSIONS[profiles.dimension[id] ?? ''] ?? 'economy',
  }));
  const whole = { ...graph, scheme: { ...graph.scheme, resources } };
  const network = compileNetwork(networkInput(whole), AS_IS);
  return {
    graph: whole,
    network,
    order: nodes.map(({ id }) => id),
    indexOf: (id) => network.actorIds.indexOf(idOf(id)),
  };
}
