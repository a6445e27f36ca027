import type { Write } from '../write.ts';
import type { Graph } from '../graph.ts';
import { flatSchemeEntry } from '../records.ts';
import type { Field } from '../scheme.ts';

/** What puts a field into the vocabulary together with its first value: nothing once it is there. */
export function definedField({ scheme: { fields } }: Pick<Graph, 'scheme'>, field: Field): readonly Write[] {
  if (fields.some(({ id }) => id === field.id)) return [];
  return [{ kind: 'put', table: 'fields', id: field.id, record: flatSchemeEntry(field, fields.length) }];
}
