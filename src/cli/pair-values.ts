import type { Localized } from '../base/localized.ts';
import type { Values } from './ecology-result.ts';
import { valueOf } from './ecology-result.ts';

/** Matrices of more actors would take more memory than there may be. */
export const MOST_PAIRED = 1000;

export const TOO_MANY_PAIRS: Localized = {
  en: `Values of pairs are given for at most ${MOST_PAIRED} actors.`,
  zh: `主体不超过 ${MOST_PAIRED} 个时才给出成对数值。`,
};

/**
 * A matrix of some actors as one of all n; null for the others.
 * @param actors the index of each row and column among all
 */
export function spreadPairs(
  n: number,
  actors: ArrayLike<number>,
  value: (row: number, column: number) => number | null,
): Values[] {
  const place = placesOf(n, actors);
  return place.map((row) =>
    place.map((column) => (row < 0 || column < 0 ? null : valueOf(value(row, column)))),
  );
}

/** One value an actor; null for those left out. */
export function spread(n: number, actors: ArrayLike<number>, values: ArrayLike<number> | null): Values {
  return placesOf(n, actors).map((row) => (row < 0 ? null : valueOf(values?.[row])));
}

function placesOf(n: number, actors: ArrayLike<number>): number[] {
  const place = Array.from({ length: n }, () => -1);
  for (const [row, actor] of Array.from(actors).entries()) place[actor] = row;
  return place;
}
