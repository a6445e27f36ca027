import { cubeRoot } from '../base/cube-root.ts';
import { log2 } from '../base/logarithm.ts';

export interface HistogramBins {
  /** Ascending; one more than there are bins. A bin holds its lower edge, the last one its upper edge too. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** Whole numbers that differ by no more than this have a bar each. */
const SINGLE = 30;
const FEWEST = 5;
const MOST = 40;

/**
 * Values in bins of one width at round numbers: whole numbers of a small range each by itself, others as wide as Freedman
 * and Diaconis (1981) say, or Sturges (1926) where half of the values are alike. NaN is passed over.
 * @param whole true where values are counts
 */
export function histogramBins(values: Float64Array, whole: boolean): HistogramBins {
  const sorted = values.filter((value) => Number.isFinite(value)).sort();
  const n = sorted.length;
  const [low, high] = [sorted[0] ?? 0, sorted[n - 1] ?? 0];
  const range = high - low;
  if (n === 0) return { edges: [0, 1], counts: [0] };
  if (whole && range <= SINGLE) return counted(sorted, low - 0.5, 1, range + 1);
  // Differences below the rounding of the computation are no differences.
  if (range <= 1e-9 * Math.max(Math.abs(low), Math.abs(high))) {
    const half = Math.abs(low) > 0 ? Math.abs(low) * 0.05 : 0.5;
    return counted(sorted, low - half, 2 * half, 1);
  }
  const spread = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  const wanted = spread > 0 ? (2 * spread) / cubeRoot(n) : range / (Math.ceil(log2(n)) + 1);
  const width = roundStep(Math.min(range / FEWEST, Math.max(range / MOST, wanted)), whole);
  const start = Math.floor(low / width + 1e-9) * width;
  return counted(sorted, start, width, Math.max(1, Math.ceil((high - start) / width - 1e-9)));
}

function counted(sorted: Float64Array, start: number, width: number, bins: number): HistogramBins {
  const counts = new Array<number>(bins).fill(0);
  for (const value of sorted) {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor((value - start) / width + 1e-9)));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from({ length: bins + 1 }, (_, k) => start + k * width), counts };
}

/** 1, 2 or 5 times a power of ten, the nearest from below; counts have whole steps. */
function roundStep(step: number, whole: boolean): number {
  let power = 1;
  while (power > step) power /= 10;
  while (power * 10 <= step) power *= 10;
  const digit = [5, 2, 1].find((each) => each * power <= step * (1 + 1e-9)) ?? 1;
  return whole ? Math.max(1, digit * power) : digit * power;
}

/** By linear interpolation between the two nearest (type 7 of Hyndman & Fan, 1996); NaN without values. */
export function quantile(sorted: Float64Array, part: number): number {
  const place = (sorted.length - 1) * part;
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  return low + ((sorted[below + 1] ?? low) - low) * (place - below);
}
