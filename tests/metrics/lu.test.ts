import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { inverse, rowNorm } from '../../src/metrics/linear/lu.ts';
import { finish } from './support.ts';

function product(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const cells = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++)
      for (let k = 0; k < size; k++)
        cells[i * size + j] = (cells[i * size + j] ?? 0) + (a[i * size + k] ?? 0) * (b[k * size + j] ?? 0);
  return cells;
}

function farthestFromIdentity(matrix: Float64Array, size: number): number {
  return matrix.reduce(
    (most, value, cell) => Math.max(most, Math.abs(value - (cell % (size + 1) === 0 ? 1 : 0))),
    0,
  );
}

describe('the inverse', () => {
  it('times its matrix is the identity, whatever the size and where the zeros are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (size, seed, empty) => {
          const random = seededRandom(seed);
          const matrix = Float64Array.from({ length: size * size }, () =>
            random() < empty ? 0 : random() - 0.5,
          );
          const found = finish(inverse(matrix.slice(), size));
          fc.pre(found !== null);
          const condition = rowNorm(matrix, size) * rowNorm(found, size);
          fc.pre(condition < 1e8);
          expect(farthestFromIdentity(product(matrix, found, size), size)).toBeLessThan(1e-13 * condition);
        },
      ),
    );
  });

  it('swaps rows where a pivot would be 0 or tiny', () => {
    expect(finish(inverse(Float64Array.of(0, 2, 4, 0), 2))).toEqual(Float64Array.of(0, 0.25, 0.5, 0));
    const tiny = Float64Array.of(1e-20, 1, 1, 1);
    expect(finish(inverse(tiny, 2))?.map(Math.round)).toEqual(Float64Array.of(-1, 1, 1, -0));
  });

  it('is none of a singular matrix', () => {
    expect(finish(inverse(Float64Array.of(1, 2, 2, 4), 2))).toBeNull();
    expect(finish(inverse(Float64Array.of(0), 1))).toBeNull();
    expect(finish(inverse(new Float64Array(0), 0))).toEqual(new Float64Array(0));
  });

  it('says how far it is, and never goes back', () => {
    const size = 160;
    const random = seededRandom(1);
    const work = inverse(
      Float64Array.from({ length: size * size }, () => random()),
      size,
    );
    const shares = [...{ [Symbol.iterator]: () => work }];
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(Math.max(...shares)).toBeLessThanOrEqual(1);
  });
});
