import { compareIds } from '../../base/ids.ts';
import { fieldChanges, type FieldChange } from '../field-changes.ts';
import { TABLES, type Flat, type Table } from '../records.ts';
import { conflictId, otherSide, type RemovalConflict } from './conflict.ts';
import { names, references, type Reference } from './references.ts';
import { lostEnds, removedBy, type Removals, type Trio } from './trio.ts';

interface Contested {
  readonly trio: Trio;
  readonly users: Map<string, Reference>;
}

/**
 * What one side removed while the other changed it, or hung something new on it. A tie that went with an actor is no
 * question of its own: it is the actor that is asked about, with the tie among what hangs on it.
 */
export function contestedRemovals(trios: readonly Trio[], removals: Removals): readonly RemovalConflict[] {
  const byPlace = new Map(trios.map((trio) => [conflictId(trio.table, trio.id), trio]));
  const contested = new Map<string, Contested>();
  const waiting: Trio[] = [];

  const contest = (named: Reference, user?: Reference): void => {
    const place = conflictId(named.table, named.id);
    let found = contested.get(place);
    if (!found) {
      const trio = byPlace.get(place);
      if (!trio) return;
      contested.set(place, (found = { trio, users: new Map() }));
      waiting.push(trio);
    }
    if (user) found.users.set(conflictId(user.table, user.id), user);
  };

  for (const trio of trios) {
    const changed = changesOf(trio).length > 0;
    const ends = lostEnds(trio, removals);
    if (changed && ends.length > 0)
      for (const id of ends) contest({ table: 'actors', id }, { table: 'ties', id: trio.id });
    else if (changed) contest({ table: trio.table as Table, id: trio.id });
    for (const named of newlyNamed(trio, removals))
      contest(named, { table: trio.table as Table, id: trio.id });
  }
  // What may stay after all needs what it names.
  for (let trio = waiting.pop(); trio; trio = waiting.pop())
    for (const named of newlyNamed({ ...trio, fork: undefined }, removals))
      contest(named, { table: trio.table as Table, id: trio.id });

  return [...contested.values()].flatMap(({ trio, users }): readonly RemovalConflict[] => {
    const side = removedBy(trio);
    if (side === undefined) return [];
    return [
      {
        kind: 'removal',
        id: conflictId(trio.table, trio.id),
        table: trio.table as Table,
        record: trio.id,
        removedBy: side,
        changes: changesOf(trio),
        users: [...users.values()].sort(
          (a, b) => TABLES.indexOf(a.table) - TABLES.indexOf(b.table) || compareIds(a.id, b.id),
        ),
      },
    ];
  });
}

/** What the side that kept a removed record changed in it. Moving it is no change. */
function changesOf(trio: Trio): readonly FieldChange[] {
  const side = removedBy(trio);
  return side === undefined ? [] : fieldChanges(trio.fork, trio[otherSide(side)]);
}

/** What a side names in this record anew though the other one has removed it. */
function newlyNamed(trio: Trio, removals: Removals): readonly Reference[] {
  return (['base', 'scenario'] as const).flatMap((side) => {
    const [record, other]: readonly (Flat | undefined)[] = [trio[side], trio[otherSide(side)]];
    return [...(record ?? [])].flatMap(([key, value]) =>
      references(trio.table, key, value).filter(
        (named) =>
          removals.get(named.table)?.get(named.id) === otherSide(side) &&
          !names(trio.fork, key, value, named) &&
          !names(other, key, value, named),
      ),
    );
  });
}
