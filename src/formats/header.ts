import { knownHeaders } from './columns.ts';
import type { Choice, Choices } from './format.ts';
import { isBlank, type Cell, type Column, type Place, type Row, type Table } from './table.ts';
import { cleanText, parseNumber } from './text.ts';

/** Rows as they stand in a text or a sheet, and the table that they are once it is known which row is the header. */
export function tableOf(
  name: string,
  place: Place,
  rows: readonly Row[],
  choiceId: string,
  choices: Choices,
): { readonly table: Table; readonly choice: Choice } {
  const detected = hasHeader(rows) ? 'yes' : 'no';
  const chosen = choices[choiceId];
  const value = chosen === 'yes' || chosen === 'no' ? chosen : detected;
  const header = value === 'yes' ? rows[0]?.cells : undefined;
  const body = header ? rows.slice(1) : rows;
  let width = header?.length ?? 0;
  for (const row of body) width = Math.max(width, row.cells.length);
  const columns: Column[] = Array.from({ length: width }, (_, index) => ({
    name: headerText(header?.[index]) || `column ${index + 1}`,
  }));
  return {
    table: { name, place, columns, rows: body },
    choice: {
      id: choiceId,
      of: name,
      label: { en: 'First row is a header', zh: '首行为表头' },
      value,
      options: [
        { value: 'yes', label: { en: 'Yes', zh: '是' } },
        { value: 'no', label: { en: 'No', zh: '否' } },
      ],
    },
  };
}

function headerText(cell: Cell): string {
  return isBlank(cell) ? '' : cleanText(String(cell)).trim();
}

/** A first row is a header when it has known names, or is all words above a column of numbers, or belongs to a matrix. */
function hasHeader(rows: readonly Row[]): boolean {
  const [first, ...rest] = rows.slice(0, 50);
  if (!first) return false;
  const words = first.cells.map(headerText);
  if (knownHeaders(words) > 0) return true;
  if (rest.length === 0 || words.slice(1).some((word) => parseNumber(word) !== undefined)) return false;
  if (words.slice(1).some((word) => word === '')) return false;
  return words.some(
    (_, index) =>
      rest.some((row) => !isBlank(row.cells[index])) &&
      rest.every((row) => isBlank(row.cells[index]) || isNumeric(row.cells[index])),
  );
}

function isNumeric(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  return (
    typeof cell === 'string' && (parseNumber(cell) !== undefined || parseNumber(cell, 'comma') !== undefined)
  );
}
