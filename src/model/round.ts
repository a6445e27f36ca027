import type { Json } from './graph.ts';

/** What a round is called; the map that it keeps is never changed. */
export interface RoundLabel {
  readonly name: string;
  /** When it was taken: ISO 8601 in UTC, to the millisecond, so that texts sort as times do. */
  readonly time: string;
  /** Absent when empty. */
  readonly note?: string;
  /** Numbers of the map that it keeps. */
  readonly actors: number;
  readonly ties: number;
  /** Keys that this version does not know, kept as they came. */
  readonly unknown: Readonly<Record<string, Json>>;
}

/** A state of a map that was kept under a name ("as is, 10:40"), beside the map. */
export interface Round extends RoundLabel {
  /** The whole map in our own JSON format. */
  readonly map: string;
}

/** The time as a round keeps it; undefined for what is no time. */
export function roundTime(text: string): string | undefined {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

export function isRoundLabel(record: unknown): record is RoundLabel {
  if (typeof record !== 'object' || record === null) return false;
  const { name, time, note, actors, ties, unknown } = record as Partial<Record<keyof RoundLabel, unknown>>;
  return (
    typeof name === 'string' &&
    typeof time === 'string' &&
    (note === undefined || typeof note === 'string') &&
    typeof actors === 'number' &&
    typeof ties === 'number' &&
    typeof unknown === 'object' &&
    unknown !== null
  );
}
