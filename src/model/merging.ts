import { compareIds } from '../base/ids.ts';
import { cleanName, foldName } from './commands/checks.ts';
import { actorsInOrder, tiesInOrder, type Actor, type Graph, type Tie } from './graph.ts';
import { flatActor, flatTie, type FlatValue } from './records.ts';

/** One thing on which the actors differ, and what each says of it. */
export interface Conflict {
  /** As the document keeps it: `sector`, `supply:talent`, `field:x`. */
  readonly key: string;
  /** Each value once, the keeper's first, with the first actor that has it. */
  readonly values: readonly { readonly actor: string; readonly value: FlatValue }[];
}

/** What a merge does to the ties. */
export interface MergedTies {
  /** The ties that stay and differ from what they were. */
  readonly kept: readonly Tie[];
  /** Between the actors themselves: they would tie the keeper to itself. */
  readonly loops: readonly string[];
  /** Went into another of the same ends, type and direction. */
  readonly absorbed: readonly string[];
  /** Of those that stay, how many have a new end. */
  readonly moved: number;
}

/** Joined by rules of their own, not chosen between. */
const JOINED: ReadonlySet<string> = new Set(['name', 'aliases', 'notes', 'position', 'pinned']);

/** The actor with the most ties: what a merge keeps unless told otherwise. Of several the first by id. */
export function defaultKeeper(graph: Graph, ids: readonly string[]): string | undefined {
  const counts = new Map([...ids].sort(compareIds).map((id) => [id, 0]));
  for (const { source, target } of graph.ties.values())
    for (const end of [source, target]) {
      const count = counts.get(end);
      if (count !== undefined) counts.set(end, count + 1);
    }
  return [...counts].reduce<readonly [string, number] | undefined>(
    (best, each) => (best === undefined || each[1] > best[1] ? each : best),
    undefined,
  )?.[0];
}

/** What the actors say differently: where the keeper's word would hide another's. */
export function mergeConflicts(graph: Graph, keep: string, others: readonly string[]): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [key, said] of sayings(graph, keep, others)) {
    const values = new Map<string, { actor: string; value: FlatValue }>();
    for (const { actor, value } of said)
      if (!values.has(JSON.stringify(value))) values.set(JSON.stringify(value), { actor, value });
    if (values.size > 1) conflicts.push({ key, values: [...values.values()] });
  }
  return conflicts;
}

/** The values of the keeper after the merge, by key; only those that it gets or that change. */
export function mergedValues(
  graph: Graph,
  keep: string,
  others: readonly string[],
  choose: ReadonlyMap<string, string>,
): Map<string, FlatValue> {
  const actors = [keep, ...others].flatMap((id) => graph.actors.get(id) ?? []);
  const changes = new Map<string, FlatValue>();
  for (const [key, said] of sayings(graph, keep, others)) {
    const chosen = said.find(({ actor }) => actor === choose.get(key)) ?? said[0];
    if (chosen) changes.set(key, chosen.value);
  }
  const aliases = joinedNames(actors, changes.get('secondName'));
  if (aliases.length > 0) changes.set('aliases', aliases);
  const notes = [...new Set(actors.flatMap((actor) => actor.notes ?? []))];
  if (notes.length > 0) changes.set('notes', notes.join('\n\n'));
  const position = actors.find((actor) => actor.position)?.position;
  if (position) changes.set('position', position);
  return changes;
}

/** All names but those that the keeper is called by, each once. */
function joinedNames([keeper, ...others]: readonly Actor[], second: FlatValue | undefined): string[] {
  if (!keeper) return [];
  const taken = new Set([keeper.name, typeof second === 'string' ? second : ''].map(foldName));
  const names = [
    ...(keeper.aliases ?? []),
    keeper.secondName ?? '',
    ...others.flatMap(({ name, secondName, aliases }) => [name, secondName ?? '', ...(aliases ?? [])]),
  ];
  const aliases: string[] = [];
  for (const name of names) {
    const folded = foldName(name);
    if (folded === '' || taken.has(folded)) continue;
    taken.add(folded);
    aliases.push(cleanName(name));
  }
  return aliases;
}

