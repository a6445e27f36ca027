/** The lengths of the entries of a matrix: a length is `values[e] * unit`, or `unit` for all when `values` is null. */
export interface Lengths {
  readonly values: Float64Array | null;
  readonly unit: number;
}

/** Every tie is one step long. */
export const STEPS: Lengths = { values: null, unit: 1 };

/** Beyond this common multiple, sums of integer lengths could leave the range in which a tolerance of 1e-10 is exact. */
const LARGEST_MULTIPLE = 1_000_000;

/**
 * The length of a tie is 1 / weight, since a weight is a strength. Where all weights are whole numbers with a moderate
 * least common multiple L, lengths are the whole numbers L / weight in units of 1 / L: 1/3 + 1/6 then equals 1/2
 * exactly, which it does not in floating point.
 */
export function lengthsOf(weights: Float64Array): Lengths {
  const first = weights[0];
  if (first === undefined) return STEPS;
  if (weights.every((weight) => weight === first)) return { values: null, unit: 1 / first };
  const multiple = commonMultiple(weights);
  return multiple === null
    ? { values: weights.map((weight) => 1 / weight), unit: 1 }
    : { values: weights.map((weight) => multiple / weight), unit: 1 / multiple };
}

function commonMultiple(weights: Float64Array): number | null {
  let multiple = 1;
  for (const weight of weights) {
    if (!Number.isInteger(weight)) return null;
    if (multiple % weight === 0) continue;
    multiple *= weight / greatestDivisor(multiple, weight);
    if (multiple > LARGEST_MULTIPLE) return null;
  }
  return multiple;
}

function greatestDivisor(a: number, b: number): number {
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
