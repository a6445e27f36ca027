import { tick } from 'svelte';
import { drawnRows } from '../rows.ts';
import type { GridPlace } from './grid-place.svelte.ts';

interface Sized {
  readonly columns: readonly { readonly width: number }[];
  readonly rows: readonly unknown[];
  readonly totals?: readonly string[];
}

type Place = Pick<GridPlace<{ readonly id: string }>, 'index' | 'column'>;

/** What of a table is in sight: rows that are not are not in the page. Lengths in px. */
export class GridSight {
  readonly rowHeight: number;
  readonly headHeight: number;
  /** What scrolls. */
  box = $state() as HTMLElement;
  height = $state(300);
  #top = $state(0);
  readonly #narrow = matchMedia('(width <= 700px)').matches;
  readonly #tableOf: () => Sized;
  readonly #place: Place;

  /** Names stay in sight at the left: on a phone they leave room for the rest. */
  readonly widths: readonly number[] = $derived.by(() =>
    this.#table.columns.map(({ width }, column) =>
      column === 0 && this.#narrow ? Math.min(width, 150) : width,
    ),
  );
  readonly width: number = $derived(this.widths.reduce((sum, each) => sum + each, 0));
  /** Indexes of the rows that are in the page, the active one among them. */
  readonly drawn: readonly number[] = $derived.by(() =>
    drawnRows(
      this.#top,
      this.height - this.headHeight,
      this.rowHeight,
      this.#table.rows.length,
      this.#place.index,
    ),
  );

  constructor(tableOf: () => Sized, place: Place) {
    this.#tableOf = tableOf;
    this.#place = place;
    const coarse = matchMedia('(pointer: coarse)').matches;
    this.rowHeight = coarse ? 44 : 32;
    this.headHeight = coarse ? 44 : 34;
  }

  get #table(): Sized {
    return this.#tableOf();
  }

  /** How many rows PageUp and PageDown go. */
  get page(): number {
    return Math.max(1, Math.floor((this.height - this.headHeight) / this.rowHeight) - 1);
  }

  scrolled(): void {
    this.#top = this.box.scrollTop;
  }

  scrollTo(index: number): void {
    const { box, rowHeight, headHeight } = this;
    const y = index * rowHeight;
    const room = box.clientHeight - headHeight - (this.#table.totals ? rowHeight : 0);
    if (y < box.scrollTop) box.scrollTop = y;
    else if (y + rowHeight > box.scrollTop + room) box.scrollTop = y + rowHeight - room;
    this.scrolled();
  }

  #scrollAcross(): void {
    const { box, widths } = this;
    const { column } = this.#place;
    if (column === 0) return;
    const first = widths[0] ?? 0;
    const left = widths.slice(0, column).reduce((sum, each) => sum + each, 0);
    const own = widths[column] ?? 0;
    if (left < box.scrollLeft + first) box.scrollLeft = left - first;
    else if (left + own > box.scrollLeft + box.clientWidth) box.scrollLeft = left + own - box.clientWidth;
  }

  get editor(): HTMLElement | null {
    return this.box.querySelector<HTMLElement>('[data-editor]');
  }

  #focusCell(): void {
    this.box.querySelector<HTMLElement>('[data-active="true"]')?.focus({ preventScroll: true });
  }

  /** Brings the active cell into sight and gives it the focus, unless it is being edited. */
  focusActive(): void {
    void tick().then(() => {
      if (this.editor) return;
      if (this.#place.index !== undefined) this.scrollTo(this.#place.index);
      this.#scrollAcross();
      this.#focusCell();
    });
  }

  /** Gives the focus back to the editor or the active cell, where the page took it away. */
  refocus(): void {
    if (document.activeElement !== document.body) return;
    if (this.editor) this.editor.focus({ preventScroll: true });
    else this.#focusCell();
  }
}
