import { clauses } from '../conventions.ts';
import type { Fact, MatrixDetail, MatrixLayer } from '../detail.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { OPTION_TEXTS } from '../options.ts';
import { within } from '../progress.ts';
import { linkageOrder } from './linkage-order.ts';
import {
  availabilityClause,
  EMPTY_CLAUSE,
  nicheClause,
  OVERLAP_CAUTION,
  overlapClause,
} from './niche-clauses.ts';
import { holdersFact, singleStateFact, statesFact } from './niche-facts.ts';
import { boundedIndex, eachPair, hasDirection, overlapBy, type OverlapIndex } from './overlap.ts';
import { resourceStates } from './resource-states.ts';
import { holders, type StateMatrix } from './state-matrix.ts';

/** Cells of a matrix grow with the square: some 40 MB at this number. */
const MOST_ACTORS = 1000;

/** Shown beside the index in force. */
const ALWAYS: readonly OverlapIndex[] = ['schoener', 'pianka', 'macarthur-levins'];

/**
 * How much every two niches overlap: by the index in force, then Schoener, Pianka and MacArthur-Levins alpha (how hard the
 * column presses on the row), and the separation. Actors stand in the order of a clustering by average linkage. Null with
 * fewer than two niches, or more than a thousand.
 */
export const nicheOverlap: DetailMeasure = {
  id: 'niche-overlap',
  level: 'detail',
  group: 'niche',
  name: { en: 'Niche overlap', zh: '生态位重叠' },
  symbol: 'O',
  formula: {
    text: 'Dᵢⱼ = 1 − ½ Σᵣ |pᵢᵣ − pⱼᵣ|,  Oᵢⱼ = Σᵣ pᵢᵣ·pⱼᵣ/√(Σᵣ pᵢᵣ²·Σᵣ pⱼᵣ²),  αᵢⱼ = Σᵣ pᵢᵣ·pⱼᵣ/Σᵣ pᵢᵣ²',
    math: math(
      sub('D', row('i', 'j')),
      '=',
      '1',
      '−',
      fraction('1', '2'),
      sumOver('r'),
      '|',
      sub('p', row('i', 'r')),
      '−',
      sub('p', row('j', 'r')),
      '|',
      ',',
      sub('α', row('i', 'j')),
      '=',
      fraction(
        row(sumOver('r'), sub('p', row('i', 'r')), sub('p', row('j', 'r'))),
        row(sumOver('r'), sup(sub('p', row('i', 'r')), '2')),
      ),
      ',',
      sub('O', row('i', 'j')),
      '=',
      sup(row('(', sub('α', row('i', 'j')), sub('α', row('j', 'i')), ')'), row('1', '/', '2')),
    ),
  },
  where: {
    en: 'p is the share of a state r in the niche of an actor; D is Schoener’s overlap, O Pianka’s, α how hard j presses on i.',
    zh: 'p 为资源状态 r 在主体生态位中的份额；D 为 Schoener 重叠，O 为 Pianka 重叠，α 为 j 对 i 的竞争压力。',
  },
  convention: (setting) =>
    clauses(
      nicheClause(setting),
      overlapClause(setting),
      setting.overlap === 'hurlbert' && availabilityClause(setting),
      setting.overlap === 'morisita' && {
        en: 'whole numbers only, of more than one in all',
        zh: '仅用于合计大于一的整数计数',
      },
      {
        en: 'MacArthur-Levins α: the column presses on the row',
        zh: 'MacArthur–Levins α：列主体对行主体的压力',
      },
      { en: 'actors ordered by average linkage', zh: '主体按平均联接聚类排序' },
      { en: `none above ${MOST_ACTORS} actors`, zh: `主体超过 ${MOST_ACTORS} 个时无值` },
      EMPTY_CLAUSE,
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'overlap', zh: '重叠' },
  source:
    'Schoener (1968), The Anolis lizards of Bimini; Pianka (1973), The structure of lizard communities; MacArthur & Levins (1967), The limiting similarity, convergence, and divergence of coexisting species; Horn (1966), Measurement of overlap in comparative ecological studies; Morisita (1959), Measuring of interspecific association and similarity between communities; Hurlbert (1978), The measurement of niche overlap and some relatives',
  status: 'contested',
  says: {
    en: 'Who shares a niche with whom: pairs that live on the same things stand out as blocks.',
    zh: '谁与谁共享生态位：利用同样资源的主体在图中聚成块。',
  },
  caution: OVERLAP_CAUTION,
  complexity: 'O(n²·R)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['niche', 'nicheStates', 'availability', 'overlap'],
  onRequest: true,
  *compute(network, options): Computation<MatrixDetail | null> {
    const states = yield* resourceStates(network, options);
    const rows = holders(states);
    if (rows.length < 2 || rows.length > MOST_ACTORS) return null;
    const bounded = yield* within(0, 0.2, matrixOf(states, rows, boundedIndex(options.overlap)));
    const order = yield* within(0.2, 0.3, linkageOrder(rows.length, bounded));
    const ordered = Uint32Array.from(order, (place) => rows[place]!);

    const layers: MatrixLayer[] = [];
    const indices = [...new Set([options.overlap, ...ALWAYS])];
    for (const [k, index] of indices.entries()) {
      const values = yield* within(
        0.5 + (0.5 * k) / indices.length,
        0.5 / indices.length,
        matrixOf(states, ordered, index),
      );
      layers.push({
        id: index,
        name: OPTION_TEXTS.overlap.values[index] ?? { en: index, zh: index },
        values,
        style: 'number',
        digits: 3,
      });
    }
    layers.push({
      id: 'separation',
      name: { en: 'Separation (1 − overlap)', zh: '分离度（1 − 重叠）' },
      values: separations(bounded, order),
      style: 'number',
      digits: 3,
    });
    const axis = { of: 'actor', ids: Array.from(ordered, (actor) => network.actorIds[actor] ?? '') } as const;
    return {
      kind: 'matrix',
      rows: axis,
      columns: axis,
      layers,
      facts: [
        meanFact(layers[0]?.values ?? new Float64Array(0), rows.length),
        statesFact(states),
        holdersFact(states),
        singleStateFact(states),
      ],
    };
  },
};

