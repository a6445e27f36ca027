import { compareIds } from '../../base/ids.ts';
import type { Language } from '../../base/localized.ts';
import { foldName } from '../../model/commands/checks.ts';
import type { Column } from './columns.ts';

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

const collators = new Map<Language, Intl.Collator>();

function collator(language: Language): Intl.Collator {
  let made = collators.get(language);
  if (!made) collators.set(language, (made = new Intl.Collator(language, { numeric: true })));
  return made;
}

/** Rows in the order of a column: what is empty comes last both ways, equal rows by id. */
export function sortedRows<R extends { readonly id: string }>(
  rows: readonly R[],
  column: Pick<Column<R, unknown>, 'value'> | undefined,
  descending: boolean,
  language: Language,
): readonly R[] {
  if (!column) return rows;
  const { compare } = collator(language);
  const sign = descending ? -1 : 1;
  // Each value is read once, not at every comparison.
  const keyed = rows.map((row) => ({ row, value: column.value(row) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      if (a.value !== b.value) return a.value === null ? 1 : -1;
    } else {
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : compare(String(a.value), String(b.value));
      if (order !== 0) return sign * order;
    }
    return compareIds(a.row.id, b.row.id);
  });
  return keyed.map(({ row }) => row);
}

/** The rows in which every word of `text` occurs, whatever its case and width. */
export function matchingRows<R>(
  rows: readonly R[],
  text: string,
  texts: (row: R) => readonly string[],
): readonly R[] {
  const words = foldName(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const whole = texts(row).map(foldName).join('\n');
    return words.every((word) => whole.includes(word));
  });
}

/** Indexes of the rows to draw, ascending: those in sight, some around them, and `also`, which holds the focus. */
export function drawnRows(
  top: number,
  height: number,
  rowHeight: number,
  count: number,
  also: number | undefined,
): readonly number[] {
  const around = 6;
  const first = Math.max(0, Math.min(count - 1, Math.floor(top / rowHeight)) - around);
  const end = Math.min(count, Math.ceil((top + height) / rowHeight) + around);
  const drawn: number[] = [];
  for (let index = first; index < end; index++) drawn.push(index);
  if (also === undefined || also < 0 || also >= count) return drawn;
  if (also < first) return [also, ...drawn];
  return also >= end ? [...drawn, also] : drawn;
}
