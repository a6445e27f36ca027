import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../src/model/scheme.ts';
import { reach, shapeBox, shapeCorners } from '../../src/scene/shapes.ts';
import type { Point } from '../../src/scene/shapes.ts';
import { headCorners, pathBounds, tiePath } from '../../src/scene/tie-path.ts';
import { actor, mapOf, sceneOf, tie } from './maps.ts';

/** Area by Green's theorem over the outline as `reach` sees it. */
function areaOf(outline: (angle: number) => number): number {
  const steps = 20_000;
  let area = 0;
  for (let k = 0; k < steps; k++)
    area += (outline((2 * Math.PI * (k + 0.5)) / steps) ** 2 / 2) * ((2 * Math.PI) / steps);
  return area;
}

describe('shapes', () => {
  test.each(SHAPES)('%s of one diameter has the area of the circle', (shape) => {
    const { width, height } = shapeBox(shape, 30);
    const area = areaOf((angle) => reach(shape, width, height, Math.cos(angle), Math.sin(angle)));
    // The star's box is centred a little off its middle, and so is the triangle's: the area is not.
    expect(area / (Math.PI * 15 * 15)).toBeCloseTo(1, 2);
  });

  test('regular polygons have equal sides', () => {
    for (const shape of ['hexagon', 'triangle', 'pentagon', 'octagon', 'diamond'] as const) {
      const { width, height } = shapeBox(shape, 40);
      const corners = shapeCorners(shape, 0, 0, width, height) ?? [];
      const sides = corners.map(([x, y], k) => {
        const [nextX, nextY] = corners[(k + 1) % corners.length] ?? [0, 0];
        return Math.hypot(nextX - x, nextY - y);
      });
      expect(Math.max(...sides) - Math.min(...sides)).toBeLessThan(1e-9);
      expect(Math.max(...corners.map(([x]) => x)) * 2).toBeCloseTo(width, 9);
      expect(Math.max(...corners.map(([, y]) => y)) * 2).toBeCloseTo(height, 9);
    }
  });
});

function curveOf(scene: ReturnType<typeof sceneOf>, id: string): number {
  return scene.ties.find((mark) => mark.id === id)?.curve ?? NaN;
}

