import type { Utility } from './utility.ts';

export const RELATIONS = [
  'mutualism',
  'exploitation',
  'competition',
  'commensalism',
  'amensalism',
  'neutralism',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What two actors are to each other, by whether the one gains from the other (1), loses (-1) or neither (0). */
export function relationOf(one: number, other: number): Relation {
  if (one === other) return one > 0 ? 'mutualism' : one < 0 ? 'competition' : 'neutralism';
  if (one !== 0 && other !== 0) return 'exploitation';
  return one > 0 || other > 0 ? 'commensalism' : 'amensalism';
}

export interface Indices {
  /** Number of positive entries over that of negative ones, the diagonal among them; null without negative ones. */
  readonly mutualism: number | null;
  /** Sum of the positive entries over that of the negative ones; null without negative ones. */
  readonly synergism: number | null;
}

/** Of all entries of Y. Fath & Patten (1998); Fath (2007). */
export function indicesOf({ integral }: Utility): Indices {
  let gains = 0;
  let losses = 0;
  let gained = 0;
  let lost = 0;
  for (const value of integral)
    if (value > 0) {
      gains++;
      gained += value;
    } else if (value < 0) {
      losses++;
      lost -= value;
    }
  return losses === 0
    ? { mutualism: null, synergism: null }
    : { mutualism: gains / losses, synergism: gained / lost };
}
