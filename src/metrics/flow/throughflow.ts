import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import type { ActorMeasure, Computation, NetworkMeasure } from '../measure.ts';
import { closureOf } from './closure.ts';
import { CLOSURE_CAUTION, flowConvention } from './convention.ts';
import { total, type FlowModel } from './flow-model.ts';

const OF_FLOWS = {
  group: 'flow',
  convention: flowConvention,
  caution: CLOSURE_CAUTION,
  complexity: 'O(n + m)',
  digits: 4,
  usesPaths: false,
  options: ['currency', 'lambda'],
} as const;

function whole(
  texts: Pick<
    NetworkMeasure,
    'id' | 'name' | 'symbol' | 'formula' | 'where' | 'range' | 'unit' | 'source' | 'status' | 'says'
  >,
  value: (model: FlowModel) => number | null,
): NetworkMeasure {
  return {
    ...OF_FLOWS,
    ...texts,
    level: 'network',
    hasNormalisedForm: false,
    style: 'number',
    *compute(network, options) {
      const closure = yield* closureOf(network, options);
      return closure && value(closure.model);
    },
  };
}

const FINN = 'Finn (1976), Measures of ecosystem structure and function derived from analysis of flows';

/** T_i, or its share of all; NaN for actors that nothing passes through. Finn (1976). */
export const throughflow: ActorMeasure = {
  ...OF_FLOWS,
  id: 'throughflow',
  level: 'actor',
  name: { en: 'Throughflow', zh: '通流量' },
  symbol: 'T i',
  formula: {
    text: 'Tᵢ = Σⱼ Fⱼᵢ + zᵢ',
    math: math(sub('T', 'i'), '=', sumOver('j'), sub('F', row('j', 'i')), '+', sub('z', 'i')),
  },
  where: {
    en: 'F is what flows from one actor to another, z what comes from outside. Normalised: over the sum of all T.',
    zh: 'F 为一个主体流向另一主体的流量，z 为来自边界之外的流入。标准化值为占全部 T 之和的比例。',
  },
  range: ({ normalised }) => [0, normalised ? 1 : Infinity],
  hasNormalisedForm: true,
  unit: { en: 'weight that passes', zh: '通过的权重' },
  source: FINN,
  status: 'established',
  says: {
    en: 'How much of what moves in the ecosystem passes through this actor.',
    zh: '生态系统中流动的资源有多少经过该主体。',
  },
  style: 'number',
  *compute(network: Network, options: MeasureOptions): Computation<Float64Array> {
    const values = new Float64Array(network.n).fill(NaN);
    const closure = yield* closureOf(network, options);
    if (!closure) return values;
    const { actors, model } = closure;
    const all = options.normalised ? total(model.throughflow) : 1;
    for (let k = 0; k < actors.length; k++) values[actors[k]!] = model.throughflow[k]! / all;
    return values;
  },
};

/** TST = sum of T_i; null without flows. Finn (1976). */
export const totalThroughflow = whole(
  {
    id: 'total-throughflow',
    name: { en: 'Total throughflow', zh: '系统总通流量' },
    symbol: 'TST',
    formula: { text: 'TST = Σᵢ Tᵢ', math: math('TST', '=', sumOver('i'), sub('T', 'i')) },
    where: {
      en: 'T is what passes through an actor: what it receives from others and from outside.',
      zh: 'T 为主体的通流量：从其他主体与边界之外获得的总量。',
    },
    range: () => [0, Infinity],
    unit: { en: 'weight that passes', zh: '通过的权重' },
    source: FINN,
    status: 'established',
    says: {
      en: 'How much activity there is in all: what passes through the actors, added up.',
      zh: '活动总量：经过各主体的流量之和。',
    },
  },
  ({ throughflow }) => total(throughflow),
);

/** TSTp = z + F + y, all added up; null without flows. Ulanowicz (1986). */
export const totalThroughput = whole(
  {
    id: 'total-throughput',
    name: { en: 'Total throughput', zh: '系统总流量' },
    symbol: 'TSTₚ',
    formula: {
      text: 'TSTₚ = Σᵢ zᵢ + Σᵢⱼ Fᵢⱼ + Σᵢ yᵢ',
      math: math(
        sub('TST', 'p'),
        '=',
        sumOver('i'),
        sub('z', 'i'),
        '+',
        sumOver(row('i', ',', 'j')),
        sub('F', row('i', 'j')),
        '+',
        sumOver('i'),
        sub('y', 'i'),
      ),
    },
    where: {
      en: 'F is what flows between actors, z what comes from outside, y what leaves.',
      zh: 'F 为主体之间的流量，z 为外部流入，y 为向外流出。',
    },
    range: () => [0, Infinity],
    unit: { en: 'weight that flows', zh: '流动的权重' },
    source: 'Ulanowicz (1986), Growth and Development: Ecosystems Phenomenology',
    status: 'established',
    says: {
      en: 'All flows added up, those that cross the boundary too.',
      zh: '全部流量之和，包括跨越边界的流量。',
    },
  },
  ({ flows, inflow, outflow }) => total(inflow) + total(flows.weights) + total(outflow),
);

/** APL = TST / sum of z: how many actors a unit passes; null where nothing comes from outside. Finn (1976). */
export const averageFlowPath = whole(
  {
    id: 'average-flow-path',
    name: { en: 'Actors that a unit passes', zh: '平均流经主体数' },
    symbol: 'APL',
    formula: {
      text: 'APL = TST/Σᵢ zᵢ',
      math: math('APL', '=', fraction('TST', row(sumOver('i'), sub('z', 'i')))),
    },
    where: {
      en: 'TST is the total throughflow, z what comes from outside.',
      zh: 'TST 为系统总通流量，z 为外部流入。',
    },
    range: () => [1, Infinity],
    unit: { en: 'actors', zh: '个主体' },
    source: FINN,
    status: 'established',
    says: {
      en: 'Through how many actors what comes in passes, on average, before it leaves.',
      zh: '进入系统的一份资源，在离开之前平均经过多少个主体。',
    },
  },
  ({ throughflow, inflow }) => {
    const entering = total(inflow);
    return entering > 0 ? total(throughflow) / entering : null;
  },
);
