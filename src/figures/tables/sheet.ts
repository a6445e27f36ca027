import { guarded } from '../../formats/text.ts';
import { textWidth } from '../../scene/text.ts';
import { escaped } from '../svg.ts';
import { printedTable } from './printed.ts';
import { cellsLike, numberOf, type DataTable, type TableCell } from './table.ts';
import type { SheetStyles } from './sheet-styles.ts';

/** The longest text that a cell of Excel holds, in UTF-16 units. */
const LONGEST_TEXT = 32_767;
/** Widths of columns, in digits of the standard font. */
const NARROWEST = 8;
const WIDEST = 60;

const NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A table as a sheet: headings in a row that stays in sight, numbers as numbers, texts as texts whatever they begin with. */
export function tableSheet(table: DataTable, styles: SheetStyles): string {
  const { heads, rows: shown } = printedTable(table);
  const shared = table.alike && cellsLike(table, 0);
  const format = table.columns.map((column, k) => styles.ofColumn(column, shared ?? cellsLike(table, k)));
  const body = table.rows.map((row, r) =>
    rowElement(
      r + 2,
      row.map((cell, k) => cellElement(cell, reference(k, r + 2), format[k]?.(cell) ?? 0, styles)),
    ),
  );
  const head = rowElement(
    1,
    heads.map((name, k) => textElement(name, reference(k, 1), styles.head)),
  );
  const widths = heads.map((name, k) => widthOf([name, ...shown.map((row) => row[k] ?? '')]));
  return sheetXml({ widths, rows: [head, ...body], frozen: true, columns: heads.length });
}

/** Lines of text, the first cell of each row. */
export function textSheet(
  lines: readonly { readonly text: string; readonly strong: boolean }[],
  styles: SheetStyles,
): string {
  const rows = lines.map(({ text, strong }, r) =>
    rowElement(
      r + 1,
      text === '' ? [] : [textElement(text, reference(0, r + 1), strong ? styles.head : styles.wrapped)],
    ),
  );
  return sheetXml({ widths: [100], rows, frozen: false, columns: 1 });
}

interface Written {
  readonly widths: readonly number[];
  readonly rows: readonly string[];
  readonly frozen: boolean;
  readonly columns: number;
}

function sheetXml({ widths, rows, frozen, columns }: Written): string {
  const last = reference(Math.max(0, columns - 1), Math.max(1, rows.length));
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
  const cols = widths
    .map((width, k) => `<col min="${k + 1}" max="${k + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${NAMESPACE}"><dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView workbookViewId="0">${frozen ? pane : ''}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    cols === '' ? '' : `<cols>${cols}</cols>`,
    `<sheetData>${rows.join('')}</sheetData></worksheet>`,
  ].join('');
}

function rowElement(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellElement(cell: TableCell, at: string, style: number, styles: SheetStyles): string {
  if (typeof cell === 'string')
    // A text that would be a formula if someone typed it stays a text when it is edited too.
    return cell === '' ? '' : textElement(cell, at, guarded(cell) === cell ? 0 : styles.quoted);
  const value = numberOf(cell);
  return value === null || value === undefined ? '' : `<c r="${at}" s="${style}"><v>${value}</v></c>`;
}

function textElement(text: string, at: string, style: number): string {
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${sheetText(text)}</t></is></c>`;
}

/** Text as a workbook holds it: what looks like one of its own escapes is escaped itself. */
function sheetText(text: string): string {
  const whole = text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;
  // Of a character that was cut in two nothing is left.
  return escaped(whole.replace(/[\ud800-\udbff](?=…$)/u, '').replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_'));
}

/** `AB12` of column 27, row 12. */
function reference(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

function widthOf(texts: readonly string[]): number {
  // A digit is some 0.556 of the size of the type wide.
  const widest = Math.max(...texts.map((text) => textWidth(text, 1 / 0.556)));
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, widest + 2)) * 10) / 10;
}
