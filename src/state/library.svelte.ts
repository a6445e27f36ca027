import type { Problem } from '../base/problem.ts';
import { editMapInfo } from '../model/commands/edit-map.ts';
import { persistence } from '../storage/browser-storage.ts';
import { BIN_DAYS } from '../storage/library.ts';
import type { LibraryEntry } from '../storage/library-entry.ts';
import { mapState } from './map-state.ts';
import { notices } from './notices.svelte.ts';
import { library } from './stores.ts';

export { BIN_DAYS };
export type { LibraryEntry };

/** The maps of this browser, as the start screen lists them. */
class LibraryState {
  maps = $state.raw<readonly LibraryEntry[]>([]);
  deleted = $state.raw<readonly LibraryEntry[]>([]);
  loaded = $state(false);
  problem = $state.raw<Problem>();
  /** Whether the browser promised to keep the maps. */
  kept = $state<'granted' | 'denied' | 'unknown'>('unknown');

  #swept = false;

  async refresh(): Promise<void> {
    if (!this.#swept) {
      this.#swept = true;
      // What has been in the bin for its time goes; were it to fail, the list says why.
      await library.emptyBin();
    }
    const listed = await library.list();
    this.loaded = true;
    this.problem = listed.ok ? undefined : listed.problem;
    if (listed.ok) ({ maps: this.maps, deleted: this.deleted } = listed.value);
    this.kept = await persistence(false);
  }

  /** Deleted maps go for good after a month. */
  async emptyOldBin(): Promise<void> {
    await library.emptyBin();
  }

  async askToKeep(): Promise<void> {
    this.kept = await persistence(true);
  }

  async remove(entry: LibraryEntry): Promise<void> {
    const removed = await library.remove(entry.id);
    if (removed.ok)
      notices.info(
        { en: `Deleted “${entry.title}”`, zh: `已删除“${entry.title}”` },
        { label: { en: 'Undo', zh: '撤销' }, run: () => void this.restore(entry) },
      );
    else notices.problem(removed.problem);
    await this.refresh();
  }

  async restore(entry: LibraryEntry): Promise<void> {
    const restored = await library.restore(entry.id);
    if (!restored.ok) notices.problem(restored.problem);
    await this.refresh();
  }

  async purge(entry: LibraryEntry): Promise<void> {
    const purged = await library.purge(entry.id);
    if (!purged.ok) notices.problem(purged.problem);
    await this.refresh();
  }

  async duplicate(entry: LibraryEntry, title: string): Promise<void> {
    const copied = await library.duplicate(entry.id, title);
    if (!copied.ok) notices.problem(copied.problem);
    else if (copied.value) await retitle(copied.value.id, title);
    await this.refresh();
  }

  async rename(entry: LibraryEntry, title: string): Promise<void> {
    await retitle(entry.id, title);
    await this.refresh();
  }
}

/** A map's title stands in its document, so the map is opened for it, without being shown. */
async function retitle(id: string, title: string): Promise<void> {
  const opened = await (await mapState()).open(id);
  if (!opened.ok) {
    notices.problem(opened.problem);
    return;
  }
  const map = opened.value;
  map.run(editMapInfo, { title }, { quiet: true });
  await map.close();
  if (map.save.problem) notices.problem(map.save.problem);
}

export const libraryState = new LibraryState();
