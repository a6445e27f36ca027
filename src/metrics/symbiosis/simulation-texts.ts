import type { Localized } from '../../base/localized.ts';
import { clauses, directionClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { Setting } from '../measure.ts';
import { MOST_PARTIES } from './party-model.ts';

/** What everything about the simulated symbiosis of sectors shares. */
export const SCENARIO: Localized = {
  en: 'A scenario, not a prediction: what would follow if sectors acted on each other just as the ties and needs on this map suggest.',
  zh: '情景推演，不是预测：假定各类主体的相互作用恰如本图的关系与需求所示，会出现什么结果。',
};

export function effectsConvention(setting: Setting): Localized {
  return clauses(
    {
      en: `δ from ties and needs: c = ${setting.benefit}, g = ${setting.cost}, q = ${setting.pressure}`,
      zh: `δ 由关系与需求得出：c = ${setting.benefit}，g = ${setting.cost}，q = ${setting.pressure}`,
    },
    setting.symbiosisLevel === 'sectors'
      ? { en: 'between sectors; ties within a sector are left out', zh: '按主体类型计；类型内部的关系不计' }
      : {
          en: `between actors that have partners, at most ${MOST_PARTIES} of them`,
          zh: `按有合作方的主体计，最多 ${MOST_PARTIES} 个`,
        },
    directionClause(setting),
  );
}

export function simulationConvention(setting: Setting): Localized {
  const { en, zh } = effectsConvention(setting);
  const rest = clauses(
    {
      en: `everyone starts at a tenth of what it would reach alone (K) and grows by r = ${setting.growth} a year`,
      zh: `各方从独自发展所能达到规模（K）的十分之一起步，年增长率 r = ${setting.growth}`,
    },
    setting.symbiosisForm === 'linear'
      ? { en: 'benefits are linear', zh: '收益为线性' }
      : { en: 'benefits saturate as δ·u/(1 + u/2)', zh: '收益按 δ·u/(1 + u/2) 饱和' },
  );
  return { en: `${en} ${rest.en}`, zh: `${zh}${rest.zh}` };
}

export const GROWTH_FORMULA = {
  text: 'dxᵢ/dt = rᵢ·xᵢ·(1 − xᵢ/Kᵢ + Σⱼ δᵢⱼ·xⱼ/Kⱼ)',
  math: math(
    fraction(row('d', sub('x', 'i')), row('d', 't')),
    '=',
    sub('r', 'i'),
    sub('x', 'i'),
    '(',
    '1',
    '−',
    fraction(sub('x', 'i'), sub('K', 'i')),
    '+',
    sumOver('j'),
    sub('δ', row('i', 'j')),
    fraction(sub('x', 'j'), sub('K', 'j')),
    ')',
  ),
};

export const GROWTH_WHERE: Localized = {
  en: 'x is the size of a sector (or an actor), K what it would reach alone, r its growth, δ from j to i what j does to i.',
  zh: 'x 为一类主体（或一个主体）的规模，K 为其独自发展所能达到的规模，r 为增长率，δᵢⱼ 为 j 对 i 的作用。',
};

export const GROWTH_SOURCE =
  'Volterra (1926); May (1976), Theoretical Ecology; coefficients from ties are Ecotone’s own';

/** The options that the coefficients depend on. */
export const EFFECT_OPTIONS = ['benefit', 'cost', 'pressure', 'symbiosisLevel'] as const;
