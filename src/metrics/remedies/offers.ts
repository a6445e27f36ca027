import type { Localized } from '../../base/localized.ts';
import { EDIT_KINDS, type EditKind } from '../../model/diagnosis-settings.ts';
import type { NumberStyle } from '../detail.ts';
import { betterWay } from '../better.ts';
import { measureById } from '../registry.ts';
import type { NetworkMeasure } from '../measure.ts';

/** A measure that remedies are judged by, and which way is better. */
export interface Judge {
  readonly measure: NetworkMeasure;
  readonly better: 1 | -1;
}

/** What remedies and plans are judged by, and show before and after, in this order. */
export const JUDGED_BY: readonly Judge[] = [
  'gauge-motivation',
  'gauge-symbiosis',
  'gauge-guarantee',
  'gauge-feedback',
  'demand-coverage',
  'reachable-coverage',
  'coupling-coordination',
  'weighted-reciprocity',
  'mutual-pairs',
  'network-e-i-index',
  'largest-component-share',
  'robustness',
  'top-share',
  'finn-cycling',
  'mean-multiplexity',
].flatMap((id): readonly Judge[] => {
  const measure = measureById(id);
  const better = betterWay(id);
  return measure?.level === 'network' && better !== 0 ? [{ measure, better }] : [];
});

/** What a ranking is for. */
export interface Goal {
  /** `gauges`, `burden`, or the id of a headline measure. */
  readonly id: string;
  readonly name: Localized;
  readonly better: 1 | -1;
  readonly style: NumberStyle;
  readonly digits: number;
  /** True if all rules are tested for each remedy, which takes long. */
  readonly slow?: true;
}

export const DEFAULT_GOAL: Goal = {
  id: 'gauges',
  name: { en: 'Mean of the four gauges', zh: '四项机制得分的均值' },
  better: 1,
  style: 'number',
  digits: 3,
};

export const GOALS: readonly Goal[] = [
  DEFAULT_GOAL,
  {
    id: 'burden',
    name: { en: 'Less that is wrong (sum of severities)', zh: '减少问题（严重度之和）' },
    better: -1,
    style: 'number',
    digits: 3,
    slow: true,
  },
  ...JUDGED_BY.map(({ measure: { id, name, style, digits }, better }): Goal => ({
    id,
    name,
    style,
    digits,
    better,
  })),
];

/** Undefined where there is no such goal, as for one of a newer version. */
export function goalById(id: string): Goal | undefined {
  return GOALS.find((goal) => goal.id === id);
}

/** What each kind of edit costs until users say otherwise, in no unit but against each other. Ours. */
export const STANDARD_COSTS: Readonly<Record<EditKind, number>> = {
  strengthen: 1,
  'return-tie': 2,
  'add-tie': 2,
  'add-supply': 4,
  differentiate: 4,
  'add-intermediary': 6,
};

/** The least and the most that a kind of edit may cost. */
export const COST_RANGE = { least: 0.1, most: 100 } as const;

export const EDIT_KIND_NAMES: Readonly<Record<EditKind, Localized>> = {
  'add-tie': { en: 'A new tie', zh: '新增关系' },
  strengthen: { en: 'A stronger tie', zh: '加强关系' },
  'return-tie': { en: 'A tie back', zh: '回馈关系' },
  'add-intermediary': { en: 'A new actor between others', zh: '新增中介主体' },
  'add-supply': { en: 'More on offer', zh: '增加供给' },
  differentiate: { en: 'Another niche', zh: '生态位分化' },
};

/** Kinds of edit in the order in which they are offered. */
export const KINDS_BY_COST: readonly EditKind[] = [...EDIT_KINDS].sort(
  (a, b) => STANDARD_COSTS[a] - STANDARD_COSTS[b],
);
