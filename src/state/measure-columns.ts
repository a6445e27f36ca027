/** The values of one measure by the id of what each belongs to; null where undefined. */
export type Column = ReadonlyMap<string, number | null>;

/** Measure id -> its values, made when they are first asked for. */
export type Columns = Pick<ReadonlyMap<string, Column>, 'get'>;

interface Made {
  ids: readonly string[];
  values: Float64Array;
  readonly column: Column;
}

/**
 * Makes columns of ids and values, and gives the same object again while nothing in it has changed: what is drawn by it
 * need not be drawn anew.
 */
export class ColumnMaker {
  readonly #made = new Map<string, Made>();

  column(measure: string, ids: readonly string[], values: Float64Array): Column {
    const known = this.#made.get(measure);
    if (known && sameIds(known.ids, ids) && sameValues(known.values, values)) {
      known.ids = ids;
      known.values = values;
      return known.column;
    }
    const column = new Map<string, number | null>();
    for (const [index, id] of ids.entries()) {
      const value = values[index];
      column.set(id, value === undefined || Number.isNaN(value) ? null : value);
    }
    this.#made.set(measure, { ids, values, column });
    return column;
  }
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a === b || (a.length === b.length && a.every((id, k) => id === b[k]));
}

function sameValues(a: Float64Array, b: Float64Array): boolean {
  return a === b || (a.length === b.length && a.every((value, k) => Object.is(value, b[k])));
}
