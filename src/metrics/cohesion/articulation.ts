import { clauses, PARALLEL_CLAUSE } from '../conventions.ts';
import { math, row, sub } from '../math.ts';
import type { ActorMeasure, NetworkMeasure, TieMeasure } from '../measure.ts';
import { cutsOf } from './cuts.ts';

const IGNORES_DIRECTION = { en: 'direction is ignored', zh: '不计方向' };

const SHARED = {
  group: 'cohesion',
  hasNormalisedForm: false,
  source: 'Tarjan (1972), Depth-first search and linear graph algorithms',
  status: 'established',
  complexity: 'O(n + m)',
  style: 'count',
  digits: 3,
  usesPaths: false,
} as const;

const ARTICULATION_CONVENTION = clauses(IGNORES_DIRECTION, PARALLEL_CLAUSE);

const BRIDGE_CONVENTION = clauses(IGNORES_DIRECTION, {
  en: 'parallel ties between the two count as one',
  zh: '两者之间的平行关系视为一条',
});

/** 1 if the actor's component falls apart without it, else 0. Tarjan (1972). */
export const articulationPoint: ActorMeasure = {
  ...SHARED,
  id: 'articulation-point',
  level: 'actor',
  name: { en: 'Articulation point', zh: '割点' },
  symbol: 'a p',
  formula: {
    text: 'c(G − i) > c(G)',
    math: math('c', '(', 'G', '−', 'i', ')', '>', 'c', '(', 'G', ')'),
  },
  where: {
    en: 'c(G) is the number of components, c(G − i) that without actor i.',
    zh: 'c(G) 为连通分支数，c(G − i) 为去掉主体 i 后的分支数。',
  },
  convention: () => ARTICULATION_CONVENTION,
  range: () => [0, 1],
  unit: { en: '1 if it is one, else 0', zh: '是为 1，否为 0' },
  says: {
    en: 'Whether somebody would be cut off if this actor left.',
    zh: '如果该主体退出，是否会有其他主体被切断联系。',
  },
  *compute(network) {
    return new Float64Array((yield* cutsOf(network)).articulation);
  },
};

/** Actors of the same component that are outside its largest piece once the actor is gone. [0, n - 2]. */
export const stranded: ActorMeasure = {
  ...SHARED,
  id: 'stranded',
  level: 'actor',
  name: { en: 'Stranded without it', zh: '退出后被切断者' },
  symbol: 'n s',
  formula: {
    text: 'sᵢ = n(c) − 1 − max n(p)',
    math: math(sub('s', 'i'), '=', sub('n', 'c'), '−', '1', '−', row('max', sub('n', 'p'))),
  },
  where: {
    en: 'n(c) is the number of actors of the component of i, n(p) that of each piece that is left of it without i.',
    zh: 'n(c) 为 i 所在连通分支的主体数，n(p) 为去掉 i 后该分支剩下的每一块的主体数。',
  },
  convention: () =>
    clauses(IGNORES_DIRECTION, {
      en: 'within the actor’s own component; the actor itself is not counted',
      zh: '只看该主体所在的连通分支；不计该主体本身',
    }),
  range: ({ n }) => [0, Math.max(0, n - 2)],
  status: 'ours',
  unit: { en: 'actors', zh: '个主体' },
  says: {
    en: 'How many actors would be cut off from the largest piece if this actor left.',
    zh: '如果该主体退出，有多少主体会与最大的部分失去联系。',
  },
  *compute(network) {
    return (yield* cutsOf(network)).stranded.slice();
  },
};

/** 1 if a tie joins a pair that alone connects two parts, else 0; null for self-loops. Tarjan (1972). */
export const bridge: TieMeasure = {
  ...SHARED,
  id: 'bridge',
  level: 'tie',
  name: { en: 'Bridge', zh: '桥' },
  symbol: 'b',
  formula: {
    text: 'c(G − ij) > c(G)',
    math: math('c', '(', 'G', '−', row('i', 'j'), ')', '>', 'c', '(', 'G', ')'),
  },
  where: {
    en: 'c(G) is the number of components, c(G − ij) that without any tie between i and j.',
    zh: 'c(G) 为连通分支数，c(G − ij) 为去掉 i 与 j 之间全部关系后的分支数。',
  },
  convention: () => BRIDGE_CONVENTION,
  range: () => [0, 1],
  unit: { en: '1 if it is one, else 0', zh: '是为 1，否为 0' },
  says: {
    en: 'Whether somebody would be cut off if these two actors were no longer tied.',
    zh: '如果这两个主体不再有关系，是否会有主体被切断联系。',
  },
  *compute(network) {
    const { parent, bridge: isBridge } = yield* cutsOf(network);
    const { source, target } = network.ties;
    const crosses = (from: number, to: number): boolean => parent[to] === from && isBridge[to] === 1;
    return Float64Array.from(source, (from, tie) => {
      const to = target[tie]!;
      if (from === to) return NaN;
      return crosses(from, to) || crosses(to, from) ? 1 : 0;
    });
  },
};

/** Number of actors without whom a component falls apart. [0, n - 2]. Tarjan (1972). */
export const articulationPoints: NetworkMeasure = {
  ...SHARED,
  id: 'articulation-points',
  level: 'network',
  name: { en: 'Articulation points', zh: '割点数' },
  symbol: 'N a',
  formula: {
    text: '|{i : c(G − i) > c(G)}|',
    math: math('|', '{', 'i', ':', 'c', '(', 'G', '−', 'i', ')', '>', 'c', '(', 'G', ')', '}', '|'),
  },
  where: articulationPoint.where,
  convention: () => ARTICULATION_CONVENTION,
  range: ({ n }) => [0, Math.max(0, n - 2)],
  unit: { en: 'actors', zh: '个主体' },
  says: {
    en: 'How many single actors hold the ecosystem together: if one leaves, somebody is cut off.',
    zh: '有多少主体独自维系着整体：其中任何一个退出，都会有主体被切断联系。',
  },
  *compute(network) {
    return (yield* cutsOf(network)).articulation.reduce((total, one) => total + one, 0);
  },
};

/** Number of pairs that alone connect two parts. [0, n - 1]. Tarjan (1972). */
export const bridges: NetworkMeasure = {
  ...SHARED,
  id: 'bridges',
  level: 'network',
  name: { en: 'Bridges', zh: '桥数' },
  symbol: 'N b',
  formula: {
    text: '|{ij : c(G − ij) > c(G)}|',
    math: math(
      '|',
      '{',
      row('i', 'j'),
      ':',
      'c',
      '(',
      'G',
      '−',
      row('i', 'j'),
      ')',
      '>',
      'c',
      '(',
      'G',
      ')',
      '}',
      '|',
    ),
  },
  where: bridge.where,
  convention: () => BRIDGE_CONVENTION,
  range: ({ n }) => [0, Math.max(0, n - 1)],
  unit: { en: 'tied pairs', zh: '对关系' },
  says: {
    en: 'How many single relations hold the ecosystem together: without one of them, somebody is cut off.',
    zh: '有多少对关系独自维系着整体：缺少其中任何一对，都会有主体被切断联系。',
  },
  *compute(network) {
    return (yield* cutsOf(network)).bridge.reduce((total, one) => total + one, 0);
  },
};
