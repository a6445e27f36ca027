import { actorsByName } from './entry.ts';
import { foldName } from './commands/checks.ts';
import type { Draft } from './draft.ts';
import type { Graph } from './graph.ts';
import { resourceCalled } from './resource-words.ts';

/** The actors of a draft that the map has already, by any of their names: the draft's id -> the map's, each meant once. */
export function knownActors(graph: Graph, draft: Pick<Draft, 'actors'>): ReadonlyMap<string, string> {
  const byName = actorsByName(graph);
  const known = new Map<string, string>();
  const meant = new Set<string>();
  for (const { id, name } of draft.actors) {
    const actor = byName.get(foldName(name));
    if (!actor || meant.has(actor.id)) continue;
    meant.add(actor.id);
    known.set(id, actor.id);
  }
  return known;
}

/** The resources that a draft brings and the map has under another id, by their names: the draft's id -> the map's. */
export function knownResources(
  graph: Pick<Graph, 'scheme'>,
  draft: Pick<Draft, 'scheme'>,
): ReadonlyMap<string, string> {
  const there = graph.scheme.resources;
  return new Map(
    draft.scheme.resources.flatMap(({ id, name }) => {
      if (there.some((resource) => resource.id === id)) return [];
      const known = resourceCalled(there, name.en) ?? resourceCalled(there, name.zh);
      return known ? [[id, known.id] as const] : [];
    }),
  );
}
