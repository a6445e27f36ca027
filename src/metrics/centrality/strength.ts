import { rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause, SUMMED_CLAUSE } from '../conventions.ts';
import { math, row, sub, subsup, sumOver } from '../math.ts';
import { atOnce, type ActorMeasure } from '../measure.ts';

type Texts = Pick<ActorMeasure, 'id' | 'name' | 'symbol' | 'formula' | 'where' | 'says'>;

function strengthMeasure(texts: Texts, total: (network: Network) => Float64Array): ActorMeasure {
  return {
    ...texts,
    level: 'actor',
    group: 'ties',
    convention: (setting) =>
      clauses(directionClause(setting), SUMMED_CLAUSE, {
        en: 'each weight times the factor of its type',
        zh: '权重乘以关系类型的系数',
      }),
    range: () => [0, Infinity],
    hasNormalisedForm: false,
    unit: { en: 'weight', zh: '权重' },
    source:
      'Barrat, Barthélemy, Pastor-Satorras & Vespignani (2004), The architecture of complex weighted networks',
    status: 'established',
    complexity: 'O(n + m)',
    style: 'number',
    digits: 3,
    usesPaths: false,
    compute: atOnce(total),
  };
}

const WHERE = {
  en: 'W from i to j is the sum of the weights of all ties in which i gives to j.',
  zh: 'W 为主体 i 向 j 提供资源的全部关系的权重之和。',
};

/** Sum of the weights of all ties, in and out; an undirected tie counts once. [0, inf). Barrat et al. (2004). */
export const strength = strengthMeasure(
  {
    id: 'strength',
    name: { en: 'Strength', zh: '强度' },
    symbol: 's',
    formula: {
      text: 'sᵢ = Σⱼ (Wᵢⱼ + Wⱼᵢ)',
      math: math(
        sub('s', 'i'),
        '=',
        sumOver('j'),
        '(',
        sub('W', row('i', 'j')),
        '+',
        sub('W', row('j', 'i')),
        ')',
      ),
    },
    where: {
      en: `${WHERE.en} In an undirected network each tie counts once.`,
      zh: `${WHERE.zh}无向网络中每条关系只计一次。`,
    },
    says: {
      en: 'How much flows through all ties of this actor.',
      zh: '该主体的全部关系中流动的资源总量。',
    },
  },
  (network) => rowSums(network.either),
);

/** Sum of the weights received. [0, inf). */
export const inStrength = strengthMeasure(
  {
    id: 'in-strength',
    name: { en: 'In-strength', zh: '入强度' },
    symbol: 's in',
    formula: {
      text: 'sᵢ(in) = Σⱼ Wⱼᵢ',
      math: math(subsup('s', 'i', 'in'), '=', sumOver('j'), sub('W', row('j', 'i'))),
    },
    where: WHERE,
    says: { en: 'How much this actor receives.', zh: '该主体获得多少资源。' },
  },
  (network) => rowSums(network.incoming),
);

/** Sum of the weights given. [0, inf). */
export const outStrength = strengthMeasure(
  {
    id: 'out-strength',
    name: { en: 'Out-strength', zh: '出强度' },
    symbol: 's out',
    formula: {
      text: 'sᵢ(out) = Σⱼ Wᵢⱼ',
      math: math(subsup('s', 'i', 'out'), '=', sumOver('j'), sub('W', row('i', 'j'))),
    },
    where: WHERE,
    says: { en: 'How much this actor gives.', zh: '该主体提供多少资源。' },
  },
  (network) => rowSums(network.outgoing),
);
