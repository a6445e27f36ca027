import type { Result } from '../base/result.ts';
import type { DrawnFigure, FigureChoices, FigureMap, FigureState } from '../figures/figure-kind.ts';
import type { FigureKindId } from '../figures/offers.ts';
import type { FigureKinds } from '../workers/figure-kinds.ts';
import type { AnonymousMap } from './anonymised.ts';
import { figureMap, type OtherStates } from './map-figures.ts';
import type { MapState } from './map.svelte.ts';
import { drawnMeasures, type Used } from './methods-text.ts';

/** A comparison has room for so many states beside the map. */
const MOST_STATES = 3;

/** A figure of one kind of the map as it is seen, with its rounds where the kind reads them; without names on request. */
export async function drawKind(
  kinds: FigureKinds,
  map: MapState,
  id: FigureKindId,
  choices: FigureChoices,
  anonymous?: AnonymousMap,
): Promise<Result<DrawnFigure> | undefined> {
  const drawn = anonymous ? withoutNames(map, anonymous) : figureMap(map, await statesBeside(map, id));
  return kinds.draw({ map: drawn, kinds: [id], choices });
}

/** Kinds that show actors and ties in their places. */
const MAPS: ReadonlySet<FigureKindId> = new Set(['network', 'tie-types', 'rounds', 'comparison']);

/** What a figure of a kind shows, for those who are told how it was made. */
export async function usedBy(map: MapState, id: FigureKindId, choices: FigureChoices): Promise<Used> {
  const drawn = MAPS.has(id);
  if (id === 'network') return { measures: drawnMeasures(map.view), diagnosis: false, drawn };
  const { kindById } = await import('../figures/kinds.ts');
  const measures = kindById(id)?.measures(figureMap(map), choices) ?? [];
  return { measures, diagnosis: id === 'findings', drawn, beside: besideOf(map, id) };
}

/** Rounds by name, as far as a kind shows them. */
function besideOf({ rounds }: MapState, id: FigureKindId): Used['beside'] {
  const names = rounds.list.map(({ name }) => name);
  if (names.length === 0) return undefined;
  if (id === 'rounds') return { what: 'rounds', names };
  return id === 'comparison' ? { what: 'states', names: names.slice(-MOST_STATES) } : undefined;
}

/** Rounds that can't be read are left out. */
async function statesBeside(map: MapState, id: FigureKindId): Promise<OtherStates> {
  if (id !== 'rounds' && id !== 'comparison') return {};
  const found: FigureState[] = [];
  for (const round of map.rounds.list) {
    const opened = await map.rounds.open(round);
    if (opened.ok) found.push({ name: round.name, graph: opened.value.graph });
  }
  return id === 'rounds' ? { rounds: found } : { states: found.slice(-MOST_STATES) };
}

/** Rounds keep their names, so they stay behind. */
function withoutNames({ visible }: MapState, { graph, actors, ties }: AnonymousMap): FigureMap {
  const shown = (ids: ReadonlySet<string>, made: ReadonlyMap<string, string>): ReadonlySet<string> =>
    new Set([...ids].flatMap((old) => made.get(old) ?? []));
  const [seenActors, seenTies] = [shown(visible.actors, actors), shown(visible.ties, ties)];
  return {
    graph: {
      ...graph,
      actors: new Map([...graph.actors].filter(([one]) => seenActors.has(one))),
      ties: new Map([...graph.ties].filter(([one]) => seenTies.has(one))),
    },
    name: graph.info.title,
  };
}
