import type { DiagnosisSettings } from '../../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { burdenOf, diagnose } from '../diagnosis/diagnose.ts';
import { settingOf, type Computation } from '../measure.ts';
import { JUDGED_BY, type Goal } from './offers.ts';

/** What remedies are judged by, under the conventions of the map. */
export interface Judgement {
  readonly goal: Goal;
  readonly options: MeasureOptions;
  readonly settings: DiagnosisSettings;
}

/** What a state of the map amounts to. */
export interface Readings {
  /** The value of the goal; null where undefined. */
  readonly goal: number | null;
  /** Of the headline measures, in their order; null where undefined. */
  readonly values: readonly (number | null)[];
}

/** The measure that got worst: the largest change for the worse, as a share of its range. */
export interface Worst {
  /** Its place among the headline measures. */
  readonly headline: number;
  readonly before: number;
  readonly after: number;
}

const GAUGES = 4;

/**
 * The options that remedies are judged under: those of the map, but robustness is that under loss of the actors with most
 * partners where the map's own order of loss would be by betweenness, which takes seconds.
 */
export function judgedUnder<Options extends MeasureOptions>(options: Options): Options {
  return options.attack === 'betweenness' ? { ...options, attack: 'degree' } : options;
}

/** The goal and the headline measures of a network. */
export function* readingsOf(network: Network, { goal, options, settings }: Judgement): Computation<Readings> {
  const quick = judgedUnder(options);
  const values: (number | null)[] = [];
  for (const { measure } of JUDGED_BY) values.push(yield* measure.compute(network, quick));
  return { values, goal: yield* goalOf(values) };

  function* goalOf(all: readonly (number | null)[]): Computation<number | null> {
    if (goal.id === 'burden') return burdenOf(yield* diagnose(network, options, settings), settings.muted);
    if (goal.id !== 'gauges')
      return all[JUDGED_BY.findIndex(({ measure }) => measure.id === goal.id)] ?? null;
    const gauges = all.slice(0, GAUGES).flatMap((value) => value ?? []);
    return gauges.length > 0 ? gauges.reduce((sum, value) => sum + value, 0) / gauges.length : null;
  }
}

/** How much better the goal is after than before; null where it is undefined. */
export function gainOf({ better }: Goal, before: Readings, after: Readings): number | null {
  return before.goal === null || after.goal === null ? null : better * (after.goal - before.goal);
}

/** Changes below this share of a range are rounding. */
const NOTHING = 1e-9;

/** Null where nothing got worse. */
export function worstOf(
  network: Network,
  options: MeasureOptions,
  before: Readings,
  after: Readings,
): Worst | null {
  const setting = settingOf(network, options);
  let worst: Worst | null = null;
  let most = NOTHING;
  for (const [k, { measure, better }] of JUDGED_BY.entries()) {
    const [was, is] = [before.values[k] ?? null, after.values[k] ?? null];
    if (was === null || is === null) continue;
    const [low, high] = measure.range(setting);
    const width = high - low;
    const loss =
      (better * (was - is)) / (Number.isFinite(width) && width > 0 ? width : Math.max(1, Math.abs(was)));
    if (loss <= most) continue;
    most = loss;
    worst = { headline: k, before: was, after: is };
  }
  return worst;
}
