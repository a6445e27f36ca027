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
  /** Where no eigenvalue above this is of interest: the search ends, with null, once it is known that there is one. */
  readonly limit?: number;
  /** Numbers read in one product, by which it yields. */
  readonly entries: number;
}

/** Vectors of the basis that are kept; later ones are computed a second time when the answer is put together. */
const KEPT = 80;
/** In all: seconds for the largest maps, and enough for a path of 5,000 actors, whose eigenvalues lie very close. */
const MOST_STEPS = 60_000;
const STEPS_PER_CHECK = 5;
/** A long basis is looked at each time that it has grown by this share, since looking takes as long as it is. */
const GROWTH_PER_CHECK = 0.05;
const ENTRIES_PER_YIELD = 200_000;
/** What is left of a step that leads nowhere new, relative to what it started from. */
const EXHAUSTED = 1e-14;

/**
 * The largest eigenvalue of a symmetric matrix and its vector of norm 1, by the iteration of Lanczos (1950), started anew
 * from what was found if that is not yet good enough; null if the residual does not come down to the tolerance. The
 * basis is not orthogonalised again: it loses orthogonality only once the pair that is wanted has settled (Paige 1971).
 * The residual is computed in the end, not estimated.
 */
export function* leadingEigenpair(problem: Problem): Computation<Eigenpair | null> {
  const { n, product, tolerance, after, limit = Infinity } = problem;
  const rest = new Float64Array(n);
  let vector = problem.start;
  let left = MOST_STEPS;
  while (left > 0) {
    const first = normalised(vector, after);
    if (!first) return null;
    const basis = new Basis(problem, first);
    const pair = yield* grown(basis, problem, left);
    left -= basis.size;
    if (pair.value > limit) return null;
    const found = yield* basis.combined(pair.vector);
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

/** The leading pair of the basis, which grows until it has settled, leads nowhere new or has taken the steps left. */
function* grown(basis: Basis, { tolerance, after, limit }: Problem, left: number): Computation<Eigenpair> {
  let nextCheck = STEPS_PER_CHECK;
  for (;;) {
    basis.measure();
    const { size, norm } = basis;
    const last = size === left || norm <= EXHAUSTED * Math.max(basis.scale, after?.value ?? 0);
    if (last || size >= nextCheck) {
      const pair = leadingTridiagonalPair(basis.diagonal, basis.beside, size);
      const residual = norm * pair.vector[size - 1]!;
      if (last || residual <= tolerance * (after ?? pair).value || pair.value > (limit ?? Infinity))
        return pair;
      nextCheck = size + Math.max(STEPS_PER_CHECK, Math.floor(GROWTH_PER_CHECK * size));
    }
    basis.extend();
    if (size % basis.stepsPerYield === 0) yield size / (size + KEPT);
  }
}

/** Orthogonal vectors, each the product of the one before less what is known of it, and the matrix between them. */
class Basis {
  readonly stepsPerYield: number;
  /** The matrix as the basis sees it: its diagonal, and the entries beside it, of which the one at k is between k - 1 and k. */
  diagonal: Float64Array = new Float64Array(KEPT + 1);
  beside: Float64Array = new Float64Array(KEPT + 1);
  /** Vectors whose product was measured. */
  size = 0;
  /** Of what the last product has that is new. */
  norm = 0;
  scale = 0;
  readonly #problem: Problem;
  readonly #kept: Float64Array[] = [];
  readonly #passing: readonly Float64Array[];
  readonly #rest: Float64Array;
  #previous: Float64Array | undefined;
  #current: Float64Array;

  constructor(problem: Problem, first: Float64Array) {
    const { n, entries } = problem;
    this.#problem = problem;
    this.#kept.push(first);
    this.#current = first;
    this.#rest = new Float64Array(n);
    this.#passing = [0, 1, 2].map(() => new Float64Array(n));
    this.stepsPerYield = Math.max(1, Math.floor(ENTRIES_PER_YIELD / (entries + 5 * n)));
  }

  /** Takes the product of the last vector apart. */
  measure(): void {
    if (this.size + 1 === this.diagonal.length) {
      this.diagonal = doubled(this.diagonal);
      this.beside = doubled(this.beside);
    }
    const before = this.beside[this.size]!;
    const along = this.#product(before);
    this.norm = Math.sqrt(dot(this.#rest, this.#rest));
    this.scale = Math.abs(along) + before;
    this.diagonal[this.size] = along;
    this.beside[++this.size] = this.norm;
  }

  extend(): void {
    this.#advance(this.size, this.norm);
  }

  /** The sum of all vectors, each times its factor, of norm 1. The basis can't be extended any more. */
  *combined(factors: Float64Array): Computation<Float64Array> {
    const vector = new Float64Array(this.#problem.n);
    for (const [k, kept] of this.#kept.entries()) if (k < this.size) add(vector, factors[k]!, kept);
    if (this.size > KEPT) {
      this.#previous = this.#kept[KEPT - 2]!;
      this.#current = this.#kept[KEPT - 1]!;
      for (let k = KEPT; k < this.size; k++) {
        this.#product(this.beside[k - 1]!);
        this.#advance(k, this.beside[k]!);
        add(vector, factors[k]!, this.#current);
        if (k % this.stepsPerYield === 0) yield this.size / (this.size + KEPT);
      }
    }
    const norm = Math.sqrt(dot(vector, vector));
    return vector.map((entry) => entry / norm);
  }

  /** Leaves in `rest` what the product has that is new; gives how much of the vector itself is in it. */
  #product(before: number): number {
    const { product, after } = this.#problem;
    const rest = this.#rest;
    product(this.#current, rest);
    if (this.#previous) add(rest, -before, this.#previous);
    const along = dot(this.#current, rest);
    add(rest, -along, this.#current);
    if (after) add(rest, -dot(after.vector, rest), after.vector);
    return along;
  }

  #advance(size: number, norm: number): void {
    const next =
      size < KEPT ? (this.#kept[size] ??= new Float64Array(this.#rest.length)) : this.#passing[size % 3]!;
    for (let k = 0; k < next.length; k++) next[k] = this.#rest[k]! / norm;
    this.#previous = this.#current;
    this.#current = next;
  }
}

function doubled(values: Float64Array): Float64Array {
  const longer = new Float64Array(2 * values.length);
  longer.set(values);
  return longer;
}

/** A copy of norm 1, without any part along the vector before it; null where nothing is left. */
function normalised(vector: Float64Array, after: Eigenpair | undefined): Float64Array | null {
  const copy = vector.slice();
  if (after) add(copy, -dot(after.vector, copy), after.vector);
  const norm = Math.sqrt(dot(copy, copy));
  return norm > 0 ? copy.map((entry) => entry / norm) : null;
}
