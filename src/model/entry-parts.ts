import type { Localized } from '../base/localized.ts';
import type { TypedField } from './entry-fields.ts';
import type { Side } from './entry-tokens.ts';
import type { Actor, Project, Tie } from './graph.ts';
import type { Direction, Resource, Sector, TieType } from './scheme.ts';

/** What one or more lines of quick entry say, ready to be carried out. */
export interface Entry {
  readonly actors: readonly EntryActor[];
  readonly ties: readonly EntryTie[];
  readonly resources: readonly EntryResource[];
  /** Of one actor, side and resource the last counts. */
  readonly amounts: readonly EntryAmount[];
  readonly projects: readonly EntryProject[];
  /** Sectors and tie types that the map lacks, under ids of their own; made with the rest. */
  readonly sectors: readonly Sector[];
  readonly tieTypes: readonly TieType[];
  readonly removed: EntryRemovals;
}

/** What a line with a dash takes away. */
export interface EntryRemovals {
  readonly actors: readonly Actor[];
  /** Named by their ends; those that go with an actor are not among them. */
  readonly ties: readonly RemovedTie[];
  /** How many ties go with the actors. */
  readonly carried: number;
}

export interface RemovedTie {
  readonly tie: Tie;
  /** Names of its ends and of its type. */
  readonly source: Localized;
  readonly target: Localized;
  readonly typeName: Localized;
}

export const NO_ENTRY: Entry = {
  actors: [],
  ties: [],
  resources: [],
  amounts: [],
  projects: [],
  sectors: [],
  tieTypes: [],
  removed: { actors: [], ties: [], carried: 0 },
};

export interface EntryActor {
  readonly name: string;
  /** The actor of that name that is on the map already. */
  readonly existing?: Actor;
  /** Asked for with @. */
  readonly sector?: Sector;
  readonly fields: readonly TypedField[];
  /** Where the text first names it: the line from 0, and its place in the line. */
  readonly span?: Span;
}

export interface Span {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

export interface EntryTie {
  /** Indexes into `actors`. */
  readonly source: number;
  readonly target: number;
  readonly type: TieType;
  readonly direction: Direction;
  readonly weight: number;
  /** The tie that is meant, and how many of its kind there are; a new one where it is absent. */
  readonly existing?: Tie;
  readonly among: number;
  /** A new one beside another of its kind. */
  readonly parallel: boolean;
  readonly fields: readonly TypedField[];
}

export interface EntryResource {
  readonly name: Localized;
  /** The resource of the scheme; a new one where it is absent. */
  readonly existing?: Resource;
}

export interface EntryAmount {
  /** Index into `actors`. */
  readonly actor: number;
  readonly side: Side;
  /** Index into `resources`. */
  readonly resource: number;
  /** >= 0; 0 takes back what was stated. */
  readonly amount: number;
}

export interface EntryProject {
  readonly name: string;
  readonly existing?: Project;
  /** Indexes into `actors`: those who join. */
  readonly actors: readonly number[];
}

/** An amount of one actor, as if its line had been typed: for cards that take the parts one by one. */
export function amountEntry(actor: Actor, side: Side, resource: Resource | string, amount: number): Entry {
  return amountsEntry([actor], side, resource, amount);
}

/** The same amount of several actors. */
export function amountsEntry(
  actors: readonly Actor[],
  side: Side,
  resource: Resource | string,
  amount: number,
): Entry {
  const named: EntryResource =
    typeof resource === 'string'
      ? { name: { en: resource, zh: resource } }
      : { name: resource.name, existing: resource };
  return {
    ...NO_ENTRY,
    actors: actors.map((actor) => ({ name: actor.name, existing: actor, fields: [] })),
    resources: [named],
    amounts: actors.map((_, actor) => ({ actor, side, resource: 0, amount })),
  };
}
