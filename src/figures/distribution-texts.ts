import type { Localized } from '../base/localized.ts';

const counting = (en: string, zh: string): Localized<(count: number) => string> => ({
  en: (count) => en.replace('#', String(count)),
  zh: (count) => zh.replace('#', String(count)),
});

/** Words of figures that show how values are spread. */
export const DISTRIBUTION_TEXTS = {
  median: { en: 'median', zh: '中位数' },
  count: {
    actor: { en: 'actors', zh: '主体数' },
    tie: { en: 'ties', zh: '关系数' },
    sector: { en: 'sectors', zh: '主体类型数' },
  },
  orMore: {
    actor: { en: 'share of actors with so much or more', zh: '不低于该值的主体占比' },
    tie: { en: 'share of ties with so much or more', zh: '不低于该值的关系占比' },
    sector: { en: 'share of sectors with so much or more', zh: '不低于该值的主体类型占比' },
  },
  noLaw: {
    en: 'Both axes are logarithmic. A straight line on them is no proof of a power law (Clauset, Shalizi & Newman, 2009).',
    zh: '两轴均为对数刻度。呈直线并不足以证明幂律分布（Clauset、Shalizi 与 Newman，2009）。',
  },
  zeros: counting(
    'Values of zero have no place on a logarithmic axis: #.',
    '数值为零者无法置于对数轴上：# 个。',
  ),
  undefined: counting('Without a value, and not counted: #.', '无数值而未计入：# 个。'),
  facts: {
    n: { en: 'Values', zh: '数值个数' },
    mean: { en: 'mean', zh: '均值' },
    lower: { en: 'lower quartile', zh: '下四分位数' },
    upper: { en: 'upper quartile', zh: '上四分位数' },
    least: { en: 'least', zh: '最小' },
    greatest: { en: 'greatest', zh: '最大' },
  },
} as const;
