import type { Localized } from '../../base/localized.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { NetworkMeasure } from '../measure.ts';
import { once } from '../once.ts';
import { closureKey, closureOf } from '../flow/closure.ts';
import { indicesOf } from './relations.ts';
import { OF_SYMBIOSIS, symbiosisOf } from './symbiosis.ts';
import { utilityRadius } from './utility.ts';

const NONE: Localized = {
  en: 'None where nobody loses anything from anyone.',
  zh: '没有负效用时无值。',
};

const CAUTION: Localized = {
  en: `${NONE.en} ${OF_SYMBIOSIS.caution.en}`,
  zh: `${NONE.zh}${OF_SYMBIOSIS.caution.zh}`,
};

const Y = sub('Y', row('i', 'j'));

/** J, the number of positive over that of negative entries of Y; null without negative ones. Fath (2007). */
export const mutualism: NetworkMeasure = {
  ...OF_SYMBIOSIS,
  id: 'mutualism',
  level: 'network',
  name: { en: 'Mutualism index', zh: '互利共生指数' },
  symbol: 'J',
  formula: {
    text: 'J = n(Yᵢⱼ > 0)/n(Yᵢⱼ < 0)',
    math: math('J', '=', fraction(row('n', '(', Y, '>', '0', ')'), row('n', '(', Y, '<', '0', ')'))),
  },
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'gains per loss', zh: '每一受损关系对应的获益关系数' },
  source: `${OF_SYMBIOSIS.source}; Fath (2007), Network mutualism: positive community-level relations in ecosystems`,
  status: 'established',
  says: {
    en: 'Whether, through the whole network, more relations bring a gain than a loss (above 1).',
    zh: '从整个网络看，获益的关系是否多于受损的关系（大于 1）。',
  },
  caution: CAUTION,
  style: 'number',
  *compute(network, options) {
    const found = yield* symbiosisOf(network, options);
    return found && indicesOf(found).mutualism;
  },
};

/** Sum of the positive entries of Y over that of the negative ones; null without negative ones. Fath & Patten (1998). */
export const synergism: NetworkMeasure = {
  ...OF_SYMBIOSIS,
  id: 'synergism',
  level: 'network',
  name: { en: 'Synergism index', zh: '协同增效指数' },
  symbol: 'b/c',
  formula: {
    text: 'b/c = Σ Yᵢⱼ⁺/|Σ Yᵢⱼ⁻|',
    math: math(
      row('b', '/', 'c'),
      '=',
      fraction(row(sumOver(row(Y, '>', '0')), Y), row('|', sumOver(row(Y, '<', '0')), Y, '|')),
    ),
  },
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'gain per loss', zh: '收益与损失之比' },
  status: 'established',
  says: {
    en: 'How much is gained in all for each unit that is lost (above 1: working together pays).',
    zh: '每损失一份，总共获益多少（大于 1 表示合作总体有利）。',
  },
  caution: CAUTION,
  style: 'number',
  *compute(network, options) {
    const found = yield* symbiosisOf(network, options);
    return found && indicesOf(found).synergism;
  },
};

/** rho(D) >= 0; null without flows. At 1 or more the series of indirect utilities does not converge. */
export const convergence: NetworkMeasure = {
  ...OF_SYMBIOSIS,
  id: 'utility-radius',
  level: 'network',
  name: { en: 'Convergence of utilities', zh: '效用级数的收敛性' },
  symbol: 'ρ D',
  formula: {
    text: 'ρ(D) = max |λᵢ|, Dᵢⱼ = (Fⱼᵢ − Fᵢⱼ)/Tᵢ',
    math: math(
      'ρ',
      '(',
      'D',
      ')',
      '=',
      'max',
      row('|', sub('λ', 'i'), '|'),
      ',',
      sub('D', row('i', 'j')),
      '=',
      fraction(row(sub('F', row('j', 'i')), '−', sub('F', row('i', 'j'))), sub('T', 'i')),
    ),
  },
  where: {
    en: 'λ are the eigenvalues of D, all imaginary; F are the flows, T is throughflow.',
    zh: 'λ 为 D 的特征值，均为纯虚数；F 为流量，T 为通流量。',
  },
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'converges below 1', zh: '小于 1 时收敛' },
  status: 'established',
  says: {
    en: 'Whether benefits fade on their way through the network (below 1), so that direct and indirect ones can be added up.',
    zh: '效用在网络中传递时是否逐级衰减（小于 1），从而可以把直接与间接效用相加。',
  },
  complexity: 'O(m·steps)',
  style: 'number',
  *compute(network, options) {
    return yield* once(network, `symbiosis radius ${closureKey(options)}`, function* () {
      const closure = yield* closureOf(network, options);
      return closure && (yield* utilityRadius(closure.model));
    });
  },
};
