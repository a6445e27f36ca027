import type { Language } from '../base/localized.ts';
import { ok, type Result } from '../base/result.ts';
import { anonymised } from './anonymised.ts';
import { dataFile, type DATA, type Download, type PAGES } from './exporting.ts';
import type { MapState } from './map.svelte.ts';
import { ownFile } from './round-files.ts';

export type MapFileKind = (typeof DATA)[number] | (typeof PAGES)[number];

export interface MapFileChoices {
  readonly kind: MapFileKind;
  readonly language: Language;
  readonly anonymous: boolean;
  /** Of a page: notes and custom fields come along. */
  readonly details: boolean;
  /** Of a page: the map can be opened again from it. */
  readonly holdsMap: boolean;
}

/** The map as a file, and who is who where its names are left out: a table to be kept apart. */
export async function mapFile(
  map: MapState,
  { kind, language, anonymous, details, holdsMap }: MapFileChoices,
): Promise<Result<{ readonly file: Download; readonly key?: Download }>> {
  const hidden = anonymous ? await anonymised(map, { language }) : undefined;
  const key = hidden && { key: hidden.key };
  if (kind === 'html') {
    const { htmlFile } = await import('./html-files.ts');
    const page = await htmlFile(map, {
      language,
      details,
      withMap: holdsMap,
      ...(hidden && { anonymous: hidden }),
    });
    return page.ok ? ok({ file: page.value, ...key }) : page;
  }
  if (hidden) return ok({ file: await dataFile(hidden.graph, kind), ...key });
  return ok({ file: kind === 'ecotone' ? await ownFile(map) : await dataFile(map.graph, kind) });
}
