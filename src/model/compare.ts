import { fieldChanges, type FieldChange } from './field-changes.ts';
import { actorsInOrder, tiesInOrder, type Actor, type Graph, type Tie } from './graph.ts';
import { flatActor, flatTie, type Flat } from './records.ts';

export interface RecordChange<T> {
  readonly before: T;
  readonly after: T;
  /** Ordered by key; never empty. */
  readonly fields: readonly FieldChange[];
}

/** All lists are ordered by id. */
export interface RecordComparison<T> {
  readonly added: readonly T[];
  readonly removed: readonly T[];
  readonly changed: readonly RecordChange<T>[];
}

/** What became of actors and ties between two states of a map. Places and pins are no part of it. */
export interface MapComparison {
  readonly actors: RecordComparison<Actor>;
  readonly ties: RecordComparison<Tie>;
}

/** How an actor or tie stands between two states. */
export type ChangeKind = keyof RecordComparison<unknown>;

type Compared = Pick<Graph, 'actors' | 'ties'>;

/** Records are the same when their ids are. */
export function compareGraphs(before: Compared, after: Compared): MapComparison {
  return {
    actors: compareRecords(
      actorsInOrder(before),
      before.actors,
      actorsInOrder(after),
      after.actors,
      flatActor,
    ),
    ties: compareRecords(tiesInOrder(before), before.ties, tiesInOrder(after), after.ties, flatTie),
  };
}

function compareRecords<T extends { readonly id: string }>(
  earlier: readonly T[],
  earlierById: ReadonlyMap<string, T>,
  later: readonly T[],
  laterById: ReadonlyMap<string, T>,
  flat: (record: T) => Flat,
): RecordComparison<T> {
  return {
    added: later.filter(({ id }) => !earlierById.has(id)),
    removed: earlier.filter(({ id }) => !laterById.has(id)),
    changed: later.flatMap((after) => {
      const before = earlierById.get(after.id);
      if (before === undefined || before === after) return [];
      const fields = fieldChanges(flat(before), flat(after));
      return fields.length === 0 ? [] : [{ before, after, fields }];
    }),
  };
}
