import { ln } from '../../base/logarithm.ts';
import type { Csr } from '../../network/csr.ts';
import type { Computation } from '../measure.ts';
import type { Eigenpair } from './tridiagonal.ts';
import { productWith } from './vectors.ts';

const TOLERANCE = 1e-13;
/** Read in all before it is given up: a second or two. */
const MOST_ENTRIES = 4e8;
const ENTRIES_PER_YIELD = 200_000;

/**
 * The largest eigenvalue of a strongly connected matrix of two rows or more, which is positive, and its vector, which is
 * positive too and has 1 as its largest entry (Perron 1907, Frobenius 1912). Power iteration, with half of what is known
 * of the eigenvalue added to the diagonal, so that circles of one length do not make it swing; null if it does not settle.
 */
export function* perronPair(matrix: Csr, weighted: boolean): Computation<Eigenpair | null> {
  const n = matrix.offsets.length - 1;
  const product = productWith(matrix, weighted);
  const entries = matrix.columns.length + 3 * n;
  const roundsPerYield = Math.max(1, Math.floor(ENTRIES_PER_YIELD / entries));
  const now = new Float64Array(n).fill(1);
  const next = new Float64Array(n);
  for (let round = 1; round * entries <= MOST_ENTRIES; round++) {
    product(now, next);
    let before = 0;
    let after = 0;
    let most = 0;
    for (let k = 0; k < n; k++) {
      before += now[k]!;
      after += next[k]!;
    }
    const value = after / before;
    let residual = 0;
    for (let k = 0; k < n; k++) {
      residual = Math.max(residual, Math.abs(next[k]! - value * now[k]!));
      next[k]! += (value / 2) * now[k]!;
      most = Math.max(most, next[k]!);
    }
    for (let k = 0; k < n; k++) now[k] = next[k]! / most;
    if (residual <= TOLERANCE * value) return { value, vector: now };
    if (round % roundsPerYield === 0) yield Math.min(1, Math.max(0, ln(residual / value) / ln(TOLERANCE)));
  }
  return null;
}
