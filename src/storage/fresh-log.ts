/**
 * Makes Chromium begin a new log file for all that it keeps of this page. It appends every write to one log, and after
 * it was killed in the middle of a write goes on appending behind the torn one: that log reads well once more, and at
 * the start after that all the maps are thrown away as damaged. Deleting a database, even an empty one, makes it fold
 * the log into a table, which holds no torn write. Called once a window, early: what was written before is folded too.
 * Other browsers keep their records in another way, and lose nothing by it. Never rejects.
 */
export async function beginFreshLog(
  factory: IDBFactory | undefined = globalThis.indexedDB as IDBFactory | undefined,
): Promise<void> {
  if (!factory) return;
  await new Promise<void>((resolve) => {
    try {
      // of no version: another one that is being deleted is waited for
      const opening = factory.open(NAME);
      opening.onsuccess = () => {
        opening.result.close();
        const deleting = factory.deleteDatabase(NAME);
        deleting.onsuccess = deleting.onerror = () => resolve();
      };
      opening.onerror = () => resolve();
    } catch {
      // The browser lets this page store nothing: opening the maps says so.
      resolve();
    }
  });
}

const NAME = 'ecotone-fresh-log';
