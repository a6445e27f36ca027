import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surprises } from '../../src/metrics/surprises.ts';

describe('surprises between two measures', () => {
  it('name who stands far higher in one than in the other, the widest gap first', () => {
    const seen = Float64Array.from([9, 8, 7, 3, 2, 1, 0, 0]);
    const found = Float64Array.from([0, 7, 6, 5, 4, 3, 2, 9]);
    const { higherInFirst, higherInSecond } = surprises(seen, found, 3);
    expect(higherInFirst).toEqual([
      { index: 0, first: { from: 1, to: 1 }, second: { from: 8, to: 8 }, n: 8 },
    ]);
    expect(higherInSecond).toEqual([
      { index: 7, first: { from: 7, to: 8 }, second: { from: 1, to: 1 }, n: 8 },
    ]);
  });

  it('leave out whom one of the measures says nothing of', () => {
    const { higherInFirst } = surprises(
      Float64Array.from([9, 5, 4, 3]),
      Float64Array.from([NaN, 1, 2, 3]),
      3,
    );
    expect(higherInFirst.map(({ index, n }) => [index, n])).toEqual([[1, 3]]);
  });

  it('are none where both agree, and turn round with the two', () => {
    const values = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const n = Math.min(a.length, b.length);
        const [first, second] = [Float64Array.from(a.slice(0, n)), Float64Array.from(b.slice(0, n))];
        expect(surprises(first, first, 9)).toEqual({ higherInFirst: [], higherInSecond: [] });
        const there = surprises(first, second, 9);
        const back = surprises(second, first, 9);
        expect(back.higherInSecond.map(({ index }) => index)).toEqual(
          there.higherInFirst.map(({ index }) => index),
        );
      }),
    );
  });
});
