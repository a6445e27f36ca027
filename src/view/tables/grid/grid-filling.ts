import { problem } from '../../../base/problem.ts';
import { notices } from '../../../state/notices.svelte.ts';
import type { Column } from '../columns.ts';
import { fillEdits } from '../paste.ts';
import type { GridPlace } from './grid-place.svelte.ts';
import type { GridCells } from './grid-props.ts';

const NOTHING_TO_FILL = problem('fill-nothing', {
  en: 'There is nothing to fill down: choose a cell of an amount, then select the rows below it with Shift and the arrow keys, or Shift and a click.',
  zh: '没有可向下填充的内容：请先选中一个数量单元格，再按住 Shift 用方向键或点按选中其下各行。',
});

/** Writes one value into a column of many rows. */
export class GridFilling<R extends { readonly id: string }, C> {
  readonly #tableOf: () => GridCells<R, C>;
  readonly #place: GridPlace<R>;

  constructor(tableOf: () => GridCells<R, C>, place: GridPlace<R>) {
    this.#tableOf = tableOf;
    this.#place = place;
  }

  get #table(): GridCells<R, C> {
    return this.#tableOf();
  }

  /** One text into a column of these rows, as one step. @returns whether it could be written */
  fill(cell: Column<R, C>, typed: string, targets: readonly R[]): boolean {
    const edits = fillEdits(targets, cell, typed);
    if (edits.ok) return edits.value.length === 0 || this.#table.onwrite(edits.value);
    notices.problem(edits.problem);
    return false;
  }

  /** The first selected row's value in the active column goes to the others; with one row, the value above comes down. */
  down(): void {
    const { columns, rows, readOnly } = this.#table;
    const { column, index, chosen } = this.#place;
    if (readOnly) return;
    const cell = columns[column];
    const source = chosen.length > 1 ? chosen[0] : index === undefined ? undefined : rows[index - 1];
    if (!cell?.read || !source || chosen.length === 0) notices.problem(NOTHING_TO_FILL);
    else this.fill(cell, cell.draft(source), chosen);
  }

  /** Empties the cells of the active column in the selected rows. */
  clear(): void {
    const cell = this.#table.columns[this.#place.column];
    if (cell?.read && !this.#table.readOnly) this.fill(cell, '', this.#place.chosen);
  }
}
