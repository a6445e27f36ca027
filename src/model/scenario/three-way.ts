import { compareIds } from '../../base/ids.ts';
import { keysOf, OF_THE_PICTURE } from '../field-changes.ts';
import type { Graph } from '../graph.ts';
import { SINGLES, TABLES, type Single, type Table } from '../records.ts';
import { conflictId, type Conflict, type Side, type ValueConflict } from './conflict.ts';
import { flatState, sameRecord } from './flat-state.ts';
import { orderConflicts } from './order.ts';
import { contestedRemovals } from './removals.ts';
import { mergedValue, type Removals, type Trio } from './trio.ts';

/** A base and its scenario, compared by way of the state that they had in common. */
export interface ThreeWay {
  readonly graphs: { readonly fork: Graph; readonly base: Graph; readonly scenario: Graph };
  /** The records in which the two sides differ, by table and id. */
  readonly trios: readonly Trio[];
  readonly removals: Removals;
  /** By table, record and key; both sides' word is known for each. */
  readonly conflicts: readonly Conflict[];
}

/** What a base and its scenario each changed since the fork point, and what they changed differently. */
export function compareThree(fork: Graph, base: Graph, scenario: Graph): ThreeWay {
  const steps = comparing(fork, base, scenario);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Records compared in one step: a few milliseconds. */
const AT_ONCE = 1000;

/** The same in steps, between which a window has its turn. */
export function* comparing(fork: Graph, base: Graph, scenario: Graph): Generator<undefined, ThreeWay> {
  const graphs = { fork, base, scenario };
  const trios = yield* differingTrios(graphs);
  const removals = removalsIn(trios);
  const conflicts = [
    ...trios.flatMap((trio) => valueConflicts(trio, removals)),
    ...contestedRemovals(trios, removals),
    ...orderConflicts(graphs),
  ];
  const place = new Map<string, number>([...SINGLES, ...TABLES].map((table, index) => [table, index]));
  const rank = ({ table }: Conflict): number => place.get(table) ?? 0;
  conflicts.sort((a, b) => rank(a) - rank(b) || compareIds(a.id, b.id));
  return { graphs, trios, removals, conflicts };
}

function* differingTrios({
  fork,
  base,
  scenario,
}: ThreeWay['graphs']): Generator<undefined, readonly Trio[]> {
  const f = flatState(fork);
  yield;
  const b = flatState(base);
  yield;
  const s = flatState(scenario);
  yield;
  const trios: Trio[] = [];
  for (const single of SINGLES) {
    const trio = { fork: f.singles[single], base: b.singles[single], scenario: s.singles[single] };
    if (!sameRecord(trio.base, trio.scenario)) trios.push({ table: single, id: single, ...trio });
  }
  for (const table of TABLES) {
    const [bases, scenarios] = [b.tables[table], s.tables[table]];
    const ids = [...new Set([...bases.keys(), ...scenarios.keys()])].sort(compareIds);
    for (const [index, id] of ids.entries()) {
      if (index % AT_ONCE === AT_ONCE - 1) yield;
      const trio = { base: bases.get(id), scenario: scenarios.get(id) };
      if (!sameRecord(trio.base, trio.scenario))
        trios.push({ table, id, fork: f.tables[table].get(id), ...trio });
    }
  }
  return trios;
}

function removalsIn(trios: readonly Trio[]): Removals {
  const found = new Map<Table | Single, Map<string, Side>>();
  for (const { table, id, fork, base, scenario } of trios) {
    if (!fork || (base && scenario)) continue;
    const side: Side = base ? 'scenario' : 'base';
    const ids = found.get(table);
    if (ids) ids.set(id, side);
    else found.set(table, new Map([[id, side]]));
  }
  return found;
}

function valueConflicts(trio: Trio, removals: Removals): readonly ValueConflict[] {
  if (!trio.base || !trio.scenario) return [];
  const { table, id } = trio;
  return keysOf(trio.base, trio.scenario).flatMap((key) => {
    const value = mergedValue(trio, key, removals);
    // Of places there is no conflict: whoever's map is written keeps its own.
    if (value !== 'conflict' || OF_THE_PICTURE.has(key)) return [];
    return [
      {
        kind: 'value' as const,
        id: conflictId(table, id, key),
        table,
        record: id,
        key,
        fork: trio.fork?.get(key),
        base: trio.base?.get(key),
        scenario: trio.scenario?.get(key),
      },
    ];
  });
}
