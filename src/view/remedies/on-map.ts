import type { Highlight } from '../../state/highlight.svelte.ts';
import type { Graph } from '../../model/graph.ts';
import type { Remedy } from '../../state/remedies.svelte.ts';

/** What remedies are about, as it is shown on the map: new ties as pairs, of what is there the actors and ties. */
export function onMap(remedies: readonly Remedy[], { actors, ties }: Graph): Highlight {
  const who = new Set<string>();
  const which = new Set<string>();
  const pairs: [string, string][] = [];
  for (const edit of remedies.flatMap(({ edits }) => edits)) {
    if (edit.do === 'set-weight') {
      const tie = ties.get(edit.tie);
      if (!tie) continue;
      which.add(tie.id);
      who.add(tie.source).add(tie.target);
    } else if (edit.do === 'add-tie') {
      const ends = [edit.source, edit.target].filter((id) => actors.has(id));
      for (const id of ends) who.add(id);
      if (ends.length === 2) pairs.push([edit.source, edit.target]);
    } else if (edit.do !== 'add-actor' && actors.has(edit.actor)) who.add(edit.actor);
  }
  return { actors: who, ties: which, pairs, directed: true, proposed: true, alone: true };
}
