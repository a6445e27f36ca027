import {
  clauses,
  directionClause,
  lengthClause,
  lowerBoundClause,
  nearnessClause,
  sampleClause,
} from '../conventions.ts';
import { fraction, math, row, sumOver } from '../math.ts';
import type { NetworkMeasure } from '../measure.ts';
import { largestNearness, sweepFor } from '../paths/path-options.ts';

const COMPLEXITY = 'O(n·m), weighted O(n·m + n² log n)';

/** What all four share. */
const OF_PATHS = {
  level: 'network',
  group: 'cohesion',
  status: 'variant',
  complexity: COMPLEXITY,
  digits: 3,
  usesPaths: true,
  options: ['sources', 'seed'],
} as const;

const DISTANCE = {
  en: 'd is the length of the shortest path from i to j.',
  zh: 'd 为 i 到 j 的最短路径长度。',
};

const PATH_CLAUSE = { en: 'over pairs with a path', zh: '只计有路径相通的对' };

/** Mean distance over the ordered pairs that have a path; null where none has. */
export const averagePathLength: NetworkMeasure = {
  ...OF_PATHS,
  id: 'average-path-length',
  name: { en: 'Average path length', zh: '平均路径长度' },
  symbol: 'L',
  formula: {
    text: 'L = 1/P · Σ d(i, j), d(i, j) < ∞',
    math: math(
      'L',
      '=',
      fraction('1', 'P'),
      sumOver(row('d', '(', 'i', ',', 'j', ')', '<', '∞')),
      'd',
      '(',
      'i',
      ',',
      'j',
      ')',
    ),
  },
  where: {
    en: `${DISTANCE.en} P is the number of pairs with a path.`,
    zh: `${DISTANCE.zh}P 为有路径相通的对数。`,
  },
  convention: (setting) =>
    clauses(directionClause(setting), lengthClause(setting), PATH_CLAUSE, sampleClause(setting)),
  range: ({ weighted, n }) => (weighted ? [0, Infinity] : [1, Math.max(1, n - 1)]),
  hasNormalisedForm: false,
  unit: { en: 'length', zh: '长度' },
  source: 'Watts & Strogatz (1998), Collective dynamics of small-world networks',
  says: {
    en: 'How far apart two actors are on average, where there is a way from one to the other.',
    zh: '有路可通的两个主体之间，平均相隔多远。',
  },
  caution: {
    en: 'Gets shorter when a network breaks: read it with the share of unreachable pairs.',
    zh: '网络断裂时它反而变短：须与不可达对的占比一起看。',
  },
  style: 'number',
  *compute(network, options) {
    const { farness, reach } = yield* sweepFor(network, options);
    const pairs = total(reach) - network.n;
    return pairs === 0 ? null : total(farness) / pairs;
  },
};

/** Share of ordered pairs without a path; null where n < 2. [0, 1]. */
export const unreachablePairs: NetworkMeasure = {
  ...OF_PATHS,
  id: 'unreachable-pairs',
  name: { en: 'Unreachable pairs', zh: '不可达对占比' },
  symbol: 'u',
  formula: {
    text: 'u = 1 − P/(n(n − 1))',
    math: math('u', '=', '1', '−', fraction('P', row('n', '(', 'n', '−', '1', ')'))),
  },
  where: { en: 'P is the number of ordered pairs with a path.', zh: 'P 为有路径相通的有序对数。' },
  convention: (setting) => clauses(directionClause(setting), sampleClause(setting)),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of pairs', zh: '占对数的比例' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: {
    en: 'For which share of all pairs there is no way from one to the other.',
    zh: '有多大比例的主体对，从一方无路到达另一方。',
  },
  style: 'share',
  *compute(network, options) {
    const { reach } = yield* sweepFor(network, options);
    const { n } = network;
    const possible = n * (n - 1);
    return n < 2 ? null : (possible - (total(reach) - n)) / possible;
  },
};

/** The largest distance between two actors with a path; null where none has. From a sample of sources a lower bound. */
export const diameter: NetworkMeasure = {
  ...OF_PATHS,
  id: 'diameter',
  name: { en: 'Diameter', zh: '直径' },
  symbol: 'd max',
  formula: {
    text: 'max d(i, j), d(i, j) < ∞',
    math: math('max', 'd', '(', 'i', ',', 'j', ')'),
  },
  where: DISTANCE,
  convention: (setting) =>
    clauses(directionClause(setting), lengthClause(setting), PATH_CLAUSE, lowerBoundClause(setting)),
  range: ({ weighted, n }) => (weighted ? [0, Infinity] : [1, Math.max(1, n - 1)]),
  hasNormalisedForm: false,
  unit: { en: 'length', zh: '长度' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  says: {
    en: 'How far apart the two most distant actors are, where there is a way from one to the other.',
    zh: '有路可通的两个主体之间，最远相隔多远。',
  },
  caution: {
    en: 'Gets shorter when a network breaks: read it with the share of unreachable pairs.',
    zh: '网络断裂时它反而变短：须与不可达对的占比一起看。',
  },
  style: 'number',
  *compute(network, options) {
    const { eccentricity } = yield* sweepFor(network, options);
    const longest = eccentricity.reduce((most, value) => Math.max(most, value), 0);
    return longest === 0 ? null : longest;
  },
};

/**
 * Mean of 1 / distance over all ordered pairs, 0 where there is no path; null where n < 2. The mean of harmonic
 * closeness, and normalised like it. Latora & Marchiori (2001).
 */
export const globalEfficiency: NetworkMeasure = {
  ...OF_PATHS,
  id: 'global-efficiency',
  name: { en: 'Global efficiency', zh: '全局效率' },
  symbol: 'E',
  formula: {
    text: 'E = 1/(n(n − 1)) · Σᵢ≠ⱼ 1/d(i, j), 1/∞ = 0',
    math: math(
      'E',
      '=',
      fraction('1', row('n', '(', 'n', '−', '1', ')')),
      sumOver(row('i', '≠', 'j')),
      fraction('1', row('d', '(', 'i', ',', 'j', ')')),
    ),
  },
  where: {
    en: 'd is the length of the shortest path, infinite where there is none.',
    zh: 'd 为最短路径长度，不可达时为无穷大。',
  },
  convention: (setting) =>
    clauses(directionClause(setting), lengthClause(setting), nearnessClause(setting), sampleClause(setting)),
  range: ({ weighted, normalised }) => [0, weighted && !normalised ? Infinity : 1],
  hasNormalisedForm: true,
  unit: { en: 'per unit of length', zh: '每单位长度' },
  source: 'Latora & Marchiori (2001), Efficient behavior of small-world networks',
  says: {
    en: 'How near everybody is to everybody on average, counting those out of reach as zero.',
    zh: '所有主体两两之间的平均接近程度，到达不了的记为零。',
  },
  style: 'number',
  *compute(network, options) {
    const { nearness } = yield* sweepFor(network, options);
    const { n } = network;
    const scale = n * (n - 1) * (options.normalised ? largestNearness(network) : 1);
    return n < 2 ? null : total(nearness) / scale;
  },
};

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}
