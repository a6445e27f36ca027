import { compareIds } from '../base/ids.ts';
import type { LayoutInput } from './layout.ts';

/**
 * A connected part of a map, with everything counted from 0 inside it: each tied pair once, whatever the number and
 * direction of its ties, with their weights summed.
 */
export interface Part {
  /** Indexes into the input, ordered by id. */
  readonly members: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight: Float64Array;
  /** Partners of i: `partner[offset[i] .. offset[i + 1]]`, ascending. */
  readonly offset: Int32Array;
  readonly partner: Int32Array;
}

/** The connected parts, largest first; an actor without partners is a part of one. The order of the input is of no account. */
export function connectedParts(input: LayoutInput): Part[] {
  const { order, pairs } = tiedPairs(input);
  const n = order.length;

  const root = Int32Array.from({ length: n }, (_, i) => i);
  const rootOf = (i: number): number => {
    while (root[i] !== i) i = root[i] = root[root[i]!]!;
    return i;
  };
  for (const { a, b } of pairs) {
    const p = rootOf(a);
    const q = rootOf(b);
    root[Math.max(p, q)] = Math.min(p, q);
  }

  const local = new Int32Array(n);
  const groups = new Map<number, { members: number[]; pairs: Pair[] }>();
  for (let i = 0; i < n; i++) {
    const r = rootOf(i);
    let group = groups.get(r);
    if (!group) groups.set(r, (group = { members: [], pairs: [] }));
    local[i] = group.members.length;
    group.members.push(i);
  }
  for (const pair of pairs) groups.get(rootOf(pair.a))!.pairs.push(pair);

  return [...groups.values()]
    .sort((p, q) => q.members.length - p.members.length || p.members[0]! - q.members[0]!)
    .map((group) => {
      const first = Int32Array.from(group.pairs, (pair) => local[pair.a]!);
      const second = Int32Array.from(group.pairs, (pair) => local[pair.b]!);
      return {
        members: Int32Array.from(group.members, (i) => order[i]!),
        first,
        second,
        weight: Float64Array.from(group.pairs, (pair) => pair.weight),
        ...partnerLists(group.members.length, first, second),
      };
    });
}

/** All actors as one part, connected or not. */
export function wholeMap(input: Pick<LayoutInput, 'ids' | 'source' | 'target' | 'weight'>): Part {
  const { order, pairs } = tiedPairs(input);
  const first = Int32Array.from(pairs, ({ a }) => a);
  const second = Int32Array.from(pairs, ({ b }) => b);
  return {
    members: order,
    first,
    second,
    weight: Float64Array.from(pairs, ({ weight }) => weight),
    ...partnerLists(order.length, first, second),
  };
}

interface Pair {
  readonly a: number;
  readonly b: number;
  weight: number;
}

/** The actors in the order of their ids, and each tied pair of them once, counted in that order. */
function tiedPairs(input: Pick<LayoutInput, 'ids' | 'source' | 'target' | 'weight'>): {
  readonly order: Int32Array;
  readonly pairs: readonly Pair[];
} {
  const n = input.ids.length;
  const order = Int32Array.from(input.ids, (_, i) => i).sort((a, b) =>
    compareIds(input.ids[a]!, input.ids[b]!),
  );
  const rank = new Int32Array(n);
  order.forEach((actor, i) => (rank[actor] = i));

  const ties: { readonly a: number; readonly b: number; readonly weight: number }[] = [];
  for (let t = 0; t < input.source.length; t++) {
    const s = rank[input.source[t]!]!;
    const e = rank[input.target[t]!]!;
    if (s !== e) ties.push({ a: Math.min(s, e), b: Math.max(s, e), weight: input.weight[t]! });
  }
  // Sorted by weight too: sums of floats depend on their order.
  ties.sort((p, q) => p.a - q.a || p.b - q.b || p.weight - q.weight);
  const pairs: Pair[] = [];
  for (const tie of ties) {
    const last = pairs.at(-1);
    if (last && last.a === tie.a && last.b === tie.b) last.weight += tie.weight;
    else pairs.push({ ...tie });
  }
  return { order, pairs };
}

function partnerLists(n: number, first: Int32Array, second: Int32Array): Pick<Part, 'offset' | 'partner'> {
  const offset = new Int32Array(n + 1);
  for (let p = 0; p < first.length; p++) {
    offset[first[p]! + 1]! += 1;
    offset[second[p]! + 1]! += 1;
  }
  for (let i = 0; i < n; i++) offset[i + 1]! += offset[i]!;
  const next = offset.slice();
  const partner = new Int32Array(2 * first.length);
  for (let p = 0; p < first.length; p++) {
    partner[next[first[p]!]!++] = second[p]!;
    partner[next[second[p]!]!++] = first[p]!;
  }
  for (let i = 0; i < n; i++) partner.subarray(offset[i], offset[i + 1]).sort();
  return { offset, partner };
}

export function degreeOf(part: Part, i: number): number {
  return part.offset[i + 1]! - part.offset[i]!;
}
