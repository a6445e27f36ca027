import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import type { PointsDetail } from '../detail.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import { atOnce, type ActorMeasure, type DetailMeasure, type Setting } from '../measure.ts';
import { ecostate, type Ecostate } from './ecostate.ts';
import { standingOf } from './standing.ts';

const SHARED = {
  group: 'niche',
  convention: (setting: Setting): Localized =>
    clauses(
      {
        en: 'state: stated size; if nobody states one, strength stands in for it',
        zh: '态：填写的规模；无人填写时以强度代替',
      },
      setting.ecorole === 'change'
        ? {
            en: 'role: stated yearly change; if nobody states one, weight given less received stands in for it',
            zh: '势：填写的年度变化；无人填写时以给出减去收到的权重代替',
          }
        : {
            en: 'role: weight given less received, a stand-in for yearly change',
            zh: '势：给出减去收到的权重，作为年度变化的代用指标',
          },
      { en: `A = ${setting.roleScale}`, zh: `A = ${setting.roleScale}` },
      { en: 'none for actors whose state or role is not stated', zh: '态或势未填写的主体无值' },
      directionClause(setting),
    ),
  hasNormalisedForm: false,
  source: 'Zhu (1997), The niche ecostate-ecorole theory and expansion hypothesis',
  status: 'variant',
  caution: {
    en: 'What counts as state and role, and A, are conventions. Where ties stand in for them, it is a proxy: fill in size and yearly change for more.',
    zh: '以何为态、以何为势以及 A 的取值都是约定。以关系代替时只是代用指标：填写规模与年度变化可得到更可靠的结果。',
  },
  complexity: 'O(n + m)',
  digits: 3,
  usesPaths: false,
  options: ['ecorole', 'roleScale'],
} as const;

const OF_ALL: Localized = { en: 'share of the ecosystem', zh: '占生态系统的份额' };

const FORMULA: ActorMeasure['formula'] = {
  text: 'Nᵢ = (Sᵢ + A·Pᵢ)/Σⱼ (Sⱼ + A·Pⱼ)',
  math: math(
    sub('N', 'i'),
    '=',
    fraction(
      row(sub('S', 'i'), '+', 'A', sub('P', 'i')),
      row(sumOver('j'), '(', sub('S', 'j'), '+', 'A', sub('P', 'j'), ')'),
    ),
  ),
};

const WHERE: Localized = {
  en: 'S is the state (what has built up), P the role (yearly change), A how much of P counts with S.',
  zh: 'S 为态（已有积累），P 为势（年度变化），A 为量纲转换系数。',
};

function found(network: Network, options: MeasureOptions): Ecostate {
  const { state, change } = standingOf(network, options);
  return ecostate(state, change, options.roleScale);
}

/** N_i, standing plus momentum as a share of the whole; NaN where not known or the whole is not positive. Zhu (1997). */
export const ecostateEcorole: ActorMeasure = {
  ...SHARED,
  id: 'ecostate-ecorole',
  level: 'actor',
  name: { en: 'Ecostate-ecorole', zh: '态势（生态位）' },
  symbol: 'N i',
  formula: FORMULA,
  where: WHERE,
  range: () => [-Infinity, Infinity],
  unit: OF_ALL,
  says: {
    en: 'Standing plus momentum of this actor, as a share of the whole ecosystem.',
    zh: '该主体的积累与发展势头合计占整个生态系统的份额。',
  },
  style: 'share',
  compute: atOnce((network, options) => found(network, options).niche),
};

/** S_i over the sum. [0, 1]. */
export const stateShare: ActorMeasure = {
  ...SHARED,
  id: 'state-share',
  level: 'actor',
  name: { en: 'Share of state', zh: '态的份额' },
  symbol: 'S i',
  formula: {
    text: 'Sᵢ/Σⱼ Sⱼ',
    math: math(fraction(sub('S', 'i'), row(sumOver('j'), sub('S', 'j')))),
  },
  where: WHERE,
  range: () => [0, 1],
  unit: OF_ALL,
  says: {
    en: 'Which share of all that has built up here this actor holds.',
    zh: '该主体的现有积累占全部积累的份额。',
  },
  style: 'share',
  compute: atOnce((network, options) => found(network, options).state),
  options: ['ecorole'],
};

