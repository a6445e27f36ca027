import type { Localized } from '../../base/localized.ts';
import { rowSizes } from '../../network/csr.ts';
import { clauses, directionClause, lengthClause, PARALLEL_CLAUSE } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import { atOnce, type NetworkMeasure } from '../measure.ts';
import { sweepFor } from '../paths/path-options.ts';

/** What all four share. */
const CENTRALISATION = {
  level: 'network',
  group: 'cohesion',
  range: (): readonly [number, number] => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of the largest possible', zh: '占可能最大值的比例' },
  source: 'Freeman (1979), Centrality in social networks: conceptual clarification',
  status: 'established',
  style: 'number',
  digits: 3,
} as const;

const STAR_CLAUSE: Localized = { en: 'a star has 1', zh: '星形网络为 1' };

/** How far the largest value stands out, summed over all. */
function lead(values: Float64Array): number {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  let sum = 0;
  for (const value of values) sum += largest - value;
  return sum;
}

/** Sum of (max k - k) over (n - 1)(n - 2), its value in a star; null where n < 3. [0, 1]. Freeman (1979). */
export const degreeCentralisation: NetworkMeasure = {
  ...CENTRALISATION,
  id: 'degree-centralisation',
  name: { en: 'Degree centralisation', zh: '度中心势' },
  symbol: 'C k',
  formula: {
    text: 'C(k) = Σᵢ (max k − kᵢ)/((n − 1)(n − 2))',
    math: math(
      sub('C', 'k'),
      '=',
      fraction(
        row(sumOver('i'), '(', 'max', 'k', '−', sub('k', 'i'), ')'),
        row('(', 'n', '−', '1', ')', '(', 'n', '−', '2', ')'),
      ),
    ),
  },
  where: { en: 'k is the number of different partners of an actor.', zh: 'k 为主体的不同合作方数。' },
  convention: () =>
    clauses({ en: 'direction ignored', zh: '不计方向' }, STAR_CLAUSE, {
      en: 'self-loops are no part of the largest possible',
      zh: '可能最大值不含自环',
    }),
  says: {
    en: 'How far partners gather around one actor: 0 where all have as many, 1 where one has all.',
    zh: '合作方在多大程度上集中于一个主体：人人相同为 0，全部围绕一个主体为 1。',
  },
  complexity: 'O(n + m)',
  usesPaths: false,
  compute: atOnce(({ n, either }) => (n < 3 ? null : lead(rowSizes(either)) / ((n - 1) * (n - 2)))),
};

type Texts = Pick<NetworkMeasure, 'id' | 'name' | 'symbol' | 'formula' | 'where' | 'says'>;

/** Sum of (max k - k) over (n - 1)^2; null where n < 3 and in undirected networks. */
function directedCentralisation(texts: Texts, side: 'outgoing' | 'incoming'): NetworkMeasure {
  return {
    ...CENTRALISATION,
    ...texts,
    convention: (setting) =>
      setting.directed
        ? clauses(directionClause(setting), PARALLEL_CLAUSE, STAR_CLAUSE)
        : clauses({ en: 'only directed networks have it', zh: '仅适用于有向网络' }),
    complexity: 'O(n + m)',
    usesPaths: false,
    compute: atOnce((network) => {
      const { n, directed } = network;
      return n < 3 || !directed ? null : lead(rowSizes(network[side])) / (n - 1) ** 2;
    }),
  };
}

/** The sum over actors of how far their value is below the largest. */
function directedFormula(sign: '+' | '−'): Texts['formula'] {
  return {
    text: `C(${sign}) = Σᵢ (max k(${sign}) − kᵢ(${sign}))/(n − 1)²`,
    math: math(
      sub('C', sign),
      '=',
      fraction(
        row(sumOver('i'), '(', 'max', sub('k', sign), '−', sub('k', row('i', sign)), ')'),
        row('(', 'n', '−', '1', ')', '(', 'n', '−', '1', ')'),
      ),
    ),
  };
}

export const inDegreeCentralisation = directedCentralisation(
  {
    id: 'in-degree-centralisation',
    name: { en: 'In-degree centralisation', zh: '入度中心势' },
    symbol: 'C in',
    formula: directedFormula('−'),
    where: {
      en: 'k(−) is the number of actors that give to an actor.',
      zh: 'k(−) 为向该主体提供资源的主体数。',
    },
    says: {
      en: 'How far giving is directed at one receiver: 1 where all give to one actor and to nobody else.',
      zh: '资源在多大程度上流向同一个接收者：全部只给一个主体时为 1。',
    },
  },
  'incoming',
);

export const outDegreeCentralisation = directedCentralisation(
  {
    id: 'out-degree-centralisation',
    name: { en: 'Out-degree centralisation', zh: '出度中心势' },
    symbol: 'C out',
    formula: directedFormula('+'),
    where: {
      en: 'k(+) is the number of actors that an actor gives to.',
      zh: 'k(+) 为该主体提供资源的对象数。',
    },
    says: {
      en: 'How far all receive from one giver: 1 where one actor gives to all and nobody else gives.',
      zh: '资源在多大程度上来自同一个提供者：只有一个主体给予且给予所有主体时为 1。',
    },
  },
  'outgoing',
);

/** Sum of (max B - B) of normalised betweenness over n - 1, its value in a star; null where n < 3. [0, 1]. Freeman (1979). */
export const betweennessCentralisation: NetworkMeasure = {
  ...CENTRALISATION,
  id: 'betweenness-centralisation',
  name: { en: 'Betweenness centralisation', zh: '中介中心势' },
  symbol: 'C B',
  formula: {
    text: 'C(B) = Σᵢ (max B − Bᵢ)/(n − 1)',
    math: math(
      sub('C', 'B'),
      '=',
      fraction(row(sumOver('i'), '(', 'max', 'B', '−', sub('B', 'i'), ')'), row('n', '−', '1')),
    ),
  },
  where: { en: 'B is normalised betweenness.', zh: 'B 为标准化的中介中心性。' },
  convention: (setting) => clauses(directionClause(setting), lengthClause(setting), STAR_CLAUSE),
  says: {
    en: 'How far the shortest routes all lead through one actor.',
    zh: '最短路径在多大程度上都要经过同一个主体。',
  },
  complexity: 'O(n·m), weighted O(n·m + n² log n)',
  usesPaths: true,
  options: ['sources', 'seed'],
  *compute(network, options) {
    const { n } = network;
    if (n < 3) return null;
    const { betweenness: overOrderedPairs } = yield* sweepFor(network, options);
    return lead(overOrderedPairs) / ((n - 1) * (n - 1) * (n - 2));
  },
};
