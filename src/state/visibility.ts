import type { Actor, Graph, Tie } from '../model/graph.ts';
import { isThere, type Moment } from '../model/moments.ts';

/** What the user has hidden or narrowed the map to. Never stored: a map always opens whole. */
export interface Filter {
  readonly hiddenSectors: ReadonlySet<string>;
  readonly hiddenTieTypes: ReadonlySet<string>;
  /** Values of the field that sets the colour. */
  readonly hiddenCategories: ReadonlySet<string>;
  /** Only actors within `steps` ties (direction ignored) of this one. */
  readonly focus: { readonly actor: string; readonly steps: number } | undefined;
  /** Only what is there at this time, by its own dates. */
  readonly when: Moment | undefined;
}

export const NO_FILTER: Filter = {
  hiddenCategories: new Set(),
  hiddenSectors: new Set(),
  hiddenTieTypes: new Set(),
  focus: undefined,
  when: undefined,
};

export interface Visible {
  readonly actors: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
  /** True when nothing is hidden. */
  readonly all: boolean;
}

export function isFiltering(filter: Filter): boolean {
  return (
    filter.hiddenSectors.size + filter.hiddenTieTypes.size + filter.hiddenCategories.size > 0 ||
    filter.focus !== undefined ||
    filter.when !== undefined
  );
}

/** What a filter leaves to be seen. Focus walks visible actors and ties only. */
export function visibleUnder(graph: Pick<Graph, 'actors' | 'ties' | 'view'>, filter: Filter): Visible {
  let actors = new Set<string>();
  const { colour } = graph.view;
  const category = (actor: Actor): string =>
    colour.kind === 'field' ? String(actor.fields[colour.id] ?? '') : '';
  const there = (record: Actor | Tie): boolean => filter.when === undefined || isThere(record, filter.when);
  for (const actor of graph.actors.values())
    if (
      there(actor) &&
      !filter.hiddenSectors.has(actor.sector) &&
      !filter.hiddenCategories.has(category(actor))
    )
      actors.add(actor.id);
  const shown = (tie: Tie): boolean =>
    there(tie) && !filter.hiddenTieTypes.has(tie.type) && actors.has(tie.source) && actors.has(tie.target);
  if (filter.focus && actors.has(filter.focus.actor)) actors = within(graph, filter.focus, shown);
  const ties = new Set<string>();
  for (const tie of graph.ties.values()) if (shown(tie)) ties.add(tie.id);
  return { actors, ties, all: actors.size === graph.actors.size && ties.size === graph.ties.size };
}

/** The graph without what a filter hides. */
export function underFilter(graph: Graph, filter: Filter): Graph {
  return isFiltering(filter) ? onlyVisible(graph, visibleUnder(graph, filter)) : graph;
}

export function onlyVisible(graph: Graph, visible: Visible): Graph {
  if (visible.all) return graph;
  return {
    ...graph,
    actors: new Map([...graph.actors].filter(([id]) => visible.actors.has(id))),
    ties: new Map([...graph.ties].filter(([id]) => visible.ties.has(id))),
  };
}

function within(
  graph: Pick<Graph, 'ties'>,
  focus: { readonly actor: string; readonly steps: number },
  shown: (tie: Tie) => boolean,
): Set<string> {
  const partners = new Map<string, string[]>();
  const link = (a: string, b: string): void => {
    const list = partners.get(a);
    if (list) list.push(b);
    else partners.set(a, [b]);
  };
  for (const tie of graph.ties.values()) {
    if (!shown(tie)) continue;
    link(tie.source, tie.target);
    link(tie.target, tie.source);
  }
  const reached = new Set([focus.actor]);
  let front = [focus.actor];
  for (let step = 0; step < focus.steps && front.length > 0; step++) {
    const next: string[] = [];
    for (const id of front)
      for (const partner of partners.get(id) ?? []) {
        if (reached.has(partner)) continue;
        reached.add(partner);
        next.push(partner);
      }
    front = next;
  }
  return reached;
}
