import { sameValue } from '../field-changes.ts';
import type { Actor, Graph, Project, Tie } from '../graph.ts';
import {
  flatActor,
  flatProject,
  flatSchemeEntry,
  flatTie,
  infoChanges,
  viewChanges,
  type Changes,
  type Flat,
  type FlatValue,
  type Single,
  type Table,
} from '../records.ts';
import type { Field, Resource, Sector, TieType } from '../scheme.ts';

/**
 * A state of a map as flat records, to be compared key by key. Differs from what lies in the document: the ends of a tie
 * are one value (two sides that each move one end must not make a tie that neither has meant), places in lists are
 * compared as lists, and what belongs to the map itself is left out: its title, its saved views and the marks that tell
 * which fork point holds.
 */
export interface FlatState {
  readonly tables: Readonly<Record<Table, ReadonlyMap<string, Flat>>>;
  readonly singles: Readonly<Record<Single, Flat>>;
}

/** The two ends of a tie, giver first. */
export const ENDS = 'ends';

type Entry = Sector | TieType | Resource | Field;

/** Records of unchanged actors are the same objects from one state to the next: each is made flat once. */
const known = new WeakMap<object, Flat>();

export function flatState({ actors, ties, projects, scheme, info, view }: Graph): FlatState {
  const { views: _talk, ...style } = view;
  return {
    tables: {
      actors: all(actors.values(), (actor: Actor) => flatActor(actor)),
      ties: all(ties.values(), tieFlat),
      projects: all(projects.values(), (project: Project) => flatProject(project)),
      sectors: all(scheme.sectors, entryFlat),
      tieTypes: all(scheme.tieTypes, entryFlat),
      resources: all(scheme.resources, entryFlat),
      fields: all(scheme.fields, entryFlat),
    },
    singles: {
      map: said(
        infoChanges(info),
        (key) => key === 'title' || key === 'brought' || key.startsWith('adopted:'),
      ),
      view: said(viewChanges(style), () => false),
    },
  };
}

function all<T extends { readonly id: string }>(
  records: Iterable<T>,
  flat: (record: T) => Flat,
): ReadonlyMap<string, Flat> {
  const found = new Map<string, Flat>();
  for (const record of records) {
    let made = known.get(record);
    if (!made) known.set(record, (made = flat(record)));
    found.set(record.id, made);
  }
  return found;
}

function tieFlat(tie: Tie): Flat {
  const flat = new Map(flatTie(tie));
  flat.delete('source');
  flat.delete('target');
  return flat.set(ENDS, [tie.source, tie.target]);
}

function entryFlat(entry: Entry): Flat {
  const flat = new Map(flatSchemeEntry(entry, 0));
  flat.delete('order');
  return flat;
}

function said(changes: Changes, isOwn: (key: string) => boolean): Flat {
  const flat = new Map<string, FlatValue>();
  for (const [key, value] of changes) if (value !== undefined && !isOwn(key)) flat.set(key, value);
  return flat;
}

/** The keys as the document has them. */
export function asStored(changes: Changes): Changes {
  const ends = changes.get(ENDS);
  if (!Array.isArray(ends)) return changes;
  const stored = new Map(changes);
  stored.delete(ENDS);
  const [source, target] = ends as readonly string[];
  return stored.set('source', source).set('target', target);
}

export function sameRecord(a: Flat | undefined, b: Flat | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.size !== b.size) return false;
  for (const [key, value] of a) if (!sameValue(value, b.get(key))) return false;
  return true;
}