function* matrixOf(states: StateMatrix, rows: Uint32Array, index: OverlapIndex): Computation<Float64Array> {
  const n = rows.length;
  const overlap = overlapBy(index, states);
  const values = new Float64Array(n * n);
  for (let k = 0; k < n; k++) values[k * (n + 1)] = overlap(rows[k]!, rows[k]!);
  yield* eachPair(rows, states.count, (first, second, k, l) => {
    values[k * n + l] = overlap(first, second);
    values[l * n + k] = hasDirection(index) ? overlap(second, first) : values[k * n + l]!;
  });
  return values;
}

/** 1 - overlap, with rows and columns in this order. */
function separations(values: Float64Array, order: readonly number[]): Float64Array {
  const n = order.length;
  const moved = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    const start = order[k]! * n;
    for (let l = 0; l < n; l++) moved[k * n + l] = Math.max(0, 1 - values[start + order[l]!]!);
  }
  return moved;
}

/** Over all pairs for which the index is defined. */
function meanFact(values: Float64Array, n: number): Fact {
  let sum = 0;
  let pairs = 0;
  for (let cell = 0; cell < values.length; cell++) {
    if (cell % (n + 1) === 0 || Number.isNaN(values[cell]!)) continue;
    sum += values[cell]!;
    pairs++;
  }
  return {
    id: 'mean',
    name: { en: 'Mean overlap of a pair', zh: '成对重叠的均值' },
    value: pairs > 0 ? sum / pairs : null,
    style: 'number',
    digits: 3,
  };
}
