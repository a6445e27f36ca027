import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';

/** A partition of the actors into components. */
export interface Components {
  /** The component of each actor, numbered from 0 in the order of their first actors. */
  readonly of: Uint32Array;
  /** Number of actors in each. */
  readonly sizes: readonly number[];
}

/** The size of the largest; 0 where there is none. Their sizes may be too many to be the arguments of one call. */
export function largestOf({ sizes }: Components): number {
  return sizes.reduce((largest, size) => Math.max(largest, size), 0);
}

/** Actors joined by any chain of ties, direction ignored. O(n + m). */
export function weakComponents({ either }: Network): Components {
  return connectedParts(either);
}

/** What hangs together in a symmetric matrix. O(n + m). */
export function connectedParts(either: Csr): Components {
  return inOrderOfFirstActors(piecesOf(either));
}

/**
 * Of each row of a symmetric matrix the piece that it is in, numbered from 0. O(n + m).
 *
 * @param gone the row that is left out, which is in none: -1
 */
export function piecesOf(either: Csr, gone = -1): Int32Array {
  const n = either.offsets.length - 1;
  const label = new Int32Array(n).fill(-1);
  const queue = new Uint32Array(n);
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (start === gone || label[start] !== -1) continue;
    label[start] = count;
    queue[0] = start;
    let size = 1;
    for (let k = 0; k < size; k++) {
      const actor = queue[k]!;
      for (let e = either.offsets[actor]!; e < either.offsets[actor + 1]!; e++) {
        const partner = either.columns[e]!;
        if (partner === gone || label[partner] !== -1) continue;
        label[partner] = count;
        queue[size++] = partner;
      }
    }
    count++;
  }
  return label;
}

/** Actors that can all reach each other along the direction of ties (Tarjan 1972, without recursion). O(n + m). */
export function strongComponents(network: Network): Components {
  return network.directed ? strongParts(network.outgoing) : weakComponents(network);
}

/** The strong components of a matrix whose rows lead to its columns. O(n + m). */
export function strongParts(graph: Csr): Components {
  return inOrderOfFirstActors(tarjan(graph.offsets.length - 1, graph));
}

function tarjan(n: number, graph: Csr): Int32Array {
  const label = new Int32Array(n).fill(-1);
  const found = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  /** The next entry to look at, of each actor on the way down. */
  const next = new Uint32Array(n);
  const way = new Uint32Array(n);
  const open = new Uint32Array(n);
  let openSize = 0;
  let time = 0;
  let count = 0;
  for (let start = 0; start < n; start++) {
    if (found[start] !== -1) continue;
    let depth = 0;
    way[0] = start;
    found[start] = low[start] = time++;
    next[start] = graph.offsets[start]!;
    open[openSize++] = start;
    while (depth >= 0) {
      const actor = way[depth]!;
      if (next[actor]! < graph.offsets[actor + 1]!) {
        const partner = graph.columns[next[actor]!++]!;
        if (found[partner] === -1) {
          way[++depth] = partner;
          found[partner] = low[partner] = time++;
          next[partner] = graph.offsets[partner]!;
          open[openSize++] = partner;
        } else if (label[partner] === -1) low[actor] = Math.min(low[actor]!, found[partner]!);
        continue;
      }
      if (low[actor] === found[actor]) {
        let member: number;
        do {
          member = open[--openSize]!;
          label[member] = count;
        } while (member !== actor);
        count++;
      }
      depth--;
      if (depth >= 0) low[way[depth]!] = Math.min(low[way[depth]!]!, low[actor]!);
    }
  }
  return label;
}

function inOrderOfFirstActors(label: Int32Array): Components {
  const renumbered = new Map<number, number>();
  const sizes: number[] = [];
  const of = Uint32Array.from(label, (old) => {
    let component = renumbered.get(old);
    if (component === undefined) renumbered.set(old, (component = sizes.push(0) - 1));
    sizes[component]!++;
    return component;
  });
  return { of, sizes };
}
