import { ln } from '../../base/logarithm.ts';
import type { Localized } from '../../base/localized.ts';
import type { Network } from '../../network/network.ts';
import { clauses } from '../conventions.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import type { ActorMeasure, Computation, Setting } from '../measure.ts';
import { closureOf, type Closure } from './closure.ts';

type Texts = Pick<
  ActorMeasure,
  'id' | 'name' | 'symbol' | 'formula' | 'where' | 'range' | 'unit' | 'source' | 'status' | 'says' | 'caution'
>;

const BURT = 'Burt (1992), Structural Holes: The Social Structure of Competition';

const SUMMED: Localized = {
  en: 'direction ignored: weights of both directions and of parallel ties are added',
  zh: '忽略方向：两个方向及平行关系的权重相加',
};

const BINARY: Localized = {
  en: 'direction and weights ignored: each partner counts once, mutual ties too',
  zh: '忽略方向与权重：每个合作方只计一次，双向关系也只计一次',
};

const WHERE_Z: Localized = {
  en: 'Z is the weight between two actors in both directions, or 1 where weights are ignored.',
  zh: 'Z 为两个主体之间两个方向的权重之和；不计权重时为 1。',
};

const WHERE_P: Localized = {
  en: `p is the share of one partner in all that an actor has with partners. ${WHERE_Z.en}`,
  zh: `p 为某一合作方在该主体全部关系中所占的份额。${WHERE_Z.zh}`,
};

const SHARE_OF_PARTNER = row(
  sub('p', row('i', 'j')),
  '=',
  fraction(sub('Z', row('i', 'j')), row(sumOver('k'), sub('Z', row('i', 'k')))),
);

const COMMON_PARTNERS = row('q', '≠', 'i', ',', 'j');

function structuralHoles(texts: Texts, values: (closure: Closure) => Float64Array): ActorMeasure {
  return {
    ...texts,
    level: 'actor',
    group: 'brokerage',
    convention: (setting) =>
      clauses(
        setting.weighted ? SUMMED : BINARY,
        { en: 'over direct partners only', zh: '仅对直接合作方求和' },
        { en: 'none for actors without partners', zh: '没有合作方的主体无值' },
        texts.id === 'hierarchy' && { en: 'none with a single partner', zh: '只有一个合作方时无值' },
      ),
    hasNormalisedForm: false,
    complexity: 'O(m·√m)',
    style: 'number',
    digits: 3,
    usesPaths: false,
    *compute(network: Network): Computation<Float64Array> {
      return values(yield* closureOf(network));
    },
  };
}

/** C_i; NaN for isolates. */
function constraints({ first, second, tie, indirect, partners, total }: Closure): Float64Array {
  const sums = partners.map((count) => (count === 0 ? NaN : 0));
  for (let pair = 0; pair < first.length; pair++) {
    const invested = tie[pair]! + indirect[pair]!;
    const a = invested / total[first[pair]!]!;
    const b = invested / total[second[pair]!]!;
    sums[first[pair]!]! += a * a;
    sums[second[pair]!]! += b * b;
  }
  return sums;
}

/** C_i = sum_j (p_ij + sum_q p_iq p_qj)^2. (0, 9/8] unweighted, below 2 weighted. Burt (1992, 2004). */
export const constraint = structuralHoles(
  {
    id: 'burt-constraint',
    name: { en: 'Constraint', zh: '限制度' },
    symbol: 'C',
    formula: {
      text: 'Cᵢ = Σⱼ (pᵢⱼ + Σ_q p_iq·p_qj)²,  pᵢⱼ = Zᵢⱼ/Σₖ Zᵢₖ',
      math: math(
        sub('C', 'i'),
        '=',
        sumOver('j'),
        sup(
          row(
            '(',
            sub('p', row('i', 'j')),
            '+',
            sumOver(COMMON_PARTNERS),
            sub('p', row('i', 'q')),
            sub('p', row('q', 'j')),
            ')',
          ),
          '2',
        ),
        ',',
        SHARE_OF_PARTNER,
      ),
    },
    where: WHERE_P,
    range: ({ weighted }: Setting) => [0, weighted ? 2 : 9 / 8],
    unit: { en: 'constraint', zh: '限制度' },
    source: `${BURT}; Burt (2004), Structural holes and good ideas`,
    status: 'established',
    says: {
      en: 'How boxed in this actor is by partners who all work with each other; a low value leaves room to broker.',
      zh: '该主体被彼此相连的合作方束缚的程度；值越低，居间牵线的余地越大。',
    },
    caution: {
      en: 'Can exceed 1: three actors who are all tied to each other have 1.125 each.',
      zh: '可以大于 1：两两相连的三个主体各为 1.125。',
    },
  },
  constraints,
);

/** k_i - sum_j sum_q p_iq m_jq; NaN for isolates. */
function effectiveSizes({ first, second, shared, partners, total, largest }: Closure): Float64Array {
  const sizes = partners.map((count) => (count === 0 ? NaN : count));
  for (let pair = 0; pair < first.length; pair++) {
    const a = first[pair]!;
    const b = second[pair]!;
    sizes[a]! -= shared[pair]! / (total[a]! * largest[b]!);
    sizes[b]! -= shared[pair]! / (total[b]! * largest[a]!);
  }
  return sizes;
}

