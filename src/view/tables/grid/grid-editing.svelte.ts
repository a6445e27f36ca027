import { flushSync } from 'svelte';
import { notices } from '../../../state/notices.svelte.ts';
import type { GridFilling } from './grid-filling.ts';
import type { GridPlace } from './grid-place.svelte.ts';
import type { GridCells } from './grid-props.ts';
import type { GridSight } from './grid-sight.svelte.ts';

interface Open {
  readonly row: string;
  readonly column: number;
  /** What the cell held. */
  readonly start: string;
}

/** The cell that is being edited, from the key that opens it to the one that writes it or lets it go. */
export class GridEditing<R extends { readonly id: string }, C> {
  #open = $state.raw<Open>();
  /** What is in the editor. */
  draft = $state('');
  /** A choice made by pointer is meant at once; one by arrow keys only with Enter. */
  byPointer = false;
  readonly #tableOf: () => GridCells<R, C>;
  readonly #place: GridPlace<R>;
  readonly #sight: GridSight;
  readonly #filling: GridFilling<R, C>;

  constructor(
    tableOf: () => GridCells<R, C>,
    place: GridPlace<R>,
    sight: GridSight,
    filling: GridFilling<R, C>,
  ) {
    this.#tableOf = tableOf;
    this.#place = place;
    this.#sight = sight;
    this.#filling = filling;
  }

  get #table(): GridCells<R, C> {
    return this.#tableOf();
  }

  get open(): Open | undefined {
    return this.#open;
  }

  isAt(row: string, column: number): boolean {
    return this.#open?.row === row && this.#open.column === column;
  }

  /** Opens the active cell. @param typed what the editor starts with instead of the value */
  edit(typed?: string, pointer = false): void {
    const row = this.#place.active;
    const { column } = this.#place;
    const cell = this.#table.columns[column];
    if (!row || !cell?.read || this.#table.readOnly) return;
    const start = cell.draft(row);
    this.byPointer = pointer;
    this.draft = cell.choices ? start : (typed ?? start);
    // At once, so that the key that is being pressed already goes into the editor.
    flushSync(() => (this.#open = { row: row.id, column, start }));
    const field = this.#sight.editor;
    field?.focus();
    if (field instanceof HTMLInputElement && typed === undefined) field.select();
    if (field instanceof HTMLSelectElement) showChoices(field);
  }

  /** Writes what was typed. @returns whether the editor may close */
  #commit(): boolean {
    if (!this.#open) return true;
    const { row, column, start } = this.#open;
    const cell = this.#table.columns[column];
    if (this.draft === start || !cell?.read) return this.#close();
    const read = cell.read(this.draft);
    if (!read.ok) {
      notices.problem(read.problem);
      return false;
    }
    return this.#table.onwrite([{ id: row, changes: read.value }]) && this.#close();
  }

  #close(): true {
    this.#open = undefined;
    return true;
  }

  keydown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.isComposing || event.keyCode === 229) return;
    this.byPointer = false;
    if (event.key !== 'Enter' && event.key !== 'Tab' && event.key !== 'Escape') return;
    event.preventDefault();
    const by = event.shiftKey ? -1 : 1;
    if (event.key === 'Enter') {
      if (event.ctrlKey || event.metaKey) this.#writeAll();
      else this.#writeAndGo(by);
    } else if (event.key === 'Tab') {
      if (this.#commit()) this.#place.across(this.#place.column + by);
    } else {
      this.#close();
      this.#sight.focusActive();
    }
  }

  #writeAndGo(by: 1 | -1): void {
    const index = this.#place.index ?? 0;
    const next = this.#table.rows[index + by]?.id;
    // The row may have moved by what was written: the next one is the one that was below.
    if (this.#commit()) this.#place.go((next === undefined ? undefined : this.#place.indexOf(next)) ?? index);
  }

  /** Into all selected rows. */
  #writeAll(): void {
    const cell = this.#open && this.#table.columns[this.#open.column];
    if (!cell || !this.#filling.fill(cell, this.draft, this.#place.chosen)) return;
    this.#close();
    this.#sight.focusActive();
  }

  /** Something was chosen from the list. */
  chosen(): void {
    if (this.byPointer && this.#commit()) this.#sight.focusActive();
  }

  /** The focus has left: what is right is kept, what is wrong has been said and is dropped. */
  leave(): void {
    if (!this.#commit()) this.#close();
  }
}

function showChoices(field: HTMLSelectElement): void {
  try {
    field.showPicker();
  } catch {
    // A browser that does not open lists by itself leaves that to the next key.
  }
}
