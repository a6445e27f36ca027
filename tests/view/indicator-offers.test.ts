import { expect, test } from 'vitest';
import { USUAL_INDICATORS } from '../../src/metrics/synergy/indicator-text.ts';
import type { Setting } from '../../src/metrics/measure.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { joiningIndicator, offeredIndicators } from '../../src/view/measures/indicator-offers.ts';
import { actor } from '../metrics/support.ts';

const graph = {
  actors: new Map(
    [
      actor('E', { sector: 'enterprise', fields: { patents: 30 } }),
      actor('U', { sector: 'university', fields: { patents: 90 } }),
      actor('G', { sector: 'government' }),
    ].map((one) => [one.id, one]),
  ),
  projects: new Map(),
  scheme: {
    ...DEFAULT_SCHEME,
    fields: [
      { id: 'patents', on: 'actor', name: { en: 'Patents', zh: '专利' }, kind: 'number' },
      { id: 'staff', on: 'actor', name: { en: 'Staff', zh: '人员' }, kind: 'number' },
      { id: 'kind', on: 'actor', name: { en: 'Kind', zh: '类别' }, kind: 'category' },
    ],
  },
} as const;

const SETTING: Setting = {
  ...DEFAULT_MEASURE_OPTIONS,
  directed: true,
  directionIgnored: false,
  weighted: true,
  n: 3,
  sectorCount: 3,
};

test('means of a field are offered for all and for the sectors where somebody has a value', () => {
  const offered = ['field:patents', 'field:patents@enterprise', 'field:patents@university'];
  expect(offeredIndicators(graph, USUAL_INDICATORS, 'mean patents')).toEqual(offered);
  expect(offeredIndicators(graph, USUAL_INDICATORS, '专利')).toEqual(offered);
  expect(offeredIndicators(graph, USUAL_INDICATORS, 'staff')).toEqual([]);
});

test('what the list has is not offered again; measures of coupling itself never are', () => {
  const all = offeredIndicators(graph, [], '');
  expect(all.slice(0, 6).sort()).toEqual(USUAL_INDICATORS.map(({ id }) => id).sort());
  expect(offeredIndicators(graph, USUAL_INDICATORS, 'Share of universities')).toEqual([]);
  expect(all).toContain('density');
  expect(all.filter((id) => id.startsWith('coupling') || id.endsWith('-development'))).toEqual([]);
});

test('an indicator joins its sector’s side, between what its measure or its field can be', () => {
  const joined = (id: string, value?: number): unknown =>
    joiningIndicator(graph, USUAL_INDICATORS, id, SETTING, value);
  expect(joined('field:patents@university')).toMatchObject({ side: 'education', low: 0, high: 100 });
  expect(joined('field:patents@enterprise')).toMatchObject({ side: 'industry', low: 0, high: 100 });
  expect(joined('degree-assortativity')).toMatchObject({ low: -1, high: 1 });
  expect(joined('tie-count', 40)).toMatchObject({ low: 0, high: 100 });
  expect(joined('tie-count')).toMatchObject({ low: 0, high: 1 });
});

test('without results yet, an indicator still has goalposts', () => {
  expect(joiningIndicator(graph, [], 'density', undefined, 0.2)).toMatchObject({ low: 0, high: 0.5 });
});
