import { same } from '../../base/localized.ts';
import { clauses } from '../conventions.ts';
import type { TestsDetail } from '../detail.ts';
import { fraction, math, row, sub } from '../math.ts';
import type { Computation, DetailMeasure } from '../measure.ts';
import { permutationTest } from '../permutation.ts';
import {
  availabilityClause,
  EMPTY_CLAUSE,
  nicheClause,
  OVERLAP_CAUTION,
  overlapClause,
  shuffledClause,
  statesClause,
} from './niche-clauses.ts';
import { holdersFact, singleStateFact, statesFact } from './niche-facts.ts';
import { eachPair, hasDirection, overlapBy, type Overlap, type OverlapIndex } from './overlap.ts';
import { resourceStates } from './resource-states.ts';
import { eachRowShuffle } from './row-shuffles.ts';
import { holders, takeRows, type StateMatrix } from './state-matrix.ts';

/**
 * The mean overlap of all pairs, and of the pairs within each sector, against RA3 (Lawlor 1980); z is the standardised
 * effect size. Null with fewer than two niches.
 */
export const nicheOverlapTest: DetailMeasure = {
  id: 'niche-overlap-test',
  level: 'detail',
  group: 'niche',
  name: { en: 'Niche overlap against chance', zh: '生态位重叠的检验' },
  symbol: 'SES',
  formula: {
    text: 'SES = (O − μ)/σ',
    math: math('SES', '=', fraction(row('O', '−', sub('μ', '0')), sub('σ', '0'))),
  },
  where: {
    en: 'O is the mean overlap observed, μ and σ the mean and the standard deviation of what chance gives.',
    zh: 'O 为观测到的平均重叠，μ 与 σ 为随机结果的均值与标准差。',
  },
  convention: (setting) =>
    clauses(
      nicheClause(setting),
      statesClause(setting),
      overlapClause(setting),
      setting.overlap === 'hurlbert' && availabilityClause(setting),
      shuffledClause(setting),
      EMPTY_CLAUSE,
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'mean overlap', zh: '平均重叠' },
  source:
    'Lawlor (1980), Structure and stability in natural and randomly constructed competitive communities',
  status: 'established',
  says: {
    en: 'Whether actors share niches more (crowded) or less (kept apart) than if each had chosen its states by chance.',
    zh: '与随机选择资源状态相比，主体的生态位重叠更多（拥挤）还是更少（相互回避）。',
  },
  caution: OVERLAP_CAUTION,
  complexity: 'O(permutations·n²·R)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['niche', 'nicheStates', 'availability', 'overlap', 'permutations', 'seed'],
  onRequest: true,
  unsureWhenSmall: true,
  *compute(network, options): Computation<TestsDetail | null> {
    const { permutations, seed } = options;
    const states = yield* resourceStates(network, options);
    const rows = holders(states);
    if (rows.length < 2) return null;
    const own = takeRows(states, rows);
    const sectors = Uint16Array.from(rows, (actor) => network.sectors[actor]!);
    const sectorCount = network.sectorIds.length;
    const observed = yield* means(own, options.overlap, sectors, sectorCount);

    const permuted = Array.from({ length: sectorCount + 1 }, () => new Float64Array(permutations));
    yield* eachRowShuffle(own.shares, own.count, options, function* (shares, deal) {
      const chance = yield* means({ ...own, shares }, options.overlap, sectors, sectorCount);
      for (const [k, mean] of chance.entries()) permuted[k]![deal] = mean;
    });
    const test = (place: number) =>
      permutationTest(observed[place]!, permuted[place] ?? new Float64Array(0), seed);
    return {
      kind: 'tests',
      rows: [
        { id: 'all', name: { en: 'All pairs', zh: '全部主体对' }, test: test(sectorCount) },
        ...network.sectorIds
          .map((id, sector) => ({ id, name: same(id), test: test(sector) }))
          .filter((_, sector) => !Number.isNaN(observed[sector]!)),
      ],
      style: 'number',
      digits: 3,
      facts: [statesFact(states), holdersFact(states), singleStateFact(states)],
    };
  },
};

/** Mean overlaps within each sector, then over all pairs; NaN where no pair has one. */
function* means(
  states: StateMatrix,
  index: OverlapIndex,
  sectors: Uint16Array,
  sectorCount: number,
): Computation<Float64Array> {
  const sums = new Float64Array(sectorCount + 1);
  const pairs = new Float64Array(sectorCount + 1);
  const overlap = bothWays(overlapBy(index, states), index);
  const rows = Uint32Array.from({ length: states.rows }, (_, k) => k);
  yield* eachPair(rows, states.count, (first, second) => {
    const value = overlap(first, second);
    if (Number.isNaN(value)) return;
    sums[sectorCount]! += value;
    pairs[sectorCount]!++;
    if (sectors[first] !== sectors[second]) return;
    sums[sectors[first]!]! += value;
    pairs[sectors[first]!]!++;
  });
  return sums.map((sum, k) => sum / pairs[k]!);
}

function bothWays(overlap: Overlap, index: OverlapIndex): Overlap {
  return hasDirection(index) ? (i, j) => (overlap(i, j) + overlap(j, i)) / 2 : overlap;
}
