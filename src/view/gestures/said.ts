import type { Language } from '../../base/localized.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { strangerSector, strangerTieType } from '../../model/scheme.ts';
import { shownName } from '../../model/shown-name.ts';
import type { MapState } from '../../state/map.svelte.ts';

/** What is selected, as it is said to somebody who does not see it; empty when nothing is. */
export function describeSelection(
  { graph, selection }: Pick<MapState, 'graph' | 'selection'>,
  language: Language,
  t: Dictionary,
): string {
  const { actors, ties } = selection;
  if (actors.size + ties.size === 0) return '';
  const [actor, tie] = [[...actors][0], [...ties][0]];
  const nameOf = (id: string): string => {
    const found = graph.actors.get(id);
    return found ? shownName(found, language) : id;
  };
  const one = actors.size + ties.size === 1;
  const known = actor === undefined ? undefined : graph.actors.get(actor);
  if (one && known) {
    const sector = graph.scheme.sectors.find(({ id }) => id === known.sector) ?? strangerSector(known.sector);
    let count = 0;
    for (const { source, target } of graph.ties.values())
      if (source === known.id || target === known.id) count++;
    return t.gestures.said.actor(nameOf(known.id), sector.name[language], count);
  }
  const between = tie === undefined ? undefined : graph.ties.get(tie);
  if (one && between) {
    const type = graph.scheme.tieTypes.find(({ id }) => id === between.type) ?? strangerTieType(between.type);
    return t.gestures.said.tie(
      nameOf(between.source),
      nameOf(between.target),
      type.name[language],
      between.direction === 'mutual',
    );
  }
  return t.gestures.said.several(actors.size, ties.size);
}
