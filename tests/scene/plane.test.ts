import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/scene/shapes.ts';
import {
  convexHull,
  equalScale,
  moveArrow,
  nextPoint,
  placeLabels,
  spreadOut,
  type Box,
} from '../../src/scene/plane.ts';

const point = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));

function cross([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

describe('the outline of points', () => {
  test('has all points inside or on it, turns one way only, and its corners are points', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const hull = convexHull(points);
        const given = new Set(points.map(String));
        expect(hull.every((corner) => given.has(String(corner)))).toBe(true);
        if (hull.length < 3) return;
        hull.forEach((corner, k) => {
          const next = hull[(k + 1) % hull.length] ?? corner;
          expect(points.every((each) => cross(corner, next, each) >= 0)).toBe(true);
          expect(cross(corner, next, hull[(k + 2) % hull.length] ?? corner)).toBeGreaterThan(0);
        });
      }),
    );
  });

  test('of points on a line is its two ends, of one place that place, of none nothing', () => {
    expect(
      convexHull([
        [2, 2],
        [0, 0],
        [1, 1],
      ]),
    ).toEqual([
      [0, 0],
      [2, 2],
    ]);
    expect(
      convexHull([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([[1, 1]]);
    expect(convexHull([])).toEqual([]);
  });
});

const box: Box = { left: 0, top: 0, right: 400, bottom: 300 };

describe('a plane in which distances mean something', () => {
  test('keeps their ratios, puts greater y higher, and fits into its box', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 20 }), (points) => {
        const xs = Float64Array.from(points, ([x]) => x);
        const ys = Float64Array.from(points, ([, y]) => y);
        const { x, y } = equalScale(xs, ys, box);
        expect(x(1) - x(0)).toBeCloseTo(y(0) - y(1), 9);
        for (const [px, py] of points) {
          expect(x(px)).toBeGreaterThanOrEqual(-1e-6);
          expect(x(px)).toBeLessThanOrEqual(400 + 1e-6);
          expect(y(py)).toBeGreaterThanOrEqual(-1e-6);
          expect(y(py)).toBeLessThanOrEqual(300 + 1e-6);
        }
      }),
    );
  });

  test('passes over undefined places, and shows one place in the middle', () => {
    const { x, y } = equalScale(Float64Array.of(NaN, 7), Float64Array.of(1, 5), box);
    expect(x(7)).toBe(200);
    expect(Number.isFinite(y(5))).toBe(true);
    const one = equalScale(Float64Array.of(7), Float64Array.of(5), box);
    expect([one.x(7), one.y(5)]).toEqual([200, 150]);
  });
});

describe('arrow keys among points', () => {
  const xs = Float64Array.of(0, 10, 40, 12, NaN);
  const ys = Float64Array.of(0, 30, 2, 0, 0);

  test('go to the nearest in their direction, what lies aside counting as farther', () => {
    expect(nextPoint(xs, ys, 0, [1, 0])).toBe(3);
    expect(nextPoint(xs, ys, 3, [1, 0])).toBe(2);
    expect(nextPoint(xs, ys, 0, [0, 1])).toBe(1);
  });

  test('stay where nothing lies ahead', () => {
    expect(nextPoint(xs, ys, 0, [-1, 0])).toBe(-1);
    expect(nextPoint(xs, ys, 1, [0, 1])).toBe(-1);
  });
});

describe('names beside points', () => {
  const width = 60;
  const rooms = (labels: ReturnType<typeof placeLabels>): Box[] =>
    labels.map(({ x, y, anchor }) => {
      const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
      return { left, right: left + width, top: y - 12, bottom: y + 3 };
    });

  test('keep clear of each other, of other points and of the edges', () => {
    const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 300 })), {
      minLength: 1,
      maxLength: 50,
    });
    fc.assert(
      fc.property(places, (points) => {
        const xs = Float64Array.from(points, ([x]) => x);
        const ys = Float64Array.from(points, ([, y]) => y);
        const labels = placeLabels([...points.keys()], xs, ys, () => width, box, { radius: 4, most: 20 });
        expect(labels.length).toBeLessThanOrEqual(20);
        const taken = rooms(labels);
        taken.forEach((room, k) => {
          expect(room.left >= 0 && room.right <= 400 && room.top >= 0 && room.bottom <= 300).toBe(true);
          for (const other of taken.slice(0, k))
            expect(
              room.left < other.right &&
                other.left < room.right &&
                room.top < other.bottom &&
                other.top < room.bottom,
            ).toBe(false);
          points.forEach(([x, y], at) => {
            if (at === labels[k]?.at) return;
            expect(x > room.left && x < room.right && y > room.top && y < room.bottom).toBe(false);
          });
        });
      }),
    );
  });

  test('stand at the right where there is room, and only those that are sure stand where there is none', () => {
    const xs = Float64Array.of(100, 104, NaN);
    const ys = Float64Array.of(100, 100, 100);
    const place = (sure: number) =>
      placeLabels([1, 0, 2], xs, ys, () => width, box, { radius: 4, most: 9, sure });
    expect(place(0)[0]).toMatchObject({ at: 1, anchor: 'start' });
    const everywhere = { radius: 4, most: 9, taken: [box] };
    expect(placeLabels([1, 0], xs, ys, () => width, box, everywhere)).toEqual([]);
    expect(placeLabels([1, 0], xs, ys, () => width, box, { ...everywhere, sure: 1 })).toHaveLength(1);
    expect(place(0).some(({ at }) => at === 2)).toBe(false);
  });
});

test('names at the ends of lines keep their order and their distance', () => {
  expect(spreadOut([50, 52, 10], 15, 0, 100)).toEqual([50, 65, 10]);
  const wanted = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(wanted, (places) => {
      const spread = [...spreadOut(places, 15, 0, 200)];
      const sorted = [...spread].sort((a, b) => a - b);
      sorted.slice(1).forEach((place, k) => {
        expect(place - (sorted[k] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-9);
      });
      expect(sorted[0]).toBeGreaterThanOrEqual(0);
      expect(sorted.at(-1)).toBeLessThanOrEqual(200);
      for (const [k, a] of places.entries())
        for (const [m, b] of places.entries()) if (a < b) expect(spread[k]).toBeLessThan(spread[m] ?? 0);
    }),
  );
});

describe('the arrow of a move', () => {
  test('ends before the point, its head pointing at it, and is none where hardly anything moved', () => {
    const arrow = moveArrow([0, 0], [100, 0], 10);
    expect(arrow?.head[0]).toEqual([90, 0]);
    expect(arrow?.to[0]).toBeLessThan(90);
    expect(arrow?.head.slice(1).map(([x, y]) => [x, Math.abs(y)])).toEqual([
      [82, 4],
      [82, 4],
    ]);
    expect(moveArrow([0, 0], [12, 0], 10)).toBeUndefined();
    expect(moveArrow([NaN, 0], [50, 0], 10)).toBeUndefined();
  });
});
