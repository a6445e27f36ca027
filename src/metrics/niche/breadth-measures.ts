import type { Localized } from '../../base/localized.ts';
import type { OptionId } from '../../model/measure-options.ts';
import { clauses } from '../conventions.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import type { ActorMeasure } from '../measure.ts';
import {
  breadths,
  evenness,
  hurlbertB,
  hurlbertBA,
  levinsB,
  levinsBA,
  pairedDifference,
  shannon,
  smithFT,
  type Breadth,
} from './breadth.ts';
import { availabilityClause, EMPTY_CLAUSE, nicheClause, statesClause } from './niche-clauses.ts';
import { resourceStates } from './resource-states.ts';

type Texts = Pick<
  ActorMeasure,
  'id' | 'name' | 'symbol' | 'formula' | 'range' | 'unit' | 'source' | 'says'
> & {
  readonly where?: Localized;
  readonly caution?: Localized;
  readonly style?: ActorMeasure['style'];
  /** Whether R, the number of states, and their availability change it. */
  readonly dependsOn: { readonly states?: true; readonly availability?: true };
};

const WHERE_P: Localized = {
  en: 'p is the share of one state in all that an actor uses, R the number of states.',
  zh: 'p 为某一资源状态在主体全部利用中所占的份额，R 为资源状态数。',
};

const WHERE_A: Localized = {
  en: 'p is the share of one state in all that an actor uses, a its share in what is available.',
  zh: 'p 为某一资源状态在主体全部利用中所占的份额，a 为其在可得资源中的份额。',
};

const DEPENDS_ON_R: Localized = {
  en: 'Depends on R, the number of states: compare only what was computed with the same R.',
  zh: '取决于资源状态数 R：只可比较按同一 R 计算的数值。',
};

const HURLBERT = 'Hurlbert (1978), The measurement of niche overlap and some relatives';

const P_SQUARED = row(sumOver('r'), sup(sub('p', 'r'), '2'));

function breadthMeasure(
  { dependsOn, where = WHERE_P, style = 'number', ...texts }: Texts,
  breadth: Breadth,
): ActorMeasure {
  const { states, availability } = dependsOn;
  const options: OptionId[] = ['niche'];
  if (states) options.push('nicheStates');
  if (availability) options.push('availability');
  return {
    ...texts,
    level: 'actor',
    group: 'niche',
    where,
    convention: (setting) =>
      clauses(
        nicheClause(setting),
        states === true && statesClause(setting),
        availability === true && availabilityClause(setting),
        EMPTY_CLAUSE,
      ),
    hasNormalisedForm: false,
    status: 'established',
    complexity: 'O(m + n·R)',
    style,
    digits: 3,
    usesPaths: false,
    options,
    *compute(network, options) {
      return breadths(yield* resourceStates(network, options), breadth);
    },
  };
}

/** B_A = (B - 1) / (R - 1). [0, 1]; NaN if R = 1. Levins (1968), standardised by Hurlbert (1978). */
export const nicheBreadth = breadthMeasure(
  {
    id: 'niche-breadth',
    name: { en: 'Niche breadth', zh: '生态位宽度' },
    symbol: 'B A',
    formula: {
      text: 'B(A) = (B − 1)/(R − 1),  B = 1/Σᵣ pᵣ²',
      math: math(
        sub('B', 'A'),
        '=',
        fraction(row('B', '−', '1'), row('R', '−', '1')),
        ',',
        'B',
        '=',
        fraction('1', P_SQUARED),
      ),
    },
    range: () => [0, 1],
    unit: { en: '0 one state, 1 all alike', zh: '0 为单一状态，1 为均匀利用' },
    source: `Levins (1968), Evolution in Changing Environments; ${HURLBERT}`,
    says: {
      en: 'Whether the actor lives on one thing (0) or on many alike (1).',
      zh: '该主体依赖单一资源（0），还是均衡利用多种资源（1）。',
    },
    caution: DEPENDS_ON_R,
    dependsOn: { states: true },
  },
  levinsBA,
);

