import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { move, procrustes, STILL } from '../../src/layout/align.ts';

type Points = { x: Float64Array; y: Float64Array };

function points(list: readonly (readonly [number, number])[]): Points {
  return { x: Float64Array.from(list, ([x]) => x), y: Float64Array.from(list, ([, y]) => y) };
}

function squaredError(a: Points, b: Points): number {
  return a.x.reduce((sum, x, i) => sum + (x - (b.x[i] ?? 0)) ** 2 + ((a.y[i] ?? 0) - (b.y[i] ?? 0)) ** 2, 0);
}

const coordinate = fc.double({ min: -100, max: 100, noNaN: true });
const clouds = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 });
const motions = fc.record({
  angle: fc.double({ min: 0, max: 6.3, noNaN: true }),
  mirror: fc.boolean(),
  dx: coordinate,
  dy: coordinate,
});

describe('the alignment to a previous picture', () => {
  it('takes back any turn, mirroring and move', () => {
    fc.assert(
      fc.property(clouds, motions, (cloud, { angle, mirror, dx, dy }) => {
        const goal = points(cloud);
        const flip = mirror ? -1 : 1;
        const from = points(
          cloud.map(([x, y]) => [
            flip * x * Math.cos(angle) - y * Math.sin(angle) + dx,
            flip * x * Math.sin(angle) + y * Math.cos(angle) + dy,
          ]),
        );
        move(procrustes(from.x, from.y, goal.x, goal.y), from.x, from.y);
        // A reflection that is hardly better is not taken: the error left is then of the order of that difference.
        expect(squaredError(from, goal)).toBeLessThan(
          1e-6 + 0.001 * squaredError(goal, points(cloud.map(() => [0, 0]))),
        );
      }),
    );
  });

  it('is never worse than any turn that is tried', () => {
    fc.assert(
      fc.property(clouds, clouds, motions, (first, second, { angle }) => {
        const n = Math.min(first.length, second.length);
        const from = points(first.slice(0, n));
        const goal = points(second.slice(0, n));
        const motion = procrustes(from.x, from.y, goal.x, goal.y);
        const turned = points(first.slice(0, n));
        move(
          { ...motion, xx: Math.cos(angle), xy: Math.sin(angle), yx: -Math.sin(angle), yy: Math.cos(angle) },
          turned.x,
          turned.y,
        );
        move(motion, from.x, from.y);
        expect(squaredError(from, goal)).toBeLessThanOrEqual(squaredError(turned, goal) * 1.001 + 1e-6);
      }),
    );
  });

  it('keeps all distances', () => {
    const from = points([
      [0, 0],
      [3, 4],
      [10, 0],
    ]);
    move(procrustes(from.x, from.y, Float64Array.of(9, 5, 1), Float64Array.of(2, 8, 8)), from.x, from.y);
    expect(Math.hypot((from.x[1] ?? 0) - (from.x[0] ?? 0), (from.y[1] ?? 0) - (from.y[0] ?? 0))).toBeCloseTo(
      5,
      9,
    );
  });

  it('listens to those alone that have a goal', () => {
    const from = points([
      [0, 0],
      [10, 0],
      [999, 999],
    ]);
    move(procrustes(from.x, from.y, Float64Array.of(5, 15, NaN), Float64Array.of(5, 5, NaN)), from.x, from.y);
    expect([from.x[0], from.y[0], from.x[1], from.y[1]]).toEqual([5, 5, 15, 5]);
  });

  it('does nothing when nobody has one', () => {
    expect(
      procrustes(Float64Array.of(1), Float64Array.of(1), Float64Array.of(NaN), Float64Array.of(NaN)),
    ).toBe(STILL);
  });

  it('only flips when the picture must stay upright', () => {
    const from = points([
      [0, 0],
      [10, 0],
      [10, 5],
    ]);
    const motion = procrustes(from.x, from.y, Float64Array.of(10, 1, 0), Float64Array.of(0, 1, 6), true);
    expect(motion).toMatchObject({ xx: -1, xy: 0, yx: 0, yy: 1 });
  });
});
