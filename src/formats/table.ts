import type { FieldKind } from '../model/scheme.ts';

/**
 * What every foreign file becomes before it is a map: tables of actors and of ties. A sheet is one as it stands;
 * GraphML and JSON give two.
 */
export interface Table {
  /** Of the file or sheet. */
  readonly name: string;
  /** What the rows are counted in: lines of a text, rows of a sheet, entries of a list. */
  readonly place: Place;
  /** Known from the format; else told from the columns. */
  readonly holds?: 'actors' | 'ties';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export type Place = 'line' | 'row' | 'entry';

export interface Column {
  readonly name: string;
  /** Declared by the file. */
  readonly kind?: FieldKind;
}

export interface Row {
  /** Where it is in the file, from 1. */
  readonly at: number;
  /** By column; shorter than the columns where the row ends early. */
  readonly cells: readonly Cell[];
}

export type Cell = string | number | boolean | readonly string[] | undefined;

export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return Array.isArray(cell) ? cell.join('|') : String(cell);
}

export function isBlank(cell: Cell): boolean {
  return typeof cell === 'string' ? cell.trim() === '' : cellText(cell) === '';
}
