import type { Language, Localized } from '../base/localized.ts';
import type { Graph } from './graph.ts';

interface Names {
  readonly name: string;
  readonly secondName?: string;
}

const CHINESE = /[\u3400-\u9fff\u{20000}-\u{3fffd}]/u;

/**
 * The name to show: of the two names of an actor the one in the reader's language, as far as the script tells. The first
 * name is shown when both or neither are in it.
 */
export function shownName({ name, secondName }: Names, language: Language): string {
  if (!secondName || CHINESE.test(name) === CHINESE.test(secondName)) return name;
  return CHINESE.test(secondName) === (language === 'zh') ? secondName : name;
}

/** The name to show to readers of each language; the id of an actor that is not there. */
export function actorName(graph: Pick<Graph, 'actors'>, id: string): Localized {
  const actor = graph.actors.get(id);
  return actor ? { en: shownName(actor, 'en'), zh: shownName(actor, 'zh') } : { en: id, zh: id };
}
