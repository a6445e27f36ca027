import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MatrixDetail, MatrixLayer } from '../../src/metrics/detail.ts';
import { MEASURES } from '../../src/metrics/registry.ts';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import type { Graph } from '../../src/model/graph.ts';
import { chartAxis, isSkewed, nearestPoint, tickFormat } from '../../src/scene/chart-axis.ts';
import { cellShades } from '../../src/scene/cell-shades.ts';
import { tiesOfCell } from '../../src/view/measures/cells.ts';
import { findMeasures, firstOf, groupsOf, TABS } from '../../src/view/measures/find-measures.ts';
import { leader, ranking } from '../../src/view/measures/ranking.ts';
import { editing } from '../model/support.ts';

describe('the list of measures', () => {
  test('holds every measure once, in one tab', () => {
    const listed = TABS.flatMap((tab) => groupsOf(tab).flatMap(({ measures }) => measures));
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed).toHaveLength(MEASURES.length);
  });

  test('shows first, of the actors, five that a workshop asks for', () => {
    expect(firstOf('actors').map(({ id }) => id)).toEqual([
      'degree',
      'strength',
      'betweenness',
      'harmonic',
      'burt-constraint',
    ]);
  });

  test('finds each measure first by its id, its English and its Chinese name', () => {
    for (const measure of MEASURES) {
      expect(findMeasures(measure.id)[0]?.id).toBe(measure.id);
      for (const name of [measure.name.en, measure.name.zh])
        expect(
          findMeasures(name).some((found) => found === measure),
          name,
        ).toBe(true);
    }
  });

  test('finds by the beginning of a word before any other part, whatever the case and width', () => {
    expect(findMeasures('ＢＥＴＷ')[0]?.id).toBe('betweenness');
    expect(findMeasures('中介中')[0]?.id).toBe('betweenness');
    expect(findMeasures('no such thing')).toEqual([]);
    expect(findMeasures('  ')).toEqual([]);
  });
});

describe('who leads', () => {
  test('is the first of the ranking, with how many share the place', () => {
    const values = fc.dictionary(fc.string(), fc.option(fc.integer({ min: 0, max: 3 })));
    fc.assert(
      fc.property(values, (record) => {
        const column = new Map(Object.entries(record));
        const firsts = ranking(column, (id) => id).filter(({ rank }) => rank === 1);
        const found = leader(Float64Array.from(column.values(), (value) => value ?? NaN));
        expect(found?.value).toBe(firsts[0]?.value);
        expect(found?.count ?? 0).toBe(firsts.length);
      }),
    );
  });
});

describe('an axis', () => {
  const linear = { whole: false, logarithmic: false };

  test('keeps every value within its ends, in order, whichever end is first', () => {
    const values = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(values, fc.boolean(), fc.boolean(), (list, logarithmic, upwards) => {
        const column = Float64Array.from(list).sort();
        const [start, end] = upwards ? [200, 10] : [10, 200];
        const { at, ticks } = chartAxis(column, start, end, { whole: false, logarithmic });
        const places = [...column].map((value) => at(value) * (upwards ? -1 : 1));
        for (const place of [...places.map(Math.abs), ...ticks.map((tick) => tick.at)]) {
          expect(place).toBeGreaterThanOrEqual(10 - 1e-6);
          expect(place).toBeLessThanOrEqual(200 + 1e-6);
        }
        places.forEach((place, k) =>
          expect(place).toBeGreaterThanOrEqual((places[k - 1] ?? -Infinity) - 1e-6),
        );
      }),
    );
  });

  test('gives zero a place of its own on a logarithmic scale', () => {
    const { at, ticks } = chartAxis(Float64Array.of(0, 0.01, 1, 100), 0, 300, {
      whole: false,
      logarithmic: true,
    });
    expect(at(0)).toBe(0);
    expect(at(0.01)).toBeGreaterThan(10);
    expect(ticks[0]?.value).toBe(0);
  });

  test('has no logarithm to offer for even values or negative ones', () => {
    expect(isSkewed(Float64Array.of(1, 2, 3, 4))).toBe(false);
    expect(isSkewed(Float64Array.of(-1, 1, 1000))).toBe(false);
    expect(isSkewed(Float64Array.of(0, 1, 2, 1000, NaN))).toBe(true);
  });

  test('writes its numbers with the decimals that tell them apart', () => {
    const { ticks } = chartAxis(Float64Array.of(0, 0.08), 0, 100, linear);
    const texts = ticks.map(({ value }) => tickFormat(ticks, 'number', 'en')(value));
    expect(texts[0]).toBe('0');
    expect(new Set(texts).size).toBe(texts.length);
    expect(tickFormat(chartAxis(Float64Array.of(0, 1), 0, 100, linear).ticks, 'share', 'en')(0.2)).toBe(
      '20%',
    );
  });

  test('finds the point that is meant, and none where all are far', () => {
    const [xs, ys] = [Float64Array.of(0, 10, NaN), Float64Array.of(0, 10, 5)];
    expect(nearestPoint(xs, ys, 8, 8)).toBe(1);
    expect(nearestPoint(xs, ys, 50, 50, 20)).toBe(-1);
  });
});

