import type { Language } from '../base/localized.ts';
import { ok, type Result } from '../base/result.ts';
import type { StatesComparison } from '../metrics/scenarios/compare-states.ts';
import type { TableWanted } from '../figures/tables/registry.ts';
import type { DataTable } from '../figures/tables/table.ts';
import type { TableFile, TableFormat } from '../figures/tables/write.ts';
import { networkInput, type NetworkInput } from '../network/network.ts';
import type { TablesTask } from '../workers/tables.ts';
import type { AnonymousMap } from './anonymised.ts';
import type { Download } from './exporting.ts';
import type { MapState } from './map.svelte.ts';
import { methodsStateOf } from './methods.svelte.ts';
import { preferences } from './preferences.svelte.ts';

// Writers and zip are loaded when something is saved.

export type { DataTable, TableFormat, TableWanted };

export interface TableChoices {
  readonly language?: Language;
  /** The map without names, where names are left out. */
  readonly anonymous?: AnonymousMap;
}

/** What a worker needs to make tables of what is seen of a map. */
export function tablesTask(
  map: MapState,
  wanted: readonly TableWanted[],
  { language = preferences.language, anonymous }: TableChoices = {},
): TablesTask {
  const { info, actors, ties, projects, scheme } = anonymous?.graph ?? map.graph;
  return {
    graph: { info, actors, ties, projects, scheme },
    input: anonymous ? seenOf(map, anonymous) : map.measured,
    options: map.reading,
    settings: map.graph.view.diagnosis,
    wanted,
    language,
  };
}

/** Of a map without names what is seen of the map. */
function seenOf({ visible }: MapState, { graph, actors, ties }: AnonymousMap): NetworkInput {
  const shown = (ids: ReadonlyMap<string, string>, seen: ReadonlySet<string>): ReadonlySet<string> =>
    new Set([...ids].flatMap(([id, made]) => (seen.has(id) ? [made] : [])));
  const kept = shown(ties, visible.ties);
  return networkInput(graph, shown(actors, visible.actors), (tie) => kept.has(tie.id));
}

/** The methods tell what was saved. */
export async function noteTables(map: MapState, wanted: readonly TableWanted[]): Promise<void> {
  const { measuresOfTable } = await import('../figures/tables/registry.ts');
  methodsStateOf(map).note(
    wanted.flatMap(measuresOfTable),
    wanted.some(({ kind }) => kind === 'diagnosis'),
  );
}

/** States side by side, as a file. */
export async function statesTableFile(
  states: readonly string[],
  comparison: StatesComparison,
  format: TableFormat,
  title: string,
): Promise<Result<Download>> {
  const { statesTable } = await import('../figures/tables/states-table.ts');
  return tablesDownload([statesTable(states, comparison, preferences.language)], format, title);
}

/** Tables that were made, as one file: several of CSV come as a zip, with what is to be said of them beside. */
export async function tablesDownload(
  tables: readonly DataTable[],
  format: TableFormat,
  title: string,
): Promise<Result<Download>> {
  const [{ writeTables }, { fileNameOf }] = await Promise.all([
    import('../figures/tables/write.ts'),
    import('../formats/text.ts'),
  ]);
  const written = writeTables(tables, format, title);
  if (!written.ok) return written;
  const base = fileNameOf(title);
  const [first, ...others] = written.value;
  if (first && others.length === 0) {
    const name = first.name === '' ? base : `${base} - ${fileNameOf(first.name)}`;
    return ok({ name: `${name}.${format}`, blob: blobOf(first) });
  }
  return ok({ name: `${base}.zip`, blob: await zipped(written.value, tables) });
}

function blobOf({ content, mime }: TableFile): Blob {
  return new Blob([content], { type: mime });
}

async function zipped(files: readonly TableFile[], tables: readonly DataTable[]): Promise<Blob> {
  const { strToU8, zipSync } = await import('fflate');
  const { fileNameOf } = await import('../formats/text.ts');
  const notes = tables.map(({ title, notes: each }) => [title, ...each, ''].join('\n')).join('\n');
  const entries = files.map(({ name, content }, k): readonly [string, Uint8Array] => [
    `${k + 1} ${fileNameOf(name)}.csv`,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  const bytes = zipSync(Object.fromEntries([...entries, ['notes.txt', strToU8(notes)]]));
  return new Blob([bytes], { type: 'application/zip' });
}
