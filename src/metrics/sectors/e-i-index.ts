import { same, type Localized } from '../../base/localized.ts';
import type { Network } from '../../network/network.ts';
import { clauses, PARALLEL_CLAUSE } from '../conventions.ts';
import type { Fact, TestsDetail } from '../detail.ts';
import { fraction, math, row, sub } from '../math.ts';
import {
  atOnce,
  type ActorMeasure,
  type Computation,
  type DetailMeasure,
  type Measure,
  type NetworkMeasure,
  type SectorMeasure,
} from '../measure.ts';
import { eachDeal, permutationTest } from '../permutation.ts';
import { dealtClause, PARTNERS_CLAUSE, sectorSizes } from './labels.ts';

type Shared = Pick<
  Measure,
  | 'group'
  | 'symbol'
  | 'formula'
  | 'where'
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
  group: 'sectors',
  symbol: 'E-I',
  formula: {
    text: 'EI = (E − I)/(E + I)',
    math: math('EI', '=', fraction(row('E', '−', 'I'), row('E', '+', 'I'))),
  },
  where: {
    en: 'E counts partners of other sectors, I partners of the same sector.',
    zh: 'E 为其他类型的合作方数，I 为同一类型的合作方数。',
  },
  range: () => [-1, 1],
  hasNormalisedForm: false,
  unit: { en: 'index', zh: '指数' },
  source:
    'Krackhardt & Stern (1988), Informal networks and organizational crises: an experimental simulation',
  status: 'established',
  complexity: 'O(n + m)',
  style: 'number',
  digits: 3,
  usesPaths: false,
};

const CHANCE_CAUTION: Localized = {
  en: 'A small sector is outward-looking by its size alone: compare with the value that size makes expected.',
  zh: '主体少的类型仅因规模就偏向外部：请与按规模期望的值比较。',
};

const SIDES = 2;

/** Partners of the same sector (even places) and of others (odd places), of the actors of each sector. */
function sides({ either, n }: Network, sectors: Uint16Array, sums: Float64Array): void {
  sums.fill(0);
  const { offsets, columns } = either;
  for (let actor = 0; actor < n; actor++) {
    const own = sectors[actor]!;
    let inside = 0;
    for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++) if (sectors[columns[e]!] === own) inside++;
    sums[SIDES * own]! += inside;
    sums[SIDES * own + 1]! += offsets[actor + 1]! - offsets[actor]! - inside;
  }
}

/** NaN where there are no partners. */
function index(inside: number, outside: number): number {
  return (outside - inside) / (outside + inside);
}

/** One value a sector; NaN for sectors without partners. */
function indexOfSectors(sums: Float64Array, values: Float64Array): void {
  for (let sector = 0; sector < values.length; sector++)
    values[sector] = index(sums[SIDES * sector]!, sums[SIDES * sector + 1]!);
}

/** NaN without ties. */
function indexOfAll(sums: Float64Array): number {
  let inside = 0;
  let outside = 0;
  for (let k = 0; k < sums.length; k += SIDES) {
    inside += sums[k]!;
    outside += sums[k + 1]!;
  }
  return index(inside, outside);
}

function sumsOf(network: Network): Float64Array {
  const sums = new Float64Array(SIDES * network.sectorIds.length);
  sides(network, network.sectors, sums);
  return sums;
}

/** (E - I) / (E + I) of each actor; NaN for isolates. [-1, 1]. Krackhardt & Stern (1988). */
export const eIIndex: ActorMeasure = {
  ...SHARED,
  id: 'e-i-index',
  level: 'actor',
  name: { en: 'E-I index', zh: 'E-I 指数' },
  convention: () => clauses(PARTNERS_CLAUSE, PARALLEL_CLAUSE),
  says: {
    en: 'Whether this actor’s partners are of other sectors (+1), of its own (-1), or of both alike (0).',
    zh: '该主体的合作方来自其他类型（+1）、本类型（-1），还是两者各半（0）。',
  },
  caution: CHANCE_CAUTION,
  compute: atOnce(({ either: { offsets, columns }, sectors, n }) => {
    const values = new Float64Array(n);
    for (let actor = 0; actor < n; actor++) {
      let inside = 0;
      for (let e = offsets[actor]!; e < offsets[actor + 1]!; e++)
        if (sectors[columns[e]!] === sectors[actor]) inside++;
      values[actor] = index(inside, offsets[actor + 1]! - offsets[actor]! - inside);
    }
    return values;
  }),
};

const SECTOR_CLAUSE: Localized = {
  en: 'summed over the partners of all actors of the sector, so that a tie within it counts from both ends',
  zh: '对该类型全部主体的合作方求和，类型内部的关系从两端各计一次',
};

/** (E - I) / (E + I) over the partners of a sector's actors; NaN without partners. [-1, 1]. */
export const sectorEIIndex: SectorMeasure = {
  ...SHARED,
  id: 'sector-e-i-index',
  level: 'sector',
  name: { en: 'E-I index of the sector', zh: '类型 E-I 指数' },
  convention: () => clauses(SECTOR_CLAUSE, PARTNERS_CLAUSE, PARALLEL_CLAUSE),
  says: {
    en: 'Whether the actors of this sector look outward (+1) or keep to themselves (-1).',
    zh: '该类型的主体偏向与外部合作（+1）还是偏向内部合作（-1）。',
  },
  caution: CHANCE_CAUTION,
  compute: atOnce((network) => {
    const values = new Float64Array(network.sectorIds.length);
    indexOfSectors(sumsOf(network), values);
    return values;
  }),
};

