import type { Computation } from '../measure.ts';
import { within } from '../progress.ts';
import { eachPair } from './overlap.ts';
import { usedStates } from './used-states.ts';

/** In percent, [0, 100]; NaN where there are no pairs. */
export interface Nestedness {
  /** Of rows, of columns, and of all pairs of either. */
  readonly rows: number;
  readonly columns: number;
  readonly all: number;
  /** WNODF of all pairs: what is shared counts only where the fuller one has more of it. */
  readonly weighted: number;
}

/**
 * NODF (Almeida-Neto et al. 2008) and WNODF (Almeida-Neto & Ulrich 2011): of each two rows, and each two columns, that
 * differ in how many cells they fill, the share of the emptier one's cells that the fuller one fills too; pairs that fill
 * equally many count 0. The order of rows and columns does not matter.
 *
 * @param values rows x count, >= 0, row by row
 */
export function* nodf(values: Float64Array, rows: number, count: number): Computation<Nestedness> {
  const turned = new Float64Array(values.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < count; column++)
      turned[column * rows + row] = values[row * count + column]!;
  const ofRows = yield* within(0, 0.5, nestedPairs(values, rows, count));
  const ofColumns = yield* within(0.5, 0.5, nestedPairs(turned, count, rows));
  const rowPairs = (rows * (rows - 1)) / 2;
  const columnPairs = (count * (count - 1)) / 2;
  const percent = (sum: number, pairs: number): number => (pairs > 0 ? (100 * sum) / pairs : NaN);
  return {
    rows: percent(ofRows.shared, rowPairs),
    columns: percent(ofColumns.shared, columnPairs),
    all: percent(ofRows.shared + ofColumns.shared, rowPairs + columnPairs),
    weighted: percent(ofRows.dominated + ofColumns.dominated, rowPairs + columnPairs),
  };
}

function* nestedPairs(
  values: Float64Array,
  rows: number,
  count: number,
): Computation<{ readonly shared: number; readonly dominated: number }> {
  const { offsets, states, values: amounts } = usedStates(values, rows, count);
  const fill = Float64Array.from({ length: rows }, (_, row) => offsets[row + 1]! - offsets[row]!);
  let shared = 0;
  let dominated = 0;
  yield* eachPair(
    Uint32Array.from({ length: rows }, (_, row) => row),
    count,
    (first, second) => {
      if (fill[first] === fill[second] || fill[first] === 0 || fill[second] === 0) return;
      const [fuller, emptier] = fill[first]! > fill[second]! ? [first, second] : [second, first];
      let both = 0;
      let more = 0;
      for (let k = offsets[emptier]!; k < offsets[emptier + 1]!; k++) {
        const most = values[fuller * count + states[k]!]!;
        if (most === 0) continue;
        both++;
        if (most > amounts[k]!) more++;
      }
      shared += both / fill[emptier]!;
      dominated += more / fill[emptier]!;
    },
  );
  return { shared, dominated };
}