/** P_i over the sum of |P|. [-1, 1]. */
export const roleShare: ActorMeasure = {
  ...SHARED,
  id: 'role-share',
  level: 'actor',
  name: { en: 'Share of role', zh: '势的份额' },
  symbol: 'P i',
  formula: {
    text: 'Pᵢ/Σⱼ |Pⱼ|',
    math: math(fraction(sub('P', 'i'), row(sumOver('j'), '|', sub('P', 'j'), '|'))),
  },
  where: WHERE,
  range: () => [-1, 1],
  unit: { en: 'share of all change', zh: '占全部变化的份额' },
  says: {
    en: 'Which share of all change here is this actor’s, below zero where it declines.',
    zh: '该主体的变化占全部变化的份额；衰退时为负。',
  },
  style: 'share',
  compute: atOnce((network, options) => found(network, options).role),
  options: ['ecorole'],
};

/** Share of state against share of role, parted at the means; null where fewer than two actors have both. */
export const ecostateQuadrant: DetailMeasure = {
  ...SHARED,
  id: 'ecostate-quadrant',
  level: 'detail',
  name: { en: 'State and role', zh: '态势象限' },
  symbol: 'S, P',
  formula: FORMULA,
  where: WHERE,
  convention: (setting) => {
    const { en, zh } = SHARED.convention(setting);
    return {
      en: `${en} Parted at the means: an equal share of the state, and the mean role.`,
      zh: `${zh}以均值划分：态的均等份额与势的平均值。`,
    };
  },
  range: () => [-Infinity, Infinity],
  unit: OF_ALL,
  says: {
    en: 'Who leads, who holds on, who is rising and who stands at the margin.',
    zh: '哪些主体领先，哪些守成，哪些上升，哪些处于边缘。',
  },
  style: 'share',
  compute: atOnce((network, options): PointsDetail | null => {
    const standing = standingOf(network, options);
    const { state, role } = ecostate(standing.state, standing.change, options.roleScale);
    const both = state.reduce(
      (count, value, k) => count + (Number.isNaN(value) || Number.isNaN(role[k]) ? 0 : 1),
      0,
    );
    if (both < 2) return null;
    return {
      kind: 'points',
      x: {
        name: { en: 'Share of role', zh: '势的份额' },
        style: 'share',
        digits: 3,
        middle: mean(role),
      },
      y: {
        name: { en: 'Share of state', zh: '态的份额' },
        style: 'share',
        digits: 3,
        middle: mean(state),
      },
      xs: role,
      ys: state,
      quarters: [
        { en: 'leaders', zh: '领先者' },
        { en: 'incumbents', zh: '守成者' },
        { en: 'risers', zh: '上升者' },
        { en: 'marginal', zh: '边缘者' },
      ],
      facts: [
        {
          id: 'actors',
          name: { en: 'Actors with both', zh: '态与势均有值的主体' },
          value: both,
          style: 'count',
          digits: 3,
        },
        {
          id: 'sizes',
          name: standing.stateByTies
            ? { en: 'Sizes stated (strength stands in)', zh: '填写规模的主体（以强度代替）' }
            : { en: 'Sizes stated', zh: '填写规模的主体' },
          value: stated(network.profiles.size),
          style: 'count',
          digits: 3,
        },
        {
          id: 'changes',
          name: standing.changeByTies
            ? { en: 'Changes stated (ties stand in)', zh: '填写年度变化的主体（以关系代替）' }
            : { en: 'Changes stated', zh: '填写年度变化的主体' },
          value: stated(network.profiles.sizeChange),
          style: 'count',
          digits: 3,
        },
      ],
    };
  }),
};

function stated(values: Float64Array): number {
  return values.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
}

function mean(values: Float64Array): number {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
