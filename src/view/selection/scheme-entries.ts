import type { Localized } from '../../base/localized.ts';

/** A sector or a type of tie, as it is offered. */
export interface SchemeEntry {
  readonly id: string;
  readonly name: Localized;
}

/** The entries of the scheme, then those of these ids that it does not have, which are called by their id. */
export function withUnknown(entries: readonly SchemeEntry[], ids: Iterable<string>): readonly SchemeEntry[] {
  const known = new Set(entries.map(({ id }) => id));
  const unknown = [...new Set(ids)].filter((id) => !known.has(id)).sort();
  return [...entries, ...unknown.map((id) => ({ id, name: { en: id, zh: id } }))];
}
