import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ln, log2 } from '../../src/base/logarithm.ts';

describe('ln', () => {
  it('is the natural logarithm to the last digit or the one before', () => {
    const positive = fc.double({ min: Number.MIN_VALUE, max: Number.MAX_VALUE, noNaN: true });
    const nearOne = fc.double({ min: 0.5, max: 2, noNaN: true });
    fc.assert(
      fc.property(fc.oneof(positive, nearOne, fc.double({ min: 1e-12, max: 1e12, noNaN: true })), (x) => {
        const [ours, theirs] = [ln(x), Math.log(x)];
        expect(Math.abs(ours - theirs)).toBeLessThanOrEqual(2 * Number.EPSILON * Math.abs(theirs));
      }),
      { numRuns: 20_000 },
    );
  });

  it('has its known digits', () => {
    expect(ln(1)).toBe(0);
    expect(ln(2)).toBe(Math.LN2);
    expect(ln(10)).toBe(Math.LN10);
    expect(ln(Math.E)).toBe(1);
    expect(ln(Number.MIN_VALUE)).toBeCloseTo(-744.4400719213812, 12);
  });

  it('is without bound at both ends, and undefined below zero', () => {
    expect(ln(0)).toBe(-Infinity);
    expect(ln(-0)).toBe(-Infinity);
    expect(ln(Infinity)).toBe(Infinity);
    expect(ln(-1)).toBeNaN();
    expect(ln(NaN)).toBeNaN();
  });
});

describe('log2', () => {
  it('is exact for powers of two, and else right to the last digits', () => {
    for (let k = -1074; k <= 1023; k++) expect(log2(2 ** k)).toBe(k);
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(log2(x) - Math.log2(x))).toBeLessThanOrEqual(
          4 * Number.EPSILON * Math.max(Math.abs(Math.log2(x)), 1e-3),
        );
      }),
      { numRuns: 5000 },
    );
    expect(log2(0)).toBe(-Infinity);
    expect(log2(-1)).toBeNaN();
  });
});
