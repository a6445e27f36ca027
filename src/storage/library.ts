import { get, promisifyRequest, type UseStore } from 'idb-keyval';
import type { Result } from '../base/result.ts';
import { isEntry, type LibraryEntry, type MapFacts } from './library-entry.ts';
import { newId } from './new-id.ts';
import { attempt } from './problems.ts';
import { entryKey, entryRange, mapRange } from './records.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Days that a deleted map stays in the bin. */
export const BIN_DAYS = 30;

export interface LibraryList {
  /** Last opened first. */
  readonly maps: readonly LibraryEntry[];
  /** The bin: last deleted first. */
  readonly deleted: readonly LibraryEntry[];
}

/**
 * The maps that this browser keeps. A map's entry is made and kept current by its journal, with its first change;
 * here it is listed, renamed, copied and thrown away. Each step is one transaction.
 */
export interface Library {
  list(): Promise<Result<LibraryList>>;
  /** The map's entry, or undefined when there is none. */
  get(id: string): Promise<Result<LibraryEntry | undefined>>;
  /** Notes that the map was opened now. */
  touch(id: string): Promise<Result<boolean>>;
  /** Notes what the map is called and holds, without calling it changed. */
  describe(id: string, facts: Partial<MapFacts>): Promise<Result<boolean>>;
  /** Copies all that is stored of the map, damaged records too. @returns the copy's entry; undefined without an original */
  duplicate(id: string, title: string): Promise<Result<LibraryEntry | undefined>>;
  /** Puts the map into the bin. */
  remove(id: string): Promise<Result<boolean>>;
  /** Takes the map out of the bin. */
  restore(id: string): Promise<Result<boolean>>;
  /** Deletes a map in the bin for good. */
  purge(id: string): Promise<Result<boolean>>;
  /** Deletes for good what has been in the bin for 30 days without a change; with `all`, the whole bin. */
  emptyBin(all?: boolean): Promise<Result<number>>;
}

export function createLibrary(store: UseStore, now: () => number = Date.now): Library {
  /** Changes an entry in one transaction. @returns whether there was one */
  const change = (id: string, changed: (entry: LibraryEntry) => LibraryEntry): Promise<Result<boolean>> =>
    attempt(() =>
      store('readwrite', async (records) => {
        const entry = await promisifyRequest<unknown>(records.get(entryKey(id)));
        if (!isEntry(entry)) return false;
        records.put(changed(entry), entryKey(id));
        return true;
      }),
    );

  return {
    list: () =>
      attempt(async () => {
        const entries = await readEntries(store);
        return {
          maps: entries
            .filter((entry) => entry.deletedAt === undefined)
            .sort((a, b) => b.openedAt - a.openedAt),
          deleted: entries
            .filter((entry) => entry.deletedAt !== undefined)
            .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0)),
        };
      }),
    get: (id) =>
      attempt(async () => {
        const entry = await get<unknown>(entryKey(id), store);
        return isEntry(entry) ? entry : undefined;
      }),
    touch: (id) => change(id, (entry) => ({ ...entry, openedAt: now() })),
    describe: (id, facts) => change(id, (entry) => ({ ...entry, ...facts })),
    remove: (id) => change(id, (entry) => ({ ...entry, deletedAt: now() })),
    restore: (id) => change(id, ({ deletedAt: _, ...entry }) => entry),

    duplicate: (id, title) =>
      attempt(() =>
        store('readwrite', async (records) => {
          const [entry, keys, values] = await Promise.all([
            promisifyRequest<unknown>(records.get(entryKey(id))),
            promisifyRequest(records.getAllKeys(mapRange(id))),
            promisifyRequest<unknown[]>(records.getAll(mapRange(id))),
          ]);
          if (!isEntry(entry)) return undefined;
          const { deletedAt: _, ...kept } = entry;
          const at = now();
          const copy: LibraryEntry = {
            ...kept,
            id: newId(),
            title,
            createdAt: at,
            openedAt: at,
            changedAt: at,
          };
          for (const [index, key] of keys.entries())
            if (Array.isArray(key)) records.put(values[index], ['map', copy.id, ...key.slice(2)]);
          records.put(copy, entryKey(copy.id));
          return copy;
        }),
      ),

    purge: (id) =>
      attempt(() =>
        store('readwrite', async (records) => {
          const entry = await promisifyRequest<unknown>(records.get(entryKey(id)));
          if (!isEntry(entry) || entry.deletedAt === undefined) return false;
          erase(records, id);
          return true;
        }),
      ),

    emptyBin: (all = false) =>
      attempt(() =>
        store('readwrite', async (records) => {
          const entries = await promisifyRequest<unknown[]>(records.getAll(entryRange()));
          const limit = now() - BIN_DAYS * DAY;
          const old = entries
            .filter(isEntry)
            .filter(
              ({ deletedAt, changedAt }) =>
                deletedAt !== undefined && (all || Math.max(deletedAt, changedAt) < limit),
            );
          for (const { id } of old) erase(records, id);
          return old.length;
        }),
      ),
  };
}

async function readEntries(store: UseStore): Promise<LibraryEntry[]> {
  const entries = await store('readonly', (records) =>
    promisifyRequest<unknown[]>(records.getAll(entryRange())),
  );
  return entries.filter(isEntry);
}

function erase(records: IDBObjectStore, id: string): void {
  records.delete(mapRange(id));
  records.delete(entryKey(id));
}
