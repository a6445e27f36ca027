import type { Language } from '../../base/localized.ts';
import type { FieldValue } from '../../model/graph.ts';
import type { Field, Scheme } from '../../model/scheme.ts';
import { numberColumn, textColumn, type TableCell, type TableColumn } from './table.ts';

/** A column with what stands in it for each record. */
export interface Filled<T> {
  readonly column: TableColumn;
  readonly cell: (record: T) => TableCell;
}

/** Of what people stated: an empty cell where they did not, which is not the same as undefined. */
export function statedColumn<T>(
  column: TableColumn,
  value: (record: T) => string | number | undefined,
): Filled<T> {
  return { column, cell: (record) => value(record) ?? '' };
}

/** The fields that users added, in the order of the vocabulary. */
export function fieldColumns<T extends { readonly fields: Readonly<Record<string, FieldValue>> }>(
  { fields }: Scheme,
  on: Field['on'],
  language: Language,
): readonly Filled<T>[] {
  return fields
    .filter((field) => field.on === on)
    .map(({ id, name, kind, unit }) =>
      statedColumn(
        kind === 'number'
          ? numberColumn(`field-${id}`, name[language], undefined, unit ?? '')
          : textColumn(`field-${id}`, name[language]),
        (record) => (Object.hasOwn(record.fields, id) ? shown(record.fields[id], language) : undefined),
      ),
    );
}

function shown(value: FieldValue | undefined, language: Language): string | number | undefined {
  if (typeof value === 'string' || typeof value === 'number' || value === undefined) return value;
  return typeof value === 'boolean' ? String(value) : value.join(language === 'zh' ? '、' : ', ');
}
