import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { matrixCells, shadeColour } from '../../src/figures/matrix-cells.ts';
import type { MatrixFigurePlan } from '../../src/figures/matrix-plan.ts';
import type { MatrixLayer } from '../../src/metrics/detail.ts';

const COLUMNS = 20;

/** 200 cells of four values, every ninth undefined. */
function layer(): MatrixLayer {
  const random = seededRandom(7);
  const values = Float64Array.from({ length: 10 * COLUMNS }, (_, cell) =>
    cell % 9 === 8 ? NaN : Math.floor(random() * 2) * 0.5,
  );
  return { id: 'own', name: { en: 'Own', zh: '自定' }, values, style: 'number', digits: 3 };
}

function plan(size: number): MatrixFigurePlan {
  const sizes = { cellWidth: size, cellHeight: size, rowFont: 6, columnFont: 6, side: 0, head: 0 };
  return { ...sizes, named: false, level: false };
}

/** The colour at the middle of every cell, and how many rectangles are drawn. */
function painted(size: number): { colours: (string | undefined)[]; rectangles: number } {
  const colours: (string | undefined)[] = Array.from({ length: 10 * COLUMNS }, () => undefined);
  const { elements } = matrixCells({
    layer: layer(),
    against: undefined,
    columns: COLUMNS,
    plan: plan(size),
    at: { left: 0, top: 0 },
    format: String,
  });
  let rectangles = 0;
  for (const element of elements) {
    const fill = /fill="(#\w+)"/u.exec(element)?.[1];
    for (const [, left, top, width] of element.matchAll(/M([\d.]+) ([\d.]+)h([\d.]+)v/gu)) {
      rectangles++;
      const first = Math.round(Number(left) / size - 0.01);
      const row = Math.round(Number(top) / size - 0.01);
      const cells = Math.round((Number(width) + 0.4) / size);
      for (let k = 0; k < cells; k++) {
        expect(colours[row * COLUMNS + first + k], 'no cell is painted twice').toBeUndefined();
        colours[row * COLUMNS + first + k] = fill;
      }
    }
  }
  return { colours, rectangles };
}

describe('the cells of a matrix', () => {
  it('have each its colour, and none where undefined, be they large or so small that neighbours are joined', () => {
    const { values } = layer();
    for (const [size, strongest] of [
      [2, 0.92],
      [20, 0.58],
    ] as const) {
      const wanted = Array.from(values, (value) =>
        Number.isNaN(value) ? undefined : shadeColour(value / 0.5, strongest),
      );
      expect(painted(size).colours).toEqual(wanted);
    }
  });

  it('that are small are joined along a row', () => {
    expect(painted(20).rectangles).toBe(layer().values.filter((value) => !Number.isNaN(value)).length);
    expect(painted(2).rectangles).toBeLessThan(130);
  });
});
