import type { Finding } from '../../metrics/diagnosis/rule.ts';
import type { Highlight } from '../../state/highlight.svelte.ts';

/** What a finding shows on the map; undefined where it is about the map as a whole. */
export function highlightOf({ actors, ties, pairs }: Finding): Highlight | undefined {
  if (actors.length + ties.length + pairs.length === 0) return undefined;
  return { actors: new Set(actors), ties: new Set(ties), pairs, directed: false, alone: true };
}
