import type { Write } from './write.ts';
import { changesTo } from './field-changes.ts';
import type { Graph } from './graph.ts';
import {
  flatActor,
  flatProject,
  flatSchemeEntry,
  flatTie,
  infoChanges,
  viewChanges,
  type Changes,
  type Flat,
  type Table,
} from './records.ts';
import type { Scheme } from './scheme.ts';
import type { View, ViewChange } from './view.ts';

/**
 * The writes that make one state of a map another, places and style included; the saved views stay. Records are removed by naming those that
 * stay: a tie that dangles unseen must not come back with its actor.
 */
export function differenceWrites(current: Graph, target: Graph): readonly Write[] {
  return [
    single('map', infoChanges(current.info), infoChanges(target.info)),
    single('view', viewChanges(ofState(current.view)), viewChanges(ofState(target.view))),
    ...(['sectors', 'tieTypes', 'resources', 'fields'] as const).flatMap((table) =>
      schemeWrites(table, current.scheme, target.scheme),
    ),
    ...recordWrites('actors', current.actors, target.actors, flatActor),
    ...recordWrites('ties', current.ties, target.ties, flatTie),
    // A project may name actors that are missing, who would be in it again when they are back.
    { kind: 'keep', table: 'projects', ids: new Set(target.projects.keys()) },
    ...[...target.projects.values()].map((project): Write => ({
      kind: 'replace',
      table: 'projects',
      id: project.id,
      record: flatProject(project),
    })),
  ];
}

/** Saved views are a talk about the map, not part of its state: who goes back in the middle of it does not lose it. */
function ofState({ views: _talk, ...view }: View): ViewChange {
  return view;
}

function recordWrites<T>(
  table: Table,
  current: ReadonlyMap<string, T>,
  target: ReadonlyMap<string, T>,
  flat: (record: T) => Flat,
): readonly Write[] {
  const writes: Write[] = [{ kind: 'keep', table, ids: new Set(target.keys()) }];
  for (const [id, record] of target) {
    const before = current.get(id);
    if (before === undefined) writes.push({ kind: 'replace', table, id, record: flat(record) });
    else if (before !== record) {
      const changes = changesTo(flat(before), flat(record));
      if (changes.size > 0) writes.push({ kind: 'set', table, id, changes });
    }
  }
  return writes;
}

function schemeWrites(table: keyof Scheme, current: Scheme, target: Scheme): readonly Write[] {
  const before = new Map(current[table].map((entry) => [entry.id, flatSchemeEntry(entry, 0)]));
  return [
    { kind: 'keep', table, ids: new Set(target[table].map(({ id }) => id)) },
    ...target[table].map((entry, order): Write => {
      const record = flatSchemeEntry(entry, order);
      const known = before.get(entry.id);
      if (!known) return { kind: 'replace', table, id: entry.id, record };
      // Its place in the list is written always: what the document has for it may leave gaps.
      const changes = new Map([...changesTo(known, record), ['order', order] as const]);
      return { kind: 'set', table, id: entry.id, changes };
    }),
  ];
}

function single(name: 'map' | 'view', before: Changes, after: Changes): Write {
  return { kind: 'set-single', single: name, changes: changesTo(before, after) };
}
