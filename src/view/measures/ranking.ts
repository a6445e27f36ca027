/** The place of an actor (or tie) among all that have a value. Equal values share a rank: 1, 2, 2, 4. */
export interface Ranked {
  readonly id: string;
  readonly value: number;
  readonly rank: number;
}

/** Values by the id of an actor, tie or sector; null = undefined. */
export type ValuesById = ReadonlyMap<string, number | null>;

const names = new Intl.Collator();

/** Values closer than this, relative to their size, are equal: sums in another order differ in the last digits. */
const TOLERANCE = 1e-9;

/** The largest value first; equal values in the order of their names. Undefined values are left out. */
export function ranking(values: ValuesById, nameOf: (id: string) => string): readonly Ranked[] {
  const known = [...values].flatMap(([id, value]) =>
    value === null ? [] : [{ id, value, name: nameOf(id) }],
  );
  known.sort((a, b) => (same(a.value, b.value) ? names.compare(a.name, b.name) : b.value - a.value));
  const ranked: Ranked[] = [];
  for (const { id, value } of known) {
    const before = ranked.at(-1);
    const rank = before && same(before.value, value) ? before.rank : ranked.length + 1;
    ranked.push({ id, value, rank });
  }
  return ranked;
}

/** The rank of one actor, without sorting; undefined where its value is. */
export function rankOf(values: ValuesById, id: string): { rank: number; of: number } | undefined {
  const own = values.get(id);
  if (own === undefined || own === null) return undefined;
  let larger = 0;
  let of = 0;
  for (const value of values.values()) {
    if (value === null) continue;
    of++;
    if (value > own && !same(value, own)) larger++;
  }
  return { rank: larger + 1, of };
}

export interface Leader {
  readonly value: number;
  /** The place of one that has the largest value, and how many have it. */
  readonly index: number;
  readonly count: number;
}

/** Who is first, without sorting; undefined where nothing has a value. NaN = null. */
export function leader(values: Float64Array): Leader | undefined {
  let first: { value: number; index: number; count: number } | undefined;
  values.forEach((value, index) => {
    if (Number.isNaN(value)) return;
    if (first && same(value, first.value)) first.count++;
    else if (!first || value > first.value) first = { value, index, count: 1 };
  });
  return first;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Bins of equal width over all values, `to` exclusive but in the last bin; for whole numbers their width is whole and
 * `from` is the smallest of them. None where there are no values.
 * @param most the largest number of bins
 */
export function histogram(values: Iterable<number | null>, most: number, whole: boolean): readonly Bin[] {
  const known = [...values].filter((value) => value !== null);
  if (known.length === 0) return [];
  const low = known.reduce((a, b) => Math.min(a, b));
  const high = known.reduce((a, b) => Math.max(a, b));
  if (same(low, high)) return [{ from: low, to: high, count: known.length }];
  const width = whole ? Math.ceil((high - low + 1) / most) : (high - low) / most;
  const count = whole ? Math.ceil((high - low + 1) / width) : most;
  const counts = new Array<number>(count).fill(0);
  for (const value of known) {
    const bin = Math.min(count - 1, Math.floor((value - low) / width));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts.map((n, k) => ({ from: low + k * width, to: low + (k + 1) * width, count: n }));
}

/** Which bin a value is in. */
export function binOf(bins: readonly Bin[], value: number): number {
  const after = bins.findIndex(({ to }) => value < to);
  return after < 0 ? bins.length - 1 : after;
}

function same(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}
