import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingCamera, onMap, onScreen, toSight } from '../../src/view/canvas/camera.ts';

const coordinate = fc.integer({ min: -5000, max: 5000 });

describe('the camera', () => {
  it('that fits a box shows all of it, clear of the bars, and never blows a small map up', () => {
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.nat(8000),
        fc.nat(8000),
        fc.constantFrom([390, 844], [390, 337], [1280, 800], [1920, 1080]),
        (x1, y1, w, h, [width = 0, height = 0]) => {
          const camera = fittingCamera({ x1, y1, x2: x1 + w, y2: y1 + h }, width, height);
          const [left, top] = onScreen(camera, [x1, y1]);
          const [right, bottom] = onScreen(camera, [x1 + w, y1 + h]);
          expect(camera.zoom).toBeLessThanOrEqual(1.15);
          expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
          expect(bottom).toBeLessThanOrEqual(height);
        },
      ),
    );
  });

  it('brings a place clear of what floats over the edges, and stays where it is for one that is seen', () => {
    const pixel = fc.tuple(fc.integer({ min: -900, max: 2900 }), fc.integer({ min: -900, max: 2900 }));
    fc.assert(
      fc.property(
        pixel,
        fc.constantFrom([390, 844], [1280, 800], [1920, 1080], [390, 337], [120, 90]),
        ([x, y], [width = 0, height = 0]) => {
          const [dx, dy] = toSight([x, y], width, height);
          expect(toSight([x + dx, y + dy], width, height)).toEqual([0, 0]);
          expect(x + dx > 0 && x + dx < width && y + dy > 0 && y + dy < height).toBe(true);
        },
      ),
    );
    expect(toSight([640, 400], 1280, 800)).toEqual([0, 0]);
    expect(toSight([640, 790], 1280, 800)[1]).toBeLessThan(0);
  });

  it('takes a place to the screen and back', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0.05, max: 5, noNaN: true }), (x, y, zoom) => {
        const camera = { zoom, x: 17, y: -40 };
        const [backX, backY] = onMap(camera, onScreen(camera, [x, y]));
        expect(backX).toBeCloseTo(x, 6);
        expect(backY).toBeCloseTo(y, 6);
      }),
    );
  });
});
