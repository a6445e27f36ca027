import type { Graph } from '../../model/graph.ts';
import { actorName } from '../../model/shown-name.ts';
import { preferences } from '../../state/preferences.svelte.ts';

/** What a scenario without these actors and ties is called by: the only actor's name, else how many there are. */
export function lossName(graph: Graph, actors: readonly string[], ties: readonly string[]): string {
  const [only] = actors;
  if (actors.length === 1 && only !== undefined && graph.actors.has(only))
    return preferences.say(actorName(graph, only));
  // The ties of an actor go with it: where actors are named, nobody misses them.
  return preferences.t.scenarios.selected(actors.length, actors.length > 0 ? 0 : ties.length);
}
