import type { Localized } from '../../base/localized.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation, NetworkMeasure } from '../measure.ts';
import { balanceOf, meanCoverage } from './balance.ts';
import { deliveredOf, met } from './delivery.ts';
import { OWN_HEURISTIC, PROFILE_CLAUSE, REACH_CLAUSE, STATED_CAUTION } from './texts.ts';

const SHARED = {
  group: 'resources',
  hasNormalisedForm: false,
  source: OWN_HEURISTIC,
  status: 'ours',
  caution: STATED_CAUTION,
  digits: 3,
  usesPaths: false,
} as const;

const OF_NEEDS: Localized = { en: 'share of needs', zh: '占需求的比例' };
const COVERAGE = row(sub('c', 'r'), '=', 'min', '(', '1', ',', fraction(sub('Q', 'r'), sub('D', 'r')), ')');

/** Share of all needs that what is offered would cover if it got everywhere; null where nothing is needed. [0, 1]. */
export const totalCoverage: NetworkMeasure = {
  ...SHARED,
  id: 'demand-coverage',
  level: 'network',
  name: { en: 'Coverage of needs', zh: '需求覆盖率' },
  symbol: 'c',
  formula: {
    text: 'c = Σᵣ Dᵣ·cᵣ/Σᵣ Dᵣ,  cᵣ = min(1, Qᵣ/Dᵣ)',
    math: math(
      'c',
      '=',
      fraction(row(sumOver('r'), sub('D', 'r'), sub('c', 'r')), row(sumOver('r'), sub('D', 'r'))),
      ',',
      COVERAGE,
    ),
  },
  where: {
    en: 'Q is what is offered of resource r, D what is needed of it, by all actors together.',
    zh: 'Q 为全部主体对资源 r 的供给之和，D 为需求之和。',
  },
  convention: () => clauses(PROFILE_CLAUSE, { en: 'as if it got everywhere', zh: '假定供给可到达所有主体' }),
  range: () => [0, 1],
  unit: OF_NEEDS,
  says: {
    en: 'Which share of all that is needed here somebody offers.',
    zh: '这里的全部需求中，有多大比例是有主体供给的。',
  },
  complexity: 'O(n·R)',
  style: 'share',
  *compute(network) {
    const balance = yield* balanceOf(network);
    return meanCoverage(balance, balance.demand);
  },
};

/** Share of all needs that what is offered covers along the ties there are; null where nothing is needed. [0, 1]. */
export const reachableCoverage: NetworkMeasure = {
  ...SHARED,
  id: 'reachable-coverage',
  level: 'network',
  name: { en: 'Coverage that gets there', zh: '可达覆盖率' },
  symbol: 'c ties',
  formula: {
    text: 'Σᵢᵣ min(dᵢᵣ, gᵢᵣ)/Σᵢᵣ dᵢᵣ',
    math: math(
      fraction(
        row(
          sumOver(row('i', ',', 'r')),
          'min',
          '(',
          sub('d', row('i', 'r')),
          ',',
          sub('g', row('i', 'r')),
          ')',
        ),
        row(sumOver(row('i', ',', 'r')), sub('d', row('i', 'r'))),
      ),
    ),
  },
  where: {
    en: 'd is what actor i needs of resource r, g what gets to it.',
    zh: 'd 为主体 i 对资源 r 的需求，g 为到达它的数量。',
  },
  convention: (setting) => clauses(directionClause(setting), REACH_CLAUSE),
  range: () => [0, 1],
  unit: OF_NEEDS,
  says: {
    en: 'Which share of all that is needed here is offered and also gets to those who need it.',
    zh: '这里的全部需求中，有多大比例既有供给，又能到达需要者。',
  },
  complexity: 'O(Σ k²·R)',
  style: 'share',
  *compute(network) {
    const { demand } = network.profiles;
    const delivered = yield* deliveredOf(network);
    let needed = 0;
    let covered = 0;
    for (let cell = 0; cell < demand.length; cell++) {
      needed += demand[cell]!;
      covered += met(demand[cell]!, delivered[cell]!);
    }
    return needed > 0 ? Math.min(1, covered / needed) : null;
  },
};

/** How many resources are needed and offered by nobody; null where nothing is needed. [0, R]. */
export const vacantNiches: NetworkMeasure = {
  ...SHARED,
  id: 'vacant-niches',
  level: 'network',
  name: { en: 'Vacant niches', zh: '空缺生态位数' },
  symbol: 'v',
  formula: {
    text: '#{r: Qᵣ = 0 < Dᵣ}',
    math: math('#', '{', 'r', ':', sub('Q', 'r'), '=', '0', '<', sub('D', 'r'), '}'),
  },
  where: {
    en: 'Q is what is offered of resource r, D what is needed of it, by all actors together.',
    zh: 'Q 为全部主体对资源 r 的供给之和，D 为需求之和。',
  },
  convention: () => clauses(PROFILE_CLAUSE),
  range: () => [0, Infinity],
  unit: { en: 'resources', zh: '种资源' },
  says: {
    en: 'How many things are needed here that nobody offers.',
    zh: '有多少种资源有主体需要却无人供给。',
  },
  complexity: 'O(n·R)',
  style: 'count',
  *compute(network) {
    const { supply, demand } = yield* balanceOf(network);
    if (!demand.some((needed) => needed > 0)) return null;
    return demand.reduce((count, needed, r) => count + (needed > 0 && supply[r] === 0 ? 1 : 0), 0);
  },
};

type Texts = Pick<ActorMeasure, 'id' | 'name' | 'symbol' | 'formula' | 'where' | 'unit' | 'says'> & {
  readonly withTies: boolean;
};

