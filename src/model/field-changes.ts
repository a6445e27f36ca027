import type { Changes, FlatValue } from './records.ts';

/** A value that is another one now; undefined where there is none. Keys as documents have them: `supply:talent`. */
export interface FieldChange {
  readonly key: string;
  readonly from: FlatValue | undefined;
  readonly to: FlatValue | undefined;
}

/** Keys of where an actor is drawn: they say nothing of the ecosystem. */
export const OF_THE_PICTURE: ReadonlySet<string> = new Set(['position', 'pinned']);

export function sameValue(a: FlatValue | undefined, b: FlatValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => item === b[index]);
  return typeof a === 'object' && typeof b === 'object' && JSON.stringify(a) === JSON.stringify(b);
}

/** The keys of any of these records, in their order. */
export function keysOf(...records: readonly (Changes | undefined)[]): readonly string[] {
  return [...new Set(records.flatMap((record) => [...(record?.keys() ?? [])]))].sort();
}

/** `supply:talent` in two; the rest is empty where there is none. */
export function keyParts(key: string): readonly [prefix: string, rest: string] {
  const colon = key.indexOf(':');
  return colon < 0 ? [key, ''] : [key.slice(0, colon), key.slice(colon + 1)];
}

/** What the second record has otherwise than the first, by key. */
export function allChanges(before: Changes | undefined, after: Changes | undefined): readonly FieldChange[] {
  return keysOf(before, after).flatMap((key) => {
    const [from, to] = [before?.get(key), after?.get(key)];
    return sameValue(from, to) ? [] : [{ key, from, to }];
  });
}

/** The same without places and pins. */
export function fieldChanges(
  before: Changes | undefined,
  after: Changes | undefined,
): readonly FieldChange[] {
  return allChanges(before, after).filter(({ key }) => !OF_THE_PICTURE.has(key));
}

/** What is to be set that the first record becomes the second, places and pins included. */
export function changesTo(before: Changes | undefined, after: Changes): Changes {
  return new Map(allChanges(before, after).map(({ key, to }) => [key, to]));
}
