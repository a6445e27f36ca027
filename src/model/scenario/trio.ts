import { sameValue } from '../field-changes.ts';
import type { Flat, FlatValue, Single, Table } from '../records.ts';
import { otherSide, type Side } from './conflict.ts';
import { ENDS } from './flat-state.ts';
import { references } from './references.ts';

/** One record as the three states have it; undefined where it is not there. */
export interface Trio {
  readonly table: Table | Single;
  readonly id: string;
  readonly fork: Flat | undefined;
  readonly base: Flat | undefined;
  readonly scenario: Flat | undefined;
}

/** Who removed what since the fork, where the other side still has it: by table and id. */
export type Removals = ReadonlyMap<Table | Single, ReadonlyMap<string, Side>>;

/** The value that a key has when what only one side changed is taken from that side; `conflict` when both did. */
export function mergedValue(
  { table, fork, base, scenario }: Trio,
  key: string,
  removals: Removals,
): { readonly value: FlatValue | undefined } | 'conflict' {
  const [before, ours, theirs] = [fork?.get(key), base?.get(key), scenario?.get(key)];
  if (sameValue(ours, theirs)) return { value: ours };
  // What a side lost with a record that it removed follows that removal.
  const follows = (side: Side): boolean =>
    before !== undefined &&
    references(table, key, before).some((named) => removals.get(named.table)?.get(named.id) === side);
  if (ours === undefined && follows('base')) return { value: theirs };
  if (theirs === undefined && follows('scenario')) return { value: ours };
  if (sameValue(ours, before)) return { value: theirs };
  if (sameValue(theirs, before)) return { value: ours };
  return 'conflict';
}

/** Which side has removed the record, where the other one still has it. */
export function removedBy({ fork, base, scenario }: Trio): Side | undefined {
  if (!fork || (base && scenario)) return undefined;
  return base ? 'scenario' : 'base';
}

/** A tie that a side lost with an actor that it removed, and that hangs on that actor on the other side still. */
export function lostEnds(trio: Trio, removals: Removals): readonly string[] {
  const side = removedBy(trio);
  if (side === undefined || trio.table !== 'ties') return [];
  const before = endsOf(trio.fork);
  return endsOf(trio[otherSide(side)]).filter(
    (end) => before.includes(end) && removals.get('actors')?.get(end) === side,
  );
}

export function endsOf(flat: Flat | undefined): readonly string[] {
  const ends = flat?.get(ENDS);
  return Array.isArray(ends) ? (ends as readonly string[]) : [];
}
