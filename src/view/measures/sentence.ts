import type { Language } from '../../base/localized.ts';
import type { Phrase, Sentence } from '../../metrics/detail.ts';
import type { Graph } from '../../model/graph.ts';
import {
  DIMENSION_NAMES,
  DIMENSIONS,
  strangerSector,
  strangerTieType,
  type Sector,
  type TieType,
} from '../../model/scheme.ts';
import { actorName } from './names.ts';

type Named = Pick<Graph, 'actors' | 'projects' | 'scheme'>;
type Thing = Exclude<Phrase, string>;

/** A part of a sentence with its name in the language shown. */
export interface SentencePart {
  readonly text: string;
  /** The actor that is named, if the map still has it. */
  readonly actor?: string;
  /** How the sector or tie type that is named looks on the map. */
  readonly entry?: Sector | TieType;
}

/** The names of the things that a sentence speaks of, put in. */
export function sentenceParts(sentence: Sentence, graph: Named, language: Language): readonly SentencePart[] {
  return sentence[language].map((phrase) =>
    typeof phrase === 'string' ? { text: phrase } : partOf(phrase, graph, language),
  );
}

/** A sentence as plain text, as for a screen reader. */
export function sentenceText(sentence: Sentence, graph: Named, language: Language): string {
  return sentenceParts(sentence, graph, language)
    .map(({ text }) => text)
    .join('');
}

/** Entries that the scheme has lost keep their ids as names. */
function partOf({ of, id }: Thing, graph: Named, language: Language): SentencePart {
  switch (of) {
    case 'actor':
      return { text: actorName(graph, id, language), ...(graph.actors.has(id) && { actor: id }) };
    case 'sector': {
      const entry = graph.scheme.sectors.find((sector) => sector.id === id) ?? strangerSector(id);
      return { text: entry.name[language], entry };
    }
    case 'tie-type': {
      const entry = graph.scheme.tieTypes.find((type) => type.id === id) ?? strangerTieType(id);
      return { text: entry.name[language], entry };
    }
    case 'resource':
      return { text: graph.scheme.resources.find((each) => each.id === id)?.name[language] ?? id };
    case 'dimension': {
      const dimension = DIMENSIONS.find((each) => each === id);
      return { text: dimension ? DIMENSION_NAMES[dimension][language] : id };
    }
    case 'field':
      return { text: graph.scheme.fields.find((each) => each.id === id)?.name[language] ?? id };
    case 'project':
      return { text: graph.projects.get(id)?.name ?? id };
  }
}
