import { readFileSync } from 'node:fs';
import type { Language } from '../../src/base/localized.ts';
import { figureNames } from '../../src/figures/figure-names.ts';
import {
  STRATEGY_SECTIONS,
  type EarlierState,
  type StrategyContent,
} from '../../src/figures/strategy/content.ts';
import { strategyNumbers, type StrategyNumbers } from '../../src/figures/strategy/numbers.ts';
import { readText } from '../../src/formats/read.ts';
import { finish } from '../../src/cli/finish.ts';
import { measureById } from '../../src/metrics/registry.ts';
import type { Graph } from '../../src/model/graph.ts';
import { graphOfDraft } from '../../src/model/graph-of-draft.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { sceneOf } from '../scene/maps.ts';

export const LANGUAGES = ['en', 'zh'] as const;

/** The sample of Jinhua as the app opens it. */
export function jinhua(): Graph {
  const read = finish(readText(readFileSync('public/samples/jinhua.json', 'utf8')));
  if (!read.ok) throw new Error(read.problem.message.en);
  return graphOfDraft(read.value.draft);
}

export function numbersOf(graph: Graph): StrategyNumbers {
  const { view } = graph;
  return finish(strategyNumbers(compileNetwork(networkInput(graph), view), view.measures, view.diagnosis));
}

export function earlierOf(graph: Graph, name: string, numbers = numbersOf(graph)): EarlierState {
  return {
    name,
    date: '2025-06-12',
    numbers,
    names: { en: figureNames(graph, 'en'), zh: figureNames(graph, 'zh') },
  };
}

/** Everything on the page, all findings told. */
export function contentOf(
  graph: Graph,
  languages: readonly Language[] = ['en'],
  more: Partial<StrategyContent> = {},
): StrategyContent {
  const numbers = more.numbers ?? numbersOf(graph);
  const values = { get: (id: string) => columnOf(numbers, id) };
  const views = languages.map((language) => [
    language,
    {
      scene: sceneOf(graph, {
        language,
        values,
        valueNames: (id) => measureById(id)?.name ?? { en: id, zh: id },
      }),
      names: figureNames(graph, language),
    },
  ]);
  return {
    languages,
    paper: 'a4',
    title: graph.info.title,
    place: 'Jinhua',
    author: '',
    date: '2025-06-12',
    note: '',
    build: '1.2.3',
    views: Object.fromEntries(views) as StrategyContent['views'],
    actorCount: graph.actors.size,
    tieCount: graph.ties.size,
    numbers,
    settings: graph.view.diagnosis,
    sections: new Set(STRATEGY_SECTIONS),
    findings: new Set(
      numbers.diagnosis.results.flatMap(({ outcome }) =>
        outcome.applies ? outcome.findings.map(({ id }) => id) : [],
      ),
    ),
    remedies: [],
    ...more,
  };
}

function columnOf({ panel }: StrategyNumbers, id: string): ReadonlyMap<string, number> {
  const values = panel.actor.get(id);
  return new Map(panel.actorIds.map((actor, k) => [actor, values?.[k] ?? 1]));
}
