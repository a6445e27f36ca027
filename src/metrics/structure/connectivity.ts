import { clauses, directionClause } from '../conventions.ts';
import { fraction, math, row, sub } from '../math.ts';
import { atOnce, type NetworkMeasure } from '../measure.ts';
import { largestOf, strongComponents, weakComponents } from './components.ts';

/** Number of weak components: pieces joined by ties of any direction. [0, n]. */
export const components: NetworkMeasure = {
  id: 'components',
  level: 'network',
  group: 'cohesion',
  name: { en: 'Components', zh: '连通分支数' },
  symbol: 'c',
  formula: { text: 'c', math: math('c') },
  where: {
    en: 'c is the number of pieces into which the map falls; an isolated actor is a piece of its own.',
    zh: 'c 为网络分成的块数；孤立主体自成一块。',
  },
  convention: () => ({ en: 'Direction is ignored (weak components).', zh: '不计方向（弱连通分支）。' }),
  range: ({ n }) => [Math.min(1, n), n],
  hasNormalisedForm: false,
  unit: { en: 'components', zh: '个分支' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: {
    en: 'Into how many separate pieces the ecosystem falls.',
    zh: '整个生态系统分成多少个互不相连的部分。',
  },
  complexity: 'O(n + m)',
  style: 'count',
  digits: 3,
  usesPaths: false,
  compute: atOnce((network) => weakComponents(network).sizes.length),
};

/** Number of strong components: sets of actors that all reach each other along the ties. [0, n]. Tarjan (1972). */
export const strongComponentCount: NetworkMeasure = {
  id: 'strong-components',
  level: 'network',
  group: 'cohesion',
  name: { en: 'Strong components', zh: '强连通分支数' },
  symbol: 'c s',
  formula: { text: 'c(s)', math: math(sub('c', 's')) },
  where: {
    en: 'Two actors are in one strong component if each can reach the other along the direction of ties.',
    zh: '两个主体沿关系方向能互相到达时，属于同一个强连通分支。',
  },
  convention: (setting) => clauses(directionClause(setting)),
  range: ({ n }) => [Math.min(1, n), n],
  hasNormalisedForm: false,
  unit: { en: 'components', zh: '个分支' },
  source: 'Tarjan (1972), Depth-first search and linear graph algorithms',
  status: 'established',
  says: {
    en: 'How many circles there are within which resources can go round and come back; an actor outside any counts as one.',
    zh: '资源能循环往返的圈子有多少个；不在任何圈子中的主体各算一个。',
  },
  complexity: 'O(n + m)',
  style: 'count',
  digits: 3,
  usesPaths: false,
  compute: atOnce((network) => strongComponents(network).sizes.length),
};

/** Actors in the largest weak component over all actors; null where there is none. (0, 1]. */
export const largestComponentShare: NetworkMeasure = {
  id: 'largest-component-share',
  level: 'network',
  group: 'cohesion',
  name: { en: 'Share of the largest component', zh: '最大连通分支占比' },
  symbol: 'S',
  formula: { text: 'S = max n(c)/n', math: math('S', '=', fraction(row('max', sub('n', 'c')), 'n')) },
  where: { en: 'n(c) is the number of actors in component c.', zh: 'n(c) 为分支 c 中的主体数。' },
  convention: () => ({ en: 'Direction is ignored (weak components).', zh: '不计方向（弱连通分支）。' }),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of actors', zh: '占主体总数的比例' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  says: {
    en: 'Which share of all actors is joined in the largest piece.',
    zh: '最大的连通部分包含全部主体的多大比例。',
  },
  complexity: 'O(n + m)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  compute: atOnce((network) => (network.n === 0 ? null : largestOf(weakComponents(network)) / network.n)),
};