describe('a cell of a matrix', () => {
  const layer = (values: number[], middle?: number): MatrixLayer => ({
    id: 'x',
    name: { en: 'x', zh: 'x' },
    values: Float64Array.from(values),
    style: 'number',
    digits: 2,
    ...(middle === undefined ? {} : { middle }),
  });

  test('of a ratio is as strong for twice as for half', () => {
    const ratio = layer([2, 0.5, 1, 0, NaN], 1);
    expect([...cellShades(ratio)]).toEqual([0.5, -0.5, 0, -1, NaN]);
    expect([...cellShades(layer([5, 10]))]).toEqual([0.5, 1]);
    expect([...cellShades(layer([0, 0]))]).toEqual([0, 0]);
  });

  function graph(): Graph {
    const { editor, document } = editing(1);
    const added = (name: string, sector: string): string => {
      const done = editor.run(addActor, { name, sector });
      if (!done.ok) throw new Error(name);
      return [...document.graph.actors.values()].find((actor) => actor.name === name)?.id ?? '';
    };
    const [firm, college, other] = [
      added('F', 'enterprise'),
      added('C', 'university'),
      added('D', 'university'),
    ];
    const tie = (source: string, target: string, type: string): void => {
      if (!editor.run(addTie, { source, target, type, weight: 1 }).ok) throw new Error(type);
    };
    tie(firm, college, 'talent');
    tie(firm, college, 'capital');
    tie(college, firm, 'policy');
    tie(college, other, 'alliance');
    return document.graph;
  }

  test('stands for the ties from the row’s sector to the column’s, both ways where direction is ignored', () => {
    const now = graph();
    const types = (ids: readonly string[]): string[] => ids.map((id) => now.ties.get(id)?.type ?? '').sort();
    const visible = new Set(now.ties.keys());
    const axis = { of: 'sector', ids: ['enterprise', 'university'] } as const;
    const detail: Pick<MatrixDetail, 'rows' | 'columns'> = { rows: axis, columns: axis };
    const cell = (row: number, column: number, directed: boolean): string[] =>
      types(tiesOfCell(now, visible, detail, row, column, directed));
    expect(cell(0, 1, true)).toEqual(['capital', 'talent']);
    expect(cell(1, 0, true)).toEqual(['policy']);
    expect(cell(0, 1, false)).toEqual(['capital', 'policy', 'talent']);
    expect(cell(1, 1, true)).toEqual(['alliance']);
    expect(tiesOfCell(now, new Set(), detail, 0, 1, true)).toEqual([]);
  });

  test('stands for the ties of pairs that have both types', () => {
    const now = graph();
    const axis = { of: 'tie-type', ids: ['talent', 'capital', 'alliance'] } as const;
    const cell = (row: number, column: number): number =>
      tiesOfCell(now, new Set(now.ties.keys()), { rows: axis, columns: axis }, row, column, true).length;
    expect(cell(0, 1)).toBe(2);
    expect(cell(0, 2)).toBe(0);
    expect(cell(2, 2)).toBe(1);
  });
});
