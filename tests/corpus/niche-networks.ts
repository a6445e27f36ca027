import type { Actor } from '../../src/model/graph.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { actor, AS_IS, graphOf, tie } from '../metrics/support.ts';
import { plantedTies } from './planted-files.ts';

type Matrix = readonly (readonly number[])[];

/** Actors get ids in the order of the file. */
export function idOf(place: number): string {
  return `a${String(place).padStart(4, '0')}`;
}

function named(row: readonly number[]): Record<string, number> {
  return Object.fromEntries(row.flatMap((amount, r) => (amount > 0 ? [[`r${r}`, amount]] : [])));
}

/** A map of actors with these profiles whose scheme has the columns as its resources, whoever uses them. */
export function networkOf(
  supply: Matrix,
  demand: Matrix = [],
  others: readonly Actor[] = [],
  sectors: readonly string[] = [],
): Network {
  const columns = supply[0]?.length ?? demand[0]?.length ?? 0;
  const actors = Array.from({ length: Math.max(supply.length, demand.length) }, (_, k) =>
    actor(idOf(k), {
      supply: named(supply[k] ?? []),
      demand: named(demand[k] ?? []),
      sector: sectors[k] ?? 'other',
    }),
  );
  const resources = Array.from({ length: columns }, (_, r) => ({
    id: `r${r}`,
    name: { en: `r${r}`, zh: `r${r}` },
    dimension: 'economy' as const,
  }));
  const graph = graphOf([...actors, ...others], []);
  return compileNetwork(networkInput({ ...graph, scheme: { ...DEFAULT_SCHEME, resources } }), AS_IS);
}

/** Demand for rows of amounts where resources are available in these proportions: someone without needs offers them. */
export function networkWithAvailability(demand: Matrix, availability: readonly number[]): Network {
  return networkOf([], demand, [actor('zzz', { supply: named(availability) })]);
}

/** The planted ecosystem with its types of ties. */
export function plantedNetwork(folder: string): Network {
  const { nodes, links } = plantedTies(folder);
  const ids = new Map(nodes.map(({ id }, k) => [id, idOf(k)]));
  return compileNetwork(
    networkInput(
      graphOf(
        nodes.map(({ id, sector }) => actor(ids.get(id) ?? id, { sector })),
        links.map(({ source, target, type, weight }, k) =>
          tie(`t${String(k).padStart(3, '0')}`, ids.get(source) ?? '', ids.get(target) ?? '', {
            type,
            weight,
          }),
        ),
      ),
    ),
    AS_IS,
  );
}
