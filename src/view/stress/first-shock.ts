import type { Graph } from '../../model/graph.ts';
import type { MapState } from '../../state/map.svelte.ts';
import type { Shock } from '../../state/stress.svelte.ts';

export type ShockKind = Shock['kind'];

/** In the order in which they are offered. */
export const SHOCK_KINDS: readonly ShockKind[] = [
  'parts',
  'sector',
  'tie-type',
  'busiest',
  'chance',
  'funding',
];

/** By chance so many leave at first. */
const FEW = 3;
const FIRST_CUT = 0.3;
/** What new maps call money and its givers. */
const MONEY = 'capital';
const GIVER = 'government';

/** What each kind of shock is about until someone says otherwise: something that the map has. */
export function firstShock(map: Pick<MapState, 'graph' | 'selection' | 'reading'>, kind: ShockKind): Shock {
  const { graph, selection, reading } = map;
  switch (kind) {
    case 'parts':
      return { kind, actors: [...selection.actors], ties: [...selection.ties] };
    case 'sector':
      return { kind, id: firstUsed(graph.scheme.sectors, sectorsOf(graph)) };
    case 'tie-type':
      return { kind, id: firstUsed(graph.scheme.tieTypes, tieTypesOf(graph)) };
    case 'busiest':
      return { kind, by: 'degree', count: 1 };
    case 'chance':
      return { kind, count: Math.max(1, Math.min(FEW, graph.actors.size - 1)), seed: reading.seed };
    case 'funding':
      return {
        kind,
        currency: tieTypesOf(graph).has(MONEY) ? MONEY : '',
        cut: 'given',
        from: sectorsOf(graph).has(GIVER) ? { of: 'sector', id: GIVER } : { of: 'everyone' },
        share: FIRST_CUT,
      };
  }
}

function firstUsed(entries: readonly { readonly id: string }[], used: ReadonlySet<string>): string {
  const known = entries.find(({ id }) => used.has(id))?.id;
  return known ?? [...used].sort()[0] ?? entries[0]?.id ?? '';
}

export function sectorsOf({ actors }: Pick<Graph, 'actors'>): ReadonlySet<string> {
  return new Set([...actors.values()].map(({ sector }) => sector));
}

export function tieTypesOf({ ties }: Pick<Graph, 'ties'>): ReadonlySet<string> {
  return new Set([...ties.values()].map(({ type }) => type));
}
