import type { GridEditing } from './grid-editing.svelte.ts';
import type { GridFilling } from './grid-filling.ts';
import type { GridPlace } from './grid-place.svelte.ts';
import type { GridCells } from './grid-props.ts';
import type { GridSight } from './grid-sight.svelte.ts';

/** What the keys of a table act on. */
export interface GridParts<R extends { readonly id: string }, C> {
  readonly table: GridCells<R, C>;
  readonly place: GridPlace<R>;
  readonly sight: Pick<GridSight, 'page' | 'focusActive'>;
  readonly filling: Pick<GridFilling<R, C>, 'down' | 'clear'>;
  readonly editing: Pick<GridEditing<R, C>, 'edit'>;
}

/** What a key does in a table. Keys that are not the table's go on to the page. */
export function gridKey<R extends { readonly id: string }, C>(
  event: KeyboardEvent,
  parts: GridParts<R, C>,
): void {
  const { key } = event;
  if (isForOthers(event)) return;
  if (moves(event, parts) || selectsAll(event, parts)) take(event);
  else if (parts.place.inHeader) {
    // The header's buttons press themselves.
    if (key === 'Enter' || key === ' ') event.stopPropagation();
  } else if (acts(event, parts)) take(event);
  else if (!hasModifier(event) && ([...key].length === 1 || key === 'Process')) {
    event.stopPropagation();
    // The key itself is left to the editor, which has the focus by now.
    parts.editing.edit('');
  }
}

function hasModifier({ ctrlKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || metaKey;
}

function isForOthers(event: KeyboardEvent): boolean {
  const { key } = event;
  return event.isComposing || event.altKey || key === 'Tab' || (hasModifier(event) && /^[cvxz]$/iu.test(key));
}

function take(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

/** Goes to another cell; with Shift the rows on the way are selected. @returns whether the key was one of these */
function moves<R extends { readonly id: string }, C>(
  event: KeyboardEvent,
  { table, place, sight }: GridParts<R, C>,
): boolean {
  const { key, shiftKey } = event;
  const far = hasModifier(event);
  const index = place.index ?? 0;
  const lastRow = table.rows.length - 1;
  const lastColumn = table.columns.length - 1;
  if (key === 'ArrowRight') place.across(far ? lastColumn : place.column + 1);
  else if (key === 'ArrowLeft') place.across(far ? 0 : place.column - 1);
  else if (key === 'Home') {
    if (far) place.go(0);
    place.across(0);
  } else if (key === 'End') {
    if (far) place.go(lastRow);
    place.across(lastColumn);
  } else if (key === 'ArrowDown') {
    const next = place.row === undefined ? index : index + 1;
    place.go(place.inHeader ? 0 : far ? lastRow : next, shiftKey);
  } else if (key === 'ArrowUp') {
    if (place.inHeader || index === 0) place.goHeader();
    else place.go(far ? 0 : index - 1, shiftKey);
  } else if (key === 'PageDown') place.go(index + sight.page, shiftKey);
  else if (key === 'PageUp') place.go(index - sight.page, shiftKey);
  else return false;
  return true;
}

/** All rows, or none. */
function selectsAll<R extends { readonly id: string }, C>(
  event: KeyboardEvent,
  { table, place }: GridParts<R, C>,
): boolean {
  if (hasModifier(event) && event.key.toLowerCase() === 'a') place.all();
  else if (event.key === 'Escape' && table.selected.size > 0) place.choose([]);
  else return false;
  return true;
}

/** Does something to the active cell or to the selected rows. */
function acts<R extends { readonly id: string }, C>(event: KeyboardEvent, parts: GridParts<R, C>): boolean {
  const { table, place, sight, filling, editing } = parts;
  const { key } = event;
  const mod = hasModifier(event);
  if (mod && (key === 'Enter' || (!table.ondelete && key.toLowerCase() === 'd'))) {
    filling.down();
    sight.focusActive();
  } else if (key === 'Enter' || key === 'F2') editing.edit();
  else if (key === ' ' && place.row !== undefined) {
    if (mod) place.toggle(place.row);
    else if (event.shiftKey) place.range(place.row);
    else place.only(place.row);
  } else if (key === 'Delete' || key === 'Backspace') {
    if (!table.ondelete) filling.clear();
    else if (!table.readOnly && place.row !== undefined && table.selected.has(place.row))
      place.remove(table.ondelete);
  } else return false;
  return true;
}
