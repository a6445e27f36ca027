import { expect, test } from 'vitest';
import { detailText } from '../../src/cli/detail-text.ts';
import type { PointsDetail, RadarDetail } from '../../src/metrics/detail.ts';

const axis = (en: string, zh: string): PointsDetail['x'] => ({
  name: { en, zh },
  style: 'number',
  digits: 2,
});
const points: PointsDetail = {
  kind: 'points',
  x: axis('First axis', '第一轴'),
  y: axis('Second axis', '第二轴'),
  xs: Float64Array.of(0.5, NaN, -0.25),
  ys: Float64Array.of(1, NaN, 0),
  facts: [],
};

test('points are printed a line an actor, those without a place left out', () => {
  const lines = detailText(points, 'en', ['a', 'b', 'c']).trimEnd().split('\n');
  expect(lines.map((line) => line.trim().split(/\s{2,}/u))).toEqual([
    ['First axis', 'Second axis'],
    ['a', '0.50', '1'],
    ['c', '-0.25', '0'],
  ]);
});

test('where two states are compared, with where each actor was before', () => {
  const moved: PointsDetail = {
    ...points,
    fromXs: Float64Array.of(0.25, 0, NaN),
    fromYs: Float64Array.of(0.5, 0, NaN),
  };
  const text = detailText(moved, 'zh', ['a', 'b', 'c']);
  expect(text).toContain('此前的第一轴');
  expect(text.split('\n').find((line) => line.startsWith('a'))).toMatch(/0\.25.*0\.50/u);
  expect(text.split('\n').find((line) => line.startsWith('c'))).toMatch(/—.*—/u);
});

test('matrices that are read beside each other are both printed', () => {
  const values = Float64Array.of(1);
  const ids = { of: 'actor', ids: ['a'] } as const;
  const layer = (en: string) =>
    ({ id: en, name: { en, zh: en }, values, style: 'count', digits: 1 }) as const;
  const matrix = {
    kind: 'matrix',
    rows: ids,
    columns: ids,
    layers: [layer('Direct'), layer('All')],
    facts: [],
  } as const;
  expect(detailText(matrix, 'en', ['a'])).not.toContain('All');
  const both = detailText({ ...matrix, beside: true }, 'en', ['a']);
  expect(both).toContain('Direct');
  expect(both).toContain('All');
});

test('a radar is printed a line a sector, with a dash where nothing is known', () => {
  const radar: RadarDetail = {
    kind: 'radar',
    axes: { of: 'dimension', ids: ['economy', 'industry', 'talent'] },
    series: [
      { sector: 'enterprise', values: Float64Array.of(0.5, 0.25, 0.25) },
      { sector: 'other', values: Float64Array.of(NaN, NaN, NaN) },
    ],
    style: 'share',
    digits: 2,
    facts: [],
  };
  const lines = detailText(radar, 'en', []).trimEnd().split('\n');
  expect(lines.map((line) => line.trim().split(/\s{2,}/u))).toEqual([
    ['economy', 'industry', 'talent'],
    ['enterprise', '50%', '25%', '25%'],
    ['other', '—', '—', '—'],
  ]);
});
