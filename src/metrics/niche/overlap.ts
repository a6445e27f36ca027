import { ln } from '../../base/logarithm.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Computation } from '../measure.ts';
import type { StateMatrix } from './state-matrix.ts';
import { usedStates } from './used-states.ts';

export type OverlapIndex = MeasureOptions['overlap'];

/** The overlap of two rows; NaN where undefined, as for rows without a niche. */
export type Overlap = (row: number, other: number) => number;

/** Symmetric indices within [0, 1], whose complement is a distance. */
export type BoundedIndex = 'schoener' | 'pianka' | 'morisita-horn' | 'horn';

/** The index in force where it is bounded, else Schoener. */
export function boundedIndex(index: OverlapIndex): BoundedIndex {
  return index === 'macarthur-levins' || index === 'morisita' || index === 'hurlbert' ? 'schoener' : index;
}

/** True where the second row presses on the first otherwise than the first on the second. */
export function hasDirection(index: OverlapIndex): boolean {
  return index === 'macarthur-levins';
}

/**
 * Schoener (1968) 1 - sum |p - q| / 2, Pianka (1973), MacArthur & Levins (1967) alpha with the first row's denominator,
 * Morisita-Horn and Horn's R0 (Horn 1966), Morisita (1959) of counts, Hurlbert's L (1978). All are sums over the states
 * that both rows use.
 */
export function overlapBy(index: OverlapIndex, matrix: StateMatrix): Overlap {
  const { used } = matrix;
  const pair = PAIRS[index](matrix);
  return (row, other) => (used[row] === 0 || used[other] === 0 ? NaN : pair(row, other));
}

const PAIRS: Readonly<Record<OverlapIndex, (matrix: StateMatrix) => Overlap>> = {
  schoener: schoenerOf,
  pianka: (matrix) => {
    const product = productOf(matrix);
    const squares = squaresOf(matrix);
    return (i, j) => product(i, j) / Math.sqrt(squares[i]! * squares[j]!);
  },
  'macarthur-levins': (matrix) => {
    const product = productOf(matrix);
    const squares = squaresOf(matrix);
    return (i, j) => product(i, j) / squares[i]!;
  },
  'morisita-horn': (matrix) => {
    const product = productOf(matrix);
    const squares = squaresOf(matrix);
    return (i, j) => (2 * product(i, j)) / (squares[i]! + squares[j]!);
  },
  morisita: (matrix) => {
    const product = productOf(matrix);
    const simpson = simpsonOfCounts(matrix);
    return (i, j) => {
      const sum = simpson[i]! + simpson[j]!;
      return sum > 0 ? (2 * product(i, j)) / sum : NaN;
    };
  },
  horn: hornOf,
  hurlbert: (matrix) => {
    const { availability } = matrix;
    const sum = sumOf(matrix, (p, q, state) => (p * q) / availability[state]!);
    return (i, j) => {
      const value = sum(i, j);
      return Number.isFinite(value) ? value : NaN;
    };
  },
};

/** The sum of a term over the states that both use. */
function sumOf(matrix: StateMatrix, term: (p: number, q: number, state: number) => number): Overlap {
  const { shares, count, rows } = matrix;
  const { offsets, states, values } = usedStates(shares, rows, count);
  return (i, j) => {
    let sum = 0;
    for (let k = offsets[j]!, end = offsets[j + 1]!; k < end; k++) {
      const p = shares[i * count + states[k]!]!;
      if (p > 0) sum += term(p, values[k]!, states[k]!);
    }
    return sum;
  };
}

/** 1 - sum |p - q| / 2 is the sum of the lesser ones. */
function schoenerOf(matrix: StateMatrix): Overlap {
  const least = sumOf(matrix, (p, q) => (p < q ? p : q));
  return (i, j) => Math.min(1, least(i, j));
}

function productOf(matrix: StateMatrix): Overlap {
  return sumOf(matrix, (p, q) => p * q);
}

function squaresOf({ rows, shares, count }: StateMatrix): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let cell = row * count; cell < (row + 1) * count; cell++) sum += shares[cell]! * shares[cell]!;
    return sum;
  });
}

/** sum p (x - 1) / (N - 1) of rows of whole numbers; NaN of others, and of a single one. */
function simpsonOfCounts({ rows, values, count }: StateMatrix): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    const own = values.subarray(row * count, (row + 1) * count);
    if (!own.every(Number.isSafeInteger)) return NaN;
    const total = own.reduce((sum, value) => sum + value, 0);
    return total > 1 ? own.reduce((sum, x) => sum + x * (x - 1), 0) / (total * (total - 1)) : NaN;
  });
}

function hornOf(matrix: StateMatrix): Overlap {
  const terms = sumOf(matrix, (p, q) => (p + q) * ln(p + q) - p * ln(p) - q * ln(q));
  return (i, j) => Math.min(1, Math.max(0, terms(i, j) / (2 * Math.LN2)));
}

/** Cells looked at between two steps: about two milliseconds. */
const STEP_WORK = 400_000;

/** Visits every unordered pair of these rows; the work of a visit is that of so many cells. */
export function* eachPair(
  rows: ArrayLike<number>,
  cells: number,
  visit: (first: number, second: number, k: number, l: number) => void,
): Computation<void> {
  const n = rows.length;
  let work = 0;
  for (let k = 0; k < n; k++) {
    for (let l = k + 1; l < n; l++) visit(rows[k]!, rows[l]!, k, l);
    work += (n - k) * (cells + 4);
    if (work < STEP_WORK) continue;
    work = 0;
    yield 1 - ((n - k) / n) ** 2;
  }
}
