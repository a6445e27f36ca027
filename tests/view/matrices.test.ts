import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Axis } from '../../src/metrics/detail.ts';
import { addActor } from '../../src/model/commands/add-actor.ts';
import type { Graph } from '../../src/model/graph.ts';
import { hasTurned, MATRIX_COLOURS, signText } from '../../src/scene/cell-shades.ts';
import { actorsOfCell, axisEntries } from '../../src/view/measures/cells.ts';
import { matrixPixels, planMatrix } from '../../src/view/measures/matrix-paint.ts';
import { editing } from '../model/support.ts';

function graph(): Graph {
  const { editor, document } = editing(1);
  for (const [name, sector] of [
    ['College', 'university'],
    ['Firm', 'enterprise'],
    ['Other firm', 'enterprise'],
  ] as const)
    editor.run(addActor, { name, sector });
  return document.graph;
}

describe('the rows of a matrix', () => {
  test('have the names of the map, or those given', () => {
    const map = graph();
    const college = [...map.actors.values()].find(({ name }) => name === 'College')?.id ?? '';
    const named = (axis: Axis): readonly string[] => axisEntries(axis, map, 'zh').map(({ name }) => name);
    expect(named({ of: 'actor', ids: [college, 'gone'] })).toEqual(['College', 'gone']);
    expect(named({ of: 'resource', ids: ['equipment', 'unknown'] })).toEqual(['设备与实验室', 'unknown']);
    expect(named({ of: 'dimension', ids: ['talent'] })).toEqual(['科技创新人才培养']);
    expect(named({ of: 'state', ids: ['s1'], names: [{ en: 'First', zh: '第一' }] })).toEqual(['第一']);
    expect(
      axisEntries({ of: 'actor', ids: [college, 'gone'] }, map, 'en').map(({ look }) => look?.id),
    ).toEqual(['university', undefined]);
  });

  test('lead to their actors, sectors to all of theirs, and what is no actor to none', () => {
    const map = graph();
    const idOf = (wanted: string): string =>
      [...map.actors.values()].find(({ name }) => name === wanted)?.id ?? '';
    const [college, firm] = [idOf('College'), idOf('Firm')];
    const actors: Axis = { of: 'actor', ids: [college, firm] };
    const resources: Axis = { of: 'resource', ids: ['talent'] };
    const sectors: Axis = { of: 'sector', ids: ['enterprise'] };
    expect(actorsOfCell(map, { rows: actors, columns: actors }, 0, 1)).toEqual([college, firm]);
    expect(actorsOfCell(map, { rows: actors, columns: actors }, 1, 1)).toEqual([firm]);
    expect(actorsOfCell(map, { rows: actors, columns: resources }, 1, 0)).toEqual([firm]);
    expect([...actorsOfCell(map, { rows: sectors, columns: resources }, 0, 0)].sort()).toEqual(
      [firm, idOf('Other firm')].sort(),
    );
  });
});

describe('signs', () => {
  test('are written, whatever their size', () => {
    expect([0.2, -3, 0, NaN].map(signText)).toEqual(['+', '−', '0', '—']);
  });

  test('have turned where they were not nothing before', () => {
    expect(hasTurned(1, -1)).toBe(true);
    expect(hasTurned(-1, 0)).toBe(true);
    expect(hasTurned(0, 1)).toBe(false);
    expect(hasTurned(1, 1)).toBe(false);
    expect(hasTurned(NaN, 1)).toBe(false);
  });
});

test('cells go from the ground to one colour or the other; what has no value is not drawn', () => {
  const { ground, low, high } = MATRIX_COLOURS.light;
  const pixels = matrixPixels(Float64Array.of(0, 1, -1, NaN), MATRIX_COLOURS.light, 1);
  const hex = (cell: number): string =>
    `#${[0, 1, 2].map((k) => (pixels[4 * cell + k] ?? 0).toString(16).padStart(2, '0')).join('')}`;
  expect([0, 1, 2].map(hex)).toEqual([ground, high, low]);
  expect([0, 1, 2, 3].map((cell) => pixels[4 * cell + 3])).toEqual([255, 255, 255, 0]);
});

test('a matrix is named where names are legible, and fits its room where it is not', () => {
  const sizes = fc.record({
    room: fc.integer({ min: 240, max: 1100 }),
    rows: fc.integer({ min: 1, max: 500 }),
    columns: fc.integer({ min: 1, max: 500 }),
    longest: fc.integer({ min: 10, max: 400 }),
  });
  fc.assert(
    fc.property(sizes, ({ room, rows, columns, longest }) => {
      const plan = planMatrix(room, { count: rows, longest }, { count: columns, longest }, rows === columns);
      if (plan.named) expect(Math.min(plan.cellWidth, plan.cellHeight)).toBeGreaterThanOrEqual(15);
      else if (plan.cellWidth > 3) expect(plan.side + columns * plan.cellWidth).toBeLessThanOrEqual(room);
      if (rows <= 60 && columns <= 60) expect(plan.named).toBe(true);
      expect(plan.side).toBeLessThan(room);
    }),
  );
});
