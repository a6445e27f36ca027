import { KernelSpace, kernelsInstalled } from '../kernels/kernels.ts';
import { Buckets } from './buckets.ts';
import { majorize, repel, type Sources } from './twins.ts';

type Repel = (
  rows: number,
  count: number,
  x: number,
  y: number,
  sourceX: number,
  sourceY: number,
  sourceMass: number,
  sources: number,
  forceX: number,
  forceY: number,
) => void;

interface LayoutKernels {
  readonly repelFar: Repel;
  readonly repelNear: Repel;
  readonly majorize: (
    rows: number,
    count: number,
    stride: number,
    distances: number,
    x: number,
    y: number,
  ) => number;
}

/** Below this number of actors an instance of the kernels costs more than it saves. */
const WORTH_KERNELS = 24;
/** Up to this number of actors every one repels every other; beyond, distant ones act in groups. */
const EXACT = 600;
/** Rounds for which neighbours stay in the same bucket. */
const ROUNDS_A_DIVISION = 4;
/** Pairs between two pauses: about a millisecond. */
const SLICE = 1_000_000;

/**
 * The actors of a part in single precision, in units of their layout, with the forces on them. It works in the memory of
 * the kernels where these are installed, else with their twins; the results are the same to the bit.
 */
export class Field {
  readonly n: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly mass: Float32Array;
  readonly forceX: Float32Array;
  readonly forceY: Float32Array;
  readonly #space: KernelSpace<LayoutKernels> | undefined;
  /** Everyone; in the order of their groups once there are some. */
  readonly #everyone: Int32Array;
  /** The actors that a call is about, where it is not about everyone. */
  readonly #chosen: Int32Array;
  readonly #groups: { readonly buckets: Buckets; readonly sources: Sources } | undefined;
  readonly #distances: Uint8Array | undefined;
  /** In which everyone was repelled in groups. */
  #rounds = 0;

  /** @param dense whether there is to be room for the distances of all pairs: n * `stride` bytes */
  constructor(n: number, dense = false) {
    this.n = n;
    const grouped = n > EXACT && !dense;
    const padded = this.stride;
    const bytes = 4 * (9 * padded + 2 * n) + 1024 + (dense ? n * padded : 0);
    const space =
      n >= WORTH_KERNELS && kernelsInstalled() ? new KernelSpace<LayoutKernels>(bytes) : undefined;
    const floats = (length: number): Float32Array => space?.float32(length) ?? new Float32Array(length);
    this.#space = space;
    this.x = floats(padded);
    this.y = floats(padded);
    this.mass = floats(padded);
    this.forceX = floats(padded);
    this.forceY = floats(padded);
    this.#everyone = space?.int32(n) ?? new Int32Array(n);
    this.#chosen = space?.int32(n) ?? new Int32Array(n);
    for (let i = 0; i < n; i++) this.#everyone[i] = i;
    if (grouped) {
      const sources = { x: floats(padded), y: floats(padded), mass: floats(padded) };
      this.#groups = { buckets: new Buckets(this.#everyone), sources };
    }
    if (dense) this.#distances = space?.uint8(n * padded) ?? new Uint8Array(n * padded);
  }

  /** n, filled up to a multiple of the kernels' four lanes. */
  get stride(): number {
    return (this.n + 3) & ~3;
  }

  /** Steps between each two actors, rows of `stride`. */
  get distances(): Uint8Array {
    if (!this.#distances) throw new Error('This field was made without distances.');
    return this.#distances;
  }

  /**
   * Sets the forces to the repulsion by all others: mass / d, or d / (1 + d^2)^2 when `bounded`. Only those on `rows`
   * are computed, where these are given.
   */
  *repel(bounded: boolean, rows?: Int32Array): Generator<void, void, void> {
    this.forceX.fill(0);
    this.forceY.fill(0);
    if (rows) {
      this.#chosen.set(rows);
      yield* this.#repelExactly(bounded, this.#chosen, rows.length);
    } else if (this.#groups) yield* this.#repelInGroups(bounded, this.#groups.buckets, this.#groups.sources);
    else yield* this.#repelExactly(bounded, this.#everyone, this.n);
  }

  /** Moves `rows` to where their distances want them; the mean squared move. */
  *majorize(rows: Int32Array): Generator<void, number, void> {
    this.#chosen.set(rows);
    const { stride, x, y, distances } = this;
    const slice = Math.max(1, Math.floor(SLICE / 2 / stride));
    let moved = 0;
    for (let from = 0; from < rows.length; from += slice) {
      const to = Math.min(rows.length, from + slice);
      moved += this.#space
        ? this.#space.kernels.majorize(
            this.#chosen.byteOffset + 4 * from,
            to - from,
            stride,
            distances.byteOffset,
            x.byteOffset,
            y.byteOffset,
          )
        : majorize(this.#chosen, from, to, stride, distances, x, y);
      yield;
    }
    return moved / Math.max(1, rows.length);
  }

  *#repelExactly(bounded: boolean, rows: Int32Array, count: number): Generator<void, void, void> {
    const slice = Math.max(1, Math.floor(SLICE / this.stride));
    for (let from = 0; from < count; from += slice) {
      this.#repelRows(bounded, rows, from, Math.min(count, from + slice), this, this.stride);
      yield;
    }
  }

  *#repelInGroups(bounded: boolean, buckets: Buckets, sources: Sources): Generator<void, void, void> {
    if (this.#rounds++ % ROUNDS_A_DIVISION === 0) buckets.divide(this.x, this.y);
    buckets.measure(this.x, this.y, this.mass);
    let pairs = 0;
    for (let bucket = 0; bucket < buckets.count; bucket++) {
      const count = buckets.sourcesFor(bucket, this, sources);
      const from = buckets.start[bucket]!;
      const to = buckets.start[bucket + 1]!;
      this.#repelRows(bounded, this.#everyone, from, to, sources, count);
      pairs += (to - from) * count;
      if (pairs < SLICE) continue;
      pairs = 0;
      yield;
    }
  }

  #repelRows(
    bounded: boolean,
    rows: Int32Array,
    from: number,
    to: number,
    sources: Sources,
    count: number,
  ): void {
    const { x, y, forceX, forceY } = this;
    if (!this.#space) return repel(bounded, rows, from, to, x, y, sources, count, forceX, forceY);
    const { repelFar, repelNear } = this.#space.kernels;
    (bounded ? repelNear : repelFar)(
      rows.byteOffset + 4 * from,
      to - from,
      x.byteOffset,
      y.byteOffset,
      sources.x.byteOffset,
      sources.y.byteOffset,
      sources.mass.byteOffset,
      count,
      forceX.byteOffset,
      forceY.byteOffset,
    );
  }
}
