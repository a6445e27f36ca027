import { failed, ok, type Result } from '../base/result.ts';
import { DEFAULT_GOAL, goalById, GOALS, type Goal } from '../metrics/remedies/offers.ts';
import { notAllowed, withoutValue } from './arguments.ts';
import { parseDiagnose, type DiagnoseAsked } from './diagnose-arguments.ts';

/** What a plan is asked, beside what the diagnosis before it is. */
export interface PlanAsked extends DiagnoseAsked {
  readonly steps: number;
  readonly goal: Goal;
}

export const MOST_STEPS = 50;
export const USUAL_STEPS = 4;

/** Its own options, which all take a value. */
export const OWN_OF_PLAN: readonly string[] = ['--steps', '--goal'];

/** What the words after `plan` mean; all flags of `diagnose` are flags of it. */
export function parsePlan(words: readonly string[]): Result<PlanAsked | 'help'> {
  const own = new Map<string, string>();
  const rest: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const word = words[k] ?? '';
    const [flag = '', ...parts] = word.split('=');
    if (!OWN_OF_PLAN.includes(flag)) {
      rest.push(word);
      continue;
    }
    const value = parts.length > 0 ? parts.join('=') : words[++k];
    if (value === undefined) return failed(withoutValue(flag));
    own.set(flag, value);
  }
  const asked = parseDiagnose(rest, 'plan');
  if (!asked.ok) return asked;
  if (asked.value === 'help') return ok('help');
  const count = own.get('--steps') ?? String(USUAL_STEPS);
  const steps = count.trim() === '' ? NaN : Number(count);
  if (!Number.isInteger(steps) || steps < 1 || steps > MOST_STEPS)
    return failed(notAllowed('--steps', count, `a whole number from 1 to ${MOST_STEPS}`));
  const id = own.get('--goal') ?? DEFAULT_GOAL.id;
  const goal = goalById(id);
  if (!goal) return failed(notAllowed('--goal', id, GOALS.map((each) => each.id).join(', ')));
  return ok({ ...asked.value, steps, goal });
}
