import type { StressResult } from './stress.ts';

/** What the command `remove` is told to bring a loss about; null where a shock takes nothing out, as a cut in funding. */
export function removalOf({ hit }: Pick<StressResult, 'hit'>): StressResult['hit'] | null {
  return hit.actors.length + hit.ties.length > 0 ? hit : null;
}
