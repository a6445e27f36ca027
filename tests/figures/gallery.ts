import { readFileSync } from 'node:fs';
import { finish } from '../../src/cli/finish.ts';
import type { Language } from '../../src/base/localized.ts';
import { drawFigure } from '../../src/figures/draw-figure.ts';
import type { FigureChoices, FigureMap } from '../../src/figures/figure-kind.ts';
import { FIGURE_OFFERS, type FigureKindId } from '../../src/figures/offers.ts';
import { presetById, type PresetId } from '../../src/figures/presets.ts';
import { readText } from '../../src/formats/read.ts';
import type { Actor, Graph, Tie } from '../../src/model/graph.ts';
import { graphOfDraft } from '../../src/model/graph-of-draft.ts';
import { DEFAULT_SCHEME, type Resource, type Sector, type TieType } from '../../src/model/scheme.ts';
import { strangerTieType } from '../../src/model/scheme.ts';
import { plantedAmounts, plantedProfiles, plantedTies } from '../corpus/planted-files.ts';
import { actor, mapOf, tie } from '../scene/maps.ts';

/** One figure of the gallery: what it is, and how it came out. */
export interface GalleryFigure {
  readonly id: string;
  readonly map: string;
  readonly kinds: readonly FigureKindId[];
  readonly language: Language;
  readonly preset: PresetId;
  /** Missing where it could not be drawn: `why` says so. */
  readonly svg?: string;
  readonly why?: string;
}

/** The sample of Jinhua, with two rounds before it and two scenarios beside it. */
function jinhuaMap(): FigureMap {
  const read = finish(readText(readFileSync('public/samples/jinhua.json', 'utf8')));
  if (!read.ok) throw new Error(read.problem.message.en);
  const graph = graphOfDraft(read.value.draft);
  return {
    graph,
    name: graph.info.title,
    rounds: [
      { name: '2019', graph: without(graph, 3, 2) },
      { name: '2022', graph: without(graph, 7, 4) },
    ],
    states: [
      { name: '产教联合体', graph: withTies(without(graph, 0, 9), 4) },
      { name: 'Without the largest firm', graph: without(graph, 11, 0) },
    ],
  };
}

const FIXTURES = 'tests/fixtures/oracles';

/** The ecosystem with planted symptoms: no places, words of its own for ties and resources, stocks that we make up. */
export function plantedMap(): FigureMap {
  const { nodes, links } = plantedTies(FIXTURES);
  const profiles = plantedProfiles(FIXTURES);
  const actors = nodes.map(({ id, sector }, k): Actor => {
    const { position: _none, ...rest } = actor(id, sector, 0, 0, {
      size: 10 + ((k * 7) % 23),
      sizeChange: ((k * 5) % 9) - 3,
      supply: plantedAmounts(profiles, 'supply', id),
      demand: plantedAmounts(profiles, 'demand', id),
    });
    return rest;
  });
  const ties = links.map(({ source, target, type, weight }, k) =>
    tie(`t${String(k).padStart(3, '0')}`, source, target, type, 'one-way', weight),
  );
  const resources = profiles.resources.map((id): Resource => ({
    id,
    name: { en: id.replace('_', ' '), zh: id.replace('_', ' ') },
    dimension: 'economy',
  }));
  const known = new Set(DEFAULT_SCHEME.tieTypes.map(({ id }) => id));
  const own = [...new Set(links.map(({ type }) => type))].filter((type) => !known.has(type));
  const tieTypes: TieType[] = [...DEFAULT_SCHEME.tieTypes, ...own.map(strangerTieType)];
  const sectors: readonly Sector[] = DEFAULT_SCHEME.sectors;
  const graph = mapOf(actors, ties, {}, { sectors, tieTypes, resources });
  return {
    graph,
    name: 'Planted',
    rounds: [{ name: 'Before', graph: without(graph, 0, 3) }],
    states: [{ name: 'Repaired', graph: withTies(graph, 5) }],
  };
}

/** The map without each n-th actor and each m-th tie; 0 for all of them. */
function without(graph: Graph, everyActor: number, everyTie: number): Graph {
  const stays = (every: number) => (_: unknown, k: number) => every === 0 || k % every !== every - 1;
  const actors = new Map([...graph.actors].filter(stays(everyActor)));
  const ties = new Map(
    [...graph.ties]
      .filter(stays(everyTie))
      .filter(([, { source, target }]) => actors.has(source) && actors.has(target)),
  );
  return { ...graph, actors, ties };
}

/** With a few alliances between actors far apart in the order of ids. */
function withTies(graph: Graph, count: number): Graph {
  const ids = [...graph.actors.keys()].sort();
  const added = Array.from({ length: count }, (_, k): [string, Tie] => {
    const [source = '', target = ''] = [ids[k], ids[ids.length - 1 - k]];
    return [`new${k}`, tie(`new${k}`, source, target, 'alliance', 'mutual', 2)];
  });
  return { ...graph, ties: new Map([...graph.ties, ...added]) };
}

/** How a preset sets a figure. */
export function choicesOf(
  preset: PresetId,
  language: Language,
  more: Partial<FigureChoices> = {},
): FigureChoices {
  const page = presetById(preset);
  if (!page) throw new Error(preset);
  const { widthMm, heightMm, fontPoints, titlePoints, letterPoints, leastPoints, mostPoints } = page;
  return {
    language,
    widthMm,
    fontPoints,
    titlePoints,
    letterPoints,
    leastPoints,
    ...(heightMm !== undefined && { heightMm }),
    ...(mostPoints !== null && { mostPoints }),
    ...more,
  };
}

const PAGES: readonly (readonly [preset: PresetId, language: Language, FigureKindId[][]])[] = [
  ['nature-183', 'en', [['network', 'ranking', 'quadrant', 'sector-mixing']]],
  [
    'slide-16-9',
    'zh',
    [
      ['niche-map', 'radar'],
      ['tie-types', 'gaps', 'distribution'],
    ],
  ],
];

/** Every kind of both maps, in both languages and at two widths, then several on a page. */
export function* galleryFigures(): Generator<GalleryFigure, void> {
  const [planted, jinhua] = [plantedMap(), jinhuaMap()];
  const every = FIGURE_OFFERS.map(({ id }) => [id]);
  yield* drawn('jinhua', jinhua, 'nature-89', 'zh', every);
  yield* drawn('jinhua', jinhua, 'slide-16-9', 'en', every);
  yield* drawn('planted', planted, 'nature-183', 'en', every);
  yield* drawn('planted', planted, 'elsevier-90', 'zh', every);
  for (const [preset, language, pages] of PAGES) yield* drawn('jinhua', jinhua, preset, language, pages);
}

function* drawn(
  name: string,
  map: FigureMap,
  preset: PresetId,
  language: Language,
  pages: readonly (readonly FigureKindId[])[],
): Generator<GalleryFigure, void> {
  for (const kinds of pages) {
    const titled = preset === 'slide-16-9' ? { title: titleOf(kinds, language) } : {};
    const figure = finish(
      drawFigure(map, kinds, choicesOf(preset, language, { measure: 'degree', ...titled })),
    );
    const id = `${name} ${kinds.join('+')} ${language} ${preset}`;
    yield {
      id,
      map: name,
      kinds,
      language,
      preset,
      ...(figure.ok ? { svg: figure.value.svg } : { why: figure.problem.message[language] }),
    };
  }
}

function titleOf(kinds: readonly FigureKindId[], language: Language): string {
  const names = kinds.map((id) => FIGURE_OFFERS.find((offer) => offer.id === id)?.name[language] ?? id);
  return names.join(language === 'zh' ? '、' : ', ');
}
