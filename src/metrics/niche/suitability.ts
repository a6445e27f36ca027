/** Least and most of a factor, which count as 0 and 1; a factor of which less is better has low > high. */
export interface Goalposts {
  readonly low: number;
  readonly high: number;
}

export interface Suitability {
  /** F in (0, 1], one value a row; NaN for rows without any factor. */
  readonly fit: Float64Array;
  /** EM, the evolution momentum: root mean square distance from the optimum, in [0, 1]. */
  readonly momentum: Float64Array;
  readonly epsilon: number;
  /** Whether epsilon could not be solved for and is 1/2 by convention. */
  readonly epsilonByConvention: boolean;
}

export interface SuitabilityOptions {
  /** One a factor; without them the least and the most of the rows, as far as they differ. */
  readonly goalposts?: readonly Goalposts[];
  /** >= 0, one a factor; equal without them. */
  readonly weights?: readonly number[];
  /** Instead of the one solved from the mean distance. */
  readonly epsilon?: number;
}

/** Of a sample in which epsilon has no positive solution. */
const USUAL_EPSILON = 0.5;

/**
 * How near each row's factors are to the best attainable: F = sum w (d_min + e d_max) / (d + e d_max) over its factors,
 * whose weights sum to 1. Factors that a row lacks (NaN) are left out of it. With goalposts the distances run from 0 to
 * 1 and epsilon is 1/2, so that no row depends on the others; else both are the sample's. Li's niche-fitness model, as
 * used by Sun & Li (2017).
 *
 * @param factors rows x columns, row by row
 */
export function suitability(
  factors: Float64Array,
  columns: number,
  { goalposts, weights, epsilon: wanted }: SuitabilityOptions = {},
): Suitability {
  const rows = columns > 0 ? factors.length / columns : 0;
  const posts = goalposts ?? Array.from({ length: columns }, (_, j) => range(factors, columns, j));
  const distances = factors.map((value, cell) => distance(value, posts[cell % columns]!));
  const known = distances.filter((value) => !Number.isNaN(value));
  const least = goalposts ? 0 : known.reduce((a, b) => Math.min(a, b), Infinity);
  const most = goalposts ? 1 : known.reduce((a, b) => Math.max(a, b), 0);
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const solved = wanted ?? (goalposts ? USUAL_EPSILON : (mean - 2 * least) / most);
  const epsilonByConvention = !(solved > 0);
  const epsilon = epsilonByConvention ? USUAL_EPSILON : solved;
  const fit = new Float64Array(rows).fill(NaN);
  const momentum = new Float64Array(rows).fill(NaN);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    let weight = 0;
    let squares = 0;
    let count = 0;
    for (let j = 0; j < columns; j++) {
      const d = distances[i * columns + j]!;
      if (Number.isNaN(d)) continue;
      const own = weights?.[j] ?? 1;
      // All at the optimum: nothing to be far from.
      sum += own * (most > 0 ? (least + epsilon * most) / (d + epsilon * most) : 1);
      weight += own;
      squares += d * d;
      count++;
    }
    if (!(weight > 0)) continue;
    fit[i] = sum / weight;
    momentum[i] = Math.sqrt(squares / count);
  }
  return { fit, momentum, epsilon, epsilonByConvention };
}

/** From the optimum, which is the better goalpost, in [0, 1]; 0 where a factor is the same for all. */
function distance(value: number, { low, high }: Goalposts): number {
  if (Number.isNaN(value)) return NaN;
  if (low === high) return 0;
  return 1 - Math.min(1, Math.max(0, (value - low) / (high - low)));
}

function range(factors: Float64Array, columns: number, column: number): Goalposts {
  let low = Infinity;
  let high = -Infinity;
  for (let cell = column; cell < factors.length; cell += columns) {
    if (Number.isNaN(factors[cell])) continue;
    low = Math.min(low, factors[cell]!);
    high = Math.max(high, factors[cell]!);
  }
  return { low, high };
}
