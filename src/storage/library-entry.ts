/** That a map is a scenario of another one. */
export interface ScenarioLink {
  /** Id of the map that it was forked from; it may be gone. */
  readonly base: string;
  /** #rrggbb */
  readonly colour: string;
}

/** What the library shows of a map without opening it. Times are milliseconds since 1970. */
export interface LibraryEntry {
  readonly id: string;
  readonly title: string;
  readonly actors: number;
  readonly ties: number;
  readonly createdAt: number;
  readonly openedAt: number;
  readonly changedAt: number;
  /** Present while the map is in the bin. */
  readonly deletedAt?: number;
  readonly scenario?: ScenarioLink;
}

/** What a window knows of its map, to be shown in the library. */
export type MapFacts = Pick<LibraryEntry, 'title' | 'actors' | 'ties'>;

/** The entry after a change at time `now`; a new one when the map had none. */
export function changedEntry(
  entry: LibraryEntry | undefined,
  id: string,
  facts: MapFacts | undefined,
  now: number,
): LibraryEntry {
  return {
    id,
    title: '',
    actors: 0,
    ties: 0,
    createdAt: now,
    openedAt: now,
    ...entry,
    ...facts,
    changedAt: now,
  };
}

export function isEntry(record: unknown): record is LibraryEntry {
  if (typeof record !== 'object' || record === null) return false;
  const entry = record as Partial<Record<keyof LibraryEntry, unknown>>;
  return (
    typeof entry.id === 'string' &&
    typeof entry.title === 'string' &&
    [entry.actors, entry.ties, entry.createdAt, entry.openedAt, entry.changedAt].every(
      (value) => typeof value === 'number',
    ) &&
    (entry.deletedAt === undefined || typeof entry.deletedAt === 'number') &&
    (entry.scenario === undefined || isLink(entry.scenario))
  );
}

function isLink(record: unknown): record is ScenarioLink {
  if (typeof record !== 'object' || record === null) return false;
  const { base, colour } = record as Partial<Record<keyof ScenarioLink, unknown>>;
  return typeof base === 'string' && typeof colour === 'string';
}
