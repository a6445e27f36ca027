import { ln } from '../../base/logarithm.ts';

/** Indicators of actors made one: each as share of its total, weighted. */
export interface CompositeState {
  /** One value an actor; NaN for those without any indicator. Sums to 1 where nothing is missing. */
  readonly state: Float64Array;
  /** One an indicator, sums to 1; 0 for those that could not be used. */
  readonly weights: Float64Array;
}

/**
 * Each indicator is read as the share that an actor has of its total, so that units fall away. Entropy weights are
 * 1 - H / ln n of these shares, over their sum (Shannon 1948; the entropy weight method). An actor without a value of an
 * indicator (NaN) goes by the others. Indicators with a negative value or a total of 0 cannot be shared and are left out.
 *
 * @param indicators one array each, of all actors
 */
export function compositeState(
  indicators: readonly Float64Array[],
  n: number,
  by: 'equal' | 'entropy',
): CompositeState {
  const shares = indicators.map(sharesOf);
  const raw = shares.map((own) => (own === null ? 0 : by === 'equal' ? 1 : 1 - evenness(own)));
  const usable = shares.map((own) => (own === null ? 0 : 1));
  // Where all are spread evenly no entropy tells them apart.
  const chosen = sum(raw) > 1e-12 ? raw : usable;
  const weights = Float64Array.from(chosen, (weight) => weight / (sum(chosen) || 1));
  const state = Float64Array.from({ length: n }, (_, actor) => {
    let value = 0;
    let known = 0;
    for (const [k, own] of shares.entries()) {
      const share = own?.[actor] ?? NaN;
      if (Number.isNaN(share)) continue;
      value += weights[k]! * share;
      known += weights[k]!;
    }
    return known > 0 ? value / known : NaN;
  });
  return { state, weights };
}

function sharesOf(values: Float64Array): Float64Array | null {
  const known = values.filter((value) => !Number.isNaN(value));
  const total = sum(known);
  if (!(total > 0) || known.some((value) => value < 0)) return null;
  return values.map((value) => value / total);
}

/** H / ln n of shares, in [0, 1]; 1 for a single one, which tells nobody apart. */
function evenness(shares: Float64Array): number {
  const known = shares.filter((share) => !Number.isNaN(share));
  if (known.length < 2) return 1;
  const entropy = known.reduce((total, p) => total - (p > 0 ? p * ln(p) : 0), 0);
  return Math.min(1, entropy / ln(known.length));
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k]!;
  return total;
}
