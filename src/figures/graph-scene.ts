import type { Language } from '../base/localized.ts';
import type { PanelValues } from '../metrics/panel.ts';
import { groupName } from '../metrics/groups/group-name.ts';
import { measureById } from '../metrics/registry.ts';
import type { Graph } from '../model/graph.ts';
import type { View } from '../model/view.ts';
import type { Grouping, MeasureValues } from '../scene/actor-encoding.ts';
import { buildScene, NOTHING_HIDDEN, type Scene, type SceneInput } from '../scene/scene.ts';

type Values = Pick<PanelValues, 'actor' | 'actorIds' | 'details'>;

/** Ids of the measures that a map is drawn by. */
export function drawnBy({ size, colour }: Pick<View, 'size' | 'colour'>): readonly string[] {
  return [
    ...(size.kind === 'measure' ? [size.id] : []),
    ...(colour.kind === 'measure' || colour.kind === 'group' ? [colour.id] : []),
  ];
}

/** What a scene is built with besides its graph and values: on light paper, with nothing hidden. */
export function sceneCommon(
  language: Language,
): Pick<SceneInput, 'valueNames' | 'language' | 'theme' | 'hidden'> {
  return {
    valueNames: (id) => measureById(id)?.name ?? { en: id, zh: id },
    language,
    theme: 'light',
    hidden: NOTHING_HIDDEN,
  };
}

/** The map as the app draws it on paper. */
export function graphScene(graph: Graph, values: Values, language: Language): Scene {
  return buildScene({
    ...sceneCommon(language),
    graph,
    values: measureValues(values),
    groups: groupingOf(graph.view, values),
  });
}

/** Values by measure and actor; null where undefined. */
export function measureValues({ actor, actorIds }: Pick<Values, 'actor' | 'actorIds'>): MeasureValues {
  const columns = new Map<string, ReadonlyMap<string, number | null>>();
  for (const [id, values] of actor)
    columns.set(
      id,
      new Map(
        actorIds.map((actorId, k) => {
          const value = values[k] ?? NaN;
          return [actorId, Number.isNaN(value) ? null : value];
        }),
      ),
    );
  return columns;
}

/** The groups that actors are coloured by, where they are. */
export function groupingOf(
  { colour }: Pick<View, 'colour'>,
  { details, actorIds }: Values,
): Grouping | undefined {
  const detail = colour.kind === 'group' ? details.get(colour.id) : undefined;
  if (colour.kind !== 'group' || detail?.kind !== 'partition') return undefined;
  return {
    title: measureById(colour.id)?.name ?? { en: colour.id, zh: colour.id },
    of: new Map(actorIds.map((id, k) => [id, detail.of[k] ?? -1])),
    names: detail.sizes.map((_size, place) => detail.names?.[place] ?? groupName(colour.id, place + 1)),
  };
}
