import type { Localized } from '../../base/localized.ts';
import type { Network } from '../../network/network.ts';
import type { Fact, FindingRow, Phrase } from '../detail.ts';
import { factOf } from '../fact.ts';
import { math, row, sub } from '../math.ts';
import type { DetailMeasure } from '../measure.ts';
import { closureOf, type Closure } from './closure.ts';
import { CLOSURE_CAUTION, flowConvention, limitClause } from './convention.ts';
import { finnCycling } from './finn-cycling.ts';
import { total } from './flow-model.ts';
import {
  ascendency,
  developmentCapacity,
  flowFitness,
  flowOverhead,
  flowRobustness,
  mutualInformation,
  relativeAscendency,
} from './order.ts';
import { averageFlowPath, totalThroughflow, totalThroughput } from './throughflow.ts';

/** In the order in which they are shown. */
export const FLOW_MEASURES = [
  totalThroughflow,
  totalThroughput,
  averageFlowPath,
  finnCycling,
  mutualInformation,
  ascendency,
  developmentCapacity,
  flowOverhead,
  relativeAscendency,
  flowRobustness,
  flowFitness,
] as const;

/** All numbers of the flows together, and what was assumed for them; null without flows. */
export const flowFacts: DetailMeasure = {
  id: 'flow-facts',
  level: 'detail',
  group: 'flow',
  name: { en: 'The flows as a whole', zh: '流的总体情况' },
  symbol: 'T',
  formula: {
    text: 'z + Σⱼ Fⱼᵢ = Tᵢ = Σⱼ Fᵢⱼ + y',
    math: math(
      sub('z', 'i'),
      '+',
      sub('F', row('·', 'i')),
      '=',
      sub('T', 'i'),
      '=',
      sub('F', row('i', '·')),
      '+',
      sub('y', 'i'),
    ),
  },
  where: {
    en: 'F is what flows between actors, z what comes from outside, y what leaves, T what passes through.',
    zh: 'F 为主体之间的流量，z 为外部流入，y 为向外流出，T 为通流量。',
  },
  convention: (setting) => flowConvention(setting, limitClause(setting)),
  range: () => [0, Infinity],
  hasNormalisedForm: false,
  unit: { en: 'weight', zh: '权重' },
  source: 'Finn (1976); Ulanowicz (1986); closing the flows is our own',
  status: 'ours',
  says: {
    en: 'What is followed through the ecosystem, what had to be assumed for it, and what comes of it.',
    zh: '在生态系统中追踪的是什么，为此作了哪些假设，得到了什么结果。',
  },
  caution: CLOSURE_CAUTION,
  complexity: 'O(n³)',
  style: 'number',
  digits: 4,
  usesPaths: false,
  options: ['currency', 'lambda'],
  *compute(network, options) {
    const closure = yield* closureOf(network, options);
    if (!closure) return null;
    const facts: Fact[] = [
      {
        id: 'lambda',
        name: { en: 'Closure λ', zh: '闭合系数 λ' },
        value: options.lambda,
        style: 'number',
        digits: 4,
      },
      {
        id: 'inflow',
        name: { en: 'What comes from outside', zh: '外部流入' },
        value: total(closure.model.inflow),
        style: 'number',
        digits: 4,
      },
    ];
    for (const measure of FLOW_MEASURES)
      facts.push(factOf(measure, yield* measure.compute(network, options)));
    return {
      kind: 'rows',
      columns: [{ id: 'amount', name: { en: 'Amount', zh: '数值' }, style: 'number', digits: 4 }],
      rows: rowsOf(network, closure),
      none: { en: 'Nothing flows.', zh: '没有流动。' },
      facts,
    };
  },
};

function rowsOf(
  network: Network,
  { model, currency, actors, dropped, stated, raised }: Closure,
): FindingRow[] {
  const idsOf = (indexes: ArrayLike<number>): string[] =>
    Array.from(indexes, (actor) => network.actorIds[actor] ?? '');
  const type: Phrase = {
    of: 'tie-type',
    id: currency === null ? '' : (network.ties.typeIds[currency] ?? ''),
  };
  const counted = (id: string, text: Localized, indexes: ArrayLike<number>): FindingRow => ({
    id,
    says: { en: [text.en], zh: [text.zh] },
    values: [indexes.length],
    actors: idsOf(indexes),
  });
  return [
    {
      id: 'currency',
      says:
        currency === null
          ? { en: ['What flows: ties of all types'], zh: ['流动的内容：所有类型的关系'] }
          : { en: ['What flows: ', type], zh: ['流动的内容：', type] },
      why: { en: ['Between actors, all added up.'], zh: ['主体之间的流量合计。'] },
      values: [total(model.flows.weights)],
    },
    counted('taking-part', { en: 'Actors that something passes through', zh: '有通流量的主体' }, actors),
    counted(
      'dropped',
      { en: 'Actors left out: nothing flows to or from them', zh: '未计入的主体：没有流入也没有流出' },
      dropped,
    ),
    counted(
      'stated',
      { en: 'Actors that state what crosses the boundary', zh: '填写了边界流量的主体' },
      stated,
    ),
    counted(
      'raised',
      {
        en: 'Of these, whose inflow or outflow had to be raised to balance',
        zh: '其中为使收支平衡而上调流入或流出量的主体',
      },
      raised,
    ),
  ];
}
