import type { DiagnosisSettings } from '../../model/diagnosis-settings.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import type { NetworkOptions } from '../../network/network.ts';
import { compareIds } from '../../base/ids.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { within } from '../progress.ts';
import { balanceOf } from '../resources/balance.ts';
import type { Ground } from './applied.ts';
import { costOf } from './costs.ts';
import { MOST_REMEDIES, proposeRemedies } from './propose.ts';
import { gainOf, readingsOf, worstOf, type Judgement, type Readings, type Worst } from './read-goal.ts';
import type { Remedy } from './remedy.ts';
import { simulated, stateOf } from './simulate.ts';
import { Survey } from './survey.ts';

/** A map and what its remedies are judged by. */
export interface Prospect extends Judgement {
  readonly ground: Ground;
  readonly options: NetworkOptions & MeasureOptions;
}

/** A remedy with what it would do: a scenario, no prediction. */
export interface RankedRemedy {
  readonly remedy: Remedy;
  /** How much better the goal is with it, exactly; null where it is undefined. */
  readonly gain: number | null;
  readonly after: Readings;
  readonly worst: Worst | null;
}

export interface Ranking {
  /** The map as it is. */
  readonly before: Readings;
  /** Findings of the rules that are not muted. */
  readonly findings: number;
  /** In the order in which they were simulated. */
  readonly ranked: readonly RankedRemedy[];
}

/** What is known before the first remedy is simulated. */
export interface RankingStart extends Pick<Ranking, 'before' | 'findings'> {
  /** How many remedies will be. */
  readonly remedies: number;
}

/** What a ranking is so far: the share done in [0, 1], the start, or one more remedy. */
export type RankingStep = number | RankingStart | RankedRemedy;

/** What diagnosing and proposing take of the whole time, for the progress shown. */
const SHARE_OF_PROPOSING = 0.1;

/**
 * Makes each remedy that the rules propose on a copy of the map and measures what comes of it; of more than `most` those
 * for the worst findings. Nothing is estimated: what is said of a remedy is so when it is carried out.
 */
export function* rankRemedies(
  prospect: Prospect,
  most: number = MOST_REMEDIES,
): Generator<RankingStep, Ranking, void> {
  const { ground, options, settings, goal } = prospect;
  const state = stateOf(ground, options);
  const diagnosis = yield* within(0, SHARE_OF_PROPOSING / 2, diagnose(state.network, options, settings));
  const survey = new Survey(
    ground,
    state.network,
    yield* within(SHARE_OF_PROPOSING / 2, 0, balanceOf(state.network)),
  );
  const remedies = yield* within(
    SHARE_OF_PROPOSING / 2,
    SHARE_OF_PROPOSING / 2,
    proposeRemedies(survey, diagnosis, settings.muted, most),
  );
  const before = yield* readingsOf(state.network, prospect);
  const findings = countFindings(diagnosis.results, settings.muted);
  yield { before, findings, remedies: remedies.length };
  const ranked: RankedRemedy[] = [];
  for (const [k, remedy] of remedies.entries()) {
    const width = (1 - SHARE_OF_PROPOSING) / remedies.length;
    const start = SHARE_OF_PROPOSING + k * width;
    const then = yield* within(start, width / 4, simulated(state, remedy.edits, options));
    const after = yield* within(start + width / 4, (3 * width) / 4, readingsOf(then.network, prospect));
    const one: RankedRemedy = {
      remedy,
      after,
      gain: gainOf(goal, before, after),
      worst: worstOf(then.network, options, before, after),
    };
    ranked.push(one);
    yield one;
  }
  return { before, findings, ranked };
}

type Results = Parameters<typeof proposeRemedies>[1]['results'];

function countFindings(results: Results, muted: DiagnosisSettings['muted']): number {
  let count = 0;
  for (const { code, outcome } of results)
    if (outcome.applies && !Object.hasOwn(muted, code)) count += outcome.findings.length;
  return count;
}

/** Gains that are smaller are rounding. */
export const LEAST_GAIN = 1e-9;

/** By gain for its cost, the best first; those that gain nothing last; equal ones by id. */
export function byWorth(
  costs: DiagnosisSettings['costs'],
): (a: Pick<RankedRemedy, 'remedy' | 'gain'>, b: Pick<RankedRemedy, 'remedy' | 'gain'>) => number {
  const worth = ({ remedy, gain }: Pick<RankedRemedy, 'remedy' | 'gain'>): number =>
    gain === null ? -Infinity : gain / costOf(remedy, costs);
  return (a, b) => {
    const [one, other] = [worth(a), worth(b)];
    return one === other ? compareIds(a.remedy.id, b.remedy.id) : other - one;
  };
}