function actorShare(
  { withTies, ...texts }: Texts,
  compute: (network: Network) => Computation<Float64Array>,
): ActorMeasure {
  return {
    ...SHARED,
    ...texts,
    level: 'actor',
    convention: (setting) =>
      withTies
        ? clauses(directionClause(setting), REACH_CLAUSE)
        : clauses(PROFILE_CLAUSE, { en: 'as if it got everywhere', zh: '假定供给可到达所有主体' }),
    range: () => [0, 1],
    complexity: withTies ? 'O(Σ k²·R)' : 'O(n·R)',
    style: 'share',
    *compute(network) {
      return yield* compute(network);
    },
  };
}

/** Of each row of amounts the mean of what `worth` gives for each cell; NaN for rows without any. */
function rowShares(amounts: Float64Array, n: number, worth: (cell: number) => number): Float64Array {
  const width = amounts.length / Math.max(1, n);
  return Float64Array.from({ length: n }, (_, actor) => {
    let all = 0;
    let counted = 0;
    for (let cell = actor * width; cell < (actor + 1) * width; cell++) {
      if (amounts[cell] === 0) continue;
      all += amounts[cell]!;
      counted += worth(cell);
    }
    return all > 0 ? Math.min(1, counted / all) : NaN;
  });
}

/** Share of an actor's needs that the region's supply would cover; NaN for one that needs nothing. [0, 1]. */
export const needsCovered = actorShare(
  {
    id: 'needs-covered',
    name: { en: 'Needs that are offered', zh: '需求覆盖率（主体）' },
    symbol: 'c i',
    formula: {
      text: 'cᵢ = Σᵣ dᵢᵣ·cᵣ/Σᵣ dᵢᵣ',
      math: math(
        sub('c', 'i'),
        '=',
        fraction(
          row(sumOver('r'), sub('d', row('i', 'r')), sub('c', 'r')),
          row(sumOver('r'), sub('d', row('i', 'r'))),
        ),
        ',',
        COVERAGE,
      ),
    },
    where: {
      en: 'd is what actor i needs of resource r; Q and D are what is offered and needed of it by all.',
      zh: 'd 为主体 i 对资源 r 的需求；Q 与 D 为全部主体的供给与需求之和。',
    },
    unit: OF_NEEDS,
    says: {
      en: 'Which share of what this actor needs somebody in the region offers.',
      zh: '该主体的需求中，有多大比例在区域内有主体供给。',
    },
    withTies: false,
  },
  function* (network) {
    const { coverage } = yield* balanceOf(network);
    const { demand } = network.profiles;
    return rowShares(demand, network.n, (cell) => demand[cell]! * coverage[cell % coverage.length]!);
  },
);

/** Share of an actor's needs that are met along the ties there are; NaN for one that needs nothing. [0, 1]. */
export const needsReached = actorShare(
  {
    id: 'needs-reached',
    name: { en: 'Needs that are reached', zh: '需求可达率' },
    symbol: 'g i',
    formula: {
      text: 'Σᵣ min(dᵢᵣ, gᵢᵣ)/Σᵣ dᵢᵣ',
      math: math(
        fraction(
          row(sumOver('r'), 'min', '(', sub('d', row('i', 'r')), ',', sub('g', row('i', 'r')), ')'),
          row(sumOver('r'), sub('d', row('i', 'r'))),
        ),
      ),
    },
    where: {
      en: 'd is what actor i needs of resource r, g what gets to it.',
      zh: 'd 为主体 i 对资源 r 的需求，g 为到达它的数量。',
    },
    unit: OF_NEEDS,
    says: {
      en: 'Which share of what this actor needs gets to it through its partners and theirs.',
      zh: '该主体的需求中，有多大比例能经由其合作方及合作方的合作方得到满足。',
    },
    withTies: true,
  },
  function* (network) {
    const delivered = yield* deliveredOf(network);
    const { demand } = network.profiles;
    return rowShares(demand, network.n, (cell) => met(demand[cell]!, delivered[cell]!));
  },
);

/** Share of an actor's supply that is needed; NaN for one that offers nothing. [0, 1]. */
export const supplyWanted = actorShare(
  {
    id: 'supply-wanted',
    name: { en: 'Supply that is wanted', zh: '供给有效率' },
    symbol: 'w i',
    formula: {
      text: 'Σᵣ sᵢᵣ·min(1, Dᵣ/Qᵣ)/Σᵣ sᵢᵣ',
      math: math(
        fraction(
          row(
            sumOver('r'),
            sub('s', row('i', 'r')),
            'min',
            '(',
            '1',
            ',',
            fraction(sub('D', 'r'), sub('Q', 'r')),
            ')',
          ),
          row(sumOver('r'), sub('s', row('i', 'r'))),
        ),
      ),
    },
    where: {
      en: 's is what actor i offers of resource r; Q and D are what is offered and needed of it by all.',
      zh: 's 为主体 i 对资源 r 的供给；Q 与 D 为全部主体的供给与需求之和。',
    },
    unit: { en: 'share of supply', zh: '占供给的比例' },
    says: {
      en: 'Which share of what this actor offers is needed by anybody; the rest lies idle.',
      zh: '该主体的供给中，有多大比例为他人所需；其余处于闲置。',
    },
    withTies: false,
  },
  function* (network) {
    const { supply: offered, demand: needed } = yield* balanceOf(network);
    const { supply } = network.profiles;
    return rowShares(supply, network.n, (cell) => {
      const r = cell % offered.length;
      return supply[cell]! * Math.min(1, needed[r]! / offered[r]!);
    });
  },
);
