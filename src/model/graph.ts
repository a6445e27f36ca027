import { compareIds } from '../base/ids.ts';
import type { Json } from './json.ts';
import type { Direction, Scheme } from './scheme.ts';
import type { View } from './view.ts';

export type { Json };

/** A value of a custom field: text, category id or date (ISO 8601) as string; number; list of texts. */
export type FieldValue = string | number | boolean | readonly string[];

/** Map units; y grows downwards as on a screen. */
export type Position = readonly [x: number, y: number];

/** An organisation of the ecosystem. Optional keys are absent, never undefined, when nothing is known. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  /** Its name in the other language. */
  readonly secondName?: string;
  readonly aliases?: readonly string[];
  /** Id of a sector of the scheme; an id that the scheme lacks reads as a sector of its own. */
  readonly sector: string;
  /** Stock S_i >= 0, in any one unit for the whole map (staff, turnover). */
  readonly size?: number;
  /** Yearly change of the stock, P_i, same unit. */
  readonly sizeChange?: number;
  /** Flow across the boundary of the map, z_i and y_i >= 0. */
  readonly inflow?: number;
  readonly outflow?: number;
  /** Resource id -> amount >= 0. */
  readonly supply: Readonly<Record<string, number>>;
  readonly demand: Readonly<Record<string, number>>;
  /** ISO 8601 dates (year, year-month or day): from when to when the actor is there. */
  readonly from?: string;
  readonly to?: string;
  readonly notes?: string;
  readonly position?: Position;
  /** A fixed actor is not moved by any layout. */
  readonly pinned?: true;
  /** Custom field id -> value. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Keys that this version does not know, kept as they came. */
  readonly unknown: Readonly<Record<string, Json>>;
}

/** A relation between two actors. The direction is that in which the resource moves (giver -> receiver). */
export interface Tie {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Id of a tie type of the scheme. */
  readonly type: string;
  readonly direction: Direction;
  /** A strength, > 0 and finite. */
  readonly weight: number;
  readonly from?: string;
  readonly to?: string;
  /** Id of the joint project that the tie belongs to. */
  readonly project?: string;
  readonly notes?: string;
  readonly fields: Readonly<Record<string, FieldValue>>;
  readonly unknown: Readonly<Record<string, Json>>;
}

/** A joint project: a group of actors of any number, beyond pairs. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** Ids of the actors in it that exist, ordered by id. */
  readonly actors: readonly string[];
  readonly unknown: Readonly<Record<string, Json>>;
}

/** What the map says about itself. Empty texts are absent. */
export interface MapInfo {
  readonly title: string;
  readonly description?: string;
  readonly author?: string;
  readonly date?: string;
  readonly source?: string;
  /** Pairs of actors that someone has said are not the same, though their names are alike; the smaller id first. */
  readonly distinct?: readonly (readonly [string, string])[];
  /** By scenario that was adopted: the fork points that it made, oldest first. See `scenario/fork-point.ts`. */
  readonly adopted?: Readonly<Record<string, readonly string[]>>;
  /** Of a scenario: the fork points that bringing in its base made, oldest first. */
  readonly brought?: readonly string[];
  readonly unknown: Readonly<Record<string, Json>>;
}

/**
 * One state of the map: immutable. Records of unchanged actors and ties are the same objects from one state to the
 * next. No tie dangles: a tie whose end is missing (possible after a merge) is left out, and is back when the actor is.
 * Iteration order of the maps means nothing: use `actorsInOrder` and `tiesInOrder` wherever order shows.
 */
export interface Graph {
  /** Grows with every change in this window; never stored. */
  readonly revision: number;
  readonly info: MapInfo;
  readonly actors: ReadonlyMap<string, Actor>;
  readonly ties: ReadonlyMap<string, Tie>;
  readonly projects: ReadonlyMap<string, Project>;
  readonly scheme: Scheme;
  readonly view: View;
}

const sortedActors = new WeakMap<ReadonlyMap<string, Actor>, readonly Actor[]>();
const sortedTies = new WeakMap<ReadonlyMap<string, Tie>, readonly Tie[]>();

function inOrder<T extends { readonly id: string }>(
  cache: WeakMap<ReadonlyMap<string, T>, readonly T[]>,
  records: ReadonlyMap<string, T>,
): readonly T[] {
  let sorted = cache.get(records);
  if (!sorted) cache.set(records, (sorted = [...records.values()].sort((a, b) => compareIds(a.id, b.id))));
  return sorted;
}

/** All actors ordered by id; sorted once per state. */
export function actorsInOrder(graph: Pick<Graph, 'actors'>): readonly Actor[] {
  return inOrder(sortedActors, graph.actors);
}

/** All ties ordered by id; sorted once per state. */
export function tiesInOrder(graph: Pick<Graph, 'ties'>): readonly Tie[] {
  return inOrder(sortedTies, graph.ties);
}
