import { meanRanks } from './correlation.ts';

/** The places from 1, the highest first, that all of one value share; alone it has one. */
export interface Places {
  readonly from: number;
  readonly to: number;
}

/** A thing whose place by one measure is far from its place by another. */
export interface Surprise {
  /** Its index in both lists. */
  readonly index: number;
  readonly first: Places;
  readonly second: Places;
  /** How many are ranked: those with both values. */
  readonly n: number;
}

/** Ranks must differ by this share of all, and by two places: ours, a matter of what is worth a word. */
const SHARE = 0.25;
const LEAST = 2;

/**
 * Whose ranks by two lists of values (NaN where undefined) differ most, the largest gap first; at most `most` each of
 * those who stand higher in the first list and of those who stand higher in the second.
 */
export function surprises(
  first: Float64Array,
  second: Float64Array,
  most: number,
): { readonly higherInFirst: readonly Surprise[]; readonly higherInSecond: readonly Surprise[] } {
  const both = [...first.keys()].filter((k) => !Number.isNaN(first[k]! + second[k]!));
  const n = both.length;
  const places = (values: Float64Array): readonly Places[] =>
    placesOf(Float64Array.from(both, (k) => values[k]!));
  const [firsts, seconds] = [places(first), places(second)];
  const found = both
    .map((index, k): Surprise => ({ index, first: firsts[k]!, second: seconds[k]!, n }))
    .filter((one) => Math.abs(lead(one)) >= Math.max(LEAST, SHARE * n))
    .sort((a, b) => Math.abs(lead(b)) - Math.abs(lead(a)) || a.index - b.index);
  return {
    higherInFirst: found.filter((one) => lead(one) > 0).slice(0, most),
    higherInSecond: found.filter((one) => lead(one) < 0).slice(0, most),
  };
}

function placesOf(values: Float64Array): readonly Places[] {
  const ranks = [...meanRanks(values)].map((rank) => values.length + 1 - rank);
  const sharing = new Map<number, number>();
  for (const rank of ranks) sharing.set(rank, (sharing.get(rank) ?? 0) + 1);
  return ranks.map((rank) => {
    const others = (sharing.get(rank) ?? 1) - 1;
    return { from: rank - others / 2, to: rank + others / 2 };
  });
}

/** How many places higher in the first, by the middles of shared places. */
function lead({ first, second }: Surprise): number {
  return (second.from + second.to - first.from - first.to) / 2;
}
