import type { Graph, Tie } from './graph.ts';

interface TieIndex {
  readonly at: ReadonlyMap<string, readonly Tie[]>;
  readonly between: ReadonlyMap<string, readonly Tie[]>;
}

const indexes = new WeakMap<Graph['ties'], TieIndex>();

function indexOf({ ties }: Pick<Graph, 'ties'>): TieIndex {
  let index = indexes.get(ties);
  if (!index) {
    const at = new Map<string, Tie[]>();
    const between = new Map<string, Tie[]>();
    const add = (map: Map<string, Tie[]>, key: string, tie: Tie): void => {
      const list = map.get(key);
      if (list) list.push(tie);
      else map.set(key, [tie]);
    };
    for (const tie of ties.values()) {
      add(at, tie.source, tie);
      add(at, tie.target, tie);
      add(between, pairKey(tie.source, tie.target), tie);
    }
    indexes.set(ties, (index = { at, between }));
  }
  return index;
}

/** The same for both orders of two ids. */
function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** The ties of an actor, in either direction. Made once per state. */
export function tiesAt(graph: Pick<Graph, 'ties'>, actor: string): readonly Tie[] {
  return indexOf(graph).at.get(actor) ?? [];
}

/** The ties of two actors, in either direction, in no order. */
export function tiesBetween(graph: Pick<Graph, 'ties'>, one: string, other: string): readonly Tie[] {
  return indexOf(graph).between.get(pairKey(one, other)) ?? [];
}
