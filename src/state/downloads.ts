import type { BackedUp } from '../formats/backup.ts';
import type { LibraryEntry } from '../storage/library-entry.ts';
import type { Download } from './exporting.ts';
import { localDay } from './local-day.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { ownFile, storedFile } from './round-files.ts';
import { storedGraph } from './stored-graph.ts';

/** Time that browsers take to fetch what is saved. */
const FETCHED_MS = 60_000;

/** Hands a file to the browser to be saved. */
export function save({ name, blob }: Download): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FETCHED_MS);
}

/** The open map as it is in this window, saved or not. */
export async function downloadMap(map: MapState): Promise<void> {
  save(await ownFile(map));
}

/** A map of the library, without opening it for editing. */
export async function downloadStored(entry: LibraryEntry): Promise<void> {
  const stored = await storedGraph(entry.id);
  if (stored.ok) save(await storedFile(entry.id, stored.value));
  else notices.problem(stored.problem);
}

/** All maps of the library in one file. Maps that can't be read are named, and the others kept. */
export async function downloadEverything(entries: readonly LibraryEntry[], today: Date): Promise<void> {
  const { backupText } = await import('../formats/backup.ts');
  const texts: BackedUp[] = [];
  const missing: string[] = [];
  for (const entry of entries) {
    const stored = await storedGraph(entry.id);
    if (stored.ok) {
      const file = await storedFile(entry.id, stored.value);
      texts.push({ id: entry.id, text: await file.blob.text() });
    } else missing.push(entry.title);
  }
  if (texts.length > 0)
    save({
      name: `ecotone-backup-${localDay(today)}.json`,
      blob: new Blob([backupText(texts)], { type: 'application/json' }),
    });
  if (missing.length > 0)
    notices.problem({
      code: 'backup-incomplete',
      message: {
        en: `Not in the backup, because they can’t be read: ${missing.join(', ')}.`,
        zh: `以下地图无法读取，未包含在备份中：${missing.join('、')}。`,
      },
    });
  else
    notices.info({
      en: texts.length === 1 ? 'Saved 1 map to a backup file' : `Saved ${texts.length} maps to a backup file`,
      zh: `已将 ${texts.length} 张地图存入备份文件`,
    });
}
