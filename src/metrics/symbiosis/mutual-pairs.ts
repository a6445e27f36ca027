import { fraction, math, row, sub } from '../math.ts';
import type { ActorMeasure, NetworkMeasure } from '../measure.ts';
import { OF_SYMBIOSIS, symbiosisOf, type Symbiosis } from './symbiosis.ts';

/** Of each actor of the model: with how many others anything flows, and with how many of these both gain. */
function countPartners({ size, integral, tied }: Symbiosis): {
  partners: Float64Array;
  mutual: Float64Array;
} {
  const partners = new Float64Array(size);
  const mutual = new Float64Array(size);
  for (let one = 0; one < size; one++)
    for (let e = tied.offsets[one]!; e < tied.offsets[one + 1]!; e++) {
      const other = tied.columns[e]!;
      partners[one]!++;
      if (integral[one * size + other]! > 0 && integral[other * size + one]! > 0) mutual[one]!++;
    }
  return { partners, mutual };
}

const BOTH_GAIN = row(sub('Y', row('i', 'j')), '>', '0', ',', sub('Y', row('j', 'i')), '>', '0');

/** Share of the tied pairs that are (+, +) in Y; null where nothing flows between any two. [0, 1]. */
export const mutualPairs: NetworkMeasure = {
  ...OF_SYMBIOSIS,
  id: 'mutual-pairs',
  level: 'network',
  name: { en: 'Tied pairs that both gain', zh: '互利共生的关系对占比' },
  symbol: 'm',
  formula: {
    text: 'm = n(Yᵢⱼ > 0, Yⱼᵢ > 0)/n(Fᵢⱼ + Fⱼᵢ > 0)',
    math: math(
      'm',
      '=',
      fraction(
        row('n', '(', BOTH_GAIN, ')'),
        row('n', '(', sub('F', row('i', 'j')), '+', sub('F', row('j', 'i')), '>', '0', ')'),
      ),
    ),
  },
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of tied pairs', zh: '占有关系的对的比例' },
  source: `Our own share, after ${OF_SYMBIOSIS.source}`,
  status: 'ours',
  says: {
    en: 'Of all pairs that work together, the share in which both gain once the whole network is taken into account.',
    zh: '在有合作的各对主体中，考虑整个网络后双方都获益的所占的比例。',
  },
  style: 'share',
  *compute(network, options) {
    const found = yield* symbiosisOf(network, options);
    if (!found) return null;
    const { partners, mutual } = countPartners(found);
    const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
    const pairs = sum(partners);
    return pairs > 0 ? sum(mutual) / pairs : null;
  },
};

/** Share of an actor's partners with which it is (+, +) in Y; NaN for those without. [0, 1]. */
export const mutualPartners: ActorMeasure = {
  ...OF_SYMBIOSIS,
  id: 'mutual-partners',
  level: 'actor',
  name: { en: 'Partners with mutual gain', zh: '互利合作方占比' },
  symbol: 'm i',
  formula: {
    text: 'mᵢ = n(Yᵢⱼ > 0, Yⱼᵢ > 0)/kᵢ',
    math: math(sub('m', 'i'), '=', fraction(row('n', '(', BOTH_GAIN, ')'), sub('k', 'i'))),
  },
  where: {
    en: `${OF_SYMBIOSIS.where.en} k is the number of partners with whom anything flows.`,
    zh: `${OF_SYMBIOSIS.where.zh}k 为有流量往来的合作方数量。`,
  },
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of partners', zh: '占合作方的比例' },
  source: `Our own share, after ${OF_SYMBIOSIS.source}`,
  status: 'ours',
  says: {
    en: 'With which share of its partners both sides gain, the whole network taken into account.',
    zh: '考虑整个网络后，该主体与多大比例的合作方互利。',
  },
  style: 'share',
  *compute(network, options) {
    const values = new Float64Array(network.n).fill(NaN);
    const found = yield* symbiosisOf(network, options);
    if (!found) return values;
    const { partners, mutual } = countPartners(found);
    for (let k = 0; k < found.size; k++)
      if (partners[k]! > 0) values[found.closure.actors[k]!] = mutual[k]! / partners[k]!;
    return values;
  },
};
