import { same, type Localized } from '../base/localized.ts';
import type { Graph } from '../model/graph.ts';
import { categoryColour } from './palette.ts';

/** What stands beside its like on the map and is told from it by its colour, first of all. */
export interface ShownColour {
  readonly id: string;
  readonly name: Localized;
  /** As it is on paper, #rrggbb. */
  readonly colour: string;
  /** What tells it apart besides: its shape or its dash; empty where nothing does. */
  readonly sign: string;
}

/** The colours that mean something on this map now, of what it holds: in the order of its vocabulary. */
export function shownColours(
  graph: Pick<Graph, 'actors' | 'ties' | 'scheme' | 'view'>,
): Readonly<Record<'sectors' | 'tieTypes' | 'categories', readonly ShownColour[]>> {
  const { actors, ties, scheme, view } = graph;
  const sectors = new Set([...actors.values()].map(({ sector }) => sector));
  const types = new Set([...ties.values()].map(({ type }) => type));
  return {
    sectors:
      view.colour.kind === 'sector'
        ? scheme.sectors.filter(({ id }) => sectors.has(id)).map((one) => ({ ...one, sign: one.shape }))
        : [],
    tieTypes:
      view.tieColour === 'type'
        ? scheme.tieTypes.filter(({ id }) => types.has(id)).map((one) => ({ ...one, sign: one.dash }))
        : [],
    categories: shownCategories(graph),
  };
}

/** Values of a list alone: others have colours by their letters, as many as there are. */
function shownCategories({
  actors,
  scheme,
  view,
}: Pick<Graph, 'actors' | 'scheme' | 'view'>): readonly ShownColour[] {
  const by = view.colour;
  if (by.kind !== 'field') return [];
  const field = scheme.fields.find(({ on, id }) => on === 'actor' && id === by.id);
  const used = new Set(
    [...actors.values()].map(({ fields }) =>
      Object.hasOwn(fields, by.id) ? String(fields[by.id]) : undefined,
    ),
  );
  return (field?.categories ?? []).flatMap((category, place) =>
    used.has(category)
      ? [
          {
            id: category,
            name: same(category),
            colour: categoryColour(place, category, 'light', view.palette),
            sign: '',
          },
        ]
      : [],
  );
}
