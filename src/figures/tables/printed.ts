import type { Language } from '../../base/localized.ts';
import { columnFormat, formatValue } from '../../metrics/format.ts';
import { cleanText } from '../../scene/text.ts';
import { cellsLike, numberOf, type DataTable, type TableCell, type TableColumn } from './table.ts';

/** A table as it is read on paper: every cell a text, numbers with the digits that mean something. */
export interface PrintedTable {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The heading of a column, with the unit of its numbers. */
export function headingOf({ name, unit }: TableColumn, language: Language): string {
  if (unit === '') return name;
  return language === 'zh' ? `${name}（${unit}）` : `${name} (${unit})`;
}

export function printedTable(table: DataTable): PrintedTable {
  const { columns, rows, language } = table;
  const shared = table.alike && cellsLike(table, 0);
  const formats = columns.map((column, k) => cellFormat(column, shared ?? cellsLike(table, k), language));
  return {
    heads: columns.map((column) => cleanText(headingOf(column, language))),
    rows: rows.map((row) => formats.map((format, k) => format(cellAt(row, k)))),
  };
}

function cellFormat(
  { shown }: TableColumn,
  cells: readonly (TableCell | undefined)[],
  language: Language,
): (cell: TableCell) => string {
  const inColumn =
    shown &&
    columnFormat(
      cells.map((cell) => numberOf(cell) ?? null),
      shown,
      language,
    );
  // As they were stated: every digit that a double holds.
  const asStated = new Intl.NumberFormat(language, {
    maximumSignificantDigits: 15,
    // A number of four digits may be a year.
    useGrouping: 'min2',
  });
  return (cell) => {
    if (typeof cell === 'string') return cleanText(cell);
    const value = numberOf(cell) ?? null;
    if (typeof cell === 'object' && cell !== null) return minus(formatValue(value, cell, language));
    if (inColumn) return minus(inColumn(value));
    return value === null ? formatValue(null, AS_STATED, language) : minus(asStated.format(value));
  };
}

/** Null is a cell of its own: undefined, which is not the same as empty. */
function cellAt(row: readonly TableCell[], k: number): TableCell {
  const cell = row[k];
  return cell === undefined ? '' : cell;
}

const AS_STATED = { style: 'number', digits: 15 } as const;

/** The sign of typesetters for the hyphen of machines. */
function minus(text: string): string {
  return text.replace(/^-(?=\d)/u, '−');
}
