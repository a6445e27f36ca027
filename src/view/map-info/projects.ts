import type { Language } from '../../base/localized.ts';
import { foldedNames, foldName } from '../../model/commands/checks.ts';
import { actorsInOrder, type Actor, type Graph, type Project } from '../../model/graph.ts';

/** All projects by name, equal names by id. */
export function projectsInOrder(graph: Pick<Graph, 'projects'>, language: Language): readonly Project[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return [...graph.projects.values()].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** The actors that may be meant by what is typed, and are not among `members`: by any of their names, at most `most`. */
export function candidates(
  graph: Pick<Graph, 'actors'>,
  members: readonly string[],
  typed: string,
  most: number,
): readonly Actor[] {
  const wanted = foldName(typed);
  const beginning: Actor[] = [];
  const containing: Actor[] = [];
  for (const actor of actorsInOrder(graph)) {
    if (members.includes(actor.id)) continue;
    const names = foldedNames(actor);
    if (names.some((name) => name.startsWith(wanted))) beginning.push(actor);
    else if (names.some((name) => name.includes(wanted))) containing.push(actor);
  }
  return [...beginning, ...containing].slice(0, most);
}
