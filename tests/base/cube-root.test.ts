import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubeRoot } from '../../src/base/cube-root.ts';

describe('cubeRoot', () => {
  it('is the cube root to the last digit or the one before', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-90, max: 1e90, noNaN: true }),
        (x) => Math.abs(cubeRoot(x) / Math.cbrt(x) - 1) <= 2 * Number.EPSILON,
      ),
      { numRuns: 20_000 },
    );
  });

  it('of cubes is their side', () => {
    expect([0, 1, 8, 27, 64, 1000].map(cubeRoot)).toEqual([0, 1, 2, 3, 4, 10]);
  });
});