/** What is said under each key that has to be chosen, the keeper first; keys in order. */
function sayings(
  graph: Graph,
  keep: string,
  others: readonly string[],
): [string, { actor: string; value: FlatValue }[]][] {
  const said = new Map<string, { actor: string; value: FlatValue }[]>();
  for (const id of [keep, ...others]) {
    const actor = graph.actors.get(id);
    if (!actor) continue;
    for (const [key, value] of flatActor(actor)) {
      if (JOINED.has(key)) continue;
      const list = said.get(key);
      if (list) list.push({ actor: id, value });
      else said.set(key, [{ actor: id, value }]);
    }
  }
  return [...said].sort(([a], [b]) => compareIds(a, b));
}

/**
 * The ties of actors that become one. With `addWeights` those of the same ends, type and direction become one tie, the
 * weights added, unless they contradict each other in project, dates or fields: then both stay.
 */
export function mergedTies(
  graph: Graph,
  keep: string,
  others: readonly string[],
  addWeights: boolean,
): MergedTies {
  const gone = new Set(others);
  const to = (id: string): string => (gone.has(id) ? keep : id);
  const loops: string[] = [];
  const result: Tie[] = [];
  const rehung = new Set<string>();
  for (const tie of tiesInOrder(graph)) {
    const [source, target] = [to(tie.source), to(tie.target)];
    if (source !== keep && target !== keep) continue;
    if (source === target && tie.source !== tie.target) {
      loops.push(tie.id);
      continue;
    }
    const moved = source !== tie.source || target !== tie.target;
    if (moved) rehung.add(tie.id);
    result.push(moved ? { ...tie, source, target } : tie);
  }
  const { kept, absorbed } = addWeights ? joined(result, rehung) : { kept: result, absorbed: [] };
  return {
    kept: kept.filter((tie) => tie !== graph.ties.get(tie.id)),
    loops,
    absorbed,
    moved: kept.filter(({ id }) => rehung.has(id)).length,
  };
}

/** Parallel ties of which one at least has come, as one; those that were the keeper's own stay rather than the others. */
function joined(ties: readonly Tie[], rehung: ReadonlySet<string>): { kept: Tie[]; absorbed: string[] } {
  const kept: Tie[] = [];
  const absorbed: string[] = [];
  const places = new Map<string, number[]>();
  const ownFirst = [...ties].sort((a, b) => Number(rehung.has(a.id)) - Number(rehung.has(b.id)));
  for (const tie of ownFirst) {
    const ends = tie.direction === 'mutual' ? [tie.source, tie.target].sort() : [tie.source, tie.target];
    const key = JSON.stringify([...ends, tie.type, tie.direction]);
    const parallel = places.get(key) ?? [];
    places.set(key, parallel);
    const into = rehung.has(tie.id)
      ? parallel.find((place) => {
          const other = kept[place];
          return other !== undefined && agree(other, tie);
        })
      : undefined;
    const other = into === undefined ? undefined : kept[into];
    if (into === undefined || !other) parallel.push(kept.push(tie) - 1);
    else {
      kept[into] = together(other, tie);
      absorbed.push(tie.id);
    }
  }
  return { kept, absorbed };
}

/** What two ties may differ in and still be one. */
const ADDED: ReadonlySet<string> = new Set(['source', 'target', 'weight', 'notes']);

function agree(a: Tie, b: Tie): boolean {
  const other = flatTie(b);
  return [...flatTie(a)].every(
    ([key, value]) =>
      ADDED.has(key) || !other.has(key) || JSON.stringify(other.get(key)) === JSON.stringify(value),
  );
}

function together(a: Tie, b: Tie): Tie {
  const notes = [...new Set([a.notes ?? '', b.notes ?? ''])].filter((text) => text !== '').join('\n\n');
  return {
    ...b,
    ...a,
    weight: a.weight + b.weight,
    fields: { ...b.fields, ...a.fields },
    unknown: { ...b.unknown, ...a.unknown },
    ...(notes === '' ? {} : { notes }),
  };
}

/** The actors that are there, in the order of their ids. */
export function actorsOf(graph: Graph, ids: Iterable<string>): readonly Actor[] {
  const wanted = new Set(ids);
  return actorsInOrder(graph).filter(({ id }) => wanted.has(id));
}
