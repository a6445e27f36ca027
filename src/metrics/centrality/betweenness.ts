import { clauses, directionClause, lengthClause, RAW_CLAUSE, sampleClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import type { ActorMeasure } from '../measure.ts';
import { sweepFor } from '../paths/path-options.ts';

/**
 * Share of shortest paths through the actor, summed over pairs of others: unordered pairs in an undirected network,
 * ordered ones in a directed network; ends excluded; null where n < 3. Normalised by the number of pairs of others:
 * [0, 1]. Freeman (1977), by Brandes (2001).
 */
export const betweenness: ActorMeasure = {
  id: 'betweenness',
  level: 'actor',
  group: 'position',
  name: { en: 'Betweenness', zh: '中介中心性' },
  symbol: 'B',
  formula: {
    text: 'Bᵢ = Σ σₛₜ(i)/σₛₜ, s ≠ i ≠ t',
    math: math(
      sub('B', 'i'),
      '=',
      sumOver(row('s', '≠', 'i', '≠', 't')),
      fraction(row(sub('σ', row('s', 't')), '(', 'i', ')'), sub('σ', row('s', 't'))),
    ),
  },
  where: {
    en: 'σ counts the shortest paths from s to t, σ(i) those of them through i.',
    zh: 'σ 为 s 到 t 的最短路径数，σ(i) 为其中经过 i 的条数。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      setting.directed
        ? { en: 'ordered pairs, ends excluded', zh: '按有序对计算，不含端点' }
        : { en: 'unordered pairs, ends excluded', zh: '按无序对计算，不含端点' },
      lengthClause(setting),
      setting.normalised
        ? { en: 'normalised by the number of pairs of others', zh: '标准化值：除以其他主体的对数' }
        : RAW_CLAUSE,
      sampleClause(setting),
    ),
  range: ({ normalised, directed, n }) => [
    0,
    normalised ? 1 : (Math.max(0, n - 1) * Math.max(0, n - 2)) / (directed ? 1 : 2),
  ],
  hasNormalisedForm: true,
  unit: { en: 'pairs of others', zh: '其他主体的对数' },
  source: 'Freeman (1977), A set of measures of centrality based on betweenness; Brandes (2001)',
  status: 'established',
  says: {
    en: 'How often this actor sits on the shortest route between two others.',
    zh: '该主体有多常处在另外两个主体之间的最短路径上。',
  },
  complexity: 'O(n·m), weighted O(n·m + n² log n)',
  style: 'number',
  digits: 3,
  usesPaths: true,
  options: ['sources', 'seed'],
  *compute(network, options) {
    const { betweenness: overOrderedPairs } = yield* sweepFor(network, options);
    const pairs = pairsCounted(network, options);
    return overOrderedPairs.map((sum) => sum / pairs);
  },
  *error(network, options) {
    const { betweennessError } = yield* sweepFor(network, options);
    const pairs = pairsCounted(network, options);
    return betweennessError && betweennessError.map((width) => width / pairs);
  },
};

/** What sums over ordered pairs are divided by; NaN where there is no pair of others. */
function pairsCounted({ n, directed }: Network, { normalised }: MeasureOptions): number {
  if (n < 3) return NaN;
  if (normalised) return (n - 1) * (n - 2);
  return directed ? 1 : 2;
}
