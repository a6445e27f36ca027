import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Dimension, Resource } from '../../src/model/scheme.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { actor, AS_IS, graphOf, tie, type SmallGraph } from '../metrics/support.ts';

interface Profiles {
  readonly actors: readonly string[];
  readonly resources: readonly string[];
  readonly dimension: Readonly<Record<string, string>>;
  readonly supply: readonly (readonly number[])[];
  readonly demand: readonly (readonly number[])[];
}

interface NodeLink {
  readonly nodes: readonly { readonly id: string; readonly sector: string }[];
  readonly links: readonly {
    readonly source: string;
    readonly target: string;
    readonly type: string;
    readonly weight: number;
  }[];
}

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
  const read = (...path: string[]): unknown => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));
  const { nodes, links } = read('networks', 'planted.json') as NodeLink;
  const profiles = read('niche', 'planted_profiles.json') as Profiles;
  const amounts = (rows: Profiles['supply'], id: string): Record<string, number> =>
    Object.fromEntries(
      profiles.resources.flatMap((resource, r) => {
        const amount = rows[profiles.actors.indexOf(id)]?.[r] ?? 0;
        return amount > 0 ? [[resource, amount] as const] : [];
      }),
    );
  const places = new Map(nodes.map(({ id }, place) => [id, `a${String(place).padStart(2, '0')}`]));
  const idOf = (id: string): string => (inFileOrder ? (places.get(id) ?? id) : id);
  const graph = graphOf(
    nodes.map(({ id, sector }) =>
      actor(idOf(id), { sector, supply: amounts(profiles.supply, id), demand: amounts(profiles.demand, id) }),
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
