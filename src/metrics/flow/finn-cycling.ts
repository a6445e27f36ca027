import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { fraction, math, row, sub, sumOver, sup } from '../math.ts';
import type { ActorMeasure, Computation, NetworkMeasure } from '../measure.ts';
import { once } from '../once.ts';
import { closureKey, closureOf } from './closure.ts';
import { CLOSURE_CAUTION, flowConvention, limitClause } from './convention.ts';
import { cyclingOf, type Cycling } from './cycling.ts';

/** Of the closed flows of a network; null without flows and where too many actors circulate. */
function cyclingIn(network: Network, options: MeasureOptions): Computation<Cycling | null> {
  return once(network, `flow cycling ${closureKey(options)}`, function* () {
    const closure = yield* closureOf(network, options);
    return closure && (yield* cyclingOf(closure.model));
  });
}

const CYCLED = fraction(row(sub('N', row('i', 'i')), '−', '1'), sub('N', row('i', 'i')));

const OF_CYCLING = {
  group: 'flow',
  convention: (setting: Parameters<typeof flowConvention>[0]) =>
    flowConvention(setting, limitClause(setting)),
  where: {
    en: 'N = (I − G)⁻¹ with G = F/T counts how often what passes through an actor visits it in all; T is throughflow, F the flows.',
    zh: 'N = (I − G)⁻¹，G = F/T，表示流经主体的资源总共到访该主体的次数；T 为通流量，F 为流量。',
  },
  range: () => [0, 1] as const,
  hasNormalisedForm: false,
  source: 'Finn (1976, 1980); Allesina & Ulanowicz (2004) on its bias',
  status: 'established',
  complexity: 'O(n³)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  options: ['currency', 'lambda'],
} as const;

/** FCI in [0, 1); null without flows, and where what goes round never leaves. Finn (1976, 1980). */
export const finnCycling: NetworkMeasure = {
  ...OF_CYCLING,
  id: 'finn-cycling',
  level: 'network',
  name: { en: 'Finn cycling index', zh: 'Finn 循环指数' },
  symbol: 'FCI',
  formula: {
    text: 'FCI = Σᵢ Tᵢ (Nᵢᵢ − 1)/Nᵢᵢ / TST',
    math: math(
      'FCI',
      '=',
      fraction(row(sumOver('i'), sub('T', 'i'), CYCLED), row(sumOver('i'), sub('T', 'i'))),
      ',',
      'N',
      '=',
      sup(row('(', 'I', '−', 'G', ')'), row('−', '1')),
    ),
  },
  unit: { en: 'share of all throughflow', zh: '占总通流量的比例' },
  says: {
    en: 'Which share of all activity comes back round: how strong feedback is.',
    zh: '全部活动中有多大比例循环回流：反馈有多强。',
  },
  caution: {
    en: `${CLOSURE_CAUTION.en} It counts less than all cycling; food webs often have 0.05 to 0.3.`,
    zh: `${CLOSURE_CAUTION.zh}该指数低估全部循环；食物网中常见 0.05 至 0.3。`,
  },
  *compute(network, options) {
    return (yield* cyclingIn(network, options))?.index ?? null;
  },
};

/** (N_ii - 1) / N_ii in [0, 1); NaN for actors that nothing passes through. */
export const cycledShare: ActorMeasure = {
  ...OF_CYCLING,
  id: 'cycled-share',
  level: 'actor',
  name: { en: 'Share that has been here before', zh: '循环份额' },
  symbol: 'c i',
  formula: { text: 'cᵢ = (Nᵢᵢ − 1)/Nᵢᵢ', math: math(sub('c', 'i'), '=', CYCLED) },
  unit: { en: 'share of its throughflow', zh: '占其通流量的比例' },
  says: {
    en: 'Which share of what passes through this actor has passed through it before.',
    zh: '流经该主体的资源中，有多大比例是曾经流经、又循环回来的。',
  },
  caution: CLOSURE_CAUTION,
  *compute(network, options) {
    const values = new Float64Array(network.n).fill(NaN);
    const closure = yield* closureOf(network, options);
    const cycling = yield* cyclingIn(network, options);
    if (closure && cycling)
      for (let k = 0; k < closure.actors.length; k++) values[closure.actors[k]!] = cycling.shares[k]!;
    return values;
  },
};
