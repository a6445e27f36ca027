import type { Network } from '../../network/network.ts';
import { DIMENSION_NAMES, DIMENSIONS } from '../../model/scheme.ts';
import { clauses } from '../conventions.ts';
import type { MatrixDetail, MatrixLayer } from '../detail.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { balanceOf, meanCoverage } from './balance.ts';
import { OWN_HEURISTIC, PROFILE_CLAUSE, STATED_CAUTION } from './texts.ts';

/** Needs of the actors that `includes` names, by resource of one dimension (0 elsewhere). */
function needsOf(
  { profiles }: Network,
  amounts: Float64Array,
  dimension: number,
  includes: (actor: number) => boolean,
): Float64Array {
  const width = profiles.resourceIds.length;
  const sums = new Float64Array(width);
  for (let cell = 0; cell < amounts.length; cell++) {
    const r = cell % width;
    if (profiles.resourceDimensions[r] === dimension && includes(Math.floor(cell / width)))
      sums[r]! += amounts[cell]!;
  }
  return sums;
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Share of the needs of one dimension that are offered, of all actors; null where nothing of it is needed. */
export function* dimensionCoverage(network: Network, dimension: number): Computation<number | null> {
  const balance = yield* balanceOf(network);
  return meanCoverage(
    balance,
    needsOf(network, network.profiles.demand, dimension, () => true),
  );
}

/**
 * What the actors of each sector need and offer on each dimension of the strategy, and the share of the needs that
 * somebody offers; null where nothing is stated. Coverage in [0, 1].
 */
export const coverageByDimension: DetailMeasure = {
  id: 'dimension-coverage',
  level: 'detail',
  group: 'resources',
  name: { en: 'Coverage by strategy dimension', zh: '战略维度覆盖' },
  symbol: 'c d',
  formula: {
    text: 'Σᵣ Dₛᵣ·cᵣ/Σᵣ Dₛᵣ,  r ∈ d',
    math: math(
      fraction(
        row(sumOver(row('r', '∈', 'd')), sub('D', row('s', 'r')), sub('c', 'r')),
        row(sumOver(row('r', '∈', 'd')), sub('D', row('s', 'r'))),
      ),
    ),
  },
  where: {
    en: 'D is what sector s needs of resource r, which belongs to dimension d; c is the coverage of r by all that is offered in the region.',
    zh: 'D 为类型 s 对资源 r 的需求，r 属于维度 d；c 为区域全部供给对 r 的覆盖率。',
  },
  convention: () =>
    clauses(PROFILE_CLAUSE, {
      en: 'a need is covered by whoever in the region offers it',
      zh: '区域内任一主体的供给均计入覆盖',
    }),
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share of needs', zh: '占需求的比例' },
  source: OWN_HEURISTIC,
  status: 'ours',
  says: {
    en: 'On which of the strategy’s dimensions each sector finds what it needs.',
    zh: '各类主体在战略的哪些维度上能够获得所需。',
  },
  caution: STATED_CAUTION,
  complexity: 'O(n·R)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  *compute(network): Computation<MatrixDetail | null> {
    const balance = yield* balanceOf(network);
    const { supply, demand } = network.profiles;
    if (![...balance.supply, ...balance.demand].some((amount) => amount > 0)) return null;
    const present = network.sectorIds.map((_, s) => s).filter((s) => network.sectors.includes(s));
    const cells = (of: (sector: number, dimension: number) => number): Float64Array =>
      Float64Array.from(present.flatMap((sector) => DIMENSIONS.map((_, d) => of(sector, d))));
    const within =
      (sector: number) =>
      (actor: number): boolean =>
        network.sectors[actor] === sector;
    const layer = (
      id: string,
      name: MatrixLayer['name'],
      style: MatrixLayer['style'],
      values: Float64Array,
    ): MatrixLayer => ({ id, name, values, style, digits: 3 });
    const facts = [];
    for (const [d, id] of DIMENSIONS.entries())
      facts.push({
        id,
        name: DIMENSION_NAMES[id],
        value: yield* dimensionCoverage(network, d),
        style: 'share' as const,
        digits: 3,
      });
    return {
      kind: 'matrix',
      rows: { of: 'sector', ids: present.map((sector) => network.sectorIds[sector] ?? '') },
      columns: { of: 'dimension', ids: [...DIMENSIONS], names: DIMENSIONS.map((id) => DIMENSION_NAMES[id]) },
      layers: [
        layer(
          'coverage',
          { en: 'Needs covered', zh: '需求覆盖率' },
          'share',
          cells((sector, d) => meanCoverage(balance, needsOf(network, demand, d, within(sector))) ?? NaN),
        ),
        layer(
          'demand',
          { en: 'Needed', zh: '需求' },
          'number',
          cells((sector, d) => total(needsOf(network, demand, d, within(sector)))),
        ),
        layer(
          'supply',
          { en: 'Offered', zh: '供给' },
          'number',
          cells((sector, d) => total(needsOf(network, supply, d, within(sector)))),
        ),
      ],
      facts,
    };
  },
};
