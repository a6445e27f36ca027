import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import type { ActorMeasure, Computation, SectorMeasure, Setting } from '../measure.ts';
import { balanceOf } from '../resources/balance.ts';
import { PROFILE_CLAUSE, REACH_CLAUSE } from '../resources/texts.ts';
import { FACTORS, situationOf } from './situation.ts';
import { suitability, type Suitability } from './suitability.ts';

const SOURCE =
  'Niche-fitness model of Li, as used by Sun & Li (2017); factors and goalposts are Ecotone’s own';

const FACTOR_LIST: Localized = {
  en: `factors, weighted alike: ${FACTORS.map(({ name }) => name.en).join(', ')}`,
  zh: `因子（等权）：${FACTORS.map(({ name }) => name.zh).join('、')}`,
};

function goalpostClause({ suitability: by }: Setting): Localized {
  return by === 'fixed'
    ? {
        en: 'fixed goalposts with ε = 1/2, so that no actor’s value depends on the others’',
        zh: '固定标尺，ε = 1/2，各主体的数值互不影响',
      }
    : {
        en: 'goalposts are the least and the most of the sample, ε from its mean distance (1/2 where that has no solution): every value moves with the sample',
        zh: '以样本的最小值与最大值为标尺，ε 由平均距离求得（无解时取 1/2）：样本变动会改变所有数值',
      };
}

const SHARED = {
  level: 'actor',
  group: 'niche',
  convention: (setting: Setting): Localized =>
    clauses(
      goalpostClause(setting),
      FACTOR_LIST,
      REACH_CLAUSE,
      { en: 'none for actors that state no needs', zh: '未填写需求的主体无值' },
      directionClause(setting),
    ),
  range: (): readonly [number, number] => [0, 1],
  hasNormalisedForm: false,
  source: SOURCE,
  status: 'ours',
  caution: {
    en: 'The choice of factors is ours, and contested as a measurement. Against the sample, one strong actor more lowers all others.',
    zh: '因子由本软件选定，作为测量尚有争议。以样本为标尺时，增加一个强主体会使其他主体的数值都下降。',
  },
  complexity: 'O(Σ k²·R)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['suitability'],
} as const;

const DISTANCE: Localized = {
  en: 'd is how far factor j of actor i is from the best attainable, between 0 and 1.',
  zh: 'd 为主体 i 的因子 j 与可达最优值的距离，介于 0 与 1 之间。',
};

function* found(network: Network, options: MeasureOptions): Computation<Suitability> {
  const factors = yield* situationOf(network);
  return suitability(
    factors,
    FACTORS.length,
    options.suitability === 'fixed' ? { goalposts: FACTORS.map(({ goalposts }) => goalposts) } : {},
  );
}

const FIT_FORMULA: ActorMeasure['formula'] = {
  text: 'Fᵢ = Σⱼ wⱼ·(d₀ + ε·d₁)/(dᵢⱼ + ε·d₁)',
  math: math(
    sub('F', 'i'),
    '=',
    sumOver('j'),
    sub('w', 'j'),
    fraction(
      row(sub('d', 'min'), '+', 'ε', sub('d', 'max')),
      row(sub('d', row('i', 'j')), '+', 'ε', sub('d', 'max')),
    ),
  ),
};

/** F_i; NaN for actors that state no needs. [1/3, 1] with fixed goalposts, (0, 1] else. */
export const nicheSuitability: ActorMeasure = {
  ...SHARED,
  id: 'niche-suitability',
  name: { en: 'Niche suitability', zh: '生态位适宜度' },
  symbol: 'F i',
  formula: FIT_FORMULA,
  where: {
    en: `${DISTANCE.en} d₀ and d₁ are the least and the most of all such distances, w the weights.`,
    zh: `${DISTANCE.zh}d₀ 与 d₁ 为这些距离的最小值与最大值，w 为权重。`,
  },
  unit: { en: 'suitability', zh: '适宜度' },
  says: {
    en: 'How well this actor’s present situation matches the best attainable one.',
    zh: '该主体的现状与可达到的最优状态的契合程度。',
  },
  *compute(network, options) {
    return (yield* found(network, options)).fit;
  },
};

/** EM_i = sqrt(mean d^2); NaN for actors that state no needs. [0, 1]. */
export const evolutionMomentum: ActorMeasure = {
  ...SHARED,
  id: 'evolution-momentum',
  name: { en: 'Evolution momentum', zh: '进化动量' },
  symbol: 'EM i',
  formula: {
    text: 'EMᵢ = √(Σⱼ dᵢⱼ²/J)',
    math: math(
      row('E', 'M'),
      '=',
      sup(
        row('(', fraction(row(sumOver('j'), sup(sub('d', row('i', 'j')), '2')), 'J'), ')'),
        fraction('1', '2'),
      ),
    ),
  },
  where: { en: `${DISTANCE.en} J is the number of factors.`, zh: `${DISTANCE.zh}J 为因子数量。` },
  unit: { en: 'distance from the optimum', zh: '与最优值的距离' },
  says: {
    en: 'How much room this actor has to improve its situation.',
    zh: '该主体的处境还有多大改善空间。',
  },
  *compute(network, options) {
    return (yield* found(network, options)).momentum;
  },
};

/** F of the region for each sector: its demanded resources are the factors, coverage their values; NaN without needs. */
export const sectorSuitability: SectorMeasure = {
  ...SHARED,
  id: 'sector-suitability',
  level: 'sector',
  name: { en: 'Suitability of the region', zh: '区域适宜度' },
  symbol: 'F s',
  formula: {
    text: 'Fₛ = Σᵣ pₛᵣ·½/(1 − cᵣ + ½)',
    math: math(
      sub('F', 's'),
      '=',
      sumOver('r'),
      sub('p', row('s', 'r')),
      fraction(fraction('1', '2'), row('1', '−', sub('c', 'r'), '+', fraction('1', '2'))),
    ),
  },
  where: {
    en: 'p is the share of resource r in what sector s needs, c the share of all needs of r that somebody offers.',
    zh: 'p 为资源 r 在类型 s 需求中的份额，c 为 r 的全部需求中有供给的比例。',
  },
  convention: () =>
    clauses(PROFILE_CLAUSE, {
      en: 'goalposts are no coverage and full coverage, ε = 1/2',
      zh: '以零覆盖与完全覆盖为标尺，ε = 1/2',
    }),
  unit: { en: 'suitability', zh: '适宜度' },
  says: {
    en: 'How well the region provides what the actors of this sector need.',
    zh: '区域在多大程度上提供了该类主体所需的资源。',
  },
  complexity: 'O(n·R)',
  options: [],
  *compute(network) {
    const { coverage } = yield* balanceOf(network);
    const { demand } = network.profiles;
    const width = coverage.length;
    const needs = network.sectorIds.map(() => new Float64Array(width));
    for (let cell = 0; cell < demand.length; cell++)
      needs[network.sectors[Math.floor(cell / width)]!]![cell % width]! += demand[cell]!;
    return Float64Array.from(needs, (own) => {
      const needed = own.map((amount, r) => (amount > 0 ? coverage[r]! : NaN));
      const goalposts = Array.from(own, () => ({ low: 0, high: 1 }));
      return suitability(needed, width, { goalposts, weights: [...own] }).fit[0] ?? NaN;
    });
  },
};
