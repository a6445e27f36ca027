import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { clauses, PARALLEL_CLAUSE, SUMMED_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, NetworkMeasure, Setting } from '../measure.ts';
import { localClustering, pairsOfPartners, trianglesOf, variantInForce } from './local-clustering.ts';

const IGNORES_DIRECTION: Localized = { en: 'direction is ignored', zh: '不计方向' };

const VARIANTS: Readonly<Record<MeasureOptions['clustering'], readonly Localized[]>> = {
  unweighted: [
    { en: 'unweighted: every pair of partners counts alike', zh: '不加权：每对合作方同等计数' },
    IGNORES_DIRECTION,
    PARALLEL_CLAUSE,
  ],
  barrat: [
    {
      en: 'weighted after Barrat: each tied pair of partners by the mean weight of the actor’s own ties to the two',
      zh: 'Barrat 加权：每对有关系的合作方按该主体与二者关系权重的均值计',
    },
    { en: 'direction is ignored, both weights are added', zh: '不计方向，两个方向的权重相加' },
    SUMMED_CLAUSE,
  ],
  onnela: [
    {
      en: 'weighted after Onnela: each triangle by the geometric mean of its three weights, relative to the largest weight of the map',
      zh: 'Onnela 加权：每个三角形按其三个权重的几何平均（相对于全网最大权重）计',
    },
    { en: 'direction is ignored, both weights are added', zh: '不计方向，两个方向的权重相加' },
    SUMMED_CLAUSE,
  ],
  fagiolo: [
    {
      en: 'directed after Fagiolo: directed triangles of any pattern over all that its ties could form, weights ignored',
      zh: 'Fagiolo 有向：各种方向的三角形数占其关系可能构成的全部三角形的比例，不计权重',
    },
    PARALLEL_CLAUSE,
  ],
};

function variantClauses(setting: Setting): readonly Localized[] {
  return VARIANTS[variantInForce(setting, setting.clustering)];
}

const SHARED = {
  group: 'cohesion',
  range: (): readonly [number, number] => [0, 1],
  hasNormalisedForm: false,
  style: 'number',
  digits: 3,
  usesPaths: false,
} as const;

/**
 * Share of an actor's pairs of partners that are tied; null with fewer than two partners. [0, 1]. Watts & Strogatz
 * (1998); weighted after Barrat et al. (2004) or Onnela et al. (2005), directed after Fagiolo (2007).
 */
export const clustering: ActorMeasure = {
  ...SHARED,
  id: 'clustering',
  level: 'actor',
  name: { en: 'Clustering', zh: '聚类系数' },
  symbol: 'c',
  formula: {
    text: 'cᵢ = 2eᵢ/(kᵢ(kᵢ − 1))',
    math: math(
      sub('c', 'i'),
      '=',
      fraction(row('2', sub('e', 'i')), row(sub('k', 'i'), '(', sub('k', 'i'), '−', '1', ')')),
    ),
  },
  where: {
    en: 'k is the number of partners of i, e the number of pairs of them that are tied; weighted and directed variants weigh each such pair.',
    zh: 'k 为 i 的合作方数，e 为其中彼此有关系的对数；加权和有向变体对每一对加以权重。',
  },
  convention: (setting) =>
    clauses(...variantClauses(setting), {
      en: 'none with fewer than two partners',
      zh: '合作方少于两个时无定义',
    }),
  unit: { en: 'share of pairs of partners', zh: '占合作方对数的比例' },
  source: 'Watts & Strogatz (1998), Collective dynamics of ‘small-world’ networks',
  status: 'established',
  says: { en: 'Whether my partners also work with each other.', zh: '我的合作方之间是否也相互合作。' },
  caution: {
    en: 'Says little with two or three partners. Weighted and directed variants are several: compare like with like.',
    zh: '只有两三个合作方时说明不了什么。加权与有向的变体不止一种，比较时须用同一种。',
  },
  complexity: 'O(m·√m) at worst',
  options: ['clustering'],
  compute: (network, options) => localClustering(network, options.clustering),
};

/** Mean of the actors' clustering, those with fewer than two partners counted as 0; null without actors. [0, 1]. */
export const averageClustering: NetworkMeasure = {
  ...SHARED,
  id: 'average-clustering',
  level: 'network',
  name: { en: 'Average clustering', zh: '平均聚类系数' },
  symbol: 'C avg',
  formula: {
    text: 'C = (1/n) Σᵢ cᵢ',
    math: math('C', '=', fraction('1', 'n'), sumOver('i'), sub('c', 'i')),
  },
  where: {
    en: 'c is the clustering of an actor, 0 with fewer than two partners.',
    zh: 'c 为主体的聚类系数，合作方少于两个时取 0。',
  },
  convention: (setting) =>
    clauses(...variantClauses(setting), {
      en: 'actors with fewer than two partners count as 0',
      zh: '合作方少于两个的主体按 0 计',
    }),
  unit: { en: 'mean share', zh: '平均比例' },
  source: 'Watts & Strogatz (1998), Collective dynamics of ‘small-world’ networks',
  status: 'established',
  says: {
    en: 'How much, on average, an actor’s partners also work with each other.',
    zh: '平均而言，各主体的合作方之间在多大程度上也相互合作。',
  },
  caution: {
    en: 'Another number than transitivity: here every actor counts alike, there every pair of partners.',
    zh: '与传递性不是同一个数：这里每个主体同等计数，传递性则是每对合作方同等计数。',
  },
  complexity: 'O(m·√m) at worst',
  options: ['clustering'],
  *compute(network, options) {
    const values = yield* localClustering(network, options.clustering);
    const total = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
    return network.n === 0 ? null : total / network.n;
  },
};

/** Three times the triangles over the connected triples; null where there is no triple. [0, 1]. */
export const transitivity: NetworkMeasure = {
  ...SHARED,
  id: 'transitivity',
  level: 'network',
  name: { en: 'Transitivity', zh: '传递性' },
  symbol: 'T',
  formula: {
    text: 'T = 3t/p',
    math: math('T', '=', fraction(row('3', 't'), 'p')),
  },
  where: {
    en: 't is the number of triangles, p that of pairs of partners, counted at each actor.',
    zh: 't 为三角形数，p 为在各主体处计数的合作方对数。',
  },
  convention: () => clauses(IGNORES_DIRECTION, PARALLEL_CLAUSE),
  unit: { en: 'share of pairs of partners', zh: '占合作方对数的比例' },
  source:
    'Newman, Strogatz & Watts (2001), Random graphs with arbitrary degree distributions and their applications',
  status: 'established',
  says: {
    en: 'Of all pairs of actors with a partner in common, which share is tied.',
    zh: '在有共同合作方的各对主体中，彼此也有关系的占多大比例。',
  },
  caution: {
    en: 'Another number than average clustering: actors with many partners weigh more here.',
    zh: '与平均聚类系数不是同一个数：这里合作方多的主体影响更大。',
  },
  complexity: 'O(m·√m) at worst',
  *compute(network) {
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const pairs = sum(pairsOfPartners(network));
    return pairs === 0 ? null : sum(yield* trianglesOf(network)) / pairs;
  },
};
