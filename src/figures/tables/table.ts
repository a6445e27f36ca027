import type { Language } from '../../base/localized.ts';
import type { Shown } from '../../metrics/format.ts';

/** A number with how it is printed, where the numbers of a column are unlike. */
export interface Measured extends Shown {
  /** Null where undefined. */
  readonly value: number | null;
}

/**
 * A text, or a number at full precision; null where undefined, an empty text where nothing was stated.
 */
export type TableCell = string | number | null | Measured;

export interface TableColumn {
  readonly id: string;
  readonly name: string;
  /** Of its numbers; empty where they have none. */
  readonly unit: string;
  /** Numbers stand right, texts left. */
  readonly kind: 'text' | 'number';
  /** How its numbers are printed; without it as they were stated. */
  readonly shown?: Shown;
}

/** A table as a paper has it, in one language; the first column names what a row is about. */
export interface DataTable {
  /** Letters, digits and hyphens: names files and labels. */
  readonly id: string;
  readonly title: string;
  readonly language: Language;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
  /** True of a matrix: all its numbers have as many decimals. */
  readonly alike?: true;
  /** Conventions and sources, a sentence or more each. */
  readonly notes: readonly string[];
}

export function textColumn(id: string, name: string): TableColumn {
  return { id, name, unit: '', kind: 'text' };
}

/** Of a measure no more is kept than how it is printed: tables come from a worker. */
export function numberColumn(id: string, name: string, shown?: Shown, unit = ''): TableColumn {
  return {
    id,
    name,
    unit,
    kind: 'number',
    ...(shown && { shown: { style: shown.style, digits: shown.digits } }),
  };
}

/** The number of a cell; null where it has none, undefined where the cell is a text. */
export function numberOf(cell: TableCell | undefined): number | null | undefined {
  if (cell === undefined || typeof cell === 'string') return undefined;
  const value = typeof cell === 'number' || cell === null ? cell : cell.value;
  return value === null || !Number.isFinite(value) ? null : value;
}

/** The cells that the k-th column is printed like: its own, or those of the whole matrix. */
export function cellsLike({ rows, alike }: DataTable, k: number): readonly (TableCell | undefined)[] {
  return alike ? rows.flat() : rows.map((row) => row[k]);
}

/** Whether some value of the table is undefined, which its notes then say. */
export function hasUndefined({ rows }: Pick<DataTable, 'rows'>): boolean {
  return rows.some((row) => row.some((cell) => numberOf(cell) === null));
}
