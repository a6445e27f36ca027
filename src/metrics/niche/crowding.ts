import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses } from '../conventions.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import type { ActorMeasure, Computation } from '../measure.ts';
import { once } from '../once.ts';
import { boundedClause, EMPTY_CLAUSE, nicheClause, OVERLAP_CAUTION } from './niche-clauses.ts';
import { boundedIndex, eachPair, overlapBy } from './overlap.ts';
import { resourceStates } from './resource-states.ts';
import { holders } from './state-matrix.ts';

interface Crowding {
  /** Of each actor; NaN without a niche. */
  readonly all: Float64Array;
  readonly within: Float64Array;
  /** How many others have a niche. */
  readonly others: number;
}

function crowdingOf(network: Network, options: MeasureOptions): Computation<Crowding> {
  const index = boundedIndex(options.overlap);
  return once(network, `crowding ${options.niche} ${index}`, function* () {
    const states = yield* resourceStates(network, options);
    const overlap = overlapBy(index, states);
    const all = Float64Array.from(states.used, (used) => (used > 0 ? 0 : NaN));
    const within = all.slice();
    const rows = holders(states);
    yield* eachPair(rows, states.count, (first, second) => {
      const value = overlap(first, second);
      all[first]! += value;
      all[second]! += value;
      if (network.sectors[first] !== network.sectors[second]) return;
      within[first]! += value;
      within[second]! += value;
    });
    return { all, within, others: Math.max(0, rows.length - 1) };
  });
}

type Texts = Pick<ActorMeasure, 'id' | 'name' | 'symbol' | 'formula' | 'says' | 'unit'>;

function crowdingMeasure(texts: Texts, values: (crowding: Crowding) => Float64Array): ActorMeasure {
  return {
    ...texts,
    level: 'actor',
    group: 'niche',
    where: {
      en: 'O is the overlap of two niches, n the number of actors with a niche.',
      zh: 'O 为两个生态位的重叠，n 为具有生态位的主体数。',
    },
    convention: (setting) => clauses(nicheClause(setting), boundedClause(setting), EMPTY_CLAUSE),
    range: ({ n }) => [0, Math.max(0, n - 1)],
    hasNormalisedForm: false,
    source: 'Baum & Singh (1994), Organizational niches and the dynamics of organizational founding',
    status: 'established',
    caution: OVERLAP_CAUTION,
    complexity: 'O(n²·R)',
    style: 'number',
    digits: 3,
    usesPaths: false,
    options: ['niche', 'overlap'],
    onRequest: true,
    *compute(network, options) {
      return values(yield* crowdingOf(network, options));
    },
  };
}

/** K_i: sum of the overlaps with all others. [0, n - 1]. Baum & Singh (1994). */
export const crowding = crowdingMeasure(
  {
    id: 'crowding',
    name: { en: 'Niche crowding', zh: '生态位拥挤度' },
    symbol: 'K',
    formula: {
      text: 'Kᵢ = Σⱼ Oᵢⱼ, j ≠ i',
      math: math(sub('K', 'i'), '=', sumOver(row('j', '≠', 'i')), sub('O', row('i', 'j'))),
    },
    unit: { en: 'actors’ worth of overlap', zh: '折合完全重叠的主体数' },
    says: {
      en: 'How many others live on the same things, each counted by how much it overlaps.',
      zh: '有多少其他主体利用同样的资源，按各自的重叠程度计。',
    },
  },
  ({ all }) => all.slice(),
);

