import type { Localized } from '../../base/localized.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { rowSums } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { clauses, directionClause } from '../conventions.ts';
import type { RowsDetail, Sentence } from '../detail.ts';
import { fraction, math, row, sub, sumOver } from '../math.ts';
import { atOnce, type ActorMeasure, type DetailMeasure, type Setting } from '../measure.ts';
import { compositeState, type CompositeState } from './composite-state.ts';

interface Found extends CompositeState {
  readonly indicators: readonly { readonly id: string; readonly says: Sentence; readonly of: Float64Array }[];
}

/** Stated size, strength, and every field of numbers. */
function found(network: Network, { indicatorWeights }: MeasureOptions): Found {
  const { profiles, incoming, outgoing, directed } = network;
  const received = rowSums(incoming);
  const strength = directed
    ? rowSums(outgoing).map((given, actor) => given + received[actor]!)
    : rowSums(outgoing);
  const indicators = [
    { id: 'size', says: { en: ['Stated size'], zh: ['填写的规模'] }, of: profiles.size },
    { id: 'strength', says: { en: ['Strength of its ties'], zh: ['关系强度'] }, of: strength },
    ...profiles.indicators.map(({ id, of }): Found['indicators'][number] => ({
      id: `field-${id}`,
      says: { en: [{ of: 'field', id }], zh: [{ of: 'field', id }] },
      of,
    })),
  ];
  const arrays = indicators.map(({ of }) => of);
  return { indicators, ...compositeState(arrays, network.n, indicatorWeights) };
}

const SHARED = {
  group: 'niche',
  formula: {
    text: 'Sᵢ = Σₖ wₖ·xᵢₖ/Σⱼ xⱼₖ',
    math: math(
      sub('S', 'i'),
      '=',
      sumOver('k'),
      sub('w', 'k'),
      fraction(sub('x', row('i', 'k')), row(sumOver('j'), sub('x', row('j', 'k')))),
    ),
  },
  where: {
    en: 'x is the indicator k of actor i, w the weight of the indicator.',
    zh: 'x 为主体 i 的指标 k，w 为该指标的权重。',
  },
  convention: (setting: Setting): Localized =>
    clauses(
      {
        en: 'indicators: stated size, strength, and every field of numbers; each as share of its total',
        zh: '指标：填写的规模、关系强度及所有数值字段；各取占总量的份额',
      },
      setting.indicatorWeights === 'equal'
        ? { en: 'weighted alike', zh: '等权' }
        : { en: 'weighted by entropy: more where actors differ more', zh: '熵权：主体差异越大，权重越高' },
      {
        en: 'an actor goes by the indicators that it has; those with negative values are left out',
        zh: '主体只计其有值的指标；含负值的指标不计入',
      },
      directionClause(setting),
    ),
  range: (): readonly [number, number] => [0, 1],
  hasNormalisedForm: false,
  source: 'Multi-indicator form of Zhu (1997), as used in the Chinese niche literature',
  status: 'variant',
  caution: {
    en: 'Which indicators are there decides the result, and entropy weights change with every actor.',
    zh: '所选指标决定结果；熵权会随主体的增减而变动。',
  },
  complexity: 'O(n·K + m)',
  style: 'share',
  digits: 3,
  usesPaths: false,
  options: ['indicatorWeights'],
} as const;

/** Weighted mean of an actor's shares of all indicators; NaN without any. [0, 1]. */
export const compositeStateShare: ActorMeasure = {
  ...SHARED,
  id: 'composite-state',
  level: 'actor',
  name: { en: 'State by several indicators', zh: '多指标态' },
  symbol: 'S i',
  unit: { en: 'share of the ecosystem', zh: '占生态系统的份额' },
  says: {
    en: 'Which share of the whole this actor holds, over everything that is recorded of actors.',
    zh: '综合所有已记录的指标，该主体占整体的份额。',
  },
  compute: atOnce((network, options) => found(network, options).state),
};

/** The indicators that make up the composite state, with their weights; null where none can be used. */
export const stateIndicators: DetailMeasure = {
  ...SHARED,
  id: 'state-indicators',
  level: 'detail',
  name: { en: 'Indicators of the state', zh: '态的指标' },
  symbol: 'w',
  unit: { en: 'weight', zh: '权重' },
  says: {
    en: 'What the state by several indicators is made of, and how much each counts.',
    zh: '多指标态由哪些指标构成，各占多大权重。',
  },
  compute: atOnce((network, options): RowsDetail | null => {
    const { indicators, weights } = found(network, options);
    if (!weights.some((weight) => weight > 0)) return null;
    return {
      kind: 'rows',
      columns: [
        { id: 'weight', name: { en: 'Weight', zh: '权重' }, style: 'share', digits: 3, bar: true },
        { id: 'known', name: { en: 'Actors with a value', zh: '有值的主体数' }, style: 'count', digits: 3 },
      ],
      rows: indicators.map(({ id, says, of }, k) => {
        const known = of.reduce((count, value) => count + (Number.isNaN(value) ? 0 : 1), 0);
        return {
          id,
          says,
          ...(weights[k] === 0 ? { tag: { name: { en: 'not used', zh: '未采用' }, tone: 'neutral' } } : {}),
          values: [weights[k]!, known],
        };
      }),
      none: { en: 'There are no indicators.', zh: '没有指标。' },
      facts: [],
    };
  }),
};