/** Partners less what they repeat; unweighted k - 2t / k with t ties among partners (Borgatti 1997). [1, k]. */
export const effectiveSize = structuralHoles(
  {
    id: 'effective-size',
    name: { en: 'Effective size', zh: '有效规模' },
    symbol: 'ES',
    formula: {
      text: 'ESᵢ = Σⱼ (1 − Σ_q p_iq·m_jq),  m_jq = Z_jq/maxₖ Zⱼₖ',
      math: math(
        sub('ES', 'i'),
        '=',
        sumOver('j'),
        '(',
        '1',
        '−',
        sumOver(COMMON_PARTNERS),
        sub('p', row('i', 'q')),
        sub('m', row('j', 'q')),
        ')',
        ',',
        sub('m', row('j', 'q')),
        '=',
        fraction(sub('Z', row('j', 'q')), row('max', sub('Z', row('j', 'k')))),
      ),
    },
    where: {
      en: `${WHERE_P.en} m compares a tie with the strongest one of the same actor.`,
      zh: `${WHERE_P.zh}m 为某条关系与同一主体最强关系之比。`,
    },
    range: ({ n }) => [Math.min(1, Math.max(0, n - 1)), Math.max(0, n - 1)],
    unit: { en: 'partners', zh: '个合作方' },
    source: `${BURT}; Borgatti (1997), Structural holes: unpacking Burt’s redundancy measures`,
    status: 'established',
    says: {
      en: 'How many partners this actor has that are not already reached through its other partners.',
      zh: '该主体有多少个合作方不是经由其他合作方就能接触到的。',
    },
  },
  effectiveSizes,
);

/** Effective size over the number of partners. (0, 1]. Burt (1992). */
export const efficiency = structuralHoles(
  {
    id: 'efficiency',
    name: { en: 'Efficiency of partners', zh: '合作效率' },
    symbol: 'ES/k',
    formula: {
      text: 'ESᵢ/kᵢ',
      math: math(fraction(sub('ES', 'i'), sub('k', 'i'))),
    },
    where: {
      en: `ES is the effective size, k the number of partners. ${WHERE_Z.en}`,
      zh: `ES 为有效规模，k 为合作方数量。${WHERE_Z.zh}`,
    },
    range: () => [0, 1],
    unit: { en: 'share of partners', zh: '占合作方的比例' },
    source: BURT,
    status: 'established',
    says: {
      en: 'Which share of this actor’s partners adds someone new rather than repeating the others.',
      zh: '该主体的合作方中，有多大比例带来新的联系而不与其他合作方重复。',
    },
  },
  (closure) => effectiveSizes(closure).map((size, actor) => size / closure.partners[actor]!),
);

/** Coleman-Theil disorder of the parts c_ij of constraint; NaN for isolates and single partners. */
function hierarchies(closure: Closure): Float64Array {
  const { first, second, tie, indirect, partners, total } = closure;
  const sums = constraints(closure);
  const values = partners.map((count) => (count < 2 ? NaN : 0));
  const add = (actor: number, invested: number): void => {
    const part = invested / total[actor]!;
    const ratio = (part * part * partners[actor]!) / sums[actor]!;
    values[actor]! += ratio * ln(ratio);
  };
  for (let pair = 0; pair < first.length; pair++) {
    const invested = tie[pair]! + indirect[pair]!;
    add(first[pair]!, invested);
    add(second[pair]!, invested);
  }
  // Equal parts leave a rounding error of either sign.
  return values.map((value, actor) => {
    const count = partners[actor]!;
    return Number.isNaN(value) ? NaN : Math.max(0, value / (count * ln(count)));
  });
}

/** Whether constraint comes from one partner (1) or from all alike (0). [0, 1]. Burt (1992), p. 71. */
export const hierarchy = structuralHoles(
  {
    id: 'hierarchy',
    name: { en: 'Hierarchy of constraint', zh: '等级度' },
    symbol: 'H',
    formula: {
      text: 'Hᵢ = Σⱼ rⱼ·ln rⱼ/(N·ln N),  rⱼ = cᵢⱼ/(Cᵢ/N)',
      math: math(
        sub('H', 'i'),
        '=',
        fraction(row(sumOver('j'), sub('r', 'j'), 'ln', sub('r', 'j')), row('N', 'ln', 'N')),
        ',',
        sub('r', 'j'),
        '=',
        fraction(sub('c', row('i', 'j')), row(sub('C', 'i'), '/', 'N')),
      ),
    },
    where: {
      en: `N is the number of partners, c the part of constraint C that one partner brings. ${WHERE_Z.en}`,
      zh: `N 为合作方数量，c 为限制度 C 中由某一合作方带来的部分。${WHERE_Z.zh}`,
    },
    range: () => [0, 1],
    unit: { en: 'share', zh: '份额' },
    source: `${BURT}, p. 71 (Coleman-Theil index of disorder)`,
    status: 'variant',
    says: {
      en: 'Whether one dominant partner boxes this actor in (near 1) or all partners do alike (near 0).',
      zh: '束缚该主体的是一个占主导的合作方（接近 1），还是所有合作方程度相当（接近 0）。',
    },
  },
  hierarchies,
);
