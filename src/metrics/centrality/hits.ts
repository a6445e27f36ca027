import { seededRandom } from '../../base/random.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import { leadingEigenpair } from '../linear/lanczos.ts';
import { productWith, scaledToMax, type Product } from '../linear/vectors.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation } from '../measure.ts';
import { once } from '../once.ts';
import { countingClause } from './spectral-options.ts';

interface HubsAndAuthorities {
  readonly hub: Float64Array;
  readonly authority: Float64Array;
}

const TOLERANCE = 1e-13;
/** The second eigenvalue is only needed to see whether it equals the first. */
const ROUGH_TOLERANCE = 1e-8;
/** Two largest singular values nearer than this, relatively, have no vectors of their own. */
const SMALLEST_GAP = 1e-6;

type Texts = Pick<ActorMeasure, 'id' | 'name' | 'symbol' | 'formula' | 'where' | 'says'>;

function hitsMeasure(texts: Texts, side: keyof HubsAndAuthorities): ActorMeasure {
  return {
    ...texts,
    level: 'actor',
    group: 'position',
    convention: (setting) =>
      clauses(
        directionClause(setting),
        countingClause(setting.weighted),
        { en: 'the largest value is 1', zh: '最大值为 1' },
        !setting.directed && {
          en: 'without direction, hub and authority are the eigenvector centrality by weight',
          zh: '不分方向时，枢纽值与权威值都等于按权重计的特征向量中心性',
        },
      ),
    range: () => [0, 1],
    hasNormalisedForm: false,
    unit: { en: 'share of the highest', zh: '与最高者之比' },
    source: 'Kleinberg (1999), Authoritative sources in a hyperlinked environment',
    status: 'variant',
    caution: {
      en: 'None where two parts of the map share the highest place, since which comes first would be chance.',
      zh: '网络中有两部分并列最高时无定义，因为孰先孰后只是偶然。',
    },
    complexity: 'O(n + m) a round, some 40 rounds',
    style: 'number',
    digits: 3,
    usesPaths: false,
    *compute(network) {
      const found = yield* once(network, 'hubs-and-authorities', () =>
        network.directed ? directed(network) : undirected(network),
      );
      return found ? found[side].slice() : new Float64Array(network.n).fill(NaN);
    },
  };
}

/** The leading left singular vector of W; null where the largest singular value is not alone. [0, 1]. Kleinberg (1999). */
export const hub = hitsMeasure(
  {
    id: 'hub',
    name: { en: 'Hub score', zh: '枢纽值（HITS）' },
    symbol: 'h',
    formula: {
      text: 'hᵢ = (1/σ) Σⱼ Wᵢⱼ aⱼ',
      math: math(
        sub('h', 'i'),
        '=',
        fraction('1', 'σ'),
        sumOver('j'),
        sub('W', row('i', 'j')),
        sub('a', 'j'),
      ),
    },
    where: {
      en: 'W from i to j is what i gives to j (1 where weights are ignored), a the authority of j, σ the largest singular value of W.',
      zh: 'W 为主体 i 向 j 提供的权重（不计权重时为 1），a 为 j 的权威值，σ 为 W 的最大奇异值。',
    },
    says: {
      en: 'Giving to many actors that receive much from others too.',
      zh: '向许多从各方获得较多的主体提供资源，值就高。',
    },
  },
  'hub',
);

/** The leading right singular vector of W; null where the largest singular value is not alone. [0, 1]. Kleinberg (1999). */
export const authority = hitsMeasure(
  {
    id: 'authority',
    name: { en: 'Authority score', zh: '权威值（HITS）' },
    symbol: 'a',
    formula: {
      text: 'aᵢ = (1/σ) Σⱼ Wⱼᵢ hⱼ',
      math: math(
        sub('a', 'i'),
        '=',
        fraction('1', 'σ'),
        sumOver('j'),
        sub('W', row('j', 'i')),
        sub('h', 'j'),
      ),
    },
    where: {
      en: 'W from j to i is what j gives to i (1 where weights are ignored), h the hub score of j, σ the largest singular value of W.',
      zh: 'W 为主体 j 向 i 提供的权重（不计权重时为 1），h 为 j 的枢纽值，σ 为 W 的最大奇异值。',
    },
    says: {
      en: 'Receiving from many actors that give much to others too.',
      zh: '从许多向各方提供较多的主体获得资源，值就高。',
    },
  },
  'authority',
);

function* directed(network: Network): Computation<HubsAndAuthorities | null> {
  const { n, outgoing, incoming, weighted } = network;
  const give = productWith(outgoing, weighted);
  const receive = productWith(incoming, weighted);
  const between = new Float64Array(n);
  const vector = yield* separated(n, 2 * outgoing.columns.length, (1 - SMALLEST_GAP) ** 2, (from, into) => {
    receive(from, between);
    give(between, into);
  });
  if (!vector) return null;
  receive(vector, between);
  return { hub: scaledToMax(vector), authority: scaledToMax(between) };
}

/** W is symmetric: its eigenvector without negative entries stands for both sides. */
function* undirected({ n, either, weighted }: Network): Computation<HubsAndAuthorities | null> {
  const product = productWith(either, weighted);
  const vector = yield* separated(n, either.columns.length, 1 - SMALLEST_GAP, product);
  if (!vector) return null;
  const values = scaledToMax(vector);
  return { hub: values, authority: values };
}

/**
 * The leading vector of a symmetric matrix without negative entries; null if the next eigenvalue is more than `nearest`
 * of the first.
 */
function* separated(
  n: number,
  entries: number,
  nearest: number,
  product: Product,
): Computation<Float64Array | null> {
  const start = new Float64Array(n);
  product(new Float64Array(n).fill(1), start);
  const first = yield* leadingEigenpair({ n, product, start, tolerance: TOLERANCE, entries });
  if (!first) return null;
  const random = seededRandom(1);
  const second = yield* leadingEigenpair({
    n,
    product,
    start: start.map(() => random() - 0.5),
    tolerance: ROUGH_TOLERANCE,
    after: first,
    limit: nearest * first.value,
    entries,
  });
  return second && second.value <= nearest * first.value ? first.vector : null;
}
