import { seededRandom } from '../../base/random.ts';
import type { Computation } from '../measure.ts';
import { leadingEigenpair } from './lanczos.ts';

export interface PrincipalCoordinates {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Of both axes, of the whole variance; NaN where all stand in one spot. */
  readonly shares: readonly [number, number];
}

const TOLERANCE = 1e-12;
/** Below this part of what there could be, variance is rounding. */
const NOTHING = 1e-12;
/** Of entries that differ by rounding alone either may be the largest. */
const LARGEST = 1 - 1e-6;

/**
 * Classical scaling (Torgerson 1952; Gower 1966) of the distances sqrt(1 - S) in the plane, S being a similarity with a
 * diagonal of 1: the two leading eigenvectors of S, centred, each times the root of its eigenvalue. Each axis points to
 * where the first of its largest entries is. Null below two points, or where the search does not settle.
 *
 * @param similarity n x n, symmetric and positive semidefinite, so that no variance is negative
 */
export function* principalCoordinates(
  n: number,
  similarity: Float64Array,
): Computation<PrincipalCoordinates | null> {
  if (n < 2) return null;
  const means = new Float64Array(n);
  let mean = 0;
  for (let row = 0; row < n; row++) {
    for (let column = 0; column < n; column++) means[row]! += similarity[row * n + column]! / n;
    mean += means[row]! / n;
  }
  // B = J S J / 2, whose trace is the whole variance.
  let variance = 0;
  for (let k = 0; k < n; k++) variance += (similarity[k * (n + 1)]! - 2 * means[k]! + mean) / 2;
  const nowhere = { xs: new Float64Array(n), ys: new Float64Array(n) };
  if (variance <= NOTHING * n) return { ...nowhere, shares: [NaN, NaN] };

  const product = (from: Float64Array, into: Float64Array): void => {
    const middle = from.reduce((sum, value) => sum + value, 0) / n;
    let total = 0;
    for (let row = 0; row < n; row++) {
      let sum = 0;
      for (let column = 0, cell = row * n; column < n; column++, cell++)
        sum += similarity[cell]! * (from[column]! - middle);
      into[row] = sum / 2;
      total += sum / 2;
    }
    for (let row = 0; row < n; row++) into[row]! -= total / n;
  };
  const random = seededRandom(n);
  const start = Float64Array.from({ length: n }, () => random() - 0.5);
  const problem = { n, product, start, tolerance: TOLERANCE, entries: n * n };
  const first = yield* leadingEigenpair(problem);
  if (!first) return null;
  const second = yield* leadingEigenpair({ ...problem, after: first });
  const axis = (pair: typeof second): { at: Float64Array; share: number } => {
    if (!pair || pair.value <= NOTHING * variance) return { at: new Float64Array(n), share: 0 };
    return { at: pointed(pair.vector, Math.sqrt(pair.value)), share: pair.value / variance };
  };
  const x = axis(first);
  const y = axis(second);
  return { xs: x.at, ys: y.at, shares: [x.share, y.share] };
}

function pointed(vector: Float64Array, length: number): Float64Array {
  const most = vector.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const leader = vector.find((entry) => Math.abs(entry) >= LARGEST * most) ?? 1;
  const factor = leader < 0 ? -length : length;
  // Adding 0 turns -0 into 0.
  return vector.map((entry) => entry * factor + 0);
}
