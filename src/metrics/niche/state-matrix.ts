/** How much of each resource state each actor uses: actors x states, row by row. */
export interface StateMatrix {
  readonly rows: number;
  /** R. */
  readonly count: number;
  /** X_ir >= 0. */
  readonly values: Float64Array;
  /** P_ir, each row summing to 1; NaN in rows of actors without a niche. */
  readonly shares: Float64Array;
  /** How many states each row uses; 0 without a niche. */
  readonly used: Uint32Array;
  /** a_r, summing to 1; NaN where nothing is available. */
  readonly availability: Float64Array;
}

/** @param available how much of each state there is; all alike without it */
export function stateMatrix(
  values: Float64Array,
  rows: number,
  count: number,
  available: Float64Array = new Float64Array(count).fill(1),
): StateMatrix {
  const shares = new Float64Array(rows * count);
  const used = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const own = values.subarray(row * count, (row + 1) * count);
    shares.set(sharesOf(own), row * count);
    used[row] = own.reduce((states, value) => states + (value > 0 ? 1 : 0), 0);
  }
  return { rows, count, values, shares, used, availability: sharesOf(available) };
}

/** NaN where the sum is 0. */
function sharesOf(amounts: Float64Array): Float64Array {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return new Float64Array(amounts.length).fill(NaN);
  if (Number.isFinite(total)) return amounts.map((amount) => amount / total);
  const most = amounts.reduce((a, b) => Math.max(a, b), 0);
  return sharesOf(amounts.map((amount) => amount / most));
}

/** The actors that have a niche, in order. */
export function holders({ used }: StateMatrix): Uint32Array {
  return Uint32Array.from(used.keys()).filter((row) => used[row]! > 0);
}

/** The matrix of these rows alone. */
export function takeRows({ values, count, availability }: StateMatrix, rows: Uint32Array): StateMatrix {
  const taken = new Float64Array(rows.length * count);
  for (const [k, row] of rows.entries())
    taken.set(values.subarray(row * count, (row + 1) * count), k * count);
  return { ...stateMatrix(taken, rows.length, count), availability };
}
