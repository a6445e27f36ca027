import { ok, type Result } from '../base/result.ts';
import type { Language, Localized } from '../base/localized.ts';
import { measureById } from '../metrics/registry.ts';
import type { AnonymousMap } from './anonymised.ts';
import type { Download } from './exporting.ts';
import type { MapState } from './map.svelte.ts';

// The page's program and the writers are loaded when a page is saved.

export interface HtmlChoices {
  /** In which the page opens; readers can go over to the other. */
  readonly language: Language;
  /** Notes and custom fields come along. */
  readonly details?: boolean;
  /** The map can be opened again from the page, with its rounds. */
  readonly withMap?: boolean;
  /** Without names. */
  readonly anonymous?: AnonymousMap;
}

/** The map as it is seen now, as one HTML file that opens from any disk and needs nothing else. */
export async function htmlFile(map: MapState, choices: HtmlChoices): Promise<Result<Download>> {
  const [{ page }, { TOLD_MEASURES, viewerData }, { viewerFile }, { fileNameOf }] = await Promise.all([
    import('virtual:viewer-page'),
    import('../figures/viewer/viewer-data.ts'),
    import('../figures/viewer/viewer-file.ts'),
    import('../formats/text.ts'),
  ]);
  const { anonymous, language, details = false } = choices;
  const { size, colour } = map.view;
  const measures = [
    ...new Set([...[size, colour].flatMap((by) => (by.kind === 'measure' ? [by.id] : [])), ...TOLD_MEASURES]),
  ];
  await Promise.all(measures.map((id) => map.measures.currentValues(id)));
  const groups = colour.kind === 'group' ? map.measures.groups.get(colour.id) : undefined;
  const renamed = (ids: ReadonlySet<string>, names?: ReadonlyMap<string, string>): ReadonlySet<string> =>
    names ? new Set([...ids].flatMap((id) => names.get(id) ?? [])) : ids;
  const data = viewerData({
    version: __BUILD__,
    language,
    graph: anonymous?.graph ?? { ...map.graph, view: map.view },
    shown: {
      actors: renamed(map.visible.actors, anonymous?.actors),
      ties: renamed(map.visible.ties, anonymous?.ties),
    },
    measures,
    values: anonymous?.values ?? map.measures.values,
    setting: map.measures.setting,
    groups: anonymous && groups ? anonymous.grouping : groups,
    cautions: [...map.measures.notes, ...staleNotes(measures.filter((id) => map.measures.staleOf(id)))],
    details,
  });
  let held: string | undefined;
  if (choices.withMap) {
    const [{ markedMap }, { mapText }] = await Promise.all([
      import('../formats/packed-map.ts'),
      import('./figures-with-maps.ts'),
    ]);
    held = markedMap(await mapText(map, anonymous));
  }
  const name = `${fileNameOf(data.info.title)}.html`;
  return ok({ name, blob: new Blob([viewerFile(page, data, held)], { type: 'text/html' }) });
}

/** Long measures may wait to be asked for: what is seen of them is then of an earlier state. */
function staleNotes(measures: readonly string[]): readonly Localized[] {
  return measures.flatMap((id) => {
    const name = measureById(id)?.name;
    return name
      ? [
          {
            en: `The values of ${name.en} are of an earlier state of this map.`,
            zh: `“${name.zh}”的数值属于此地图较早的状态。`,
          },
        ]
      : [];
  });
}
