import { keysOf, OF_THE_PICTURE } from '../field-changes.ts';
import { TABLES, type Flat, type FlatValue, type Single, type Table } from '../records.ts';
import { conflictId, otherSide, type Conflict, type Decisions, type Side } from './conflict.ts';
import { ENDS, sameRecord } from './flat-state.ts';
import { LISTS, mergedOrder } from './order.ts';
import { names, references } from './references.ts';
import type { ThreeWay } from './three-way.ts';
import { endsOf, lostEnds, mergedValue, removedBy, type Trio } from './trio.ts';

/** What becomes of one record of the map that is written; undefined where it is not there. */
export interface Effect {
  readonly table: Table | Single;
  readonly id: string;
  readonly before: Flat | undefined;
  readonly after: Flat | undefined;
}

export interface Resolution {
  /** By table and id. */
  readonly effects: readonly Effect[];
  /** Lists of the vocabulary whose order becomes another, or that get new entries. */
  readonly orders: ReadonlyMap<(typeof LISTS)[number], readonly string[]>;
  /** Conflicts that nobody has decided; until then the map that is written keeps its own word. */
  readonly undecided: readonly Conflict[];
}

/** Who removed what is gone in the end. */
type Gone = ReadonlyMap<Table, ReadonlyMap<string, Side>>;

/**
 * What writing one side's changes into the other one's map does to it.
 * @param into whose map is written: `base` when a scenario is adopted, `scenario` when the base is brought in
 */
export function resolve(three: ThreeWay, into: Side, decisions: Decisions): Resolution {
  const undecided = three.conflicts.filter(({ id }) => !decisions.has(id));
  const open = new Set(three.conflicts.map(({ id }) => id));
  const decide = (id: string): Side => decisions.get(id) ?? into;
  const gone = goneRecords(three, open, decide);
  const effects: Effect[] = [];
  for (const trio of three.trios) {
    const before = trio[into];
    const merged = mergedRecord(trio, three, gone, into, decide);
    const after = merged && settled(trio, merged, gone);
    if (!sameRecord(before, after)) effects.push({ table: trio.table, id: trio.id, before, after });
  }
  return { effects, orders: mergedOrders(three, into, decisions, gone), undecided };
}

/** A removal holds unless the other side's word was chosen; ties follow their actors. */
function goneRecords(three: ThreeWay, open: ReadonlySet<string>, decide: (id: string) => Side): Gone {
  return new Map(
    TABLES.map((table) => {
      const removed = [...(three.removals.get(table) ?? [])].filter(([id, side]) => {
        const conflict = conflictId(table, id);
        return !open.has(conflict) || decide(conflict) === side;
      });
      return [table, new Map(removed)];
    }),
  );
}

function mergedRecord(
  trio: Trio,
  three: ThreeWay,
  gone: Gone,
  into: Side,
  decide: (id: string) => Side,
): Flat | undefined {
  const { table, id, base, scenario } = trio;
  if (!base || !scenario) {
    const side = removedBy(trio);
    if (side === undefined) return base ?? scenario;
    if (lostEnds(trio, three.removals).length > 0) return trio[otherSide(side)];
    return gone.get(table as Table)?.has(id) ? undefined : trio[otherSide(side)];
  }
  const merged = new Map<string, FlatValue>();
  for (const key of keysOf(base, scenario)) {
    const found = mergedValue(trio, key, three.removals);
    const side = OF_THE_PICTURE.has(key) ? into : decide(conflictId(table, id, key));
    const value = found === 'conflict' ? trio[side]?.get(key) : found.value;
    if (value !== undefined) merged.set(key, value);
  }
  return merged;
}

/**
 * The record without what names something that is gone: there it goes back to what the side has that removed it, or
 * loses the key. A tie with an end that is gone goes too; a sector or type that is gone is still named, as a stranger.
 */
function settled(trio: Trio, merged: Flat, gone: Gone): Flat | undefined {
  const { table } = trio;
  const lost = (key: string, value: FlatValue): Side | undefined => {
    for (const named of references(table, key, value)) {
      const side = gone.get(named.table)?.get(named.id);
      if (side !== undefined && !names(trio[side], key, value, named)) return side;
    }
    return undefined;
  };
  const kept = new Map(merged);
  for (const [key, value] of merged) {
    const side = lost(key, value);
    if (side === undefined) continue;
    const own = trio[side]?.get(key);
    const usable = own !== undefined && lost(key, own) === undefined;
    if (usable) kept.set(key, own);
    else if (key !== 'sector' && key !== 'type') kept.delete(key);
  }
  return merged.has(ENDS) && endsOf(kept).length === 0 ? undefined : kept;
}

function mergedOrders(three: ThreeWay, into: Side, decisions: Decisions, gone: Gone): Resolution['orders'] {
  const orders = new Map<(typeof LISTS)[number], readonly string[]>();
  for (const table of LISTS) {
    const stays = (id: string): boolean => !gone.get(table)?.has(id);
    const merged = mergedOrder(table, three.graphs, stays, decisions, into);
    const current = three.graphs[into].scheme[table];
    if (merged.length !== current.length || merged.some((id, index) => id !== current[index]?.id))
      orders.set(table, merged);
  }
  return orders;
}
