import type { Graph } from '../../model/graph.ts';
import type { Single, Table } from '../../model/records.ts';
import { shownName } from '../../model/shown-name.ts';
import { tieName } from '../measures/names.ts';
import type { Words } from './words.ts';

/**
 * What a record is called: an actor's name, “A → B”, an entry's name; its id where nobody knows it.
 * @param states of the map, the one to ask first in front
 */
export function recordText(
  table: Table | Single,
  id: string,
  states: readonly Graph[],
  words: Words,
): string {
  for (const graph of states) {
    const name = nameIn(table, id, graph, words);
    if (name !== undefined) return name;
  }
  return id;
}

function nameIn(
  table: Table | Single,
  id: string,
  graph: Graph,
  { t, say, language }: Words,
): string | undefined {
  switch (table) {
    case 'actors': {
      const actor = graph.actors.get(id);
      return actor && shownName(actor, language);
    }
    case 'ties':
      return graph.ties.has(id) ? tieName(graph, id, language) : undefined;
    case 'projects':
      return graph.projects.get(id)?.name;
    case 'map':
    case 'view':
      return t.changes[table];
    case 'sectors':
    case 'tieTypes':
    case 'resources':
    case 'fields': {
      const entry = graph.scheme[table].find((each) => each.id === id);
      return entry && say(entry.name);
    }
  }
}
