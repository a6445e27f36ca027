import type { Sources } from './twins.ts';

/** Actors in a bucket, at most. */
const SIZE = 32;
/** A bucket acts as one body on those that are farther from it than its extent divided by this. */
const OPENING = 1.2;

/**
 * Neighbours in buckets of equal size, made by halving along the longer side (a k-d tree: Bentley 1975), for n-body forces
 * in the manner of Barnes & Hut (1986): whoever is in a distant bucket acts from its centre of mass. Buckets of equal size
 * suit layouts, whose actors are dense in some places and sparse in others, and give the kernels long lists.
 */
export class Buckets {
  readonly count: number;
  /** Bucket b holds `order[start[b] .. start[b + 1]]`. */
  readonly start: Int32Array;
  readonly #centreX: Float64Array;
  readonly #centreY: Float64Array;
  readonly #mass: Float64Array;
  readonly #left: Float64Array;
  readonly #right: Float64Array;
  readonly #top: Float64Array;
  readonly #bottom: Float64Array;

  /** @param order all actors; is put in the order of the buckets */
  constructor(private readonly order: Int32Array) {
    const ends = [0];
    const halve = (from: number, to: number): void => {
      if (to - from <= SIZE) return void ends.push(to);
      const middle = (from + to) >> 1;
      halve(from, middle);
      halve(middle, to);
    };
    halve(0, order.length);
    this.start = Int32Array.from(ends);
    this.count = ends.length - 1;
    const numbers = (): Float64Array => new Float64Array(this.count);
    this.#centreX = numbers();
    this.#centreY = numbers();
    this.#mass = numbers();
    this.#left = numbers();
    this.#right = numbers();
    this.#top = numbers();
    this.#bottom = numbers();
  }

  /** Makes new buckets. */
  divide(x: Float32Array, y: Float32Array): void {
    this.#halve(0, this.order.length, x, y);
  }

  /** Takes note of where the buckets are, whose members may have moved since they were made. */
  measure(x: Float32Array, y: Float32Array, mass: Float32Array): void {
    for (let bucket = 0; bucket < this.count; bucket++) this.#measure(bucket, x, y, mass);
  }

  /** Writes the bodies that act on a bucket, filled up to a multiple of four with such as have no mass; their number. */
  sourcesFor(
    bucket: number,
    { x, y, mass }: { readonly x: Float32Array; readonly y: Float32Array; readonly mass: Float32Array },
    sources: Sources,
  ): number {
    let count = 0;
    for (let other = 0; other < this.count; other++) {
      const centreX = this.#centreX[other]!;
      const centreY = this.#centreY[other]!;
      const dx = Math.max(this.#left[bucket]! - centreX, 0, centreX - this.#right[bucket]!);
      const dy = Math.max(this.#top[bucket]! - centreY, 0, centreY - this.#bottom[bucket]!);
      const width = this.#right[other]! - this.#left[other]!;
      const height = this.#bottom[other]! - this.#top[other]!;
      if (OPENING * OPENING * (dx * dx + dy * dy) > width * width + height * height) {
        sources.x[count] = centreX;
        sources.y[count] = centreY;
        sources.mass[count++] = this.#mass[other]!;
        continue;
      }
      for (let p = this.start[other]!; p < this.start[other + 1]!; p++) {
        const j = this.order[p]!;
        sources.x[count] = x[j]!;
        sources.y[count] = y[j]!;
        sources.mass[count++] = mass[j]!;
      }
    }
    while (count % 4 !== 0) sources.mass[count++] = 0;
    return count;
  }

  #measure(bucket: number, x: Float32Array, y: Float32Array, mass: Float32Array): void {
    let left = Infinity;
    let right = -Infinity;
    let top = Infinity;
    let bottom = -Infinity;
    let sum = 0;
    let sumX = 0;
    let sumY = 0;
    for (let p = this.start[bucket]!; p < this.start[bucket + 1]!; p++) {
      const i = this.order[p]!;
      left = Math.min(left, x[i]!);
      right = Math.max(right, x[i]!);
      top = Math.min(top, y[i]!);
      bottom = Math.max(bottom, y[i]!);
      sum += mass[i]!;
      sumX += mass[i]! * x[i]!;
      sumY += mass[i]! * y[i]!;
    }
    this.#left[bucket] = left;
    this.#right[bucket] = right;
    this.#top[bucket] = top;
    this.#bottom[bucket] = bottom;
    this.#mass[bucket] = sum;
    this.#centreX[bucket] = sumX / sum;
    this.#centreY[bucket] = sumY / sum;
  }

  #halve(from: number, to: number, x: Float32Array, y: Float32Array): void {
    if (to - from <= SIZE) return;
    let left = Infinity;
    let right = -Infinity;
    let top = Infinity;
    let bottom = -Infinity;
    for (let p = from; p < to; p++) {
      const i = this.order[p]!;
      left = Math.min(left, x[i]!);
      right = Math.max(right, x[i]!);
      top = Math.min(top, y[i]!);
      bottom = Math.max(bottom, y[i]!);
    }
    const middle = (from + to) >> 1;
    select(this.order, from, to - 1, middle, right - left > bottom - top ? x : y);
    this.#halve(from, middle, x, y);
    this.#halve(middle, to, x, y);
  }
}

/** Quickselect (Hoare 1961): puts the smaller keys of `order[first .. last]` before `middle`, the larger ones after it. */
function select(order: Int32Array, first: number, last: number, middle: number, key: Float32Array): void {
  while (first < last) {
    const pivot = key[order[(first + last) >> 1]!]!;
    let i = first;
    let j = last;
    while (i <= j) {
      while (key[order[i]!]! < pivot) i++;
      while (key[order[j]!]! > pivot) j--;
      if (i > j) break;
      const moved = order[i]!;
      order[i++] = order[j]!;
      order[j--] = moved;
    }
    if (middle <= j) last = j;
    else if (middle >= i) first = i;
    else return;
  }
}
