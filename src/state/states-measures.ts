import { statesMeasures as ofPanels, type StatesMeasure } from '../figures/states-table.ts';
import type { StatesComparison } from '../metrics/scenarios/compare-states.ts';
import { HEADLINE_MEASURES } from '../metrics/scenarios/headline-measures.ts';

// What windows show and what figures show is the same.
export { stateCells, type StatesMeasure } from '../figures/states-table.ts';

/** The headline first, then the others in the order of the registry; what was not computed is left out. */
export function statesMeasures({ readings }: StatesComparison): readonly StatesMeasure[] {
  return ofPanels(readings.map(({ values }) => values));
}

export function isHeadline(measure: string): boolean {
  return HEADLINE_MEASURES.some((id) => id === measure);
}
