import type { ChosenRemedy, MeasureChange, RemediesTogether } from '../figures/strategy/content.ts';
import { JUDGED_BY } from '../metrics/remedies/offers.ts';
import type { Readings } from '../metrics/remedies/read-goal.ts';
import type { Remedy } from '../metrics/remedies/remedy.ts';
import type { Consequences, RankedRemedy, RemediesState } from './remedies.svelte.ts';

/** A remedy that may be told, and whether it is. */
export interface RemedyTick {
  readonly chosen: ChosenRemedy;
  readonly told: boolean;
}

/** So many are offered besides those that are in the plan. */
const MOST_OFFERED = 6;

type Simulated = Pick<RemediesState, 'start' | 'ranked' | 'gaining' | 'chosen' | 'plan' | 'stale' | 'costOf'>;

/**
 * The remedies that may be told: first those that the user has put in the plan, which are told unless unticked; then
 * the other steps of the plan, then those that gain most for their cost. None while they are of an earlier state.
 *
 * @param picked ids of remedies that were ticked or unticked by hand
 */
export function remedyTicks(
  remedies: Simulated,
  picked: ReadonlyMap<string, boolean>,
): readonly RemedyTick[] {
  const { start, stale, ranked, chosen, plan, gaining } = remedies;
  if (!start || stale) return [];
  const known = new Map(ranked.map((one) => [one.remedy.id, one]));
  const own = new Set(chosen.map(({ id }) => id));
  const others = [...(plan?.steps ?? []), ...gaining].map(({ remedy }) => remedy.id);
  const offered = [...new Set(others)].filter((id) => !own.has(id)).slice(0, MOST_OFFERED);
  // What was ticked stays where it can be unticked.
  const ticked = [...picked].flatMap(([id, told]) => (told ? [id] : []));
  return [...new Set([...own, ...offered, ...ticked])].flatMap((id) => {
    const one = known.get(id);
    if (!one) return [];
    const cost = remedies.costOf(one.remedy);
    return [{ chosen: chosenRemedy(start.before, one, cost), told: picked.get(id) ?? own.has(id) }];
  });
}

function chosenRemedy(before: Readings, { remedy, after, worst }: RankedRemedy, cost: number): ChosenRemedy {
  const worstId = worst ? JUDGED_BY[worst.headline]?.measure.id : undefined;
  return {
    remedy,
    cost,
    changes: changesOf(before, after),
    ...(worstId !== undefined && { worst: worstId }),
  };
}

/** The headline measures that are others after than before. */
function changesOf(before: Readings, after: Readings): readonly MeasureChange[] {
  return JUDGED_BY.flatMap(({ measure: { id } }, k) => {
    const [was, is] = [before.values[k] ?? null, after.values[k] ?? null];
    return was === is ? [] : [{ measure: id, before: was, after: is }];
  });
}

export function togetherOf({ before, after, resolved, appeared }: Consequences): RemediesTogether {
  return { changes: changesOf(before, after), resolved, appeared };
}

/** Of the ticked remedies those that are told, as they are carried out: one after the other. */
export function toldRemedies(ticks: readonly RemedyTick[]): readonly Remedy[] {
  return ticks.flatMap(({ chosen, told }) => (told ? [chosen.remedy] : []));
}
