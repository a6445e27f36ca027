import { describe, expect, test } from 'vitest';
import { measureById } from '../../src/metrics/registry.ts';
import { compareStates } from '../../src/metrics/scenarios/compare-states.ts';
import { DEFAULT_DIAGNOSIS } from '../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { isHeadline, stateCells, statesMeasures } from '../../src/state/states-measures.ts';
import { sectorNetwork } from '../metrics/sector-maps.ts';
import { finish } from '../metrics/support.ts';

const SECTORS = { A: 'university', B: 'enterprise', C: 'government' };
const before = sectorNetwork(SECTORS, ['A > B : 2', 'B > C']);
const after = sectorNetwork(SECTORS, ['A > B : 2', 'B > A : 2', 'B > C']);

describe('the measures of several states', () => {
  const rows = statesMeasures(
    finish(
      compareStates(
        [before, after],
        ['modularity', 'density', 'weighted-reciprocity', 'tie-count'],
        DEFAULT_MEASURE_OPTIONS,
        DEFAULT_DIAGNOSIS,
      ),
    ),
  );

  test('stand with the headline first, and only those that were asked for', () => {
    expect(rows.map(({ measure: { id } }) => id)).toEqual([
      'tie-count',
      'density',
      'weighted-reciprocity',
      'modularity',
    ]);
    expect(rows.map(({ measure: { id } }) => isHeadline(id))).toEqual([true, true, true, false]);
  });

  test('have in each state the value that it has alone', () => {
    for (const { measure, values } of rows) {
      const known = measureById(measure.id);
      if (known?.level !== 'network') throw new Error(`${measure.id} is of no network`);
      expect(values).toEqual(
        [before, after].map((network) => finish(known.compute(network, DEFAULT_MEASURE_OPTIONS))),
      );
    }
  });

  test('are judged where a way is better, never in the first state', () => {
    const verdicts = new Map(
      rows.map((row) => [row.measure.id, stateCells(row, 'en').map(({ verdict }) => verdict)]),
    );
    expect(verdicts.get('weighted-reciprocity')).toEqual([0, 1]);
    expect(verdicts.get('density')).toEqual([0, 0]);
  });
});

describe('the text of a change', () => {
  const more = (change: number): -1 | 0 | 1 => (change > 0 ? 1 : -1);
  const cells = (style: 'number' | 'share', ...values: readonly (number | null)[]) =>
    stateCells({ shown: { style, digits: 2 }, values, verdictOn: more }, 'en');
  const changes = (...values: Parameters<typeof cells>): readonly string[] =>
    cells(...values).map(({ change }) => change);

  test('has a sign and the digits of its column, and is in points where values are shares', () => {
    expect(changes('number', 1.5, 3, 1)).toEqual(['', '+1.5', '−0.5']);
    expect(changes('share', 0.5, 0.62, 0.41)).toEqual(['', '+12\u00a0pt', '−9\u00a0pt']);
    expect(cells('share', 0.5, 0.62).map(({ value }) => value)).toEqual(['50%', '62%']);
  });

  test('tells what is equal, what is nearly so and what is undefined from a change, and judges only a change', () => {
    expect(changes('number', 1, 1.01)).toEqual(['', '=']);
    expect(changes('number', 1.04, 1.06)).toEqual(['', '≈']);
    expect(changes('number', 1, null)).toEqual(['', '']);
    expect(changes('number', null, 1)).toEqual(['', '']);
    const judged = cells('number', 1, 1.01, 2, 0, null).map(({ verdict }) => verdict);
    expect(judged).toEqual([0, 0, 1, -1, 0]);
  });
});
