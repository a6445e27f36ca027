import type { Computation } from '../measure.ts';
import { leadingTridiagonalPair, type Eigenpair } from './tridiagonal.ts';
import { add, dot, type Product } from './vectors.ts';

interface Problem {
  readonly n: number;
  /** With a symmetric matrix. */
  readonly product: Product;
  /** Not zero; what it has no part in is not found. */
  readonly start: Float64Array;
  /** Of the residual, relative to the largest eigenvalue. */
  readonly tolerance: number;
  /** The leading pair itself, where the one after it is asked for. */
  readonly after?: Eigenpair;
  /** Numbers read in one product, by which it yields. */
  readonly entries: number;
}

/** Steps before the basis is given up for the best vector in it. */
const LONGEST_BASIS = 80;
const MOST_RESTARTS = 400;
const STEPS_PER_CHECK = 5;
const ENTRIES_PER_YIELD = 200_000;
/** What is left of a step that leads nowhere new, relative to what it started from. */
const EXHAUSTED = 1e-14;

/**
 * The largest eigenvalue of a symmetric matrix and its vector of norm 1, by the iteration of Lanczos (1950), started anew from the
 * best vector when the basis is full; null if the residual does not come down to the tolerance. The basis is not
 * orthogonalised again: it loses orthogonality only once the pair that is wanted has settled (Paige 1971). The residual
 * is computed in the end, not estimated.
 */
export function* leadingEigenpair(problem: Problem): Computation<Eigenpair | null> {
  const { n, product, start, tolerance, after } = problem;
  const stepsPerYield = Math.max(1, Math.floor(ENTRIES_PER_YIELD / (problem.entries + 5 * n)));
  const diagonal = new Float64Array(LONGEST_BASIS);
  const beside = new Float64Array(LONGEST_BASIS);
  const basis: Float64Array[] = [];
  const rest = new Float64Array(n);
  let vector = start;
  let steps = 0;
  for (let restart = 0; restart < MOST_RESTARTS; restart++) {
    let current = normalised(vector, after);
    if (!current) return null;
    let size = 0;
    let pair: Eigenpair;
    for (;;) {
      basis[size] = current;
      product(current, rest);
      const previous = size > 0 ? basis[size - 1] : undefined;
      if (previous) add(rest, -beside[size]!, previous);
      const along = dot(current, rest);
      diagonal[size] = along;
      add(rest, -along, current);
      if (after) add(rest, -dot(after.vector, rest), after.vector);
      const norm = Math.sqrt(dot(rest, rest));
      const scale = Math.max(Math.abs(along) + (size > 0 ? beside[size]! : 0), after?.value ?? 0);
      size++;
      const last = size === LONGEST_BASIS || norm <= EXHAUSTED * scale;
      if (last || size % STEPS_PER_CHECK === 0) {
        pair = leadingTridiagonalPair(diagonal, beside, size);
        const residual = norm * pair.vector[size - 1]!;
        if (last || residual <= tolerance * (after ?? pair).value) break;
      }
      beside[size] = norm;
      const next: Float64Array = basis[size] ?? new Float64Array(n);
      for (let k = 0; k < n; k++) next[k] = rest[k]! / norm;
      current = next;
      if (++steps % stepsPerYield === 0) yield Math.min(1, size / LONGEST_BASIS);
    }
    const found = combined(basis, pair.vector, n);
    product(found, rest);
    const value = dot(found, rest);
    add(rest, -value, found);
    if (after) add(rest, -dot(after.vector, rest), after.vector);
    if (Math.sqrt(dot(rest, rest)) <= 2 * tolerance * (after?.value ?? value))
      return { value, vector: found };
    vector = found;
  }
  return null;
}

/** A copy of norm 1, without any part along the vector before it; null where nothing is left. */
function normalised(vector: Float64Array, after: Eigenpair | undefined): Float64Array | null {
  const copy = vector.slice();
  if (after) add(copy, -dot(after.vector, copy), after.vector);
  const norm = Math.sqrt(dot(copy, copy));
  return norm > 0 ? copy.map((entry) => entry / norm) : null;
}

function combined(basis: readonly Float64Array[], factors: Float64Array, n: number): Float64Array {
  const vector = new Float64Array(n);
  for (const [k, factor] of factors.entries()) {
    const direction = basis[k];
    if (direction) add(vector, factor, direction);
  }
  const norm = Math.sqrt(dot(vector, vector));
  return vector.map((entry) => entry / norm);
}
