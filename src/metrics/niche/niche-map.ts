import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses } from '../conventions.ts';
import type { PointsDetail } from '../detail.ts';
import { principalCoordinates } from '../linear/principal-coordinates.ts';
import { math, row, sub, sup } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { once } from '../once.ts';
import { within } from '../progress.ts';
import { MOST_PLACED } from './most-placed.ts';
import { boundedClause, EMPTY_CLAUSE, nicheClause, OVERLAP_CAUTION } from './niche-clauses.ts';
import { holdersFact, singleStateFact, statesFact } from './niche-facts.ts';
import { boundedIndex, eachPair, overlapBy, type BoundedIndex } from './overlap.ts';
import { resourceStates } from './resource-states.ts';
import { holders, type StateMatrix } from './state-matrix.ts';

export interface NichePlaces {
  /** Of each row; NaN without a niche. In units of sqrt(1 - overlap). */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Of both axes, of the whole variance; NaN where all niches are alike. */
  readonly shares: readonly [number, number];
}

/** Classical scaling of sqrt(1 - overlap). Null with fewer than two niches, or more than 3000. */
export function* nichePlaces(states: StateMatrix, index: BoundedIndex): Computation<NichePlaces | null> {
  const rows = holders(states);
  const n = rows.length;
  if (n < 2 || n > MOST_PLACED) return null;
  const overlap = overlapBy(index, states);
  const similarity = new Float64Array(n * n);
  for (let k = 0; k < n; k++) similarity[k * (n + 1)] = 1;
  yield* within(
    0,
    0.5,
    eachPair(rows, states.count, (first, second, k, l) => {
      similarity[k * n + l] = similarity[l * n + k] = overlap(first, second);
    }),
  );
  const found = yield* within(0.5, 0.5, principalCoordinates(n, similarity));
  if (!found) return null;
  const xs = new Float64Array(states.rows).fill(NaN);
  const ys = xs.slice();
  for (const [k, actor] of rows.entries()) {
    xs[actor] = found.xs[k]!;
    ys[actor] = found.ys[k]!;
  }
  return { xs, ys, shares: found.shares };
}

/** The map of a network, made once for the detail and the layout. */
export function nicheMapOf(network: Network, options: MeasureOptions): Computation<NichePlaces | null> {
  const index = boundedIndex(options.overlap);
  return once(network, `niche map ${options.niche} ${index}`, function* () {
    return yield* nichePlaces(yield* resourceStates(network, options), index);
  });
}

/** Actors near each other live on the same things. Gower (1966). Null with fewer than two niches, or too many. */
export const nicheMap: DetailMeasure = {
  id: 'niche-map',
  level: 'detail',
  group: 'niche',
  name: { en: 'Niche map', zh: '生态位图' },
  symbol: 'd',
  formula: {
    text: 'dᵢⱼ = √(1 − Oᵢⱼ)',
    math: math(
      sub('d', row('i', 'j')),
      '=',
      sup(row('(', '1', '−', sub('O', row('i', 'j')), ')'), row('1', '/', '2')),
    ),
  },
  where: {
    en: 'O is the overlap of two niches; the map shows the distances d as well as a plane can.',
    zh: 'O 为两个生态位的重叠；图中距离在平面上尽可能接近 d。',
  },
  convention: (setting) =>
    clauses(
      nicheClause(setting),
      boundedClause(setting),
      {
        en: 'classical scaling; each axis points to the actor that is farthest out',
        zh: '经典多维尺度分析（主坐标分析）；各轴指向其上最远的主体',
      },
      { en: `none above ${MOST_PLACED} actors`, zh: `主体超过 ${MOST_PLACED} 个时无值` },
      EMPTY_CLAUSE,
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'distance', zh: '距离' },
  source:
    'Gower (1966), Some distance properties of latent root and vector methods used in multivariate analysis',
  status: 'variant',
  says: {
    en: 'Actors that stand close live on the same things; empty space is a way of living that nobody has.',
    zh: '相距越近，所利用的资源越相似；空白处是无人占据的生态位。',
  },
  caution: {
    en: `Only distances mean something, and only as far as both axes hold the variance. ${OVERLAP_CAUTION.en}`,
    zh: `只有距离有意义，且可信程度取决于两轴所占方差。${OVERLAP_CAUTION.zh}`,
  },
  complexity: 'O(n²·R)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['niche', 'nicheStates', 'overlap'],
  onRequest: true,
  *compute(network, options): Computation<PointsDetail | null> {
    const states = yield* resourceStates(network, options);
    const places = yield* nicheMapOf(network, options);
    if (!places) return null;
    const [x, y] = places.shares;
    const share = (value: number): number | null => (Number.isNaN(value) ? null : value);
    return {
      kind: 'points',
      x: { name: { en: 'First axis', zh: '第一轴' }, style: 'number', digits: 3 },
      y: { name: { en: 'Second axis', zh: '第二轴' }, style: 'number', digits: 3 },
      xs: places.xs.slice(),
      ys: places.ys.slice(),
      distances: true,
      hulls: true,
      facts: [
        {
          id: 'first-axis',
          name: { en: 'Variance along the first axis', zh: '第一轴所占方差' },
          value: share(x),
          style: 'share',
          digits: 3,
        },
        {
          id: 'second-axis',
          name: { en: 'Variance along the second axis', zh: '第二轴所占方差' },
          value: share(y),
          style: 'share',
          digits: 3,
        },
        statesFact(states),
        holdersFact(states),
        singleStateFact(states),
      ],
    };
  },
};
