import type { Language } from '../../base/localized.ts';
import type { Actor, Graph } from '../../model/graph.ts';
import { shownName } from '../../model/shown-name.ts';

/** The actors by the names that are shown: an order that stays while values change. */
export function byName(
  graph: Pick<Graph, 'actors'>,
  language: Language,
): readonly { readonly actor: Actor; readonly name: string }[] {
  const { compare } = new Intl.Collator(language === 'zh' ? 'zh-Hans' : 'en');
  return [...graph.actors.values()]
    .map((actor) => ({ actor, name: shownName(actor, language) }))
    .sort((a, b) => compare(a.name, b.name) || (a.actor.id < b.actor.id ? -1 : 1));
}
