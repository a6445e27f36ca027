import { ok } from '../base/result.ts';
import { consequencesOf, type Consequences } from '../metrics/remedies/consequences.ts';
import { planRemedies, type Plan, type PlanStep } from '../metrics/remedies/plan.ts';
import { rankRemedies, type RankedRemedy, type RankingStart } from '../metrics/remedies/rank.ts';
import { prepareKernels } from './kernels.ts';
import type { PlanTask, RankPart, RankRest, RankTask, RemediesTask } from './remedies.ts';
import { serve, type Task } from './serve.ts';

type Answer = RankRest | Plan | Consequences;
type Part = RankPart | readonly PlanStep[];

function* answer(task: RemediesTask): Task<Answer, Part> {
  if (task.kind === 'rank') return yield* rank(task);
  if (task.kind === 'plan') return yield* plan(task);
  return ok(yield* consequencesOf(task.prospect, task.remedies));
}

function* rank({ prospect }: RankTask): Task<RankRest, Part> {
  /** Not sent yet: each remedy travels once. */
  let fresh: RankedRemedy[] = [];
  let start: RankingStart | undefined;
  const steps = rankRemedies(prospect);
  for (let step = steps.next(); !step.done; step = steps.next()) {
    const { value } = step;
    if (typeof value === 'number') yield value;
    else {
      if ('remedies' in value) start = value;
      else fresh.push(value);
      const begun = start;
      if (begun)
        yield {
          partial: () => {
            const ranked = fresh;
            fresh = [];
            return { start: begun, ranked };
          },
        };
    }
  }
  return ok({ ranked: fresh });
}

function* plan({ prospect, candidates, given, count }: PlanTask): Task<Plan, Part> {
  const reached: PlanStep[] = [];
  const steps = planRemedies(prospect, candidates, count, given);
  for (;;) {
    const step = steps.next();
    if (step.done) return ok(step.value);
    if (typeof step.value === 'number') yield step.value;
    else {
      reached.push(step.value);
      yield { partial: () => [...reached] };
    }
  }
}

serve(answer, undefined, prepareKernels());
