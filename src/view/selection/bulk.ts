import type { FieldValue } from '../../model/graph.ts';

/** What several records have under one key: the text that all share, or none where they differ. */
export interface Bulk {
  readonly text: string;
  readonly mixed: boolean;
}

/** The value of a key as text where all records agree; mixed where they do not. An absent value is an empty text. */
export function bulk<T>(records: readonly T[], read: (record: T) => string | number | undefined): Bulk {
  const texts = new Set(records.map((record) => String(read(record) ?? '')));
  const [only = ''] = texts;
  return texts.size > 1 ? { text: '', mixed: true } : { text: only, mixed: false };
}

/** Values by key of several records: those that any has, and on which of them they do not agree. */
export function bulkValues<V extends FieldValue>(
  records: readonly Readonly<Record<string, V>>[],
): { readonly values: Readonly<Record<string, V>>; readonly mixed: ReadonlySet<string> } {
  const values = new Map<string, V>();
  for (const record of records)
    for (const [key, value] of Object.entries(record)) if (!values.has(key)) values.set(key, value);
  const said = (record: Readonly<Record<string, V>>, key: string): string =>
    Object.hasOwn(record, key) ? JSON.stringify(record[key]) : '';
  const mixed = new Set<string>();
  for (const [key, value] of values)
    if (records.some((record) => said(record, key) !== JSON.stringify(value))) mixed.add(key);
  return {
    values: Object.fromEntries([...values].filter(([key]) => !mixed.has(key))),
    mixed,
  };
}
