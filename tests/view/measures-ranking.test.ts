import { describe, expect, it } from 'vitest';
import { binOf, histogram, ranking, rankOf } from '../../src/view/measures/ranking.ts';

const values = new Map<string, number | null>([
  ['a', 0.1 + 0.2],
  ['b', 0.3],
  ['c', 5],
  ['d', null],
  ['e', 0],
]);

describe('a ranking', () => {
  it('gives equal values one rank, leaves out undefined ones and forgives the last digits', () => {
    expect(ranking(values, (id) => id).map(({ id, rank }) => [id, rank])).toEqual([
      ['c', 1],
      ['a', 2],
      ['b', 2],
      ['e', 4],
    ]);
  });

  it('agrees with the rank of one actor', () => {
    for (const { id, rank } of ranking(values, (id) => id))
      expect(rankOf(values, id)).toEqual({ rank, of: 4 });
    expect(rankOf(values, 'd')).toBeUndefined();
  });
});

describe('a histogram', () => {
  it('counts every value once', () => {
    const bins = histogram(values.values(), 16, false);
    expect(bins).toHaveLength(16);
    expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(bins.at(-1)?.count).toBe(1);
  });

  it('has whole bins for whole numbers', () => {
    const bins = histogram([0, 1, 1, 3], 16, true);
    expect(bins.map(({ from, count }) => [from, count])).toEqual([
      [0, 1],
      [1, 2],
      [2, 0],
      [3, 1],
    ]);
    expect(binOf(bins, 3)).toBe(3);
  });

  it('is one bin where all values are equal, and none where there are none', () => {
    expect(histogram([2, 2], 16, false)).toEqual([{ from: 2, to: 2, count: 2 }]);
    expect(histogram([null], 16, false)).toEqual([]);
  });
});
