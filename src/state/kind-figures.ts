import type { Localized } from '../base/localized.ts';
import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { DrawnFigure, FigureChoices, FigureMap } from '../figures/figure-kind.ts';
import type { FigureKindId, FigurePanel } from '../figures/offers.ts';
import type { FigureKinds } from '../workers/figure-kinds.ts';
import type { AnonymousMap } from './anonymised.ts';
import { statesBeside } from './states-beside.ts';
import { figureMap } from './map-figures.ts';
import type { MapState } from './map.svelte.ts';
import { drawnMeasures, type Used } from './methods-text.ts';
import { preferences } from './preferences.svelte.ts';

/** Kinds that show actors and ties in their places. */
const MAPS: ReadonlySet<FigureKindId> = new Set(['network', 'tie-types', 'rounds', 'comparison']);
/** What kinds set beside the map. */
const READS: Partial<Record<FigureKindId, 'rounds' | 'states'>> = { rounds: 'rounds', comparison: 'states' };

const STAY_BEHIND: Localized = {
  en: 'Rounds and scenarios keep their names, so figures without names leave them out. Choose another kind of figure, or draw this one with names.',
  zh: '轮次与情景保留名称，因此去除名称的图不含它们。请另选图的类型，或保留名称绘制。',
};

/** What is drawn. */
interface Asked {
  readonly panels: readonly FigurePanel[];
  readonly choices: FigureChoices;
  /** What comparisons set beside the map; null for what most want. */
  readonly against: readonly string[] | null;
}

/** Figures of the map as it is seen, with the other states that they read; without names on request. */
export async function drawPanels(
  kinds: FigureKinds,
  map: MapState,
  { panels, choices, against }: Asked,
  anonymous?: AnonymousMap,
): Promise<Result<DrawnFigure> | undefined> {
  const reads = new Set(panels.flatMap(({ kind }) => READS[kind] ?? []));
  if (anonymous && reads.size > 0) return failed(problem('states-keep-names', STAY_BEHIND));
  if (anonymous) return kinds.draw({ map: withoutNames(map, anonymous), kinds: panels, choices });
  const seen = figureMap(map);
  const beside = await statesBeside(map, reads, against);
  if (!beside.ok) return beside;
  const name = seen.name === '' ? preferences.t.untitledMap : seen.name;
  const { states, notes } = beside.value;
  const drawn = await kinds.draw({ map: { ...seen, name, ...states }, kinds: panels, choices });
  return drawn?.ok ? ok({ ...drawn.value, notes: [...notes, ...drawn.value.notes] }) : drawn;
}

/** What figures show, for those who are told how they were made. */
export async function usedBy(
  map: MapState,
  panels: readonly FigurePanel[],
  choices: FigureChoices,
): Promise<Used> {
  const { kindById } = await import('../figures/kinds.ts');
  const seen = figureMap(map);
  const names = map.rounds.list.map(({ name }) => name);
  const measures = panels.flatMap(({ kind, ...own }) =>
    kind === 'network'
      ? drawnMeasures(map.view)
      : (kindById(kind)?.measures(seen, { ...choices, ...own }) ?? []),
  );
  return {
    measures: [...new Set(measures)],
    diagnosis: panels.some(({ kind }) => kind === 'findings'),
    drawn: panels.some(({ kind }) => MAPS.has(kind)),
    ...(names.length > 0 &&
      panels.some(({ kind }) => kind === 'rounds') && { beside: { what: 'rounds' as const, names } }),
  };
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
