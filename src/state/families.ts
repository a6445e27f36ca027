import { compareIds } from '../base/ids.ts';
import type { LibraryEntry } from '../storage/library-entry.ts';

export interface FamilyRow {
  readonly entry: LibraryEntry;
  /** Forks between it and the map that heads its family. */
  readonly depth: number;
  /** The map that it is a scenario of, where that is here. */
  readonly base?: LibraryEntry;
}

/**
 * Maps with their scenarios beneath them, by the time they were made. A family stands where its member stands that comes
 * first in the list; a scenario whose base is not in it stands by itself.
 */
export function inFamilies(maps: readonly LibraryEntry[]): readonly FamilyRow[] {
  const byId = new Map(maps.map((entry) => [entry.id, entry]));
  const rows = new Map<string, FamilyRow>();
  const add = (entry: LibraryEntry, depth: number, base?: LibraryEntry): void => {
    if (rows.has(entry.id)) return;
    rows.set(entry.id, { entry, depth, ...(base && { base }) });
    const own = maps.filter(({ scenario }) => scenario?.base === entry.id);
    for (const child of own.sort((a, b) => a.createdAt - b.createdAt || compareIds(a.id, b.id)))
      add(child, depth + 1, entry);
  };
  for (const entry of maps) {
    let head = entry;
    const passed = new Set([head]);
    for (
      let base = byId.get(head.scenario?.base ?? '');
      base && !passed.has(base);
      base = byId.get(head.scenario?.base ?? '')
    )
      passed.add((head = base));
    add(head, 0);
  }
  return [...rows.values()];
}
