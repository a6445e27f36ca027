import { quantile } from './permutation.ts';

/** How the values of an actor measure are spread within one sector; NaN where too few actors have one. */
export interface SectorSummary {
  /** Actors with a value, and without. */
  readonly count: number;
  readonly missing: number;
  readonly mean: number;
  /** The sample's standard deviation, divided by count - 1; NaN for fewer than two. */
  readonly deviation: number;
  readonly least: number;
  /** Quartiles of type 7 of Hyndman & Fan (1996), between the two nearest values, as in most spreadsheets. */
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly most: number;
}

/**
 * One summary a sector. O(n log n).
 *
 * @param values one an actor; NaN = null, which is left out and counted as missing
 * @param sectors of each actor, below `sectorCount`
 */
export function sectorSummary(
  values: Float64Array,
  sectors: Uint16Array,
  sectorCount: number,
): SectorSummary[] {
  return Array.from({ length: sectorCount }, (_, sector) => {
    const all = values.filter((_value, actor) => sectors[actor] === sector);
    const known = all.filter((value) => !Number.isNaN(value)).sort();
    const count = known.length;
    // A mean of equal values is that value, without the rounding of a sum.
    const equal = known[0] === known[count - 1];
    const mean = equal ? (known[0] ?? NaN) : known.reduce((sum, value) => sum + value, 0) / count;
    const squares = known.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return {
      count,
      missing: all.length - count,
      mean,
      deviation: count < 2 ? NaN : Math.sqrt(squares / (count - 1)),
      least: known[0] ?? NaN,
      lowerQuartile: quantile(known, 0.25),
      median: quantile(known, 0.5),
      upperQuartile: quantile(known, 0.75),
      most: known[count - 1] ?? NaN,
    };
  });
}
