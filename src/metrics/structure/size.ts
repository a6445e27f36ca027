import { linkCount, type Network } from '../../network/network.ts';
import { clauses, directionClause, PARALLEL_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import { atOnce, type NetworkMeasure, type Setting } from '../measure.ts';

/** Number of possible pairs: ordered in a directed network, else unordered. */
function pairs({ n, directed }: Pick<Setting, 'n' | 'directed'>): number {
  return (n * Math.max(0, n - 1)) / (directed ? 1 : 2);
}

/** Number of visible actors. */
export const actorCount: NetworkMeasure = {
  id: 'actor-count',
  level: 'network',
  group: 'ties',
  name: { en: 'Actors', zh: '主体数' },
  symbol: 'n',
  formula: { text: 'n', math: math('n') },
  where: { en: 'n is the number of visible actors.', zh: 'n 为可见主体的数量。' },
  convention: () => ({ en: 'Visible actors, isolated ones included.', zh: '可见主体，含孤立主体。' }),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'actors', zh: '个主体' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: { en: 'How many actors are on the map.', zh: '图上有多少个主体。' },
  complexity: 'O(1)',
  style: 'count',
  digits: 3,
  usesPaths: false,
  compute: atOnce((network) => network.n),
};

/** Number of visible ties as drawn: parallel ties each count, self-loops do not. */
export const tieCount: NetworkMeasure = {
  id: 'tie-count',
  level: 'network',
  group: 'ties',
  name: { en: 'Ties', zh: '关系数' },
  symbol: 'm',
  formula: { text: 'm', math: math('m') },
  where: { en: 'm is the number of ties as drawn.', zh: 'm 为所绘关系的数量。' },
  convention: () => ({
    en: 'Visible ties as drawn; parallel ties each count, a mutual tie counts once, self-loops are left out.',
    zh: '按所绘的可见关系计算；平行关系逐条计数，双向关系计一次，自环不计。',
  }),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'ties', zh: '条关系' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: { en: 'How many ties are drawn on the map.', zh: '图上画了多少条关系。' },
  complexity: 'O(1)',
  style: 'count',
  digits: 3,
  usesPaths: false,
  compute: atOnce((network) => network.tieCount),
};

/** Number of pairs that are tied: ordered pairs in a directed network, else unordered. */
export const tiedPairs: NetworkMeasure = {
  id: 'tied-pairs',
  level: 'network',
  group: 'ties',
  name: { en: 'Tied pairs', zh: '有关系的对数' },
  symbol: 'm A',
  formula: {
    text: 'm(A) = Σᵢⱼ Aᵢⱼ',
    math: math(sub('m', 'A'), '=', sumOver(row('i', ',', 'j')), sub('A', row('i', 'j'))),
  },
  where: {
    en: 'A from i to j is 1 where i gives to j, else 0. In an undirected network each pair counts once.',
    zh: '主体 i 向 j 提供资源时 A 为 1，否则为 0。无向网络中每对只计一次。',
  },
  convention: (setting) => clauses(directionClause(setting), PARALLEL_CLAUSE),
  range: (setting) => [0, pairs(setting)],
  hasNormalisedForm: false,
  unit: { en: 'pairs', zh: '对' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: {
    en: 'Between how many pairs of actors there is a tie.',
    zh: '有多少对主体之间存在关系。',
  },
  complexity: 'O(n + m)',
  style: 'count',
  digits: 3,
  usesPaths: false,
  compute: atOnce(linkCount),
};

/** Tied pairs over possible pairs; null where n < 2. [0, 1]. */
export const density: NetworkMeasure = {
  id: 'density',
  level: 'network',
  group: 'ties',
  name: { en: 'Density', zh: '密度' },
  symbol: 'D',
  formula: {
    text: 'D = Σᵢⱼ Aᵢⱼ/(n(n − 1))',
    math: math(
      'D',
      '=',
      fraction(row(sumOver(row('i', ',', 'j')), sub('A', row('i', 'j'))), row('n', '(', 'n', '−', '1', ')')),
    ),
  },
  where: {
    en: 'A from i to j is 1 where i gives to j, else 0; in an undirected network both ways.',
    zh: '主体 i 向 j 提供资源时 A 为 1，否则为 0；无向网络中两个方向均为 1。',
  },
  convention: (setting) => clauses(directionClause(setting), PARALLEL_CLAUSE),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of possible pairs', zh: '占可能对数的比例' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: {
    en: 'Which share of all possible ties between actors is there.',
    zh: '所有可能的关系中，实际存在的占多大比例。',
  },
  caution: {
    en: 'Falls as a network grows: do not compare networks of different size by it, nor take it for health.',
    zh: '网络越大密度越低：不要用它比较规模不同的网络，也不要把它当作健康程度。',
  },
  complexity: 'O(n + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  compute: atOnce(densityOf),
};

function densityOf(network: Network): number | null {
  return network.n < 2 ? null : linkCount(network) / pairs(network);
}
