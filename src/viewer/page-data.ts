import { DATA_ID } from '../figures/viewer/viewer-file.ts';
import type { ViewerData } from '../figures/viewer/viewer-data.ts';
import type { Graph } from '../model/graph.ts';
import { DEFAULT_VIEW } from '../model/view.ts';
import type { Grouping } from '../scene/actor-encoding.ts';

/** What the page was filled with. */
export function pageData(): ViewerData {
  return JSON.parse(document.getElementById(DATA_ID)?.textContent ?? '') as ViewerData;
}

/** The map as the scene reads it. */
export function graphOf({ info, actors, ties, scheme, look }: ViewerData): Graph {
  return {
    revision: 0,
    info: { ...info, unknown: {} },
    actors: new Map(actors.map((actor) => [actor.id, { ...actor, unknown: {} }])),
    ties: new Map(ties.map((tie) => [tie.id, { ...tie, unknown: {} }])),
    projects: new Map(),
    scheme,
    view: { ...DEFAULT_VIEW, ...look },
  };
}

/** Measure id -> actor id -> value, null where undefined. */
export function columnsOf({
  actors,
  measures,
}: ViewerData): ReadonlyMap<string, ReadonlyMap<string, number | null>> {
  return new Map(
    measures.map(({ id, values }) => [id, new Map(actors.map((actor, k) => [actor.id, values[k] ?? null]))]),
  );
}

export function groupingOf({ actors, groups }: ViewerData): Grouping | undefined {
  if (!groups) return undefined;
  return {
    title: groups.title,
    names: groups.names,
    of: new Map(actors.map((actor, k) => [actor.id, groups.of[k] ?? null])),
  };
}
