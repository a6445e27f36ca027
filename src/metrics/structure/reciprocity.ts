import type { Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE, SUMMED_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import { atOnce, type NetworkMeasure } from '../measure.ts';

/** What is returned, over all ordered pairs that are tied. */
interface Returned {
  /** Tied ordered pairs. */
  readonly given: number;
  /** Those of them whose opposite is tied too. */
  readonly returned: number;
  /** Sum of W. */
  readonly weight: number;
  /** Sum of min(W_ij, W_ji). */
  readonly returnedWeight: number;
}

function returned({ n, outgoing, incoming }: Network): Returned {
  let count = 0;
  let weight = 0;
  let returnedWeight = 0;
  for (let actor = 0; actor < n; actor++) {
    let back = incoming.offsets[actor]!;
    const backEnd = incoming.offsets[actor + 1]!;
    for (let e = outgoing.offsets[actor]!; e < outgoing.offsets[actor + 1]!; e++) {
      const partner = outgoing.columns[e]!;
      weight += outgoing.weights[e]!;
      while (back < backEnd && incoming.columns[back]! < partner) back++;
      if (back === backEnd || incoming.columns[back] !== partner) continue;
      count++;
      returnedWeight += Math.min(outgoing.weights[e]!, incoming.weights[back]!);
    }
  }
  return { given: outgoing.columns.length, returned: count, weight, returnedWeight };
}

type Texts = Pick<
  NetworkMeasure,
  'id' | 'name' | 'symbol' | 'formula' | 'where' | 'unit' | 'source' | 'says'
>;

function reciprocityMeasure(
  texts: Texts,
  weights: boolean,
  share: (counts: Returned) => number,
): NetworkMeasure {
  return {
    ...texts,
    level: 'network',
    group: 'ties',
    convention: (setting) => clauses(directionClause(setting), weights ? SUMMED_CLAUSE : PARALLEL_CLAUSE),
    range: () => [0, 1],
    hasNormalisedForm: false,
    status: 'variant',
    caution: {
      en: 'Always 1 where no tie is one-way or direction is ignored.',
      zh: '没有单向关系或忽略方向时恒为 1。',
    },
    complexity: 'O(n + m)',
    style: 'number',
    digits: 3,
    usesPaths: false,
    compute: atOnce((network) => {
      const counts = returned(network);
      return counts.given === 0 ? null : share(counts);
    }),
  };
}

/** Share of tied ordered pairs whose opposite is tied too; null without ties. [0, 1]. Garlaschelli & Loffredo (2004). */
export const reciprocity = reciprocityMeasure(
  {
    id: 'reciprocity',
    name: { en: 'Reciprocity', zh: '互惠性' },
    symbol: 'r',
    formula: {
      text: 'r = Σᵢⱼ AᵢⱼAⱼᵢ/Σᵢⱼ Aᵢⱼ',
      math: math(
        'r',
        '=',
        fraction(
          row(sumOver(row('i', ',', 'j')), sub('A', row('i', 'j')), sub('A', row('j', 'i'))),
          row(sumOver(row('i', ',', 'j')), sub('A', row('i', 'j'))),
        ),
      ),
    },
    where: {
      en: 'A from i to j is 1 where i gives to j, else 0.',
      zh: '主体 i 向 j 提供资源时 A 为 1，否则为 0。',
    },
    unit: { en: 'share of directed ties', zh: '占有向关系的比例' },
    source: 'Garlaschelli & Loffredo (2004), Patterns of link reciprocity in directed networks',
    says: {
      en: 'Which share of what is given meets something given back.',
      zh: '付出的关系中，有多大比例得到了对方的回应。',
    },
  },
  false,
  (counts) => counts.returned / counts.given,
);

/** Mutual pairs over tied pairs; null without ties. [0, 1]. */
export const dyadicReciprocity = reciprocityMeasure(
  {
    id: 'dyadic-reciprocity',
    name: { en: 'Dyadic reciprocity', zh: '成对互惠性' },
    symbol: 'r d',
    formula: {
      text: 'r(d) = M/(M + A)',
      math: math(sub('r', 'd'), '=', fraction('M', row('M', '+', 'A'))),
    },
    where: {
      en: 'M is the number of pairs tied both ways, A of those tied one way only.',
      zh: 'M 为双向都有关系的对数，A 为只有单向关系的对数。',
    },
    unit: { en: 'share of tied pairs', zh: '占有关系对数的比例' },
    source: 'Wasserman & Faust (1994), Social Network Analysis',
    says: {
      en: 'Which share of all pairs that are tied give to each other.',
      zh: '有关系的各对主体中，互相付出的占多大比例。',
    },
  },
  false,
  ({ given, returned: both }) => both / 2 / (given - both / 2),
);

/** Share of the weight that is returned; null without ties. [0, 1]. Squartini et al. (2013). */
export const weightedReciprocity = reciprocityMeasure(
  {
    id: 'weighted-reciprocity',
    name: { en: 'Weighted reciprocity', zh: '加权互惠性' },
    symbol: 'ρ',
    formula: {
      text: 'ρ = Σᵢⱼ min(Wᵢⱼ, Wⱼᵢ)/Σᵢⱼ Wᵢⱼ',
      math: math(
        'ρ',
        '=',
        fraction(
          row(
            sumOver(row('i', ',', 'j')),
            'min',
            '(',
            sub('W', row('i', 'j')),
            ',',
            sub('W', row('j', 'i')),
            ')',
          ),
          row(sumOver(row('i', ',', 'j')), sub('W', row('i', 'j'))),
        ),
      ),
    },
    where: {
      en: 'W from i to j is the sum of the weights of all ties in which i gives to j.',
      zh: 'W 为主体 i 向 j 提供资源的全部关系的权重之和。',
    },
    unit: { en: 'share of weight', zh: '占权重的比例' },
    source: 'Squartini, Picciolo, Ruzzenenti & Garlaschelli (2013), Reciprocity of weighted networks',
    says: {
      en: 'Which share of all that flows is matched by a flow back.',
      zh: '全部流动中，有多大比例得到了对等的回流。',
    },
  },
  true,
  (counts) => counts.returnedWeight / counts.weight,
);
