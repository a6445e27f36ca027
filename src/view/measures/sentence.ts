import type { Language } from '../../base/localized.ts';
import type { Phrase, Sentence } from '../../metrics/detail.ts';
import { phraseName } from '../../metrics/phrase-name.ts';
import type { Graph } from '../../model/graph.ts';
import { strangerSector, strangerTieType, type Sector, type TieType } from '../../model/scheme.ts';

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
function partOf(thing: Thing, graph: Named, language: Language): SentencePart {
  const { of, id } = thing;
  const text = phraseName(thing, graph, language);
  if (of === 'actor') return { text, ...(graph.actors.has(id) && { actor: id }) };
  if (of === 'sector')
    return { text, entry: graph.scheme.sectors.find((sector) => sector.id === id) ?? strangerSector(id) };
  if (of === 'tie-type')
    return { text, entry: graph.scheme.tieTypes.find((type) => type.id === id) ?? strangerTieType(id) };
  return { text };
}
