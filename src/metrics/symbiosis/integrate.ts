import type { Computation } from '../measure.ts';
import { growthAt, type GrowthModel } from './growth-model.ts';

/** Relative error of a step; finer than trajectories are ever read. */
const TOLERANCE = 1e-10;
const MOST_STEPS = 200_000;
const WORK_PER_YIELD = 300_000;

/** Dormand & Prince (1980): nodes need not be kept, as nothing depends on time. */
const STAGES: readonly (readonly number[])[] = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Fifth order less fourth. */
const ERROR: readonly number[] = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];

/**
 * u at each of the rising times >= 0, from u at time 0: explicit Runge-Kutta of orders 5 and 4 with step control
 * (Dormand & Prince 1980); never below 0. Rows of times x parties; null if it takes too many steps or leaves all bounds,
 * which a model that may run away can.
 */
export function* trajectory(
  model: GrowthModel,
  start: Float64Array,
  times: ArrayLike<number>,
): Computation<Float64Array | null> {
  const size = start.length;
  const rows = new Float64Array(times.length * size);
  const slopes = Array.from({ length: 7 }, () => new Float64Array(size));
  const trial = new Float64Array(size);
  const fastest = model.rates.reduce((a, b) => Math.max(a, b), 0);
  let u = start.slice();
  let time = 0;
  let step = 0.01 / Math.max(fastest, 1e-12);
  let steps = 0;
  let work = 0;
  growthAt(model, u, slopes[0]!);
  for (let k = 0; k < times.length; k++) {
    const end = times[k]!;
    while (end - time > 1e-12 * Math.max(1, end)) {
      if (++steps > MOST_STEPS) return null;
      const whole = step >= end - time;
      const length = whole ? end - time : step;
      for (const [stage, weights] of STAGES.entries()) {
        combine(u, slopes, weights, length, trial);
        growthAt(model, trial, slopes[stage + 1]!);
      }
      const error = relativeError(u, trial, slopes, length);
      if (!Number.isFinite(error)) return null;
      if (error <= 1) {
        time = whole ? end : time + length;
        u = trial.map((value) => Math.max(0, value));
        slopes[0]!.set(slopes[6]!);
      }
      // A step that was cut short by a wanted time says nothing of how long the next may be.
      const factor = Math.min(5, Math.max(0.2, 0.9 / Math.sqrt(Math.sqrt(error))));
      if (error > 1 || !whole || factor < 1) step = length * factor;
      work += 7 * size * (size + 20);
      if (work < WORK_PER_YIELD) continue;
      work = 0;
      yield Math.min(1, time / (times[times.length - 1] ?? 1));
    }
    rows.set(u, k * size);
  }
  return rows;
}

function combine(
  u: Float64Array,
  slopes: readonly Float64Array[],
  weights: readonly number[],
  length: number,
  into: Float64Array,
): void {
  for (let i = 0; i < u.length; i++) {
    let sum = 0;
    for (let s = 0; s < weights.length; s++) sum += weights[s]! * slopes[s]![i]!;
    into[i] = u[i]! + length * sum;
  }
}

/** The largest error over what is tolerated: a step of up to 1 is good. */
function relativeError(
  u: Float64Array,
  next: Float64Array,
  slopes: readonly Float64Array[],
  length: number,
): number {
  let largest = 0;
  for (let i = 0; i < u.length; i++) {
    let sum = 0;
    for (let s = 0; s < ERROR.length; s++) sum += ERROR[s]! * slopes[s]![i]!;
    const scale = TOLERANCE * Math.max(Math.abs(u[i]!), Math.abs(next[i]!)) + 1e-18;
    largest = Math.max(largest, Math.abs(length * sum) / scale);
    if (Number.isNaN(sum)) return NaN;
  }
  return Math.max(largest, 1e-10);
}