/** The sector's E-I index if partners were chosen by chance; NaN without actors, or with one actor in all. [-1, 1]. */
export const sectorEIExpected: SectorMeasure = {
  ...SHARED,
  id: 'sector-e-i-expected',
  level: 'sector',
  name: { en: 'E-I index expected by size', zh: '按规模期望的 E-I 指数' },
  symbol: 'E-I*',
  formula: {
    text: 'EI* = (n − nₛ − (nₛ − 1))/(n − 1)',
    math: math(
      'EI',
      '*',
      '=',
      fraction(row('n', '−', sub('n', 's'), '−', '(', sub('n', 's'), '−', '1', ')'), row('n', '−', '1')),
    ),
  },
  where: {
    en: 'n is the number of actors, nₛ that of the sector.',
    zh: 'n 为主体总数，nₛ 为该类型的主体数。',
  },
  convention: () =>
    clauses({
      en: 'as if every pair of actors were equally likely to be tied',
      zh: '假设任意两个主体之间出现关系的可能性相同',
    }),
  says: {
    en: 'Which E-I index the size of this sector alone makes expected.',
    zh: '仅由该类型的规模所决定的 E-I 指数期望值。',
  },
  compute: atOnce(({ n, ...network }) =>
    sectorSizes(network).map((size) => (size === 0 || n < 2 ? NaN : (n - 2 * size + 1) / (n - 1))),
  ),
};

/** (E - I) / (E + I) over all tied pairs; null without ties. [-1, 1]. */
export const networkEIIndex: NetworkMeasure = {
  ...SHARED,
  id: 'network-e-i-index',
  level: 'network',
  name: { en: 'E-I index of the network', zh: '网络 E-I 指数' },
  where: {
    en: 'E counts tied pairs of different sectors, I those of the same sector.',
    zh: 'E 为不同类型之间有关系的对数，I 为同一类型内有关系的对数。',
  },
  convention: () =>
    clauses(
      {
        en: 'each tied pair counts once, whatever the direction and weight',
        zh: '不论方向与权重，每对只计一次',
      },
      PARALLEL_CLAUSE,
    ),
  says: {
    en: 'Whether ties mostly cross sectors (+1) or stay within them (-1).',
    zh: '关系主要跨类型（+1）还是局限在类型内部（-1）。',
  },
  caution: {
    en: 'With many sectors most pairs cross them anyway: +0.3 can be less mixing than chance. See its test.',
    zh: '类型较多时，多数配对本就跨类型：+0.3 也可能低于随机水平。请看其检验。',
  },
  compute: atOnce((network) => {
    const value = indexOfAll(sumsOf(network));
    return Number.isNaN(value) ? null : value;
  }),
};

/** The E-I index of the network and of each sector against sectors dealt anew; null without ties. */
export const eITest: DetailMeasure = {
  ...SHARED,
  id: 'e-i-test',
  level: 'detail',
  name: { en: 'E-I index against chance', zh: 'E-I 指数的检验' },
  convention: (setting) => clauses(dealtClause(setting), SECTOR_CLAUSE, PARTNERS_CLAUSE, PARALLEL_CLAUSE),
  says: {
    en: 'Whether the network and its sectors look outward more, or less, than chance would make them.',
    zh: '与随机情形相比，网络及各类型更偏向外部还是更偏向内部。',
  },
  complexity: 'O(permutations·(n + m))',
  options: ['permutations', 'seed'],
  onRequest: true,
  unsureWhenSmall: true,
  *compute(network, { permutations, seed }): Computation<TestsDetail | null> {
    const sums = sumsOf(network);
    const observed = indexOfAll(sums);
    if (Number.isNaN(observed)) return null;
    const sectorCount = network.sectorIds.length;
    const ofSectors = new Float64Array(sectorCount);
    indexOfSectors(sums, ofSectors);
    const dealt = new Float64Array(sums.length);
    const values = new Float64Array(sectorCount);
    const permuted = new Float64Array(permutations);
    const permutedOf = Array.from({ length: sectorCount }, () => new Float64Array(permutations));
    yield* eachDeal(
      network.sectors,
      { permutations, seed },
      network.either.columns.length,
      (sectors, deal) => {
        sides(network, sectors, dealt);
        permuted[deal] = indexOfAll(dealt);
        indexOfSectors(dealt, values);
        for (let sector = 0; sector < sectorCount; sector++) permutedOf[sector]![deal] = values[sector]!;
      },
    );
    const sizes = sectorSizes(network);
    return {
      kind: 'tests',
      rows: [
        {
          id: networkEIIndex.id,
          name: { en: 'Whole network', zh: '整个网络' },
          test: permutationTest(observed, permuted, seed),
        },
        ...network.sectorIds
          .map((id, sector) => ({
            id,
            name: same(id),
            test: permutationTest(ofSectors[sector]!, permutedOf[sector]!, seed),
          }))
          .filter((_, sector) => sizes[sector]! > 0),
      ],
      style: 'number',
      digits: 3,
      facts: [expectedOfAll(network.n, sizes)],
    };
  },
};

function expectedOfAll(n: number, sizes: Float64Array): Fact {
  const inside = sizes.reduce((sum, size) => sum + size * (size - 1), 0);
  return {
    id: 'expected',
    name: { en: 'Expected by the sizes of the sectors', zh: '按各类型规模的期望值' },
    value: 1 - (2 * inside) / (n * (n - 1)),
    style: 'number',
    digits: 3,
  };
}
