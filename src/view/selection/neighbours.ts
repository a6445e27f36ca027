import type { Language } from '../../base/localized.ts';
import type { Graph, Tie } from '../../model/graph.ts';
import { shownName } from '../../model/shown-name.ts';

/** A tie as one of its ends sees it. */
export interface SeenTie {
  readonly tie: Tie;
  /** Id of the actor at the other end. */
  readonly partner: string;
  readonly name: string;
}

export interface TieGroups {
  readonly gives: readonly SeenTie[];
  readonly receives: readonly SeenTie[];
  readonly mutual: readonly SeenTie[];
}

/** The ties of an actor by the direction in which the resource moves; the strongest first, then by the partner's name. */
export function tieGroups(
  graph: Pick<Graph, 'actors' | 'ties'>,
  actor: string,
  language: Language,
): TieGroups {
  const gives: SeenTie[] = [];
  const receives: SeenTie[] = [];
  const mutual: SeenTie[] = [];
  for (const tie of graph.ties.values()) {
    if (tie.source !== actor && tie.target !== actor) continue;
    const partner = tie.source === actor ? tie.target : tie.source;
    const other = graph.actors.get(partner);
    const seen = { tie, partner, name: other ? shownName(other, language) : partner };
    if (tie.direction === 'mutual') mutual.push(seen);
    else if (tie.source === actor) gives.push(seen);
    else receives.push(seen);
  }
  for (const group of [gives, receives, mutual])
    group.sort((a, b) => b.tie.weight - a.tie.weight || a.name.localeCompare(b.name));
  return { gives, receives, mutual };
}

/** What all records agree on, or undefined where they differ (or there are none). */
export function shared<T, V>(records: readonly T[], read: (record: T) => V): V | undefined {
  const [first, ...others] = records;
  if (first === undefined) return undefined;
  const value = read(first);
  return others.every((other) => read(other) === value) ? value : undefined;
}

/** How often each value occurs, the most frequent first. */
export function tally<T>(records: Iterable<T>, read: (record: T) => string): [id: string, count: number][] {
  const counts = new Map<string, number>();
  for (const record of records) counts.set(read(record), (counts.get(read(record)) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}
