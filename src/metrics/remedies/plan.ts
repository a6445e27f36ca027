import type { Computation } from '../measure.ts';
import { within } from '../progress.ts';
import { costOf } from './costs.ts';
import { byWorth, LEAST_GAIN, type Prospect, type RankedRemedy } from './rank.ts';
import { gainOf, readingsOf, worstOf, type Readings, type Worst } from './read-goal.ts';
import type { Remedy } from './remedy.ts';
import { simulated, stateOf, type State } from './simulate.ts';

/** A remedy in its place of a plan. */
export interface PlanStep {
  readonly remedy: Remedy;
  /** Whether it was asked for, whatever it gains. */
  readonly given: boolean;
  /** What it adds to the steps before (> 0 unless it was asked for; null where undefined), and what it costs. */
  readonly gain: number | null;
  readonly cost: number;
  /** Of the plan up to here. */
  readonly totalGain: number | null;
  readonly totalCost: number;
  readonly after: Readings;
  /** What is then worst against the map as it is. */
  readonly worst: Worst | null;
}

export interface Plan {
  readonly before: Readings;
  readonly steps: readonly PlanStep[];
  /** Whether it ended since nothing gained any more. */
  readonly exhausted: boolean;
}

type Candidate = Pick<RankedRemedy, 'remedy' | 'gain'>;

/** A candidate made on the map that the plan has reached. */
interface Trial {
  readonly state: State;
  readonly after: Readings;
  readonly gain: number | null;
}

export type PlanProgress = number | PlanStep;

/**
 * A plan of up to `count` steps, each the one that gains most for its cost after those before. Gains are looked at anew
 * where one comes to stand first, as they mostly fall (Minoux 1978). Each step gains, so that no plan is worse than its
 * own beginning; it ends early where none does.
 *
 * @param candidates with their gains on the map as it is
 * @param given remedies that it begins with; they count among the steps
 */
export function* planRemedies(
  prospect: Prospect,
  candidates: readonly Candidate[],
  count: number,
  given: readonly Remedy[] = [],
): Generator<PlanProgress, Plan, void> {
  const { ground, options, goal, settings } = prospect;
  let state = stateOf(ground, options);
  const before = yield* within(0, 0, readingsOf(state.network, prospect));
  const worthier = byWorth(settings.costs);
  const asked = new Set(given.map(({ id }) => id));
  let queue = candidates.filter((one) => gains(one) && !asked.has(one.remedy.id));
  let reached = before;
  let trials = new Map<string, Trial>();
  const steps: PlanStep[] = [];
  for (const remedy of given) {
    const trial = yield* within(steps.length / Math.max(count, given.length), 0, tried(remedy));
    const step = stepOf(remedy, trial, true);
    steps.push(step);
    yield step;
    state = trial.state;
    reached = trial.after;
  }
  while (steps.length < count) {
    queue = [...queue].sort(worthier);
    const [first, ...rest] = queue;
    if (!first) break;
    const known = trials.get(first.remedy.id);
    if (!known) {
      const trial = yield* within(steps.length / count, 0, tried(first.remedy));
      trials.set(first.remedy.id, trial);
      const again = { remedy: first.remedy, gain: trial.gain };
      queue = gains(again) ? [again, ...rest] : rest;
      continue;
    }
    const step = stepOf(first.remedy, known, false);
    steps.push(step);
    yield step;
    queue = rest;
    state = known.state;
    reached = known.after;
    trials = new Map();
  }
  return { before, steps, exhausted: steps.length < count };

  function* tried({ edits }: Remedy): Computation<Trial> {
    const then = yield* simulated(state, edits, options);
    const after = yield* readingsOf(then.network, prospect);
    return { state: then, after, gain: gainOf(goal, reached, after) };
  }

  function stepOf(remedy: Remedy, { state: { network }, after, gain }: Trial, isGiven: boolean): PlanStep {
    const cost = costOf(remedy, settings.costs);
    return {
      remedy,
      given: isGiven,
      gain,
      cost,
      totalGain: gainOf(goal, before, after),
      totalCost: (steps.at(-1)?.totalCost ?? 0) + cost,
      after,
      worst: worstOf(network, options, before, after),
    };
  }
}

function gains({ gain }: Candidate): boolean {
  return gain !== null && gain > LEAST_GAIN;
}
