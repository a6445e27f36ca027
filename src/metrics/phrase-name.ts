import type { Language } from '../base/localized.ts';
import type { Graph } from '../model/graph.ts';
import { DIMENSION_NAMES, DIMENSIONS } from '../model/scheme.ts';
import { shownName } from '../model/shown-name.ts';
import type { Phrase, Sentence } from './detail.ts';

type Named = Pick<Graph, 'actors' | 'projects' | 'scheme'>;

/** What a thing of a map is called; its id where the map has it no more. */
export function phraseName({ of, id }: Exclude<Phrase, string>, graph: Named, language: Language): string {
  const { scheme } = graph;
  const among = (
    entries: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[],
  ): string => entries.find((entry) => entry.id === id)?.name[language] ?? id;
  switch (of) {
    case 'actor': {
      const actor = graph.actors.get(id);
      return actor ? shownName(actor, language) : id;
    }
    case 'sector':
      return among(scheme.sectors);
    case 'tie-type':
      return among(scheme.tieTypes);
    case 'resource':
      return among(scheme.resources);
    case 'field':
      return among(scheme.fields);
    case 'dimension': {
      const dimension = DIMENSIONS.find((each) => each === id);
      return dimension ? DIMENSION_NAMES[dimension][language] : id;
    }
    case 'project':
      return graph.projects.get(id)?.name ?? id;
  }
}

/** A sentence as plain text, with the names of the map put in. */
export function plainSentence(sentence: Sentence, graph: Named, language: Language): string {
  return sentence[language]
    .map((phrase) => (typeof phrase === 'string' ? phrase : phraseName(phrase, graph, language)))
    .join('');
}