/** The point of a tie halfway along its quadratic curve, or line. */
function halfway(scene: ReturnType<typeof sceneOf>, id: string): Point {
  const mark = scene.ties.find((candidate) => candidate.id === id);
  const source = mark && scene.actorById.get(mark.source);
  const target = mark && scene.actorById.get(mark.target);
  const points = mark && source && target && tiePath(mark, source, target)?.points;
  const [a, b, c] = points ?? [];
  if (!a || !b) return [NaN, NaN];
  return c
    ? [(a[0] + 2 * b[0] + c[0]) / 4, (a[1] + 2 * b[1] + c[1]) / 4]
    : [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

describe('ties of one pair', () => {
  const [a, b] = [actor('a', 'university', 0, 0), actor('b', 'enterprise', 300, 0)];

  test('run straight when alone', () => {
    expect(curveOf(sceneOf(mapOf([a, b], [tie('1', 'a', 'b')])), '1')).toBe(0);
  });

  test('bow apart when opposite, each to the right of its own way', () => {
    const scene = sceneOf(mapOf([a, b], [tie('1', 'a', 'b'), tie('2', 'b', 'a')]));
    expect(curveOf(scene, '1')).toBeGreaterThan(0);
    expect(curveOf(scene, '2')).toBe(curveOf(scene, '1'));
    // Seen with y downwards, the right of someone who walks to the right is below.
    expect(halfway(scene, '1')[1]).toBeGreaterThan(3);
    expect(halfway(scene, '2')[1]).toBeLessThan(-3);
  });

  test('fan out evenly, the same whatever the order in which they came', () => {
    const ties = [
      tie('1', 'a', 'b', 'policy'),
      tie('2', 'a', 'b', 'talent'),
      tie('3', 'b', 'a', 'talent'),
      tie('4', 'b', 'a', 'policy'),
      tie('5', 'a', 'b', 'alliance', 'mutual'),
    ];
    const scene = sceneOf(mapOf([a, b], ties));
    const heights = ties.map(({ id }) => halfway(scene, id)[1]).sort((x, y) => x - y);
    heights.forEach((height, k) => expect(height).toBeCloseTo(-(heights[4 - k] ?? NaN), 6));
    const gaps = heights.slice(1).map((height, k) => height - (heights[k] ?? NaN));
    for (const gap of gaps) expect(gap).toBeGreaterThan(8);
    expect(curveOf(scene, '5')).toBe(0);
    expect(sceneOf(mapOf([b, a], [...ties].reverse())).ties).toEqual(scene.ties);
  });

  test('stay within bounds however many there are', () => {
    const ties = Array.from({ length: 60 }, (_, k) => tie(`t${k}`, 'a', 'b'));
    const scene = sceneOf(mapOf([a, b], ties));
    expect(new Set(scene.ties.map((mark) => mark.curve)).size).toBe(60);
    expect(Math.max(...scene.ties.map((mark) => Math.abs(mark.curve)))).toBeLessThanOrEqual(96);
  });

  test('whose ids could be joined in two ways are not taken for one pair', () => {
    const actors = ['x', 'x y', 'y z', 'z'].map((id, k) => actor(id, 'university', 200 * k, 40 * k * k));
    const scene = sceneOf(mapOf(actors, [tie('1', 'x', 'y z'), tie('2', 'x y', 'z')]));
    expect(scene.ties.map((mark) => mark.curve)).toEqual([0, 0]);
  });
});

describe('the way of a tie', () => {
  test('begins and ends on the outlines of its actors, the tips of its heads too', () => {
    const place = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(
        place,
        place,
        fc.constantFrom('government', 'enterprise', 'university', 'intermediary', 'other', 'unheard of'),
        fc.integer({ min: 1, max: 5 }),
        (x, y, sector, parallel) => {
          fc.pre(Math.hypot(x, y) > 200);
          const ties = Array.from({ length: parallel }, (_, k) =>
            tie(`t${k}`, k % 2 ? 'a' : 'b', k % 2 ? 'b' : 'a', 'talent', k % 3 ? 'one-way' : 'mutual'),
          );
          const scene = sceneOf(mapOf([actor('a', 'university', 0, 0), actor('b', sector, x, y)], ties));
          for (const mark of scene.ties) {
            const source = scene.actorById.get(mark.source);
            const target = scene.actorById.get(mark.target);
            const path = source && target && tiePath(mark, source, target);
            expect(path).toBeTruthy();
            if (!path) continue;
            expect(path.heads.length).toBe(mark.arrows === 'both' ? 2 : mark.arrows === 'end' ? 1 : 0);
            path.heads.forEach(({ tip, direction }, k) => {
              const end = k === 0 ? target : source;
              const [dx, dy] = [tip[0] - end.x, tip[1] - end.y];
              const length = Math.hypot(dx, dy);
              const outline = reach(
                end.shape,
                end.width + end.strokeWidth,
                end.height + end.strokeWidth,
                dx / length,
                dy / length,
              );
              expect(length).toBeCloseTo(outline, 6);
              // The head points into the actor.
              expect(direction[0] * dx + direction[1] * dy).toBeLessThan(0);
              const [, left, right] = headCorners({ tip, direction }, mark.arrowSize);
              expect(Math.hypot(left[0] - right[0], left[1] - right[1])).toBeCloseTo(mark.arrowSize, 9);
            });
          }
        },
      ),
    );
  });

  test('is nothing when one actor lies on the other', () => {
    const scene = sceneOf(
      mapOf([actor('a', 'university', 5, 5), actor('b', 'university', 6, 5)], [tie('1', 'a', 'b')]),
    );
    const [mark, a, b] = [scene.ties[0], scene.actorById.get('a'), scene.actorById.get('b')];
    expect(mark && a && b && tiePath(mark, a, b)).toBeNull();
  });

  test('of a tie to itself is a loop outside the actor, not over its label, and no two are alike', () => {
    const ties = Array.from({ length: 7 }, (_, k) => tie(`t${k}`, 'a', 'a'));
    const scene = sceneOf(mapOf([actor('a', 'university', 0, 0)], ties));
    const mark = scene.actorById.get('a');
    const middles = scene.ties.map((loop) => (mark && tiePath(loop, mark, mark)?.points[2]) ?? [0, 0]);
    for (const [x, y] of middles)
      expect(Math.hypot(x ?? 0, y ?? 0)).toBeGreaterThan((mark?.diameter ?? 0) / 2 + 5);
    expect(new Set(middles.map(String)).size).toBe(7);
  });

  test('has a box that holds every point of it', () => {
    const place = fc.double({ min: -100, max: 100, noNaN: true });
    const point = fc.tuple(place, place);
    fc.assert(
      fc.property(point, point, point, fc.double({ min: 0, max: 1, noNaN: true }), (from, control, to, t) => {
        const box = pathBounds({ points: [from, control, to], heads: [] });
        const at = (k: 0 | 1): number =>
          (1 - t) ** 2 * from[k] + 2 * t * (1 - t) * control[k] + t * t * to[k];
        expect(at(0)).toBeGreaterThanOrEqual(box.x1 - 1e-6);
        expect(at(0)).toBeLessThanOrEqual(box.x2 + 1e-6);
        expect(at(1)).toBeGreaterThanOrEqual(box.y1 - 1e-6);
        expect(at(1)).toBeLessThanOrEqual(box.y2 + 1e-6);
      }),
    );
  });
});
