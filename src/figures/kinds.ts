import type { FigureKind } from './figure-kind.ts';
import { COMPARISON_KIND } from './kinds/comparison-kind.ts';
import { DETAIL_KINDS } from './kinds/detail-kinds.ts';
import { FINDINGS_KIND } from './kinds/findings-kind.ts';
import { MEASURE_KINDS } from './kinds/measure-kinds.ts';
import { NETWORK_KIND } from './kinds/network-kind.ts';
import { ROUNDS_KIND } from './kinds/rounds-kind.ts';
import { TIE_TYPES_KIND } from './kinds/tie-types-kind.ts';

/** Every kind of figure with what draws it, in the order in which they are offered. */
export const KINDS: readonly FigureKind[] = [
  NETWORK_KIND,
  TIE_TYPES_KIND,
  ROUNDS_KIND,
  COMPARISON_KIND,
  ...MEASURE_KINDS,
  ...DETAIL_KINDS,
  FINDINGS_KIND,
];

export function kindById(id: string): FigureKind | undefined {
  return KINDS.find((kind) => kind.id === id);
}