/** B = 1 / sum p^2. [1, R]. Levins (1968). */
export const levinsBreadth = breadthMeasure(
  {
    id: 'levins-b',
    name: { en: 'Niche breadth (Levins B)', zh: '生态位宽度（Levins B）' },
    symbol: 'B',
    formula: { text: 'B = 1/Σᵣ pᵣ²', math: math('B', '=', fraction('1', P_SQUARED)) },
    range: () => [1, Infinity],
    unit: { en: 'states', zh: '种资源状态' },
    source: 'Levins (1968), Evolution in Changing Environments',
    says: {
      en: 'How many states the actor would use if it used all of them alike.',
      zh: '若均匀利用，该主体相当于利用了多少种资源状态。',
    },
    dependsOn: {},
  },
  levinsB,
);

/** H' = -sum p ln p, in nats. [0, ln R]. */
export const nicheShannon = breadthMeasure(
  {
    id: 'niche-shannon',
    name: { en: 'Niche diversity (Shannon H′)', zh: '生态位多样性（Shannon H′）' },
    symbol: 'H′',
    formula: {
      text: 'H′ = −Σᵣ pᵣ·ln pᵣ',
      math: math('H', '′', '=', '−', sumOver('r'), sub('p', 'r'), 'ln', sub('p', 'r')),
    },
    range: () => [0, Infinity],
    unit: { en: 'nats', zh: '奈特' },
    source: 'Shannon (1948), A mathematical theory of communication',
    says: {
      en: 'How many kinds of states the actor uses and how evenly: 0 where it uses one.',
      zh: '该主体利用资源的种类多少与均匀程度；只利用一种时为 0。',
    },
    caution: {
      en: 'In natural logarithms: other tools may print bits, which are 1.44 times as many.',
      zh: '采用自然对数；其他工具可能以比特为单位，数值为其 1.44 倍。',
    },
    dependsOn: {},
  },
  shannon,
);

/** J = H' / ln R. [0, 1]; NaN if R = 1. Pielou (1966). */
export const nicheEvenness = breadthMeasure(
  {
    id: 'niche-evenness',
    name: { en: 'Niche evenness (J)', zh: '生态位均匀度（J）' },
    symbol: 'J',
    formula: { text: 'J = H′/ln R', math: math('J', '=', fraction(row('H', '′'), row('ln', 'R'))) },
    where: {
      en: 'H′ is the diversity of an actor’s niche, R the number of states.',
      zh: 'H′ 为主体生态位的多样性，R 为资源状态数。',
    },
    range: () => [0, 1],
    unit: { en: 'share of the highest', zh: '与最大值之比' },
    source: 'Pielou (1966), The measurement of diversity in different types of biological collections',
    says: {
      en: 'How near the actor is to using all states alike (1); rare states count more than in niche breadth.',
      zh: '该主体距均匀利用全部资源状态（1）有多近；少量利用的状态比在生态位宽度中更受重视。',
    },
    caution: DEPENDS_ON_R,
    dependsOn: { states: true },
  },
  evenness,
);

/** B' = 1 / sum (p^2 / a). [min a, 1]; NaN for users of what is not available. Hurlbert (1978). */
export const hurlbertBreadth = breadthMeasure(
  {
    id: 'hurlbert-b',
    name: { en: 'Niche breadth (Hurlbert B′)', zh: '生态位宽度（Hurlbert B′）' },
    symbol: 'B′',
    formula: {
      text: 'B′ = 1/Σᵣ (pᵣ²/aᵣ)',
      math: math(
        'B',
        '′',
        '=',
        fraction('1', row(sumOver('r'), sup(sub('p', 'r'), '2'), '/', sub('a', 'r'))),
      ),
    },
    where: WHERE_A,
    range: () => [0, 1],
    unit: { en: '1 as available', zh: '1 为与可得性一致' },
    source: HURLBERT,
    says: {
      en: 'Whether the actor takes resources in the proportions in which there are any (1) or is choosy (near 0).',
      zh: '该主体按资源的可得比例利用资源（1），还是有所偏好（接近 0）。',
    },
    caution: DEPENDS_ON_R,
    dependsOn: { states: true, availability: true },
  },
  hurlbertB,
);

