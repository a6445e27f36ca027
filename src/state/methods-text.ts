import type { Language, Localized } from '../base/localized.ts';
import type { FigureMetadata } from '../figures/metadata.ts';
import type { MethodsInput } from '../figures/methods/facts.ts';
import type { Methods } from '../figures/methods/methods.ts';
import { strangerSector, strangerTieType } from '../model/scheme.ts';
import type { Graph } from '../model/graph.ts';
import type { ColourBy, SizeBy, View } from '../model/view.ts';
import type { Download } from './exporting.ts';
import type { MapState } from './map.svelte.ts';
import type { Filter } from './visibility.ts';

// What writes methods is loaded when someone asks for it.

/** What is shown or exported of a map. */
export interface Used {
  /** Ids of measures. */
  readonly measures: readonly string[];
  /** Whether findings of the rules are told. */
  readonly diagnosis: boolean;
  /** Whether the map itself is shown. */
  readonly drawn: boolean;
  /** What stands beside it in the same figure. */
  readonly beside?: MethodsInput['beside'];
}

/**
 * How what is used of the map as it is now was made, in both languages, with its sources and parameters.
 * @param shown the map as it is shown: where it is another one its names are left out, and all else is the same
 */
export async function methodsText(map: MapState, used: Used, shown: Graph = map.graph): Promise<Methods> {
  const { methodsOf } = await import('../figures/methods/methods.ts');
  const { graph } = map;
  const named = shown === graph;
  return methodsOf({
    ...used,
    graph: { ...graph, info: shown.info, scheme: shown.scheme },
    input: map.measured,
    options: map.reading,
    view: { ...graph.view, ...lookOf(named ? map.view : shown.view) },
    filter: named ? filterWords(map.filter, graph) : filterWords(nameless(map.filter), shown),
    version: __BUILD__,
  });
}

/** A filter without the names that its words would tell. */
function nameless({ hiddenCategories, focus, ...filter }: Filter): Filter {
  return {
    ...filter,
    hiddenCategories: new Set(hiddenCategories.size > 0 ? ['…'] : []),
    focus: focus && { ...focus, actor: '…' },
  };
}

function lookOf({ size, colour, width, tieColour, labels }: View): Partial<View> {
  return { size, colour, width, tieColour, labels };
}

/** The measures that the map is drawn by. */
export function drawnMeasures({ size, colour }: Pick<View, 'size' | 'colour'>): readonly string[] {
  const measureOf = (by: SizeBy | ColourBy): readonly string[] =>
    by.kind === 'measure' || by.kind === 'group' ? [by.id] : [];
  return [...new Set([...measureOf(size), ...measureOf(colour)])];
}

/**
 * What a figure says of itself in its file, from what is shown in it.
 * @param shown the map as it is shown, where names are left out
 */
export async function metadataOfFigure(
  map: MapState,
  title: string,
  language: Language,
  used: Used = { measures: drawnMeasures(map.view), diagnosis: false, drawn: true },
  shown: Graph = map.graph,
): Promise<FigureMetadata> {
  const [{ figureMetadata }, methods] = await Promise.all([
    import('../figures/methods/methods.ts'),
    methodsText(map, used, shown),
  ]);
  return figureMetadata(title, methods, language);
}

export type ReferenceFormat = 'bib' | 'ris';

/** The sources as a file for programs that keep references. */
export async function referencesFile(
  { sources }: Methods,
  title: string,
  format: ReferenceFormat,
): Promise<Download> {
  const [{ bibtex }, { ris }, { fileNameOf }] = await Promise.all([
    import('../figures/methods/bibtex.ts'),
    import('../figures/methods/ris.ts'),
    import('../formats/text.ts'),
  ]);
  const text = format === 'bib' ? bibtex(sources) : ris(sources);
  const type = format === 'bib' ? 'application/x-bibtex' : 'application/x-research-info-systems';
  return { name: `${fileNameOf(title)}.${format}`, blob: new Blob([text], { type }) };
}

export async function parametersFile({ parameters }: Methods, title: string): Promise<Download> {
  const { fileNameOf } = await import('../formats/text.ts');
  return {
    name: `${fileNameOf(title)} parameters.json`,
    blob: new Blob([parameters], { type: 'application/json' }),
  };
}

/** The sources as a list of references is printed. */
export async function referenceLines({ sources }: Methods): Promise<readonly string[]> {
  const { reference } = await import('../figures/methods/citations.ts');
  return sources.map(reference);
}

/** What a filter hides or keeps, in words. */
function filterWords(filter: Filter, { scheme, actors }: Graph): readonly Localized[] {
  const { hiddenSectors, hiddenTieTypes, hiddenCategories, focus, when } = filter;
  const sectors = [...hiddenSectors]
    .sort()
    .map((id) => (scheme.sectors.find((sector) => sector.id === id) ?? strangerSector(id)).name);
  const types = [...hiddenTieTypes]
    .sort()
    .map((id) => (scheme.tieTypes.find((type) => type.id === id) ?? strangerTieType(id)).name);
  const categories = [...hiddenCategories].sort();
  const name = focus && (actors.get(focus.actor)?.name ?? focus.actor);
  return [
    ...(sectors.length > 0
      ? [
          {
            en: `without the sectors ${sectors.map(({ en }) => en).join(', ')}`,
            zh: `不含类型为${sectors.map(({ zh }) => zh).join('、')}的主体`,
          },
        ]
      : []),
    ...(types.length > 0
      ? [
          {
            en: `without ties of the types ${types.map(({ en }) => en).join(', ')}`,
            zh: `不含类型为${types.map(({ zh }) => zh).join('、')}的关系`,
          },
        ]
      : []),
    ...(categories.length > 0
      ? [{ en: `without ${categories.join(', ')}`, zh: `不含${categories.join('、')}` }]
      : []),
    ...(focus
      ? [
          {
            en: `actors within ${focus.steps} ${focus.steps === 1 ? 'step' : 'steps'} of ${name ?? ''}`,
            zh: `距“${name ?? ''}”${focus.steps} 步以内的主体`,
          },
        ]
      : []),
    ...(when === undefined ? [] : [{ en: `as of ${when}`, zh: `时点为 ${when}` }]),
  ];
}