/** The same over actors of the same sector. */
export const crowdingWithin = crowdingMeasure(
  {
    id: 'crowding-within',
    name: { en: 'Niche crowding within the sector', zh: '同类型内的生态位拥挤度' },
    symbol: 'K s',
    formula: {
      text: 'Kᵢ(s) = Σⱼ Oᵢⱼ, j ≠ i, sⱼ = sᵢ',
      math: math(
        sub('K', row('i', 's')),
        '=',
        sumOver(row('j', '≠', 'i', ',', sub('s', 'j'), '=', sub('s', 'i'))),
        sub('O', row('i', 'j')),
      ),
    },
    unit: { en: 'actors’ worth of overlap', zh: '折合完全重叠的主体数' },
    says: {
      en: 'How many actors of its own sector live on the same things, each counted by how much it overlaps.',
      zh: '同类型中有多少主体利用同样的资源，按各自的重叠程度计。',
    },
  },
  ({ within }) => within.slice(),
);

/** (n - 1) - K_i. [0, n - 1]. Baum & Singh (1994). */
export const nonOverlapDensity = crowdingMeasure(
  {
    id: 'non-overlap-density',
    name: { en: 'Non-overlap density', zh: '非重叠密度' },
    symbol: 'n−K',
    formula: {
      text: '(n − 1) − Kᵢ',
      math: math('(', 'n', '−', '1', ')', '−', sub('K', 'i')),
    },
    unit: { en: 'actors’ worth of difference', zh: '折合完全不重叠的主体数' },
    says: {
      en: 'How many others live on different things: possible complements rather than rivals.',
      zh: '有多少其他主体利用不同的资源：更可能互补而非竞争。',
    },
  },
  ({ all, others }) => all.map((value) => Math.max(0, others - value)),
);

/**
 * sum of alpha_ij over j other than i, where alpha_ij = sum p_i p_j / sum p_i^2. [0, infinity). MacArthur & Levins (1967);
 * summed as in diffuse competition, MacArthur (1972).
 */
export const diffuseCompetition: ActorMeasure = {
  id: 'diffuse-competition',
  level: 'actor',
  group: 'niche',
  name: { en: 'Diffuse competition', zh: '扩散竞争' },
  symbol: 'Σα',
  formula: {
    text: 'Σⱼ αᵢⱼ, j ≠ i,  αᵢⱼ = Σᵣ pᵢᵣ·pⱼᵣ/Σᵣ pᵢᵣ²',
    math: math(
      sumOver(row('j', '≠', 'i')),
      sub('α', row('i', 'j')),
      ',',
      sub('α', row('i', 'j')),
      '=',
      fraction(
        row(sumOver('r'), sub('p', row('i', 'r')), sub('p', row('j', 'r'))),
        row(sumOver('r'), sup(sub('p', row('i', 'r')), '2')),
      ),
    ),
  },
  where: {
    en: 'p is the share of a state r in the niche of an actor; α is how hard j presses on i.',
    zh: 'p 为资源状态 r 在主体生态位中的份额；α 为 j 对 i 的竞争压力。',
  },
  convention: (setting) =>
    clauses(
      nicheClause(setting),
      {
        en: 'MacArthur-Levins α, divided by the actor’s own concentration',
        zh: 'MacArthur–Levins α，以该主体自身的集中度为分母',
      },
      EMPTY_CLAUSE,
    ),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'sum of α', zh: 'α 之和' },
  source:
    'MacArthur & Levins (1967), The limiting similarity, convergence, and divergence of coexisting species; MacArthur (1972), Geographical Ecology',
  status: 'variant',
  says: {
    en: 'How hard all others together press on this actor, by living on what it lives on.',
    zh: '其他主体因利用同样的资源而对该主体形成的总压力。',
  },
  caution: OVERLAP_CAUTION,
  complexity: 'O(n²·R)',
  style: 'number',
  digits: 3,
  usesPaths: false,
  options: ['niche'],
  onRequest: true,
  *compute(network, options) {
    const states = yield* resourceStates(network, options);
    const alpha = overlapBy('macarthur-levins', states);
    const sums = Float64Array.from(states.used, (used) => (used > 0 ? 0 : NaN));
    yield* eachPair(holders(states), 2 * states.count, (first, second) => {
      sums[first]! += alpha(first, second);
      sums[second]! += alpha(second, first);
    });
    return sums;
  },
};
