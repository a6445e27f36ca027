import type { RecordEdit } from '../../../model/commands/edit-cells.ts';
import type { Column } from '../columns.ts';
import type { Sorting } from '../rows.ts';

/** What moving about in a table needs to know of it. */
export interface GridRows<R extends { readonly id: string }> {
  readonly columns: readonly unknown[];
  /** In the order in which they are shown. */
  readonly rows: readonly R[];
  readonly selected: ReadonlySet<string>;
  readonly onselect: (ids: readonly string[]) => void;
}

/** What writing into a table needs to know of it. */
export interface GridCells<R extends { readonly id: string }, C> extends GridRows<R> {
  readonly columns: readonly Column<R, C>[];
  readonly readOnly: boolean;
  /** One step; @returns whether it was carried out. */
  readonly onwrite: (edits: readonly RecordEdit<C>[]) => boolean;
  /** Deletes rows. Absent where the table is one of cells: then the Delete key empties them, and Ctrl D fills down. */
  readonly ondelete?: (ids: readonly string[]) => void;
  readonly merge: (first: C, second: C) => C;
}

/** A table of records R, whose cells are edited by changes C. */
export interface GridProps<R extends { readonly id: string }, C> extends GridCells<R, C> {
  readonly label: string;
  /** What is said where there is no row. */
  readonly empty: string;
  readonly sorting: Sorting;
  readonly onsort: (column: Column<R, C>) => void;
  /** A last row below the others, column by column. */
  readonly totals?: readonly string[];
  readonly stale: boolean;
}
