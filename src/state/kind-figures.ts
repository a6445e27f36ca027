import type { Result } from '../base/result.ts';
import type { DrawnFigure, FigureChoices, FigureMap, FigureState } from '../figures/figure-kind.ts';
import type { FigureKindId } from '../figures/offers.ts';
import type { AnonymousMap } from './anonymised.ts';
import { drawKinds, type FigureKinds, type OtherStates } from './figure-kinds.ts';
import type { MapState } from './map.svelte.ts';

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
  if (anonymous) return kinds.draw({ map: withoutNames(map, anonymous), kinds: [id], choices });
  return drawKinds(kinds, map, [id], choices, await statesBeside(map, id));
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
