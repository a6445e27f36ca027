import { meanRanks } from './correlation.ts';

/** A thing whose place by one measure is far from its place by another. Ranks from 1, the highest first; ties share. */
export interface Surprise {
  /** Its index in both lists. */
  readonly index: number;
  readonly firstRank: number;
  readonly secondRank: number;
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
  const ranks = (values: Float64Array): readonly number[] =>
    [...meanRanks(Float64Array.from(both, (k) => values[k]!))].map((rank) => n + 1 - rank);
  const [firstRanks, secondRanks] = [ranks(first), ranks(second)];
  const found = both
    .map((index, k): Surprise => ({ index, firstRank: firstRanks[k]!, secondRank: secondRanks[k]!, n }))
    .filter(({ firstRank, secondRank }) => Math.abs(firstRank - secondRank) >= Math.max(LEAST, SHARE * n))
    .sort((a, b) => gap(b) - gap(a) || a.index - b.index);
  return {
    higherInFirst: found.filter((one) => one.firstRank < one.secondRank).slice(0, most),
    higherInSecond: found.filter((one) => one.firstRank > one.secondRank).slice(0, most),
  };
}

function gap({ firstRank, secondRank }: Surprise): number {
  return Math.abs(firstRank - secondRank);
}
