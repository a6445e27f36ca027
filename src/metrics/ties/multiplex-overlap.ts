import { clauses, directionClause } from '../conventions.ts';
import type { Fact, MatrixDetail } from '../detail.ts';
import { fraction, math, row, sub } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { within } from '../progress.ts';
import { typePairs, type TypePairs } from './tie-types.ts';

/**
 * Jaccard overlap of the pairs that are tied by two types of tie, and how many pairs they share; on the diagonal, how
 * many pairs a type has. Ordered pairs in a directed network, so that a flow there and another one back do not overlap.
 * Null with fewer than two types that have ties. [0, 1].
 */
export const multiplexOverlap: DetailMeasure = {
  id: 'multiplex-overlap',
  level: 'detail',
  group: 'ties',
  name: { en: 'Overlap of tie types', zh: '关系类型重叠' },
  symbol: 'J',
  formula: {
    text: 'J = |Pₐ ∩ P_b|/|Pₐ ∪ P_b|',
    math: math(
      'J',
      '=',
      fraction(
        row('|', sub('P', 'a'), '∩', sub('P', 'b'), '|'),
        row('|', sub('P', 'a'), '∪', sub('P', 'b'), '|'),
      ),
    ),
  },
  where: {
    en: 'P is the set of pairs of actors that are tied by one type of tie.',
    zh: 'P 为由某一类关系相连的主体对的集合。',
  },
  convention: (setting) =>
    clauses(
      directionClause(setting),
      setting.directed
        ? { en: 'ordered pairs: both types must run the same way', zh: '按有序对计算：两类关系的方向须一致' }
        : { en: 'unordered pairs', zh: '按无序对计算' },
      { en: 'weights ignored, self-loops left out', zh: '不计权重，自环不计' },
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'share of pairs', zh: '占主体对的比例' },
  source:
    'Jaccard (1912), The distribution of the flora in the alpine zone; Bianconi (2018), Multilayer Networks',
  status: 'established',
  says: {
    en: 'Whether two kinds of tie, such as funding and talent, link the same pairs of actors.',
    zh: '两类关系（例如资金与人才）是否连接着相同的主体对。',
  },
  complexity: 'O(T²·m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  *compute(network): Computation<MatrixDetail | null> {
    const types = yield* within(0, 0.5, typePairs(network, network.directed));
    if (types.length < 2) return null;
    const each = network.directed ? 1 : 0.5;
    const { shared, pairs, several } = yield* within(0.5, 0.5, sharedPairs(network.n, types));
    const size = types.length;
    const overlap = shared.map((both, cell) => {
      const one = shared[Math.floor(cell / size) * (size + 1)]!;
      const other = shared[(cell % size) * (size + 1)]!;
      return both / (one + other - both);
    });
    const axis = { of: 'tie-type', ids: types.map(({ typeId }) => typeId) } as const;
    return {
      kind: 'matrix',
      rows: axis,
      columns: axis,
      ties: true,
      layers: [
        { id: 'overlap', name: { en: 'Overlap', zh: '重叠度' }, values: overlap, style: 'number', digits: 3 },
        {
          id: 'shared',
          name: { en: 'Shared pairs', zh: '共有的主体对数' },
          values: shared.map((count) => count * each),
          style: 'count',
          digits: 3,
        },
      ],
      facts: [severalFact(several / pairs)],
    };
  },
};

function severalFact(share: number): Fact {
  return {
    id: 'several-types',
    name: { en: 'Tied pairs with more than one type of tie', zh: '有多种关系的主体对所占比例' },
    value: share,
    style: 'share',
    digits: 3,
  };
}

interface Shares {
  /** Entries that each two types have in common, type by type. */
  readonly shared: Float64Array;
  /** Entries of any type, and of more than one. */
  readonly pairs: number;
  readonly several: number;
}

/** Entries looked at between two steps: about a millisecond. */
const STEP_WORK = 20_000;

function* sharedPairs(n: number, types: readonly TypePairs[]): Computation<Shares> {
  const size = types.length;
  const shared = new Float64Array(size * size);
  const typesOf: number[][] = Array.from({ length: n }, () => []);
  const touched: number[] = [];
  let pairs = 0;
  let several = 0;
  let work = 0;
  for (let actor = 0; actor < n; actor++) {
    for (const [type, { pairs: csr }] of types.entries())
      for (let e = csr.offsets[actor]!; e < csr.offsets[actor + 1]!; e++) {
        const partner = csr.columns[e]!;
        const known = typesOf[partner]!;
        if (known.length === 0) touched.push(partner);
        known.push(type);
      }
    for (const partner of touched) {
      const known = typesOf[partner]!;
      pairs++;
      if (known.length > 1) several++;
      for (const one of known) for (const other of known) shared[one * size + other]!++;
      known.length = 0;
    }
    work += size + touched.length;
    touched.length = 0;
    if (work < STEP_WORK) continue;
    work = 0;
    yield (actor + 1) / n;
  }
  return { shared, pairs, several };
}
