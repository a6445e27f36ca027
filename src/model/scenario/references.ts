import { keyParts, sameValue } from '../field-changes.ts';
import type { Flat, FlatValue, Single, Table } from '../records.ts';
import { ENDS } from './flat-state.ts';

/** A record that another one names. */
export interface Reference {
  readonly table: Table;
  readonly id: string;
}

/** What a value of a record names: a tie its ends, type and project; an actor its sector and resources, and so on. */
export function references(table: Table | Single, key: string, value: FlatValue): readonly Reference[] {
  const [prefix, rest] = keyParts(key);
  if (table === 'actors') {
    if (key === 'sector') return named('sectors', value);
    if (prefix === 'supply' || prefix === 'demand') return [{ table: 'resources', id: rest }];
  }
  if (table === 'ties') {
    if (key === ENDS && Array.isArray(value)) return value.flatMap((id) => named('actors', id as string));
    if (key === 'type') return named('tieTypes', value);
    if (key === 'project') return named('projects', value);
  }
  if (table === 'projects' && prefix === 'actor') return [{ table: 'actors', id: rest }];
  if ((table === 'actors' || table === 'ties') && prefix === 'field') return [{ table: 'fields', id: rest }];
  return [];
}

/** Whether a record names this under the key, in the same amount. */
export function names(
  record: Flat | undefined,
  key: string,
  value: FlatValue,
  reference: Reference,
): boolean {
  const own = record?.get(key);
  return key === ENDS ? Array.isArray(own) && own.includes(reference.id) : sameValue(own, value);
}

function named(table: Table, value: FlatValue): readonly Reference[] {
  return typeof value === 'string' ? [{ table, id: value }] : [];
}
