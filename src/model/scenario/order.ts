import type { Graph } from '../graph.ts';
import type { Scheme } from '../scheme.ts';
import { conflictId, type Decisions, type OrderConflict } from './conflict.ts';

/** Lists of the vocabulary: their order shows in legends, so it is part of what a side changes. */
export const LISTS = [
  'sectors',
  'tieTypes',
  'resources',
  'fields',
] as const satisfies readonly (keyof Scheme)[];

interface Graphs {
  readonly fork: Graph;
  readonly base: Graph;
  readonly scenario: Graph;
}

export function orderConflicts(graphs: Graphs): readonly OrderConflict[] {
  return LISTS.flatMap((table) => {
    const { base, scenario, leader } = compareOrders(table, graphs);
    return leader === undefined
      ? [{ kind: 'order' as const, id: orderId(table), table, base, scenario }]
      : [];
  });
}

/** The ids that stay, in the order that only one side changed, or that was chosen; else as the base has them. */
export function mergedOrder(
  table: keyof Scheme,
  graphs: Graphs,
  stays: (id: string) => boolean,
  decisions: Decisions,
  otherwise: 'base' | 'scenario',
): readonly string[] {
  const leader = compareOrders(table, graphs).leader ?? decisions.get(orderId(table)) ?? otherwise;
  const list = ids(graphs[leader], table).filter(stays);
  const other = ids(graphs[leader === 'base' ? 'scenario' : 'base'], table).filter(stays);
  for (const [index, id] of other.entries()) {
    if (list.includes(id)) continue;
    const before = other[index - 1];
    list.splice(before === undefined ? 0 : list.indexOf(before) + 1, 0, id);
  }
  return list;
}

function compareOrders(
  table: keyof Scheme,
  { fork, base, scenario }: Graphs,
): Pick<OrderConflict, 'base' | 'scenario'> & { readonly leader: 'base' | 'scenario' | undefined } {
  const [f, b, s] = [ids(fork, table), ids(base, table), ids(scenario, table)];
  const inAll = (id: string): boolean => f.includes(id) && b.includes(id) && s.includes(id);
  const [before, ours, theirs] = [f.filter(inAll), b.filter(inAll), s.filter(inAll)];
  const leader =
    same(before, ours) || same(ours, theirs) ? 'scenario' : same(before, theirs) ? 'base' : undefined;
  return { base: ours, scenario: theirs, leader };
}

function orderId(table: keyof Scheme): string {
  return conflictId('order', table);
}

function ids(graph: Graph, table: keyof Scheme): string[] {
  return graph.scheme[table].map(({ id }) => id);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
