import { seededRandom } from '../base/random.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { PermutationTest } from './detail.ts';
import type { Computation } from './measure.ts';

/** Entries looked at between two steps: about a millisecond. */
const STEP_WORK = 300_000;

/**
 * Deals the labels anew among their owners, again and again: every order is equally likely, and how often each label
 * occurs stays as it is. The same seed gives the same deals.
 *
 * @param use is handed the same array each time, and the number of the deal
 * @param work how many entries `use` looks at, so that steps stay short
 */
export function* eachDeal(
  labels: Uint16Array,
  { permutations, seed }: Pick<MeasureOptions, 'permutations' | 'seed'>,
  work: number,
  use: (dealt: Uint16Array, deal: number) => void,
): Computation<void> {
  const random = seededRandom(seed);
  const dealt = labels.slice();
  const perStep = Math.max(1, Math.floor(STEP_WORK / (work + labels.length)));
  for (let deal = 0; deal < permutations; deal++) {
    // Fisher & Yates (1938)
    for (let k = dealt.length - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1));
      const label = dealt[k]!;
      dealt[k] = dealt[other]!;
      dealt[other] = label;
    }
    use(dealt, deal);
    if ((deal + 1) % perStep === 0) yield (deal + 1) / permutations;
  }
}

/** Sums in another order differ by rounding: a value this near to the observed one is as extreme. */
const TOLERANCE = 1e-9;

export function asExtreme(value: number, observed: number, centre: number): boolean {
  const distance = Math.abs(observed - centre);
  return Math.abs(value - centre) >= distance - TOLERANCE * Math.max(1, distance, Math.abs(centre));
}

/**
 * What was observed against the values of the deals. A deal in which the value is undefined (NaN) does not count; null
 * where nothing was observed, or every deal left it undefined.
 */
export function permutationTest(
  observed: number,
  permuted: Float64Array,
  seed: number,
): PermutationTest | null {
  const values = permuted.filter((value) => !Number.isNaN(value)).sort();
  const permutations = values.length;
  if (Number.isNaN(observed) || permutations === 0) return null;
  const constant = values[0] === values[permutations - 1];
  const mean = constant ? values[0]! : values.reduce((sum, value) => sum + value, 0) / permutations;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = constant ? 0 : Math.sqrt(squares / (permutations - 1));
  const extreme = values.reduce((count, value) => count + (asExtreme(value, observed, mean) ? 1 : 0), 0);
  return {
    observed,
    mean,
    deviation,
    z: constant ? null : (observed - mean) / deviation,
    p: (1 + extreme) / (1 + permutations),
    low: quantile(values, 0.05),
    high: quantile(values, 0.95),
    permutations,
    seed,
  };
}

/** Between the two nearest of the ordered values, as type 7 of Hyndman & Fan (1996); NaN for none. */
export function quantile(ordered: Float64Array, share: number): number {
  const place = share * (ordered.length - 1);
  const below = Math.floor(place);
  const low = ordered[below] ?? NaN;
  const high = ordered[Math.min(below + 1, ordered.length - 1)] ?? NaN;
  return low + (place - below) * (high - low);
}
