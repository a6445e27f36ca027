import type { Language } from '../../base/localized.ts';
import { foldName } from '../../model/commands/checks.ts';
import { actorsByName } from '../../model/entry.ts';
import type { Actor, Graph } from '../../model/graph.ts';
import { shownName } from '../../model/shown-name.ts';

/** The name of an actor that the map shows, unless it would mean another one. */
export function nameToType(graph: Pick<Graph, 'actors'>, actor: Actor, language: Language): string {
  const shown = shownName(actor, language);
  return actorsByName(graph).get(foldName(shown))?.id === actor.id ? shown : actor.name;
}
