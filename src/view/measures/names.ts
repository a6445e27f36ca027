import type { Graph } from '../../model/graph.ts';
import type { Language } from '../../base/localized.ts';
import { shownName } from '../../model/shown-name.ts';

type Named = Pick<Graph, 'actors' | 'ties'>;

/** As the canvas calls the actor in this language; its id where it has gone meanwhile. */
export function actorName(graph: Pick<Graph, 'actors'>, id: string, language: Language): string {
  const actor = graph.actors.get(id);
  return actor ? shownName(actor, language) : id;
}

/** The ends of a tie, with its direction. */
export function tieName(graph: Named, id: string, language: Language): string {
  const tie = graph.ties.get(id);
  if (!tie) return id;
  const arrow = tie.direction === 'mutual' ? '↔' : '→';
  return `${actorName(graph, tie.source, language)} ${arrow} ${actorName(graph, tie.target, language)}`;
}
