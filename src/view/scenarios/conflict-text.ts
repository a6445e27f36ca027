import type { Graph } from '../../model/graph.ts';
import type {
  Conflict,
  OrderConflict,
  RemovalConflict,
  Side,
  ValueConflict,
} from '../../model/scenario/conflict.ts';
import { otherSide } from '../../model/scenario/conflict.ts';
import type { ThreeWay } from '../../model/scenario/three-way.ts';
import { keyText } from '../changes/key-text.ts';
import { recordText } from '../changes/record-text.ts';
import { valueText } from '../changes/value-text.ts';
import { listText, type Words } from '../changes/words.ts';

/** A conflict in words. */
export interface ConflictText {
  /** What it is about: “X: Weight”. */
  readonly about: string;
  /** What each map says. */
  readonly base: string;
  readonly scenario: string;
  /** What it was when the two parted; absent where that says nothing. */
  readonly before?: string;
}

type Graphs = ThreeWay['graphs'];

export function conflictText(conflict: Conflict, graphs: Graphs, words: Words): ConflictText {
  switch (conflict.kind) {
    case 'value':
      return valueWords(conflict, graphs, words);
    case 'removal':
      return removalWords(conflict, graphs, words);
    case 'order':
      return orderWords(conflict, graphs, words);
  }
}

function valueWords(conflict: ValueConflict, graphs: Graphs, words: Words): ConflictText {
  const { table, record, key } = conflict;
  const states = [graphs.scenario, graphs.base, graphs.fork];
  const name = recordText(table, record, states, words);
  const word = (side: Side | 'fork'): string =>
    valueText(table, key, conflict[side], [graphs[side], ...states], words);
  return {
    about: words.t.changes.of(name, keyText(table, key, states, words)),
    base: word('base'),
    scenario: word('scenario'),
    ...(conflict.fork !== undefined && { before: word('fork') }),
  };
}

function removalWords(conflict: RemovalConflict, graphs: Graphs, words: Words): ConflictText {
  const { table, record, removedBy } = conflict;
  const t = words.t.scenarios;
  const keeper = otherSide(removedBy);
  const states = [graphs[keeper], graphs.fork, graphs[removedBy]];
  const about = t.ofKind(t.kind[table], recordText(table, record, states, words));
  const kept = keptWords(conflict, states, words);
  return removedBy === 'base'
    ? { about, base: t.removed, scenario: kept }
    : { about, base: kept, scenario: t.removed };
}

/** “Kept; changed: Weight 3; new or changed with it: A → B”. */
function keptWords(
  { table, changes, users }: RemovalConflict,
  states: readonly Graph[],
  words: Words,
): string {
  const t = words.t.scenarios;
  const changed = changes.map(({ key, to }) =>
    t.keyIs(keyText(table, key, states, words), valueText(table, key, to, states, words)),
  );
  const used = users.map((user) => recordText(user.table, user.id, states, words));
  return t.sentences([
    t.kept,
    ...(changed.length > 0 ? [t.keptChanged(listed(changed, words))] : []),
    ...(used.length > 0 ? [t.keptUsed(listed(used, words))] : []),
  ]);
}

const MOST_NAMED = 3;

function listed(items: readonly string[], { t, language }: Words): string {
  const list = listText(items.slice(0, MOST_NAMED), language);
  return items.length > MOST_NAMED
    ? t.scenarios.andMore(list, items.length - MOST_NAMED, items.length)
    : list;
}

function orderWords(conflict: OrderConflict, graphs: Graphs, words: Words): ConflictText {
  const { table } = conflict;
  const order = (side: Side): string =>
    listText(
      conflict[side].map((id) => recordText(table, id, [graphs[side]], words)),
      words.language,
    );
  return { about: words.t.scenarios.orderOf[table], base: order('base'), scenario: order('scenario') };
}
