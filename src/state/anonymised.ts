import type { Language, Localized } from '../base/localized.ts';
import { fnv1a } from '../base/hash.ts';
import type { AnonymiseOptions } from '../model/anonymise.ts';
import type { Graph } from '../model/graph.ts';
import type { Grouping, MeasureValues } from '../scene/actor-encoding.ts';
import type { Theme } from '../scene/palette.ts';
import type { Scene } from '../scene/scene.ts';
import type { Download } from './exporting.ts';
import type { MapState } from './map.svelte.ts';

// What makes it is loaded when it is asked for.

/** What people choose of it; the rest follows from the map. */
export type AnonymousChoices = Omit<AnonymiseOptions, 'seed'>;

/** A map without names, for figures, tables, files and copies that are shared. */
export interface AnonymousMap {
  /** All of it, whatever is hidden: for files of data. Rounds and scenarios stay behind. */
  readonly graph: Graph;
  /** As it is seen now, under the same filter: for figures. */
  readonly scene: (theme: Theme, language: Language) => Scene;
  /** The values that are there whenever it is asked, of the new ids. */
  readonly values: MeasureValues;
  /** The groups that actors are coloured by, of the new ids; undefined where they are not. */
  readonly grouping: Grouping | undefined;
  /** Who is who: a table to be kept apart. */
  readonly key: Download;
  /** Old ids of actors to new ones. */
  readonly actors: ReadonlyMap<string, string>;
  readonly ties: ReadonlyMap<string, string>;
}

/** What has to be said to whoever passes such a map on. */
export const STILL_SEEN: Localized = {
  en: 'Names, notes and free fields are left out. Sectors, ties, strengths, amounts and places stay: who knows the region may still recognise actors by their ties.',
  zh: '已去除名称、备注与自由字段；主体类型、关系、强度、数量与位置保留。了解该区域的人仍可能凭关系认出某些主体。',
};

/**
 * The map as it is shown, without names. The same map gives the same numbers to the same actors each time, in this
 * browser alone: they follow from the id that the map has here, which no file tells.
 */
export async function anonymised(
  map: Pick<MapState, 'id' | 'graph' | 'view' | 'visible' | 'filter' | 'measures'>,
  choices: AnonymousChoices,
): Promise<AnonymousMap> {
  const [{ anonymise }, { keyCsv }, { fileNameOf }, { SceneBuilder }, { measureById }] = await Promise.all([
    import('../model/anonymise.ts'),
    import('../formats/anonymous-key.ts'),
    import('../formats/text.ts'),
    import('../scene/scene.ts'),
    import('../metrics/registry.ts'),
  ]);
  const { language } = choices;
  const { graph, key, actors, ties } = anonymise(
    { ...map.graph, view: map.view },
    { ...choices, seed: fnv1a(map.id) },
  );
  const { filter, visible, view } = map;
  const values = valuesUnder(() => map.measures.values, actors);
  const found = view.colour.kind === 'group' ? map.measures.groups.get(view.colour.id) : undefined;
  const grouping = found && { ...found, of: renamedColumn(found.of, actors) };
  const hidden = {
    sectors: filter.hiddenSectors,
    tieTypes: filter.hiddenTieTypes,
    actors: hiddenOf(actors, visible.actors),
    ties: hiddenOf(ties, visible.ties),
  };
  return {
    graph,
    scene: (theme, spoken) =>
      new SceneBuilder().build({
        graph,
        values,
        groups: grouping,
        valueNames: (id) => measureById(id)?.name ?? { en: id, zh: id },
        language: spoken,
        theme,
        hidden,
      }),
    values,
    grouping,
    key: {
      name: `${fileNameOf(map.graph.info.title)} - ${language === 'zh' ? '匿名对照表' : 'anonymisation key'}.csv`,
      blob: new Blob([keyCsv(key, language)], { type: 'text/csv' }),
    },
    actors,
    ties,
  };
}

/** Follows the values as they come: each column is made anew only when it has changed. */
function valuesUnder(values: () => MeasureValues, ids: ReadonlyMap<string, string>): MeasureValues {
  const made = new WeakMap<Grouping['of'], Grouping['of']>();
  return {
    get: (measure) => {
      const column = values().get(measure);
      if (!column) return undefined;
      const known = made.get(column) ?? renamedColumn(column, ids);
      made.set(column, known);
      return known;
    },
  };
}

function renamedColumn(column: Grouping['of'], ids: ReadonlyMap<string, string>): Grouping['of'] {
  return new Map([...column].flatMap(([id, value]) => (ids.has(id) ? [[ids.get(id) ?? '', value]] : [])));
}

/** New ids of what is not to be seen. */
function hiddenOf(ids: ReadonlyMap<string, string>, shown: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...ids].flatMap(([id, made]) => (shown.has(id) ? [] : [made])));
}
