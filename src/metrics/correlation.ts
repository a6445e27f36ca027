/** How two measures go together over the actors that have both. */
export interface Correlation {
  /** Number of actors with both values. */
  readonly n: number;
  /** Pearson's r, of the values, in [-1, 1]; null for fewer than three actors or where one measure is constant. */
  readonly pearson: number | null;
  /** Spearman's rho (1904): r of the ranks, equal values sharing their mean rank. */
  readonly spearman: number | null;
}

/** Of two columns over the same actors; NaN = null. O(n log n). */
export function correlation(x: Float64Array, y: Float64Array): Correlation {
  const both: number[] = [];
  for (let k = 0; k < x.length; k++) if (!Number.isNaN(x[k]!) && !Number.isNaN(y[k]!)) both.push(k);
  const first = Float64Array.from(both, (k) => x[k]!);
  const second = Float64Array.from(both, (k) => y[k]!);
  return {
    n: both.length,
    pearson: pearson(first, second),
    spearman: pearson(meanRanks(first), meanRanks(second)),
  };
}

function pearson(x: Float64Array, y: Float64Array): number | null {
  const n = x.length;
  if (n < 3) return null;
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / n;
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let k = 0; k < n; k++) {
    const dx = x[k]! - meanX;
    const dy = y[k]! - meanY;
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // What is left of equal values by rounding is no spread.
  if (xx <= 1e-24 * n * meanX * meanX || yy <= 1e-24 * n * meanY * meanY || xx === 0 || yy === 0) return null;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

/** Ranks from 1; values equal to within 1e-9 of their size, as sums in another order are, share their mean rank. */
export function meanRanks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, k) => k).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    const first = values[order[start]!]!;
    let end = start + 1;
    while (end < order.length && values[order[end]!]! - first <= 1e-9 * Math.abs(first)) end++;
    for (let k = start; k < end; k++) ranks[order[k]!] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
