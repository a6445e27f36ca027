import type { DiagnosisSettings, EditKind } from '../../model/diagnosis-settings.ts';
import { COST_RANGE, STANDARD_COSTS } from './offers.ts';
import type { Remedy } from './remedy.ts';

/** What a kind of edit costs on this map; what is out of range counts as the nearest within. */
function costOfKind(kind: EditKind, costs: DiagnosisSettings['costs']): number {
  const set = Object.hasOwn(costs, kind) ? costs[kind] : undefined;
  return Math.min(COST_RANGE.most, Math.max(COST_RANGE.least, set ?? STANDARD_COSTS[kind]));
}

/** What a remedy costs, > 0: each new tie counts; an intermediary comes with its ties. */
export function costOf(
  { kind, edits }: Pick<Remedy, 'kind' | 'edits'>,
  costs: DiagnosisSettings['costs'],
): number {
  const ties = edits.filter((edit) => edit.do === 'add-tie').length;
  const times = kind === 'add-tie' || kind === 'return-tie' ? Math.max(1, ties) : 1;
  return times * costOfKind(kind, costs);
}
