import type { Localized } from '../../base/localized.ts';
import type { NumberStyle } from '../detail.ts';
import { measureById } from '../registry.ts';
import type { NetworkMeasure } from '../measure.ts';

/** A measure that remedies are judged by, and which way is better. */
export interface Headline {
  readonly measure: NetworkMeasure;
  readonly better: 1 | -1;
}

function headline(id: string, better: 1 | -1): readonly Headline[] {
  const measure = measureById(id);
  return measure?.level === 'network' ? [{ measure, better }] : [];
}

/** What is shown before and after, in this order. Which way is better is a judgement, and ours. */
export const HEADLINES: readonly Headline[] = [
  ...headline('gauge-motivation', 1),
  ...headline('gauge-symbiosis', 1),
  ...headline('gauge-guarantee', 1),
  ...headline('gauge-feedback', 1),
  ...headline('demand-coverage', 1),
  ...headline('reachable-coverage', 1),
  ...headline('coupling-coordination', 1),
  ...headline('weighted-reciprocity', 1),
  ...headline('mutual-pairs', 1),
  ...headline('network-e-i-index', 1),
  ...headline('largest-component-share', 1),
  ...headline('robustness', 1),
  ...headline('top-share', -1),
  ...headline('finn-cycling', 1),
  ...headline('mean-multiplexity', 1),
];

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

export const GOALS: readonly Goal[] = [
  {
    id: 'gauges',
    name: { en: 'Mean of the four gauges', zh: '四项机制得分的均值' },
    better: 1,
    style: 'number',
    digits: 3,
  },
  {
    id: 'burden',
    name: { en: 'Less that is wrong (sum of severities)', zh: '减少问题（严重度之和）' },
    better: -1,
    style: 'number',
    digits: 3,
    slow: true,
  },
  ...HEADLINES.map(({ measure: { id, name, style, digits }, better }): Goal => ({
    id,
    name,
    style,
    digits,
    better,
  })),
];

export const DEFAULT_GOAL = 'gauges';

/** Undefined where there is no such goal, as for one of a newer version. */
export function goalById(id: string): Goal | undefined {
  return GOALS.find((goal) => goal.id === id);
}
