import { scaleLinear, scaleLog } from 'd3-scale';
import type { Language } from '../base/localized.ts';
import type { NumberStyle } from '../metrics/detail.ts';

export interface AxisTick {
  readonly value: number;
  /** Along the axis, in px or points. */
  readonly at: number;
}

/** Numbers along an axis of a chart. */
export interface ChartAxis {
  /** Where a value lies, in px or points. */
  readonly at: (value: number) => number;
  readonly ticks: readonly AxisTick[];
}

/** Values spread over more than this ratio read better on a logarithmic axis. */
const WIDE = 30;
/** On a logarithmic axis zero lies so many px before the smallest value above it. */
const ZERO_GAP = 18;

/** Whether most values crowd at the lower end, so that a logarithmic axis is worth offering: never with negative ones. */
export function isSkewed(values: Float64Array): boolean {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const positive = known.filter((value) => value > 0);
  const largest = positive.at(-1);
  const middle = positive[positive.length >> 1];
  if (largest === undefined || middle === undefined || (known[0] ?? 0) < 0) return false;
  return largest / (positive[0] ?? largest) > WIDE || largest / middle > WIDE / 3;
}

/**
 * An axis over all values from px `start` to px `end` (which may be the smaller one).
 * @param whole ticks at whole numbers alone
 * @param logarithmic zeros, which have no logarithm, get a place of their own before the others
 */
export function chartAxis(
  values: Float64Array,
  start: number,
  end: number,
  options: { readonly whole: boolean; readonly logarithmic: boolean; readonly count?: number },
): ChartAxis {
  let [low, high, least] = [Infinity, -Infinity, Infinity];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (value > 0) least = Math.min(least, value);
  }
  if (low > high) return { at: () => start, ticks: [] };
  // Differences below the rounding of the computation are no differences.
  if (high - low <= Math.max(1e-300, 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) {
    const middle = (start + end) / 2;
    return { at: () => middle, ticks: [{ value: low, at: middle }] };
  }
  const count = options.count ?? 4;
  if (options.logarithmic && low >= 0 && high > least) {
    const gap = low === 0 ? Math.sign(end - start) * ZERO_GAP : 0;
    const scale = scaleLog([least, high], [start + gap, end]);
    const at = (value: number): number => (value <= 0 ? start : scale(value));
    const powers = scale.ticks(count).filter((value) => isRound(value, high / least));
    const shown = powers.length >= 2 ? powers : [least, high];
    const ticks = [...(low === 0 ? [0] : []), ...shown].map((value) => ({ value, at: at(value) }));
    return { at, ticks };
  }
  const scale = scaleLinear([low, high], [start, end]);
  const ticks = scale.ticks(count).filter((value) => !options.whole || Number.isInteger(value));
  return { at: (value) => scale(value), ticks: ticks.map((value) => ({ value, at: scale(value) })) };
}

/** 1, 10, 100 …; over less than two powers of ten also 2 and 5 times these. */
function isRound(value: number, ratio: number): boolean {
  const leading = Math.round(value / 10 ** Math.floor(Math.log10(value) + 1e-9));
  return leading === 1 || leading === 10 || (ratio < 100 && (leading === 2 || leading === 5));
}

/** The numbers of an axis with no more digits than they need. */
export function tickFormat(
  ticks: readonly AxisTick[],
  style: NumberStyle,
  language: Language,
): (value: number) => string {
  const percent = style === 'share';
  const step =
    ticks.length > 1 ? Math.abs((ticks[1]?.value ?? 0) - (ticks[0]?.value ?? 0)) : (ticks[0]?.value ?? 0);
  const least = Math.min(
    ...ticks.map(({ value }) => Math.abs(value)).filter((value) => value > 0),
    step || 1,
  );
  const decimals = Math.max(0, -Math.floor(Math.log10(least * (percent ? 100 : 1)) + 1e-9));
  const format = new Intl.NumberFormat(language, {
    style: percent ? 'percent' : 'decimal',
    maximumFractionDigits: Math.min(8, decimals),
    ...(Math.max(...ticks.map(({ value }) => Math.abs(value))) >= 1e5 ? { notation: 'compact' } : {}),
  });
  return (value) => format.format(value);
}

/** The point nearest to (x, y) within `reach` px, by its place; -1 where none is. */
export function nearestPoint(
  xs: Float64Array,
  ys: Float64Array,
  x: number,
  y: number,
  reach = Infinity,
): number {
  let best = -1;
  let least = reach * reach;
  for (let k = 0; k < xs.length; k++) {
    const dx = (xs[k] ?? NaN) - x;
    const dy = (ys[k] ?? NaN) - y;
    const distance = dx * dx + dy * dy;
    if (distance <= least) {
      least = distance;
      best = k;
    }
  }
  return best;
}
