import type { ChosenRemedy } from '../figures/strategy/content.ts';
import { HEADLINES } from '../metrics/remedies/offers.ts';
import type { MapState } from './map.svelte.ts';
import { remediesOf } from './remedies.svelte.ts';

/** The remedies of the plan that the user has made of the map, each with what it does when it is carried out alone. */
export function plannedRemedies(map: MapState): readonly ChosenRemedy[] {
  const remedies = remediesOf(map);
  const { plan, start, ranked } = remedies;
  if (!remedies.planned || remedies.stale || !plan || !start) return [];
  return plan.steps.flatMap(({ remedy, cost }): ChosenRemedy[] => {
    const alone = ranked.find((one) => one.remedy.id === remedy.id);
    if (!alone) return [];
    const changes = HEADLINES.flatMap(({ measure }, k) => {
      const [before, after] = [start.before.values[k] ?? null, alone.after.values[k] ?? null];
      return before === after ? [] : [{ measure: measure.id, before, after }];
    });
    const worst = alone.worst ? HEADLINES[alone.worst.headline]?.measure.id : undefined;
    return [{ remedy, cost, changes, ...(worst !== undefined && { worst }) }];
  });
}
