import { failed, ok, type Result } from '../base/result.ts';
import type { Graph } from '../model/graph.ts';
import { BASE_COLOUR } from '../model/scenario/colours.ts';
import type { LibraryEntry } from '../storage/library-entry.ts';
import { inFamilies, type FamilyRow } from './families.ts';
import { Kept } from './kept.ts';
import { wholeStoredGraph } from './stored-graph.ts';
import { library } from './stores.ts';

/** An open map as far as its family is concerned. */
export interface OpenMap {
  readonly id: string;
  /** Its present state. */
  readonly now: Graph;
}

/** A map that belongs together with others by forks: a base, its scenarios, and theirs. */
export interface FamilyMember {
  readonly id: string;
  readonly name: string;
  /** #rrggbb; a neutral one for the map that all come from. */
  readonly colour: string;
  /** Id of the map that it was forked from; absent where that map is not here. */
  readonly base?: string;
  /** Forks between it and the map that all come from. */
  readonly depth: number;
  readonly entry: LibraryEntry;
}

export interface FamilyState extends FamilyMember {
  readonly graph: Graph;
}

/** The family of an open map, from the map that all come from downwards; scenarios of one base by the time they were made. */
export async function family({ id, now }: OpenMap): Promise<Result<readonly FamilyMember[]>> {
  const listed = await library.list();
  if (!listed.ok) return failed(listed.problem);
  const titled = listed.value.maps.map((entry) =>
    entry.id === id ? { ...entry, title: now.info.title } : entry,
  );
  const rows = inFamilies(titled);
  const own = rows.findIndex(({ entry }) => entry.id === id);
  if (own < 0) return ok([]);
  const head = rows.findLastIndex(({ depth }, index) => depth === 0 && index <= own);
  const next = rows.findIndex(({ depth }, index) => depth === 0 && index > own);
  return ok(rows.slice(head, next < 0 ? rows.length : next).map(memberOf));
}

/** The states of these members of the family; of all where none are named. Stored maps are read, not opened. */
export async function familyStates(
  open: OpenMap,
  ids?: ReadonlySet<string>,
): Promise<Result<readonly FamilyState[]>> {
  const found = await family(open);
  if (!found.ok) return found;
  const states: FamilyState[] = [];
  for (const member of found.value) {
    if (ids && !ids.has(member.id)) continue;
    const graph = await stateOf(member, open);
    if (!graph.ok) return graph;
    states.push({ ...member, graph: graph.value });
  }
  return ok(states);
}

/** Lists and comparisons ask for the same states again. */
const read = new Kept<{ readonly changedAt: number; readonly graph: Graph }>();

/** The state of a member: of the open map its present one, else what is stored. */
export async function stateOf(
  { id, entry }: Pick<FamilyMember, 'id' | 'entry'>,
  open: OpenMap,
): Promise<Result<Graph>> {
  if (id === open.id) return ok(open.now);
  const known = read.get(id);
  if (known?.changedAt === entry.changedAt) return ok(known.graph);
  const stored = await wholeStoredGraph(id);
  if (!stored.ok) return stored;
  read.set(id, { changedAt: entry.changedAt, graph: stored.value });
  return stored;
}

function memberOf({ entry, depth, base }: FamilyRow): FamilyMember {
  return {
    id: entry.id,
    name: entry.title,
    colour: (base && entry.scenario?.colour) ?? BASE_COLOUR,
    ...(base && { base: base.id }),
    depth,
    entry,
  };
}
