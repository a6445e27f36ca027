import type {
  CurveDetail,
  Fact,
  MatrixDetail,
  PointsDetail,
  RadarDetail,
  RowsDetail,
} from '../../src/metrics/detail.ts';
import { same } from '../../src/base/localized.ts';

/** Small findings of each kind about the actors a, b, c, d. */

const fact: Fact = {
  id: 'states',
  name: { en: 'Resource states', zh: '资源状态数' },
  value: 3,
  style: 'count',
  digits: 1,
};

export const points: PointsDetail = {
  kind: 'points',
  x: { name: { en: 'role', zh: '势' }, style: 'share', digits: 3, middle: 0.25 },
  y: { name: { en: 'state', zh: '态' }, style: 'share', digits: 3, middle: 0.25 },
  xs: Float64Array.of(0.1, 0.5, 0.4, NaN),
  ys: Float64Array.of(0.2, 0.6, 0.2, NaN),
  fromXs: Float64Array.of(0.4, 0.5, NaN, NaN),
  fromYs: Float64Array.of(0.3, 0.6, NaN, NaN),
  hulls: true,
  quarters: [
    { en: 'leaders', zh: '领先者' },
    { en: 'incumbents', zh: '守成者' },
    { en: 'risers', zh: '上升者' },
    { en: 'marginal', zh: '边缘者' },
  ],
  facts: [fact],
};

const actors = { of: 'actor', ids: ['a', 'b', 'c'] } as const;

export const overlap: MatrixDetail = {
  kind: 'matrix',
  rows: actors,
  columns: actors,
  layers: [
    {
      id: 'overlap',
      name: same('Schoener'),
      values: Float64Array.of(1, 0.25, NaN, 0.25, 1, 0, NaN, 0, 1),
      style: 'number',
      digits: 3,
    },
  ],
  facts: [fact],
};

export const signs: MatrixDetail = {
  kind: 'matrix',
  rows: actors,
  columns: actors,
  beside: true,
  layers: [
    {
      id: 'direct',
      name: { en: 'On paper', zh: '纸面' },
      values: Float64Array.of(0, 1, 0, -1, 0, 1, 0, -1, 0),
      style: 'count',
      digits: 1,
      signs: true,
    },
    {
      id: 'integral',
      name: { en: 'Through the network', zh: '经由网络' },
      values: Float64Array.of(1, -1, 0, -1, 1, 1, 0, -1, 1),
      style: 'count',
      digits: 1,
      signs: true,
    },
  ],
  facts: [],
};

export const resources: MatrixDetail = {
  kind: 'matrix',
  rows: { of: 'sector', ids: ['enterprise', 'university'] },
  columns: { of: 'resource', ids: ['talent', 'equipment'] },
  layers: [
    {
      id: 'ratio',
      name: same('ratio'),
      values: Float64Array.of(0.5, 2, 1, NaN),
      p: Float64Array.of(0.01, 0.5, NaN, NaN),
      middle: 1,
      style: 'number',
      digits: 3,
    },
  ],
  facts: [],
};

export const steps: CurveDetail = {
  kind: 'curve',
  x: { en: 'actors gone', zh: '离开的主体数' },
  y: { en: 'largest piece', zh: '最大连通部分' },
  style: 'share',
  digits: 3,
  series: [
    {
      id: 'attack',
      name: { en: 'most partners first', zh: '伙伴最多者先' },
      values: Float64Array.of(1, 0.5, 0.25, 0),
    },
    { id: 'chance', name: { en: 'by chance', zh: '随机' }, values: Float64Array.of(1, 0.75, 0.5, 0) },
  ],
  facts: [fact],
};

export const smooth: CurveDetail = {
  kind: 'curve',
  at: Float64Array.of(0, 1, 2.5),
  x: { en: 'years', zh: '年' },
  y: { en: 'size', zh: '规模' },
  style: 'number',
  digits: 3,
  series: [
    {
      id: 'enterprise',
      name: same('enterprise'),
      sector: 'enterprise',
      values: Float64Array.of(1, 2, 3),
      low: Float64Array.of(1, 1.5, 2),
      high: Float64Array.of(1, 2.5, 4),
    },
    { id: 'university', name: same('university'), sector: 'university', values: Float64Array.of(1, NaN, -2) },
  ],
  facts: [],
};

export const board: RowsDetail = {
  kind: 'rows',
  columns: [
    { id: 'gap', name: { en: 'Gap', zh: '缺口' }, style: 'number', digits: 3 },
    {
      id: 'coverage',
      name: { en: 'Coverage of what is needed', zh: '需求覆盖率' },
      style: 'share',
      digits: 3,
      bar: true,
    },
  ],
  rows: [
    {
      id: 'talent',
      says: {
        en: [{ of: 'resource', id: 'talent' }, ' is needed by ', { of: 'actor', id: 'a' }],
        zh: [{ of: 'actor', id: 'a' }, '需要', { of: 'resource', id: 'talent' }],
      },
      tag: { name: { en: 'vacant', zh: '空缺' }, tone: 'concern' },
      why: { en: ['Nobody offers it.'], zh: ['无人供给。'] },
      values: [4, 0.4],
    },
    {
      id: 'equipment',
      says: { en: [{ of: 'resource', id: 'gone' }], zh: [{ of: 'resource', id: 'gone' }] },
      tag: { name: { en: 'covered', zh: '已覆盖' }, tone: 'good' },
      values: [null, 1.7],
    },
  ],
  none: { en: 'Nothing is lacking.', zh: '没有缺口。' },
  facts: [fact],
};

export const radar: RadarDetail = {
  kind: 'radar',
  axes: { of: 'dimension', ids: ['economy', 'industry', 'talent'] },
  series: [
    { sector: 'university', values: Float64Array.of(0.2, 0.3, 0.5) },
    { sector: 'enterprise', values: Float64Array.of(0.5, 0.4, 0.1) },
    { sector: 'lost-sector', values: Float64Array.of(NaN, NaN, NaN) },
  ],
  style: 'share',
  digits: 2,
  facts: [fact],
};
