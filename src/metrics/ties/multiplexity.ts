import type { Localized } from '../../base/localized.ts';
import { rowSizes } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { clauses } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation, Measure, NetworkMeasure } from '../measure.ts';
import { typePairs } from './tie-types.ts';

type Shared = Pick<
  Measure,
  | 'group'
  | 'convention'
  | 'range'
  | 'hasNormalisedForm'
  | 'unit'
  | 'source'
  | 'status'
  | 'complexity'
  | 'style'
  | 'digits'
  | 'usesPaths'
>;

const SHARED: Shared = {
  group: 'ties',
  convention: () =>
    clauses(
      { en: 'direction and weights ignored', zh: '忽略方向与权重' },
      {
        en: 'ties of the same type between two actors count once, self-loops are left out',
        zh: '两个主体之间同一类型的关系只计一次，自环不计',
      },
    ),
  range: () => [1, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'types a pair', zh: '种关系/对' },
  source: 'Wasserman & Faust (1994), Social Network Analysis',
  status: 'established',
  complexity: 'O(T·n + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
};

const WHERE: Localized = {
  en: 'kᵢₜ counts the partners of i by ties of type t, kᵢ those by ties of any type.',
  zh: 'kᵢₜ 为 i 通过 t 类关系相连的合作方数，kᵢ 为通过任意关系相连的合作方数。',
};

/** Partners of each actor, summed over the types of tie: a partner by two types counts 2. */
function* partnersByType(network: Network): Computation<Float64Array> {
  const sums = new Float64Array(network.n);
  for (const { pairs } of yield* typePairs(network, false))
    for (const [actor, partners] of rowSizes(pairs).entries()) sums[actor]! += partners;
  return sums;
}

/** Mean number of types of tie over the actor's partners; NaN for isolates. [1, types]. */
export const multiplexity: ActorMeasure = {
  ...SHARED,
  id: 'multiplexity',
  level: 'actor',
  name: { en: 'Multiplexity', zh: '关系多重性' },
  symbol: 'x',
  formula: {
    text: 'xᵢ = Σₜ kᵢₜ/kᵢ',
    math: math(sub('x', 'i'), '=', fraction(row(sumOver('t'), sub('k', row('i', 't'))), sub('k', 'i'))),
  },
  where: WHERE,
  says: {
    en: 'Whether this actor shares one thing with its partners (1) or several.',
    zh: '该主体与合作方之间只有一种关系（1），还是有多种关系。',
  },
  *compute(network) {
    const sums = yield* partnersByType(network);
    return rowSizes(network.either).map((partners, actor) => sums[actor]! / partners);
  },
};

/** Mean number of types of tie over all tied pairs; null without ties. [1, types]. */
export const meanMultiplexity: NetworkMeasure = {
  ...SHARED,
  id: 'mean-multiplexity',
  level: 'network',
  name: { en: 'Mean multiplexity', zh: '平均关系多重性' },
  symbol: 'x̄',
  formula: {
    text: 'x̄ = Σᵢₜ kᵢₜ/Σᵢ kᵢ',
    math: math(
      fraction(row(sumOver(row('i', ',', 't')), sub('k', row('i', 't'))), row(sumOver('i'), sub('k', 'i'))),
    ),
  },
  where: WHERE,
  says: {
    en: 'How many types of tie two actors share that are tied at all.',
    zh: '有关系的两个主体之间平均有几种关系。',
  },
  *compute(network) {
    const sums = yield* partnersByType(network);
    const pairs = network.either.columns.length;
    return pairs === 0 ? null : sums.reduce((sum, value) => sum + value, 0) / pairs;
  },
};
