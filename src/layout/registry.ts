import { FORCE_LAYOUT } from './force.ts';
import type { Layout } from './layout.ts';
import { NICHE_LAYOUT } from './niche.ts';
import { STRESS_LAYOUT } from './stress.ts';

/** All layouts with their engines, in the order in which they are offered: for workers, tests and scripts. */
export const LAYOUTS: readonly Layout[] = [FORCE_LAYOUT, STRESS_LAYOUT, NICHE_LAYOUT];

export function layoutById(id: string): Layout | undefined {
  return LAYOUTS.find((layout) => layout.id === id);
}