/** B'_A = (B' - min a) / (1 - min a). [0, 1]. Hurlbert (1978). */
export const hurlbertStandardised = breadthMeasure(
  {
    id: 'hurlbert-b-a',
    name: { en: 'Niche breadth (Hurlbert B′, standardised)', zh: '标准化生态位宽度（Hurlbert）' },
    symbol: 'B′ A',
    formula: {
      text: 'B′(A) = (B′ − min a)/(1 − min a)',
      math: math(
        sub(row('B', '′'), 'A'),
        '=',
        fraction(row('B', '′', '−', 'min', 'a'), row('1', '−', 'min', 'a')),
      ),
    },
    where: {
      en: 'B′ is Hurlbert’s breadth, min a the smallest share of a state in what is available.',
      zh: 'B′ 为 Hurlbert 生态位宽度，min a 为可得资源中份额最小者。',
    },
    range: () => [0, 1],
    unit: { en: '0 rarest state only, 1 as available', zh: '0 为只用最稀缺者，1 为与可得性一致' },
    source: HURLBERT,
    says: {
      en: 'Hurlbert’s breadth stretched to the whole scale: 0 lives on the scarcest state alone, 1 on all as they come.',
      zh: '拉伸到完整尺度的 Hurlbert 宽度：0 表示只依赖最稀缺的资源，1 表示按可得比例利用全部资源。',
    },
    caution: DEPENDS_ON_R,
    dependsOn: { states: true, availability: true },
  },
  hurlbertBA,
);

/** FT = sum sqrt(p a). [0, 1]. Smith (1982). */
export const smithBreadth = breadthMeasure(
  {
    id: 'smith-ft',
    name: { en: 'Niche breadth (Smith FT)', zh: '生态位宽度（Smith FT）' },
    symbol: 'FT',
    formula: {
      text: 'FT = Σᵣ √(pᵣ·aᵣ)',
      math: math(
        'FT',
        '=',
        sumOver('r'),
        sup(row('(', sub('p', 'r'), sub('a', 'r'), ')'), row('1', '/', '2')),
      ),
    },
    where: WHERE_A,
    range: () => [0, 1],
    unit: { en: '1 as available', zh: '1 为与可得性一致' },
    source: 'Smith (1982), Niche breadth, resource availability, and inference',
    says: {
      en: 'How near the actor’s use is to what is available (1), without weighing scarce resources as heavily as Hurlbert does.',
      zh: '该主体的利用与资源可得性的接近程度（1 为一致）；不像 Hurlbert 指数那样看重稀缺资源。',
    },
    caution: DEPENDS_ON_R,
    dependsOn: { states: true, availability: true },
  },
  smithFT,
);

/** Paired difference index. [0, 1], 1 = specialist; NaN if R = 1. Poisot et al. (2012). */
export const nichePairedDifference = breadthMeasure(
  {
    id: 'paired-difference',
    name: { en: 'Specialisation (PDI)', zh: '特化程度（PDI）' },
    symbol: 'PDI',
    formula: {
      text: 'PDI = Σᵣ (max p − pᵣ)/(max p·(R − 1))',
      math: math(
        'PDI',
        '=',
        fraction(
          row(sumOver('r'), '(', 'max', 'p', '−', sub('p', 'r'), ')'),
          row('max', 'p', '(', 'R', '−', '1', ')'),
        ),
      ),
    },
    range: () => [0, 1],
    unit: { en: '0 generalist, 1 specialist', zh: '0 为泛化，1 为特化' },
    source:
      'Poisot, Canard, Mouquet & Hochberg (2012), A comparative study of ecological specialization estimators',
    says: {
      en: 'How far the actor’s main state stands out from all others: the opposite sense to niche breadth.',
      zh: '该主体最主要的资源状态比其他状态突出多少：与生态位宽度方向相反。',
    },
    caution: DEPENDS_ON_R,
    dependsOn: { states: true },
  },
  pairedDifference,
);

/** Number of states used. [1, R]. */
export const statesUsed = breadthMeasure(
  {
    id: 'states-used',
    name: { en: 'Resource states used', zh: '利用的资源状态数' },
    symbol: 'R i',
    formula: {
      text: 'Rᵢ = #{r : Xᵢᵣ > 0}',
      math: math(sub('R', 'i'), '=', '#', '{', 'r', ':', sub('X', row('i', 'r')), '>', '0', '}'),
    },
    where: { en: 'X is how much of a state r the actor i uses.', zh: 'X 为主体 i 对资源状态 r 的利用量。' },
    range: () => [1, Infinity],
    unit: { en: 'states', zh: '种资源状态' },
    source: 'Definition',
    says: {
      en: 'On how many different things the actor lives, however little of each.',
      zh: '该主体利用多少种不同的资源，不论数量多少。',
    },
    style: 'count',
    dependsOn: {},
  },
  ({ used }, row) => (used[row] === 0 ? NaN : used[row]!),
);
