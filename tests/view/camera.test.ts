import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingCamera, onMap, onScreen } from '../../src/view/canvas/camera.ts';

const coordinate = fc.integer({ min: -5000, max: 5000 });

describe('the camera', () => {
  it('that fits a box shows all of it, clear of the bars, and never blows a small map up', () => {
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        fc.nat(8000),
        fc.nat(8000),
        fc.constantFrom([390, 844], [1280, 800], [1920, 1080]),
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
