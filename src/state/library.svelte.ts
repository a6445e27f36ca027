import type { Problem } from '../base/problem.ts';
import { persistence } from '../storage/browser-storage.ts';
import type { LibraryEntry } from '../storage/library-entry.ts';
import { notices } from './notices.svelte.ts';
import { library } from './stores.ts';

/** The maps of this browser, as the start screen lists them. */
class LibraryState {
  maps = $state.raw<readonly LibraryEntry[]>([]);
  deleted = $state.raw<readonly LibraryEntry[]>([]);
  loaded = $state(false);
  problem = $state.raw<Problem>();
  /** Whether the browser promised to keep the maps. */
  kept = $state<'granted' | 'denied' | 'unknown'>('unknown');

  async refresh(): Promise<void> {
    const listed = await library.list();
    this.loaded = true;
    this.problem = listed.ok ? undefined : listed.problem;
    if (listed.ok) ({ maps: this.maps, deleted: this.deleted } = listed.value);
    this.kept = await persistence(false);
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
    await this.refresh();
  }
}

export const libraryState = new LibraryState();
