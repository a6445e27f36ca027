import type { Actor, Graph, Project, Tie } from '../model/graph.ts';
import { DIMENSIONS, type Dimension } from '../model/scheme.ts';

/** A field of actors whose values are texts, as numbers: the attributes that helix synergy can be measured over. */
export interface Attribute {
  readonly id: string;
  /** Of each actor, an index into `values`; -1 where it has none. */
  readonly of: Int32Array;
  readonly values: readonly string[];
}

/** A field of actors that holds numbers: an indicator that users may choose. */
export interface Indicator {
  readonly id: string;
  /** Of each actor; NaN where it has none. */
  readonly of: Float64Array;
}

/** Joint projects by their actors: those it names, and both ends of each tie that belongs to it. */
export interface Projects {
  readonly ids: readonly string[];
  /** The actors of project k are `members[offsets[k]]` up to `members[offsets[k + 1] - 1]`, in rising order. */
  readonly offsets: Uint32Array;
  readonly members: Uint32Array;
}

/** What actors say of themselves, beside their ties, as flat arrays; actors by their index. */
export interface Profiles {
  /** The resources of the scheme in its order, then those that only actors name, by id. */
  readonly resourceIds: readonly string[];
  /** Of each resource, an index into `DIMENSIONS`. */
  readonly resourceDimensions: Uint8Array;
  /** s_ir and d_ir >= 0: what each actor offers and needs; n x R, row by row. */
  readonly supply: Float64Array;
  readonly demand: Float64Array;
  /** S_i, the stock; its yearly change P_i; flow across the boundary, z_i and y_i. NaN where not stated. */
  readonly size: Float64Array;
  readonly sizeChange: Float64Array;
  readonly inflow: Float64Array;
  readonly outflow: Float64Array;
  /** Of each tie type of the network, an index into `DIMENSIONS`. */
  readonly tieTypeDimensions: Uint8Array;
  readonly projects: Projects;
  readonly attributes: readonly Attribute[];
  readonly indicators: readonly Indicator[];
}

/** What profiles are read from. */
export type ProfileSource = Pick<Graph, 'scheme'> & { readonly projects?: Graph['projects'] };

/** For a network of this many actors of whom nothing but their ties is known. */
export function noProfiles(n: number, tieTypes: number): Profiles {
  const unknown = (): Float64Array => new Float64Array(n).fill(NaN);
  return {
    resourceIds: [],
    resourceDimensions: new Uint8Array(0),
    supply: new Float64Array(0),
    demand: new Float64Array(0),
    size: unknown(),
    sizeChange: unknown(),
    inflow: unknown(),
    outflow: unknown(),
    tieTypeDimensions: new Uint8Array(tieTypes),
    projects: { ids: [], offsets: new Uint32Array(1), members: new Uint32Array(0) },
    attributes: [],
    indicators: [],
  };
}

/** For networks that are read for their ties alone. */
export const NO_PROFILES: Profiles = noProfiles(0, 0);

/**
 * @param actors ordered by id, as in the network
 * @param ties the visible ones
 * @param tieTypeIds those of the network
 */
export function profilesOf(
  { scheme, projects }: ProfileSource,
  actors: readonly Actor[],
  ties: readonly Tie[],
  tieTypeIds: readonly string[],
): Profiles {
  const resourceIds = resourcesOf(
    scheme.resources.map(({ id }) => id),
    actors,
  );
  const dimensions = new Map(scheme.resources.map(({ id, dimension }) => [id, dimension]));
  const typeDimensions = new Map(scheme.tieTypes.map(({ id, dimension }) => [id, dimension]));
  const stated = (of: (actor: Actor) => number | undefined): Float64Array =>
    Float64Array.from(actors, (actor) => of(actor) ?? NaN);
  const fields = scheme.fields.filter(({ on }) => on === 'actor');
  return {
    resourceIds,
    resourceDimensions: Uint8Array.from(resourceIds, (id) => place(dimensions.get(id))),
    supply: amounts(actors, resourceIds, (actor) => actor.supply),
    demand: amounts(actors, resourceIds, (actor) => actor.demand),
    size: stated((actor) => actor.size),
    sizeChange: stated((actor) => actor.sizeChange),
    inflow: stated((actor) => actor.inflow),
    outflow: stated((actor) => actor.outflow),
    tieTypeDimensions: Uint8Array.from(tieTypeIds, (id) => place(typeDimensions.get(id))),
    projects: projectsOf(projects ?? new Map<string, Project>(), actors, ties),
    attributes: fields
      .filter(({ kind }) => kind === 'category' || kind === 'text')
      .map(({ id }) => attributeOf(id, actors)),
    indicators: fields
      .filter(({ kind }) => kind === 'number')
      .map(({ id }) => ({ id, of: stated(({ fields: own }) => numberIn(own, id)) })),
  };
}

/** What the scheme lacks reads as of the first dimension, like a tie type that it lacks. */
function place(dimension: Dimension | undefined): number {
  return Math.max(0, DIMENSIONS.indexOf(dimension ?? DIMENSIONS[0]));
}

function resourcesOf(known: readonly string[], actors: readonly Actor[]): readonly string[] {
  const ids = new Set(known);
  const strangers = new Set<string>();
  for (const { supply, demand } of actors)
    for (const id of [...Object.keys(supply), ...Object.keys(demand)]) if (!ids.has(id)) strangers.add(id);
  return [...known, ...[...strangers].sort()];
}

function amounts(
  actors: readonly Actor[],
  resourceIds: readonly string[],
  of: (actor: Actor) => Readonly<Record<string, number>>,
): Float64Array {
  const width = resourceIds.length;
  const column = new Map(resourceIds.map((id, k) => [id, k]));
  const matrix = new Float64Array(actors.length * width);
  for (const [row, actor] of actors.entries())
    for (const [id, amount] of Object.entries(of(actor))) {
      const k = column.get(id);
      if (k !== undefined) matrix[row * width + k] = amount;
    }
  return matrix;
}

function projectsOf(
  projects: ReadonlyMap<string, Project>,
  actors: readonly Actor[],
  ties: readonly Tie[],
): Projects {
  const index = new Map(actors.map(({ id }, k) => [id, k]));
  const joined = new Map([...projects].map(([id, { actors: own }]) => [id, new Set(own)]));
  for (const { project, source, target } of ties)
    if (project !== undefined) joined.get(project)?.add(source).add(target);
  const ids = [...projects.keys()].sort();
  const members: number[] = [];
  const offsets = [0];
  for (const id of ids) {
    const own = [...(joined.get(id) ?? [])].flatMap((actor) => index.get(actor) ?? []);
    members.push(...own.sort((a, b) => a - b));
    offsets.push(members.length);
  }
  return { ids, offsets: Uint32Array.from(offsets), members: Uint32Array.from(members) };
}

function attributeOf(id: string, actors: readonly Actor[]): Attribute {
  const values = new Map<string, number>();
  const of = Int32Array.from(actors, ({ fields }) => {
    const value = Object.hasOwn(fields, id) ? fields[id] : undefined;
    if (typeof value !== 'string' || value === '') return -1;
    const known = values.get(value) ?? values.size;
    values.set(value, known);
    return known;
  });
  return { id, of, values: [...values.keys()] };
}

function numberIn(fields: Actor['fields'], id: string): number | undefined {
  const value = Object.hasOwn(fields, id) ? fields[id] : undefined;
  return typeof value === 'number' ? value : undefined;
}
