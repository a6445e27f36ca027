import { sameValue, valueUnder, type TypedField } from './entry-fields.ts';
import type { Entry, EntryActor, EntryTie } from './entry-parts.ts';
import type { Actor, Tie } from './graph.ts';

/** The values that a new record gets: one that is taken back was never there. */
export function newFields(fields: readonly TypedField[]): readonly TypedField[] {
  return fields.filter(({ value }) => value !== undefined);
}

/** The fields that a known record gets anew. */
export function setFields(
  fields: readonly TypedField[],
  record: Actor | Tie | undefined,
): readonly TypedField[] {
  return record ? fields.filter(({ key, value }) => !sameValue(valueUnder(record, key.id), value)) : [];
}

/** Whether an actor that is there gets another sector or other fields. */
export function changesActor({ existing, sector, fields }: EntryActor): boolean {
  if (!existing) return false;
  return (sector !== undefined && sector.id !== existing.sector) || setFields(fields, existing).length > 0;
}

export function changesTie({ existing, weight, fields }: EntryTie): boolean {
  return existing !== undefined && (weight !== existing.weight || setFields(fields, existing).length > 0);
}

/** How much an entry does; amounts of resources and projects aside. */
export interface EntryCounts {
  readonly addedActors: number;
  readonly changedActors: number;
  readonly removedActors: number;
  readonly addedTies: number;
  readonly changedTies: number;
  /** Those that go with an actor among them. */
  readonly removedTies: number;
  readonly sectors: number;
  readonly tieTypes: number;
}

export function countEntry({ actors, ties, removed, sectors, tieTypes }: Entry): EntryCounts {
  return {
    addedActors: actors.filter(({ existing }) => !existing).length,
    changedActors: actors.filter(changesActor).length,
    removedActors: removed.actors.length,
    addedTies: ties.filter(({ existing }) => !existing).length,
    changedTies: ties.filter(changesTie).length,
    removedTies: removed.ties.length + removed.carried,
    sectors: sectors.length,
    tieTypes: tieTypes.length,
  };
}
