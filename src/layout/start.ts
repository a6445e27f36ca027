import type { Random } from '../base/random.ts';
import { degreeOf, type Part } from './parts.ts';

/** Steps from a few spread-out actors to everyone: `steps[p * n + i]`. */
export interface Pivots {
  readonly count: number;
  readonly steps: Float64Array;
}

/** Up to 60 actors, each as far as can be from those before it, and everyone's distance from them in steps. */
export function* pivots(part: Part, random: Random): Generator<void, Pivots, void> {
  const n = part.members.length;
  const count = Math.min(n, 60);
  const steps = new Float64Array(count * n).fill(-1);
  const nearest = new Float64Array(n).fill(Infinity);
  const queue = new Int32Array(n);
  let pivot = 0;
  for (let i = 1; i < n; i++) if (degreeOf(part, i) > degreeOf(part, pivot)) pivot = i;
  for (let p = 0; p < count; p++) {
    if (p % 8 === 7) yield;
    const row = steps.subarray(p * n, (p + 1) * n);
    row[pivot] = 0;
    queue[0] = pivot;
    for (let head = 0, tail = 1; head < tail; head++) {
      const v = queue[head]!;
      for (let e = part.offset[v]!; e < part.offset[v + 1]!; e++) {
        const w = part.partner[e]!;
        if (row[w]! >= 0) continue;
        row[w] = row[v]! + 1;
        queue[tail++] = w;
      }
    }
    let farthest = -1;
    for (let i = 0; i < n; i++) {
      nearest[i] = Math.min(nearest[i]!, row[i]!);
      const key = nearest[i]! + 0.5 * random();
      if (key > farthest) {
        farthest = key;
        pivot = i;
      }
    }
  }
  return { count, steps };
}

/**
 * A first picture with the right large-scale shape, one unit a step, its longest extent along x: PivotMDS (Brandes &
 * Pich 2006). A little noise parts actors that have the very same partners.
 */
export function* pivotScaling(
  part: Part,
  { count, steps }: Pivots,
  random: Random,
): Generator<void, { x: Float64Array; y: Float64Array }, void> {
  const n = part.members.length;
  const centred = new Float64Array(count * n);
  const columnMean = new Float64Array(n);
  let mean = 0;
  for (let p = 0; p < count; p++) {
    for (let i = 0; i < n; i++) columnMean[i]! += (steps[p * n + i]! * steps[p * n + i]!) / count;
  }
  for (let i = 0; i < n; i++) mean += columnMean[i]! / n;
  for (let p = 0; p < count; p++) {
    let rowMean = 0;
    for (let i = 0; i < n; i++) rowMean += (steps[p * n + i]! * steps[p * n + i]!) / n;
    for (let i = 0; i < n; i++) {
      const squared = steps[p * n + i]! * steps[p * n + i]!;
      centred[p * n + i] = -0.5 * (squared - rowMean - columnMean[i]! + mean);
    }
  }
  const product = new Float64Array(count * count);
  for (let p = 0; p < count; p++) {
    if (p % 8 === 7) yield;
    for (let q = p; q < count; q++) {
      product[p * count + q] = product[q * count + p] = rowProduct(centred, n, p, q);
    }
  }
  const axes: Float64Array[] = [];
  const [x, y] = [0, 1].map(() => {
    const axis = leadingVector(product, count, axes, random);
    axes.push(axis);
    const coordinate = new Float64Array(n);
    for (let p = 0; p < count; p++)
      for (let i = 0; i < n; i++) coordinate[i]! += axis[p]! * centred[p * n + i]!;
    return coordinate;
  }) as [Float64Array, Float64Array];

  let length = 0;
  for (let p = 0; p < part.first.length; p++) {
    const dx = x[part.first[p]!]! - x[part.second[p]!]!;
    const dy = y[part.first[p]!]! - y[part.second[p]!]!;
    length += Math.sqrt(dx * dx + dy * dy) / part.first.length;
  }
  const scale = length > 0 ? 1 / length : 0;
  for (let i = 0; i < n; i++) {
    x[i] = x[i]! * scale + 0.3 * (random() - 0.5);
    y[i] = y[i]! * scale + 0.3 * (random() - 0.5);
  }
  return { x, y };
}

/** Of two rows of n numbers. Apart from the generator, in which engines do not make a loop as fast. */
function rowProduct(rows: Float64Array, n: number, p: number, q: number): number {
  const from = p * n;
  const by = (q - p) * n;
  let sum = 0;
  for (let k = from; k < from + n; k++) sum += rows[k]! * rows[k + by]!;
  return sum;
}

/** The leading eigenvector of a symmetric matrix, orthogonal to those `found`, by power iteration. */
function leadingVector(
  matrix: Float64Array,
  k: number,
  found: readonly Float64Array[],
  random: Random,
): Float64Array {
  let vector = Float64Array.from({ length: k }, () => random() - 0.5);
  for (let round = 0; round < 100; round++) {
    for (const axis of found) {
      let dot = 0;
      for (let p = 0; p < k; p++) dot += vector[p]! * axis[p]!;
      for (let p = 0; p < k; p++) vector[p]! -= dot * axis[p]!;
    }
    const next = new Float64Array(k);
    let norm = 0;
    for (let p = 0; p < k; p++) {
      for (let q = 0; q < k; q++) next[p]! += matrix[p * k + q]! * vector[q]!;
      norm += next[p]! * next[p]!;
    }
    if (!(norm > 0)) return new Float64Array(k);
    norm = Math.sqrt(norm);
    for (let p = 0; p < k; p++) next[p]! /= norm;
    vector = next;
  }
  return vector;
}

/**
 * How badly a picture shows the distances from the pivots, at the scale that suits it best: 0 perfect, near 0.3 for
 * places drawn at random, 1 when all are in one spot.
 */
export function misfit({ count, steps }: Pivots, x: Float64Array, y: Float64Array): number {
  const n = x.length;
  let drawn = 0;
  let squared = 0;
  let pairs = 0;
  for (let p = 0; p < count; p++) {
    const row = steps.subarray(p * n, (p + 1) * n);
    const pivot = row.indexOf(0);
    for (let i = 0; i < n; i++) {
      if (i === pivot) continue;
      const dx = x[i]! - x[pivot]!;
      const dy = y[i]! - y[pivot]!;
      const ratio = Math.sqrt(dx * dx + dy * dy) / row[i]!;
      drawn += ratio;
      squared += ratio * ratio;
      pairs++;
    }
  }
  return squared > 0 ? 1 - (drawn * drawn) / (squared * pairs) : 1;
}
