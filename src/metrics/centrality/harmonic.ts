import {
  clauses,
  directionClause,
  distancesClause,
  lengthClause,
  nearnessClause,
  sampleClause,
} from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure } from '../measure.ts';
import { largestNearness, sweepFor } from '../paths/path-options.ts';

/**
 * Mean of 1 / distance over the n - 1 others, unreachable ones counting 0; null where n < 2. [0, 1] without weights;
 * with them raw is unbounded, normalised is divided by the largest weight. Marchiori & Latora (2000).
 */
export const harmonic: ActorMeasure = {
  id: 'harmonic',
  level: 'actor',
  group: 'position',
  name: { en: 'Harmonic closeness', zh: '调和接近中心性' },
  symbol: 'H',
  formula: {
    text: 'Hᵢ = 1/(n − 1) · Σⱼ≠ᵢ 1/d(i, j), 1/∞ = 0',
    math: math(
      sub('H', 'i'),
      '=',
      fraction('1', row('n', '−', '1')),
      sumOver(row('j', '≠', 'i')),
      fraction('1', row('d', '(', 'i', ',', 'j', ')')),
    ),
  },
  where: {
    en: 'd is the length of the shortest path, infinite where there is none.',
    zh: 'd 为最短路径长度，不可达时为无穷大。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      distancesClause(setting),
      lengthClause(setting),
      nearnessClause(setting),
      sampleClause(setting),
    ),
  range: ({ weighted, normalised }) => [0, weighted && !normalised ? Infinity : 1],
  hasNormalisedForm: true,
  unit: { en: 'per unit of length', zh: '每单位长度' },
  source:
    'Marchiori & Latora (2000), Harmony in the small-world; Boldi & Vigna (2014), Axioms for centrality',
  status: 'established',
  says: {
    en: 'Average nearness to everybody, counting those out of reach as zero.',
    zh: '与所有主体的平均接近程度，到达不了的记为零。',
  },
  complexity: 'O(n·m), weighted O(n·m + n² log n)',
  style: 'number',
  digits: 3,
  usesPaths: true,
  options: ['distances', 'sources', 'seed'],
  *compute(network, options) {
    const { nearness } = yield* sweepFor(network, options);
    const { n } = network;
    const scale = (n - 1) * (options.normalised ? largestNearness(network) : 1);
    return nearness.map((sum) => (n < 2 ? NaN : sum / scale));
  },
};
