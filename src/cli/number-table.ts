import path from 'node:path';
import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { ACTOR_ROLES, AMOUNT_ROLES, resourceOf, rolesByHeader, TIE_ROLES } from '../formats/columns.ts';
import { decode } from '../formats/decode.ts';
import { detectDelimiter, readRows } from '../formats/delimited.ts';
import { containerOf, textKind } from '../formats/detect.ts';
import { LIMITS } from '../formats/limits.ts';
import { parseNumber, short, unguarded, type Decimal } from '../formats/text.ts';
import { finish } from './finish.ts';

/** A table of amounts: a name at the head of every row and column, numbers in all other cells. */
export interface NumberTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** >= 0, rows x columns, row by row; an empty cell is 0. */
  readonly values: Float64Array;
}

/** The cells of a table before they are numbers; the header first. */
type Cells = readonly (readonly string[])[];

/**
 * The cells of a file that is a table of numbers with names around it; undefined where it is anything else that the app
 * may open, such as a list of actors or of ties.
 */
export function numberCells(file: string, bytes: Uint8Array): Cells | undefined {
  if (bytes.length > LIMITS.bytes || containerOf(bytes) !== 'text') return undefined;
  const decoded = decode(bytes);
  if (!decoded.ok) return undefined;
  const { text } = decoded.value;
  if (textKind(text, path.basename(file)).kind !== 'delimited') return undefined;
  const rows = finish(readRows(text, detectDelimiter(text)));
  if (!rows.ok) return undefined;
  const cells = rows.value.map((row) => row.cells.map((cell) => unguarded(cell).trim()));
  return holdsNumbers(cells) ? cells : undefined;
}

/** Whether most cells are numbers, under a header that names none of what lists of actors, ties and amounts have. */
function holdsNumbers([header = [], ...body]: Cells): boolean {
  const names = header.map((name) => ({ name }));
  const beside = names.map((column, at) => (at === 0 ? { name: '' } : column));
  const [ties, amounts] = [rolesByHeader(TIE_ROLES, names), rolesByHeader(AMOUNT_ROLES, names)];
  const actors = rolesByHeader(ACTOR_ROLES, beside);
  const isList =
    (ties.has('source') && ties.has('target')) ||
    (amounts.has('resource') && (amounts.has('supply') || amounts.has('demand'))) ||
    actors.has('name') ||
    actors.has('sector') ||
    header.some((name) => resourceOf(name) !== undefined);
  const [first = '', ...heads] = header.filter((name, at) => at === 0 || name !== '');
  const numbered = heads.filter(isNumber).length;
  // a first row of numbers alone, or of words and numbers, is no header
  const isHeader = numbered === 0 || (numbered === heads.length && first !== '' && !isNumber(first));
  if (isList || heads.length === 0 || !isHeader) return false;
  const filled = body.flatMap((row) => row.slice(1)).filter((cell) => cell !== '');
  const numbers = filled.filter(isNumber).length;
  // a list of ties has words in its second column
  return (
    2 * numbers > filled.length ||
    (2 * numbers === filled.length && body.some(([, cell = '']) => isNumber(cell)))
  );
}

function isNumber(cell: string): boolean {
  return parseNumber(cell) !== undefined || parseNumber(cell, 'comma') !== undefined;
}

/** Beyond this a double no longer counts in ones. */
const MOST = 1e15;

/** The numbers of a table; the problem names the row and the column of the first cell that is no amount. */
export function numberTable([header = [], ...body]: Cells): Result<NumberTable> {
  const columns = header.slice(1);
  while (columns.at(-1) === '') columns.pop();
  const rows = body.map(([name = '']) => name);
  const twice = repeated(rows) ?? repeated(columns);
  if (twice !== undefined) return failed(namedTwice(twice));
  const values = new Float64Array(rows.length * columns.length);
  const decimal = decimalOf(body);
  for (const [row, [name = '', ...cells]] of body.entries()) {
    if (name === '') return failed(withoutName('row', row + 1));
    for (const [column, cell] of cells.entries()) {
      if (cell === '') continue;
      const head = columns[column] ?? '';
      if (head === '') return failed(withoutName('column', column + 1));
      const value = parseNumber(cell, decimal);
      const wrong =
        value === undefined ? NO_NUMBER : value < 0 ? NEGATIVE : value > MOST ? TOO_LARGE : undefined;
      if (value === undefined || wrong) return failed(badCell(name, head, cell, wrong ?? NO_NUMBER));
      values[row * columns.length + column] = value;
    }
  }
  return ok({ rows, columns, values });
}

/** A comma is a decimal sign where no other reading makes numbers of all cells. */
function decimalOf(body: Cells): Decimal {
  const filled = body.flatMap((row) => row.slice(1)).filter((cell) => cell !== '');
  const all = (decimal: Decimal): boolean => filled.every((cell) => parseNumber(cell, decimal) !== undefined);
  return !all('point') && all('comma') ? 'comma' : 'point';
}

function repeated(names: readonly string[]): string | undefined {
  return names.find((name, at) => name !== '' && names.indexOf(name) < at);
}

const NO_NUMBER: Localized = { en: 'is no number', zh: '不是数值' };
const NEGATIVE: Localized = { en: 'is negative', zh: '为负数' };
const TOO_LARGE: Localized = { en: 'is more than 1e15', zh: '大于 1e15' };

function badCell(row: string, column: string, cell: string, what: Localized): Problem {
  return problem('bad-cell', {
    en: `Row "${short(row)}", column "${short(column)}": "${short(cell)}" ${what.en}; amounts are numbers from 0 up.`,
    zh: `行“${short(row)}”、列“${short(column)}”：“${short(cell)}”${what.zh}；数量应为不小于 0 的数值。`,
  });
}

function namedTwice(name: string): Problem {
  return problem('named-twice', {
    en: `"${short(name)}" stands at the head of two rows or two columns; each name may stand once.`,
    zh: `“${short(name)}”出现在两行或两列的开头；每个名称只能出现一次。`,
  });
}

function withoutName(what: 'row' | 'column', place: number): Problem {
  return problem('without-name', {
    en: `The ${what} of numbers in place ${place} has no name at its head.`,
    zh: `第 ${place} ${what === 'row' ? '行' : '列'}数值缺少名称。`,
  });
}
