import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlation } from '../../src/metrics/correlation.ts';

const column = (...values: number[]): Float64Array => Float64Array.from(values);

describe('correlation of two measures', () => {
  test('over the actors that have both, with equal values sharing their mean rank', () => {
    // By hand: ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4.
    const { n, spearman, pearson } = correlation(column(1, 2, 2, 9, NaN), column(10, 30, 20, 40, 50));
    expect(n).toBe(4);
    expect(spearman).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
    expect(pearson).toBeCloseTo(120 / Math.sqrt(41 * 500), 12);
  });

  test('is undefined where a measure is constant, or fewer than three actors have both', () => {
    expect(correlation(column(0.1, 0.1, 0.1), column(1, 2, 3))).toEqual({
      n: 3,
      pearson: null,
      spearman: null,
    });
    expect(correlation(column(1, 2), column(1, 2)).spearman).toBeNull();
  });

  test('ranks see only the order, and both lie in [-1, 1] and change sign with a measure', () => {
    const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const n = Math.min(a.length, b.length);
        const [x, y] = [column(...a.slice(0, n)), column(...b.slice(0, n))];
        const found = correlation(x, y);
        const cubed = correlation(
          x.map((value) => value ** 3),
          y,
        );
        const turned = correlation(
          x.map((value) => -value),
          y,
        );
        if (found.spearman === null || found.pearson === null) return;
        expect(cubed.spearman).toBeCloseTo(found.spearman, 10);
        expect(turned.spearman).toBeCloseTo(-found.spearman, 10);
        expect(turned.pearson).toBeCloseTo(-found.pearson, 10);
        expect(Math.abs(found.pearson)).toBeLessThanOrEqual(1);
        expect(correlation(x, x).pearson).toBeCloseTo(1, 12);
      }),
    );
  });
});
