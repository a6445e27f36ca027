import type { Localized } from '../../base/localized.ts';
import { DIMENSIONS } from '../../model/scheme.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { clauses } from '../conventions.ts';
import { math, sub, subsup, sumOver } from '../math.ts';
import { atOnce, type ActorMeasure } from '../measure.ts';
import { eachTieEnd } from './resource-states.ts';
import { stateMatrix, type StateMatrix } from './state-matrix.ts';

const SIZE = DIMENSIONS.length;

interface Sides {
  /** Whether given and received are apart, or added up. */
  readonly apart: boolean;
  readonly supply: boolean;
  readonly demand: boolean;
}

/** An undirected tie says nothing of who gives. */
function sidesOf({ directed }: Pick<Network, 'directed'>, { niche }: Pick<MeasureOptions, 'niche'>): Sides {
  return { apart: directed, supply: niche !== 'demand', demand: niche !== 'supply' };
}

const SIDE_TEXTS: Readonly<
  Record<'both' | 'supply' | 'demand', Readonly<Record<'apart' | 'together', Localized>>>
> = {
  both: {
    apart: {
      en: 'what is offered against ties given, what is needed against ties received, together',
      zh: '供给对应提供的关系，需求对应获得的关系，合并计算',
    },
    together: { en: 'what is offered and needed against all ties', zh: '供给与需求对应全部关系' },
  },
  supply: {
    apart: { en: 'what is offered against ties given', zh: '供给对应提供的关系' },
    together: { en: 'what is offered against all ties', zh: '供给对应全部关系' },
  },
  demand: {
    apart: { en: 'what is needed against ties received', zh: '需求对应获得的关系' },
    together: { en: 'what is needed against all ties', zh: '需求对应全部关系' },
  },
};

/** The declared profile, by side (given, received) and strategy dimension of the resource. */
function declared({ n, profiles }: Network, { apart, supply, demand }: Sides): StateMatrix {
  const { resourceIds, resourceDimensions } = profiles;
  const values = new Float64Array(2 * SIZE * n);
  const add = (amounts: Float64Array, side: number): void => {
    for (let actor = 0, cell = 0; actor < n; actor++)
      for (let resource = 0; resource < resourceIds.length; resource++, cell++)
        if (amounts[cell]! > 0)
          values[2 * SIZE * actor + side * SIZE + resourceDimensions[resource]!]! += amounts[cell]!;
  };
  if (supply) add(profiles.supply, 0);
  if (demand) add(profiles.demand, apart ? 1 : 0);
  return stateMatrix(values, n, 2 * SIZE);
}

/** The ties held, by side and strategy dimension of the tie type. */
function realised(network: Network, { apart, supply, demand }: Sides): StateMatrix {
  const { n, ties, profiles } = network;
  const values = new Float64Array(2 * SIZE * n);
  eachTieEnd(network, apart, (actor, _, tie, gives) => {
    if (apart && !(gives ? supply : demand)) return;
    const side = apart && !gives ? 1 : 0;
    values[2 * SIZE * actor + side * SIZE + profiles.tieTypeDimensions[ties.types[tie]!]!]! +=
      ties.weight[tie]!;
  });
  return stateMatrix(values, n, 2 * SIZE);
}

/** Shares of the strategy dimensions in what an actor declares and in the ties that it holds, both sides added up. */
export function byDimension(
  network: Network,
  actor: number,
): { readonly declared: Float64Array; readonly realised: Float64Array } | null {
  const sides: Sides = { apart: false, supply: true, demand: true };
  const rowOf = ({ shares }: StateMatrix): Float64Array =>
    shares.slice(2 * SIZE * actor, 2 * SIZE * actor + SIZE);
  const [one, other] = [rowOf(declared(network, sides)), rowOf(realised(network, sides))];
  return Number.isNaN(one[0]) || Number.isNaN(other[0]) ? null : { declared: one, realised: other };
}

/**
 * sum max(0, declared share - realised share) over the strategy dimensions, which are what resources and tie types have in
 * common; what is given apart from what is received where ties have direction. [0, 1]; NaN without either. Ours, after
 * Hutchinson's (1957) fundamental and realised niche.
 */
export const unfilledShare: ActorMeasure = {
  id: 'unfilled-share',
  level: 'actor',
  group: 'niche',
  name: { en: 'Unfilled share of the niche', zh: '未实现的生态位份额' },
  symbol: 'V',
  formula: {
    text: 'Vᵢ = Σ_d max(0, p*_d − p_d)',
    math: math(
      sub('V', 'i'),
      '=',
      sumOver('d'),
      'max',
      '(',
      '0',
      ',',
      subsup('p', 'd', '*'),
      '−',
      sub('p', 'd'),
      ')',
    ),
  },
  where: {
    en: 'd is a strategy dimension, given and received apart where ties have direction; p* the share of d in the declared profile, p in the ties held.',
    zh: 'd 为战略维度（关系有方向时提供与获得分开）；p* 为 d 在所填供需中的份额，p 为其在实际关系中的份额。',
  },
  convention: (setting) => {
    const { apart, supply, demand } = sidesOf(setting, setting);
    return clauses(
      {
        en: 'declared and realised niche are compared by strategy dimension, which is what resources and tie types have in common',
        zh: '所填供需（基础生态位）与实际关系（实际生态位）按战略维度比较，这是资源与关系类型的共同尺度',
      },
      SIDE_TEXTS[supply ? (demand ? 'both' : 'supply') : 'demand'][apart ? 'apart' : 'together'],
      { en: 'none without a declared profile, or without such ties', zh: '未填供需或没有相应关系的主体无值' },
    );
  },
  range: () => [0, 1],
  hasNormalisedForm: false,
  unit: { en: 'share', zh: '份额' },
  source: 'Our own, after Hutchinson (1957), Concluding remarks (fundamental and realised niche)',
  status: 'ours',
  says: {
    en: 'How much of what the actor says it offers and needs is not lived out in its ties.',
    zh: '该主体声明的供给与需求中，有多大份额没有在其关系中实现。',
  },
  caution: {
    en: 'Three dimensions are coarse: a value of 0 does not mean that every resource finds its tie.',
    zh: '三个维度较粗：值为 0 并不表示每种资源都有对应的关系。',
  },
  complexity: 'O(m + n·R)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  options: ['niche'],
  compute: atOnce((network, options) => {
    const sides = sidesOf(network, options);
    const own = declared(network, sides);
    const real = realised(network, sides);
    return Float64Array.from({ length: network.n }, (_, actor) => {
      if (own.used[actor] === 0 || real.used[actor] === 0) return NaN;
      let sum = 0;
      for (let cell = actor * own.count; cell < (actor + 1) * own.count; cell++)
        sum += Math.max(0, own.shares[cell]! - real.shares[cell]!);
      return sum;
    });
  }),
};
