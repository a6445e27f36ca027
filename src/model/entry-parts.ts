import type { Localized } from '../base/localized.ts';
import type { Side } from './entry-tokens.ts';
import type { Actor, Project } from './graph.ts';
import type { Direction, Resource, Sector, TieType } from './scheme.ts';

/** What one or more lines of quick entry say, ready to be carried out. */
export interface Entry {
  readonly actors: readonly EntryActor[];
  readonly ties: readonly EntryTie[];
  readonly resources: readonly EntryResource[];
  /** Of one actor, side and resource the last counts. */
  readonly amounts: readonly EntryAmount[];
  readonly projects: readonly EntryProject[];
}

export interface EntryActor {
  readonly name: string;
  /** The actor of that name that is on the map already. */
  readonly existing?: Actor;
  /** Asked for with @. */
  readonly sector?: Sector;
}

export interface EntryTie {
  /** Indexes into `actors`. */
  readonly source: number;
  readonly target: number;
  readonly type: TieType;
  readonly direction: Direction;
  readonly weight: number;
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
    actors: actors.map((actor) => ({ name: actor.name, existing: actor })),
    ties: [],
    resources: [named],
    amounts: actors.map((_, actor) => ({ actor, side, resource: 0, amount })),
    projects: [],
  };
}
