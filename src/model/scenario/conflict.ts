import type { FieldChange } from '../field-changes.ts';
import type { FlatValue, Single, Table } from '../records.ts';
import type { Scheme } from '../scheme.ts';
import type { Reference } from './references.ts';

/** Of which map the word counts: that of the base, or that of the scenario. */
export type Side = 'base' | 'scenario';

export function otherSide(side: Side): Side {
  return side === 'base' ? 'scenario' : 'base';
}

/** Both sides have given one value another one; undefined where a side has none. */
export interface ValueConflict {
  readonly kind: 'value';
  readonly id: string;
  readonly table: Table | Single;
  /** Id of the record; of the map's single records their own name. */
  readonly record: string;
  readonly key: string;
  readonly fork: FlatValue | undefined;
  readonly base: FlatValue | undefined;
  readonly scenario: FlatValue | undefined;
}

/** One side has removed what the other one has changed, or newly uses. */
export interface RemovalConflict {
  readonly kind: 'removal';
  readonly id: string;
  readonly table: Table;
  readonly record: string;
  readonly removedBy: Side;
  /** What the other side changed in it, by key. */
  readonly changes: readonly FieldChange[];
  /** What hangs on it on the other side: new or changed there. By table and id. */
  readonly users: readonly Reference[];
}

/** Both sides have put a list of the vocabulary in another order. */
export interface OrderConflict {
  readonly kind: 'order';
  readonly id: string;
  readonly table: keyof Scheme;
  /** Ids of what both lists hold. */
  readonly base: readonly string[];
  readonly scenario: readonly string[];
}

export type Conflict = ValueConflict | RemovalConflict | OrderConflict;

/** What was chosen, by the id of the conflict: whose word counts. */
export type Decisions = ReadonlyMap<string, Side>;

export function conflictId(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
