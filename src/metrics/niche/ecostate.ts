/** N_i and what it is made of, one value an actor; NaN where an actor's state or role is not known. */
export interface Ecostate {
  /** N_i = (S_i + A P_i) / sum_j (S_j + A P_j). Sums to 1; may be negative where roles are. */
  readonly niche: Float64Array;
  /** S_i over the sum, in [0, 1]. */
  readonly state: Float64Array;
  /** P_i over the sum of |P|, in [-1, 1]: the plain share where no role is negative. */
  readonly role: Float64Array;
}

/** Sums this small against what they are made of are rounding. */
const ROUNDING = 1e-12;

/**
 * Standing and momentum of each actor as a share of the whole, after Zhu (1997). Sums run over actors whose state and
 * role are both known. A sum that is not positive leaves the shares undefined.
 *
 * @param state S_i >= 0
 * @param change P_i
 * @param scale A >= 0
 */
export function ecostate(state: ArrayLike<number>, change: ArrayLike<number>, scale: number): Ecostate {
  const known = Array.from(state, (value, k) => !Number.isNaN(value) && !Number.isNaN(change[k]));
  const each = (of: (k: number) => number): Float64Array =>
    Float64Array.from(known, (is, k) => (is ? of(k) : NaN));
  const states = each((k) => state[k]!);
  const changes = each((k) => change[k]!);
  return {
    niche: sharesOf(each((k) => state[k]! + scale * change[k]!)),
    state: sharesOf(states),
    role: overSum(changes, sumOf(changes.map(Math.abs))),
  };
}

function sharesOf(values: Float64Array): Float64Array {
  const sum = sumOf(values);
  return overSum(values, sum > ROUNDING * sumOf(values.map(Math.abs)) ? sum : 0);
}

function overSum(values: Float64Array, sum: number): Float64Array {
  return values.map((value) => (sum > 0 ? value / sum : NaN));
}

/** Of those that are known. */
function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + value), 0);
}
