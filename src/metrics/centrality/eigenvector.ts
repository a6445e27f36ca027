import type { MeasureOptions } from '../../model/measure-options.ts';
import { rowSizes, rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import { leadingEigenpair } from '../linear/lanczos.ts';
import { perronPair } from '../linear/perron.ts';
import { productWith, scaledToMax } from '../linear/vectors.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation } from '../measure.ts';
import { strongComponents, weakComponents } from '../structure/components.ts';
import { countingClause, countsWeights } from './spectral-options.ts';

const TOLERANCE = 1e-13;

/**
 * Each actor in proportion to the sum of those tied to it (of its givers, if directed), the largest being 1. [0, 1].
 * Bonacich (1972). Directed networks have it where they are strongly connected; undirected ones in their largest
 * component. Null elsewhere, and where two components are equally large, since they cannot be compared.
 */
export const eigenvector: ActorMeasure = {
  id: 'eigenvector',
  level: 'actor',
  group: 'position',
  name: { en: 'Eigenvector centrality', zh: '特征向量中心性' },
  symbol: 'x',
  formula: {
    text: 'xᵢ = (1/λ) Σⱼ Aⱼᵢ xⱼ',
    math: math(sub('x', 'i'), '=', fraction('1', 'λ'), sumOver('j'), sub('A', row('j', 'i')), sub('x', 'j')),
  },
  where: {
    en: 'A from j to i is 1 where j gives to i (its weight, by choice); λ is the largest number for which such x exist.',
    zh: '主体 j 向 i 提供资源时 A 为 1（或取权重）；λ 是使这样的 x 存在的最大数。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      countingClause(countsWeights(setting, setting)),
      { en: 'the largest value is 1', zh: '最大值为 1' },
      setting.directed
        ? {
            en: 'only where every actor reaches every other along the ties (incoming ties count)',
            zh: '仅当任一主体都能沿关系到达其他任一主体时有定义（按入向关系计）',
          }
        : {
            en: 'in the largest component only; none where two components are equally large',
            zh: '只在最大的连通分支内计算；最大分支不唯一时无定义',
          },
    ),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of the highest', zh: '与最高者之比' },
  source: 'Bonacich (1972), Factoring and weighting approaches to status scores and clique identification',
  status: 'variant',
  says: {
    en: 'Being tied to actors that are themselves well tied.',
    zh: '与本身关系就多而强的主体有关系，值就高。',
  },
  caution: {
    en: 'One dense corner of the map can draw all high values. Where a directed map is not strongly connected, use Katz centrality.',
    zh: '网络中某个密集的局部可能占去全部高值。有向网络不是强连通时，请用 Katz 中心性。',
  },
  complexity: 'O(n + m) a round, some 40 rounds',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['spectral'],
  compute: (network, options) =>
    network.directed ? directed(network, options) : undirected(network, options),
};

function* directed(network: Network, options: MeasureOptions): Computation<Float64Array> {
  const whole = network.n > 1 && strongComponents(network).sizes.length === 1;
  const pair = whole ? yield* perronPair(network.incoming, countsWeights(network, options)) : null;
  return pair ? scaledToMax(pair.vector) : new Float64Array(network.n).fill(NaN);
}

/** Lanczos never leaves the component that it starts in. */
function* undirected(network: Network, options: MeasureOptions): Computation<Float64Array> {
  const { n, either } = network;
  const { of, sizes } = weakComponents(network);
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const component = sizes.indexOf(largest);
  const isIn = (actor: number): boolean => of[actor] === component;
  if (largest < 2 || sizes.includes(largest, component + 1)) return new Float64Array(n).fill(NaN);

  const weighted = countsWeights(network, options);
  const start = (weighted ? rowSums(either) : rowSizes(either)).map((degree, actor) =>
    isIn(actor) ? degree : 0,
  );
  const pair = yield* leadingEigenpair({
    n,
    product: productWith(either, weighted),
    start,
    tolerance: TOLERANCE,
    entries: either.columns.length,
  });
  return pair
    ? scaledToMax(pair.vector).map((value, actor) => (isIn(actor) ? value : NaN))
    : new Float64Array(n).fill(NaN);
}
