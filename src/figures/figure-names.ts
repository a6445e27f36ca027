import type { Language } from '../base/localized.ts';
import type { Phrase, Sentence } from '../metrics/detail.ts';
import type { Graph } from '../model/graph.ts';
import { DIMENSION_NAMES, DIMENSIONS } from '../model/scheme.ts';
import { sectorLookup } from '../scene/actor-encoding.ts';
import { shownName } from '../model/shown-name.ts';
import type { FigureNames, SectorName } from './figure.ts';

/**
 * The names of a map's things in one language.
 * @param priorityOf an actor, where not all names have room
 */
export function figureNames(
  graph: Pick<Graph, 'actors' | 'projects' | 'scheme'>,
  language: Language,
  priorityOf: (id: string) => number = () => 0,
): FigureNames {
  const { scheme } = graph;
  const sectorOf = sectorLookup(graph);
  const sectors = new Map<string, SectorName>();
  const known = scheme.sectors.map(({ id }) => id);
  // Sectors that the scheme has lost keep their looks.
  const used = [...new Set([...graph.actors.values()].map(({ sector }) => sector))].sort();
  for (const id of new Set([...known, ...used])) {
    const { name, shape, colour } = sectorOf(id);
    sectors.set(id, { name: name[language], shape, colour });
  }
  const named = (
    entries: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[],
  ) => new Map(entries.map(({ id, name }) => [id, name[language]]));
  return {
    actors: new Map(
      [...graph.actors.values()].map((actor) => [
        actor.id,
        { name: shownName(actor, language), sector: actor.sector, priority: priorityOf(actor.id) },
      ]),
    ),
    sectors,
    tieTypes: named(scheme.tieTypes),
    resources: named(scheme.resources),
    dimensions: new Map(DIMENSIONS.map((id) => [id, DIMENSION_NAMES[id][language]])),
    projects: new Map([...graph.projects.values()].map(({ id, name }) => [id, name])),
    fields: named(scheme.fields),
  };
}

/** What a thing of the map is called. */
export function nameOf(names: FigureNames, { of, id }: Exclude<Phrase, string>): string {
  switch (of) {
    case 'actor':
      return names.actors.get(id)?.name ?? id;
    case 'sector':
      return names.sectors.get(id)?.name ?? id;
    case 'tie-type':
      return names.tieTypes.get(id) ?? id;
    case 'resource':
      return names.resources.get(id) ?? id;
    case 'dimension':
      return names.dimensions.get(id) ?? id;
    case 'project':
      return names.projects.get(id) ?? id;
    case 'field':
      return names.fields.get(id) ?? id;
  }
}

/** A sentence with the names put in. */
export function sentenceOf(sentence: Sentence, names: FigureNames, language: Language): string {
  return sentence[language]
    .map((phrase) => (typeof phrase === 'string' ? phrase : nameOf(names, phrase)))
    .join('');
}
