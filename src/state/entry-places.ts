import type { Entry } from '../model/entry-parts.ts';
import type { Actor, Graph, Position, Tie } from '../model/graph.ts';
import { ArrangingState } from './arranging.svelte.ts';
import { placedBeside } from './beside.ts';
import type { MapState } from './map.svelte.ts';

/** As many find places one by one before a window could seem frozen. */
const ONE_BY_ONE = 60;

/**
 * Places for the new actors of a long entry, by their index in it: laid out among themselves in the worker and set beside
 * what is there. Undefined where they are few, and each finds its place beside its partners.
 */
export async function placesOfEntry(
  map: MapState,
  { actors, ties }: Entry,
): Promise<ReadonlyMap<number, Position> | undefined> {
  const fresh = actors.flatMap(({ name, existing }, index): Actor[] =>
    existing
      ? []
      : [{ id: `${index}`, name, sector: 'other', supply: {}, demand: {}, fields: {}, unknown: {} }],
  );
  if (fresh.length <= ONE_BY_ONE) return undefined;
  const among = ties.flatMap(({ source, target, type, direction, weight }, index): Tie[] =>
    actors[source]?.existing || actors[target]?.existing
      ? []
      : [
          {
            id: `${index}`,
            source: `${source}`,
            target: `${target}`,
            type: type.id,
            direction,
            weight,
            fields: {},
            unknown: {},
          },
        ],
  );
  const { graph } = map;
  const part: Graph = {
    ...graph,
    actors: new Map(fresh.map((actor) => [actor.id, actor])),
    ties: new Map(among.map((tie) => [tie.id, tie])),
    projects: new Map(),
    view: { ...graph.view, regions: [] },
  };
  const arranging = new ArrangingState();
  const found = await arranging.run(part, (actor) => map.sizeOf(actor));
  arranging.close();
  if (!found) return undefined;
  return new Map(
    placedBeside(map.graph, fresh, found).flatMap(({ id, position }) =>
      position ? [[Number(id), position] as const] : [],
    ),
  );
}
