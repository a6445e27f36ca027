import type { NewId } from '../base/ids.ts';
import { MapDocument } from './document.ts';
import type { Write } from './write.ts';
import type { Draft } from './draft.ts';
import type { Actor, Graph, Tie } from './graph.ts';
import { knownResources } from './match-draft.ts';
import { flatActor, flatProject, flatSchemeEntry, flatTie, infoChanges, viewChanges } from './records.ts';
import { DEFAULT_SCHEME, type Scheme } from './scheme.ts';

const NO_STEP = { en: 'New map', zh: '新建地图' };

/** An empty map with the default scheme. */
export function emptyDraft(title: string): Draft {
  return {
    info: { title, unknown: {} },
    actors: [],
    ties: [],
    projects: [],
    scheme: { complete: true, ...DEFAULT_SCHEME },
    view: {},
  };
}

/**
 * The bytes of a new map made from a draft, in pieces of at most `size` records: applied one after the other they give
 * the whole, and none takes a window long.
 */
export function mapUpdates(draft: Draft, size = 250): Uint8Array[] {
  return [...mapPieces(draft, size)];
}

/** The same, piece by piece: for whoever makes a large map in a window. */
export function* mapPieces(draft: Draft, size = 250): Generator<Uint8Array, void> {
  const document = new MapDocument();
  let updates: Uint8Array[] = [];
  document.onUpdate((update) => updates.push(update));
  const writes = [
    { kind: 'set-single', single: 'map', changes: infoChanges(draft.info) } as const,
    { kind: 'set-single', single: 'view', changes: viewChanges(draft.view) } as const,
    ...schemeWrites(draft.scheme.complete ? draft.scheme : added(DEFAULT_SCHEME, draft.scheme)),
    ...draft.actors.map((actor): Write => ({
      kind: 'put',
      table: 'actors',
      id: actor.id,
      record: flatActor(actor),
    })),
    ...draft.ties.map((tie): Write => ({ kind: 'put', table: 'ties', id: tie.id, record: flatTie(tie) })),
    ...draft.projects.map((project): Write => ({
      kind: 'put',
      table: 'projects',
      id: project.id,
      record: flatProject(project),
    })),
  ];
  for (let start = 0; start < writes.length; start += size) {
    document.commit(NO_STEP, writes.slice(start, start + size));
    document.forgetSteps();
    yield* updates;
    updates = [];
  }
  document.destroy();
}

/**
 * The writes that put a draft into a map that already has content: ids that are taken there are made anew. Actors that
 * the map knows (`known`: the draft's id -> the map's) get the resources, ties and projects; all else of them stays.
 */
export function joinWrites(
  graph: Graph,
  draft: Draft,
  newId: NewId,
  known: ReadonlyMap<string, string> = new Map(),
): readonly Write[] {
  const fresh = (taken: ReadonlyMap<string, unknown>, ids: readonly string[]): Map<string, string> =>
    new Map(ids.map((id) => [id, taken.has(id) ? newId() : id]));
  const actorIds = new Map([...fresh(graph.actors, draft.actors.map(idOf)), ...known]);
  const resourceIds = knownResources(graph, draft);
  const tieIds = fresh(graph.ties, draft.ties.map(idOf));
  const projectIds = fresh(graph.projects, draft.projects.map(idOf));
  const to = (ids: ReadonlyMap<string, string>, id: string): string => ids.get(id) ?? id;
  const joined = (tie: Tie): Tie => ({
    ...tie,
    source: to(actorIds, tie.source),
    target: to(actorIds, tie.target),
    ...(tie.project === undefined ? {} : { project: to(projectIds, tie.project) }),
  });
  const extra: Scheme = {
    sectors: draft.scheme.sectors.filter((entry) => !has(graph.scheme.sectors, entry.id)),
    tieTypes: draft.scheme.tieTypes.filter((entry) => !has(graph.scheme.tieTypes, entry.id)),
    resources: draft.scheme.resources.filter(
      ({ id }) => !has(graph.scheme.resources, id) && !resourceIds.has(id),
    ),
    fields: draft.scheme.fields.filter((entry) => !has(graph.scheme.fields, entry.id)),
  };
  return [
    ...schemeWrites(extra, graph.scheme),
    ...draft.actors.map((actor): Write => {
      const id = to(actorIds, actor.id);
      const amounts = {
        supply: renamed(actor.supply, resourceIds),
        demand: renamed(actor.demand, resourceIds),
      };
      return known.has(actor.id)
        ? { kind: 'set', table: 'actors', id, changes: amountChanges(amounts) }
        : { kind: 'put', table: 'actors', id, record: flatActor({ ...actor, ...amounts }) };
    }),
    ...draft.ties.map((tie): Write => ({
      kind: 'put',
      table: 'ties',
      id: to(tieIds, tie.id),
      record: flatTie(joined(tie)),
    })),
    ...draft.projects.map((project): Write => {
      const actors = project.actors.map((id) => to(actorIds, id));
      return {
        kind: 'put',
        table: 'projects',
        id: to(projectIds, project.id),
        record: flatProject({ ...project, actors }),
      };
    }),
  ];
}

function renamed(
  amounts: Readonly<Record<string, number>>,
  ids: ReadonlyMap<string, string>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(amounts).map(([id, amount]) => [ids.get(id) ?? id, amount]));
}

function amountChanges({ supply, demand }: Pick<Actor, 'supply' | 'demand'>): ReadonlyMap<string, number> {
  return new Map([
    ...Object.entries(supply).map(([id, amount]) => [`supply:${id}`, amount] as const),
    ...Object.entries(demand).map(([id, amount]) => [`demand:${id}`, amount] as const),
  ]);
}

function idOf(record: { readonly id: string }): string {
  return record.id;
}

function has(entries: readonly { readonly id: string }[], id: string): boolean {
  return entries.some((entry) => entry.id === id);
}

function added(base: Scheme, extra: Scheme): Scheme {
  return {
    sectors: [...base.sectors, ...extra.sectors.filter((entry) => !has(base.sectors, entry.id))],
    tieTypes: [...base.tieTypes, ...extra.tieTypes.filter((entry) => !has(base.tieTypes, entry.id))],
    resources: [...base.resources, ...extra.resources.filter((entry) => !has(base.resources, entry.id))],
    fields: [...base.fields, ...extra.fields.filter((entry) => !has(base.fields, entry.id))],
  };
}

/** Writes that add scheme entries behind those of `after`. */
function schemeWrites(scheme: Scheme, after?: Scheme): Write[] {
  return (['sectors', 'tieTypes', 'resources', 'fields'] as const).flatMap((table) =>
    scheme[table].map((entry, index): Write => ({
      kind: 'put',
      table,
      id: entry.id,
      record: flatSchemeEntry(entry, (after?.[table].length ?? 0) + index),
    })),
  );
}
