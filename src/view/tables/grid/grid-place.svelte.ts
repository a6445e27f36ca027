import type { GridRows } from './grid-props.ts';

/** Where the keyboard is in a table, and which rows are selected from there. It knows no page: `onmoved` shows it. */
export class GridPlace<R extends { readonly id: string }> {
  /** The active cell's row: its id, '' for the header, undefined while it is nowhere. */
  row = $state<string>();
  #column = $state(0);
  /** Where a range of rows starts. */
  #anchor: string | undefined;
  /** What the table itself selected last, to tell it from what the map selects. */
  #own: ReadonlySet<string> | undefined;
  /** Whether the pointer went down on the cell that was active: it takes the focus before it clicks. */
  #wasActive = false;

  readonly #tableOf: () => GridRows<R>;
  readonly #onmoved: () => void;

  readonly #indexOf: ReadonlyMap<string, number> = $derived.by(
    () => new Map(this.#table.rows.map((row, index) => [row.id, index])),
  );
  /** The active row's index; undefined in the header, and where the row is not in the table. */
  readonly index: number | undefined = $derived(
    this.row === undefined || this.row === '' ? undefined : this.#indexOf.get(this.row),
  );
  readonly column: number = $derived.by(() => Math.min(this.#column, this.#table.columns.length - 1));
  /** The index of the row that Tab reaches, -1 for the header: the active one, or the first while it is nowhere. */
  readonly stop: number = $derived.by(() =>
    this.row === '' ? -1 : (this.index ?? (this.#table.rows.length > 0 ? 0 : -1)),
  );

  /** @param onmoved the active cell is another one, which now takes the focus */
  constructor(tableOf: () => GridRows<R>, onmoved: () => void) {
    this.#tableOf = tableOf;
    this.#onmoved = onmoved;
  }

  get #table(): GridRows<R> {
    return this.#tableOf();
  }

  get inHeader(): boolean {
    return this.row === '';
  }

  get active(): R | undefined {
    return this.index === undefined ? undefined : this.#table.rows[this.index];
  }

  /** The selected rows in the order shown, the active one among them. */
  get chosen(): readonly R[] {
    const { rows, selected } = this.#table;
    return rows.filter(({ id }) => selected.has(id) || id === this.row);
  }

  indexOf(row: string): number | undefined {
    return this.#indexOf.get(row);
  }

  isAt(row: string, column: number): boolean {
    return this.row === row && this.#column === column;
  }

  /** The focus came to a cell by itself; the header is the row ''. */
  arrive(row: string, column: number): void {
    this.row = row;
    this.#column = column;
  }

  /** Goes to a row and selects it: the map shows at every step where one is. */
  go(index: number, extend = false): void {
    const { rows, selected } = this.#table;
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    const moved = row.id !== this.row;
    this.row = row.id;
    if (extend) this.range(row.id);
    else if (moved || !selected.has(row.id)) this.only(row.id);
    this.#onmoved();
  }

  goHeader(): void {
    this.row = '';
    this.#onmoved();
  }

  /** Goes to a column, or as far towards it as there are columns. */
  across(column: number): void {
    this.#column = Math.max(0, Math.min(this.#table.columns.length - 1, column));
    this.row ??= this.#table.rows[0]?.id ?? '';
    this.#onmoved();
  }

  choose(ids: readonly string[]): void {
    this.#own = new Set(ids);
    this.#table.onselect(ids);
  }

  /** Selects this row alone; a range starts here. */
  only(row: string): void {
    this.#anchor = row;
    this.choose([row]);
  }

  all(): void {
    this.choose(this.#table.rows.map((row) => row.id));
  }

  range(to: string): void {
    const from = this.#indexOf.get(this.#anchor ?? to) ?? 0;
    const end = this.#indexOf.get(to) ?? 0;
    this.choose(this.#table.rows.slice(Math.min(from, end), Math.max(from, end) + 1).map((row) => row.id));
  }

  toggle(row: string): void {
    const next = new Set(this.#table.selected);
    if (!next.delete(row)) next.add(row);
    this.#anchor = row;
    this.choose([...next]);
  }

  /** What the map selects is gone to. @returns the index of the row that should come into sight */
  follow(selected: ReadonlySet<string>): number | undefined {
    const own = this.#own;
    if (own && selected.size === own.size && [...selected].every((each) => own.has(each))) return undefined;
    this.#own = undefined;
    const first = [...selected].find((each) => this.#indexOf.has(each));
    if (first === undefined || (this.row !== undefined && selected.has(this.row))) return undefined;
    this.row = this.#anchor = first;
    return this.#indexOf.get(first);
  }

  pointed(row: string, column: number): void {
    this.#wasActive = this.isAt(row, column) && this.#table.selected.has(row);
  }

  /** A cell was clicked. @returns whether it was the active one already, and so is to be edited */
  pressed(event: MouseEvent, row: string, column: number): boolean {
    const again = this.#wasActive;
    this.#wasActive = false;
    this.arrive(row, column);
    if (event.shiftKey) this.range(row);
    else if (event.ctrlKey || event.metaKey) this.toggle(row);
    else if (again) return true;
    else this.only(row);
    this.#onmoved();
    return false;
  }

  /** Takes the selected rows away and goes to the one after them, or else to the one before. */
  remove(remove: (ids: readonly string[]) => void): void {
    const { rows, selected } = this.#table;
    const gone = new Set(selected);
    const stays = (row: R): boolean => !gone.has(row.id);
    const next = rows.slice(this.index ?? 0).find(stays) ?? rows.findLast(stays);
    remove(rows.filter((row) => gone.has(row.id)).map((row) => row.id));
    this.row = this.#anchor = next?.id ?? '';
    this.#onmoved();
  }
}
