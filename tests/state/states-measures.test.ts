import { describe, expect, test } from 'vitest';
import { measureById } from '../../src/metrics/registry.ts';
import { compareStates } from '../../src/metrics/scenarios/compare-states.ts';
import { DEFAULT_DIAGNOSIS } from '../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { changeText, comparedMeasures, isChange, isHeadline } from '../../src/state/compared-measures.ts';
import { sectorNetwork } from '../metrics/sector-maps.ts';
import { finish } from '../metrics/support.ts';

const SECTORS = { A: 'university', B: 'enterprise', C: 'government' };
const before = sectorNetwork(SECTORS, ['A > B : 2', 'B > C']);
const after = sectorNetwork(SECTORS, ['A > B : 2', 'B > A : 2', 'B > C']);

describe('the measures of several states', () => {
  const rows = comparedMeasures(
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
    const verdicts = new Map(rows.map(({ measure, verdicts: own }) => [measure.id, own]));
    expect(verdicts.get('weighted-reciprocity')).toEqual([0, 1]);
    expect(verdicts.get('density')).toEqual([0, 0]);
  });
});

describe('the text of a change', () => {
  const tenths = (value: number): string => value.toFixed(1);

  test('has a sign and the digits of its column', () => {
    expect(changeText(3, 1.5, tenths)).toBe('+1.5');
    expect(changeText(1, 1.5, tenths)).toBe('−0.5');
  });

  test('tells what is equal, what is nearly so and what is undefined from a change', () => {
    expect(changeText(1.01, 1, tenths)).toBe('=');
    expect(changeText(1.06, 1.04, tenths)).toBe('≈');
    expect(changeText(null, 1, tenths)).toBe('');
    expect(changeText(1, null, tenths)).toBe('');
    expect(['=', '≈', '', '+1.5'].map(isChange)).toEqual([false, false, false, true]);
  });
});
