import { notices } from '../../../state/notices.svelte.ts';
import { blockEdits } from '../paste.ts';
import { readTsv, writeTsv } from '../tsv.ts';
import type { GridPlace } from './grid-place.svelte.ts';
import type { GridCells } from './grid-props.ts';

/** What is copied: the selected rows whole, or the active cell where none is selected. */
export function copiedText<R extends { readonly id: string }, C>(
  { rows, columns, selected }: GridCells<R, C>,
  { active, column }: GridPlace<R>,
): string {
  const chosen = rows.filter((row) => selected.has(row.id));
  if (chosen.length > 0) return writeTsv(chosen.map((row) => columns.map((each) => each.text(row))));
  return (active && columns[column]?.text(active)) ?? '';
}

/** Writes a block of cells from the active cell on, as one step. */
export function pasteText<R extends { readonly id: string }, C>(
  table: GridCells<R, C>,
  { index, column }: GridPlace<R>,
  text: string,
): void {
  if (index === undefined) return;
  const edits = blockEdits(table.rows, table.columns, { row: index, column }, readTsv(text), table.merge);
  if (!edits.ok) notices.problem(edits.problem);
  else if (edits.value.length > 0) table.onwrite(edits.value);
}
