import type { Localized } from '../../base/localized.ts';
import { EDIT_KINDS, type DiagnosisSettings, type EditKind } from '../../model/diagnosis-settings.ts';
import type { Remedy } from './remedy.ts';

/** What each kind of edit costs until users say otherwise, in no unit but against each other. Ours. */
export const STANDARD_COSTS: Readonly<Record<EditKind, number>> = {
  strengthen: 1,
  'return-tie': 2,
  'add-tie': 2,
  'add-supply': 4,
  differentiate: 4,
  'add-intermediary': 6,
};

/** The least and the most that a kind of edit may cost. */
export const COST_RANGE = { least: 0.1, most: 100 } as const;

export const EDIT_KIND_NAMES: Readonly<Record<EditKind, Localized>> = {
  'add-tie': { en: 'A new tie', zh: '新增关系' },
  strengthen: { en: 'A stronger tie', zh: '加强关系' },
  'return-tie': { en: 'A tie back', zh: '回馈关系' },
  'add-intermediary': { en: 'A new actor between others', zh: '新增中介主体' },
  'add-supply': { en: 'More on offer', zh: '增加供给' },
  differentiate: { en: 'Another niche', zh: '生态位分化' },
};

/** What a kind of edit costs on this map; what is out of range counts as the nearest within. */
export function costOfKind(kind: EditKind, costs: DiagnosisSettings['costs']): number {
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

/** Kinds of edit in the order in which they are offered. */
export const KINDS_BY_COST: readonly EditKind[] = [...EDIT_KINDS].sort(
  (a, b) => STANDARD_COSTS[a] - STANDARD_COSTS[b],
);
