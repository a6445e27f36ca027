import { clauses, directionClause, distancesClause, lengthClause, lowerBoundClause } from '../conventions.ts';
import { math, row, sub } from '../math.ts';
import type { ActorMeasure } from '../measure.ts';
import { sweepFor } from '../paths/path-options.ts';

/**
 * The largest distance to an actor that this one reaches; null where it reaches none. >= 1 without weights. From a
 * sample of sources a lower bound. Hage & Harary (1995).
 */
export const eccentricity: ActorMeasure = {
  id: 'eccentricity',
  level: 'actor',
  group: 'position',
  name: { en: 'Eccentricity', zh: '离心率' },
  symbol: 'e',
  formula: {
    text: 'eᵢ = max d(i, j), d(i, j) < ∞',
    math: math(sub('e', 'i'), '=', 'max', row('d', '(', 'i', ',', 'j', ')')),
  },
  where: {
    en: 'd is the length of the shortest path; those out of reach are left out.',
    zh: 'd 为最短路径长度；不可达的主体不计。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      distancesClause(setting),
      lengthClause(setting),
      lowerBoundClause(setting),
    ),
  range: ({ weighted, n }) => (weighted ? [0, Infinity] : [1, Math.max(1, n - 1)]),
  hasNormalisedForm: false,
  unit: { en: 'length', zh: '长度' },
  source: 'Hage & Harary (1995), Eccentricity and centrality in networks',
  status: 'variant',
  says: {
    en: 'How far away the furthest actor is that this one can still reach.',
    zh: '该主体所能到达的最远主体有多远。',
  },
  caution: {
    en: 'Small in a small piece of a broken network: read it together with how many actors are within reach.',
    zh: '在断裂网络的小块中数值也小：须与可达主体数一起看。',
  },
  complexity: 'O(n·m), weighted O(n·m + n² log n)',
  style: 'number',
  digits: 3,
  usesPaths: true,
  options: ['distances', 'sources', 'seed'],
  *compute(network, options) {
    const { eccentricity: farthest } = yield* sweepFor(network, options);
    return farthest.map((length) => (length === 0 ? NaN : length));
  },
};
