import type { NewId } from '../../base/ids.ts';
import { failed, ok } from '../../base/result.ts';
import { describeEntry } from '../describe-entry.ts';
import type { Write } from '../write.ts';
import type { Entry } from '../entry-parts.ts';
import type { Graph, Position } from '../graph.ts';
import { flatActor, flatProject, flatSchemeEntry, flatTie, type Flat, type FlatValue } from '../records.ts';
import { NEW_RESOURCE_DIMENSION, type Sector, type TieType } from '../scheme.ts';
import { amountProblem } from './checks.ts';
import { ALWAYS, type Command, type Environment, type PlaceRequest } from './command.ts';

export interface EnterArgs {
  readonly entry: Entry;
  /** Where actors without partners go: the middle of what is seen. */
  readonly near?: Position;
  /** Where new actors go, by their index in the entry; the others beside their partners. */
  readonly places?: ReadonlyMap<number, Position>;
}

/**
 * Carries out a quick entry as one step: what is deleted, new actors beside their partners, ties, changed sectors and
 * fields, amounts of resources, joint projects, sectors and types that the map lacked.
 */
export const enter: Command<EnterArgs> = {
  id: 'enter',
  title: { en: 'Quick entry', zh: '快速录入' },
  keys: ['/'],
  available: ALWAYS,
  plan(graph, { entry, near, places }, environment) {
    for (const { amount } of entry.amounts) {
      const wrong = amountProblem(amount);
      if (wrong) return failed(wrong);
    }
    const { newId } = environment;
    const made: Made = {
      entry,
      graph,
      newId,
      actorIds: entry.actors.map((actor) => actor.existing?.id ?? newId()),
      resourceIds: entry.resources.map(({ existing }) => existing?.id ?? newId()),
      // Under ids that no map has.
      schemeIds: new Map([...entry.sectors, ...entry.tieTypes].map(({ id }) => [id, newId()])),
    };
    const placeOf = placesFor(made, near, places, environment);
    const writes = [
      ...removals(entry),
      ...schemeWrites(made),
      ...actorWrites(made, placeOf),
      ...tieWrites(made),
      ...projectWrites(made),
    ];
    return ok({ step: describeEntry(entry), writes, select: { actors: made.actorIds.slice(-1) } });
  },
};

/** An entry with the ids that its parts have or get. */
interface Made {
  readonly entry: Entry;
  readonly graph: Graph;
  readonly newId: NewId;
  /** By the index of an actor or a resource. */
  readonly actorIds: readonly string[];
  readonly resourceIds: readonly string[];
  /** By the id that a new sector or tie type has in the entry. */
  readonly schemeIds: ReadonlyMap<string, string>;
}

function schemeId({ schemeIds }: Made, { id }: Sector | TieType): string {
  return schemeIds.get(id) ?? id;
}

/** Where the new actors go, by their index. */
function placesFor(
  made: Made,
  near: Position | undefined,
  places: ReadonlyMap<number, Position> = new Map(),
  environment: Environment,
): ReadonlyMap<number, Position | undefined> {
  const idAt = (index: number): string => made.actorIds[index] ?? '';
  const partners = partnersOf(made.entry, idAt);
  const left = made.entry.actors.flatMap((actor, index) =>
    actor.existing || places.has(index) ? [] : [{ index, name: actor.name }],
  );
  const requests = left.map(({ index, name }): PlaceRequest => ({
    id: idAt(index),
    name,
    partners: [...(partners.get(index) ?? [])],
    ...(near ? { near } : {}),
  }));
  const found = environment.place(made.graph, requests);
  return new Map<number, Position | undefined>([
    ...places,
    ...left.map(({ index }, at) => [index, found[at]] as const),
  ]);
}

function removals({ removed }: Entry): readonly Write[] {
  return [
    ...removed.ties.map(({ tie }): Write => ({ kind: 'remove', table: 'ties', id: tie.id })),
    ...removed.actors.map(({ id }): Write => ({ kind: 'remove', table: 'actors', id })),
  ];
}

/** What the vocabulary lacked. */
function schemeWrites(made: Made): readonly Write[] {
  const { entry, graph, resourceIds } = made;
  const writes: Write[] = [];
  for (const table of ['sectors', 'tieTypes'] as const)
    for (const [index, each] of entry[table].entries()) {
      const id = schemeId(made, each);
      const record = flatSchemeEntry({ ...each, id }, graph.scheme[table].length + index);
      writes.push({ kind: 'put', table, id, record });
    }
  for (const [index, { name, existing }] of entry.resources.entries()) {
    if (existing) continue;
    const id = resourceIds[index] ?? '';
    const order = graph.scheme.resources.length + index;
    const record = flatSchemeEntry({ id, name, dimension: NEW_RESOURCE_DIMENSION }, order);
    writes.push({ kind: 'put', table: 'resources', id, record });
  }
  return writes;
}

function actorWrites(made: Made, placeOf: ReadonlyMap<number, Position | undefined>): readonly Write[] {
  const { entry, actorIds, resourceIds } = made;
  const amounts = entry.actors.map(() => new Map<string, number | undefined>());
  for (const { actor, side, resource, amount } of entry.amounts)
    amounts[actor]?.set(`${side}:${resourceIds[resource] ?? ''}`, amount > 0 ? amount : undefined);
  return entry.actors.flatMap((actor, index): Write[] => {
    const id = actorIds[index] ?? '';
    const stated = new Map<string, FlatValue | undefined>(amounts[index]);
    for (const { key, value } of actor.fields) stated.set(key.id, value);
    if (actor.existing) {
      if (actor.sector) stated.set('sector', schemeId(made, actor.sector));
      return stated.size > 0 ? [{ kind: 'set', table: 'actors', id, changes: stated }] : [];
    }
    const position = placeOf.get(index);
    const plain = flatActor({
      name: actor.name,
      sector: actor.sector ? schemeId(made, actor.sector) : 'other',
      supply: {},
      demand: {},
      fields: {},
      unknown: {},
      ...(position ? { position } : {}),
    });
    return [{ kind: 'put', table: 'actors', id, record: withStated(plain, stated) }];
  });
}

function tieWrites(made: Made): readonly Write[] {
  return made.entry.ties.map(({ source, target, type, direction, weight, existing, fields }): Write => {
    const stated = new Map<string, FlatValue | undefined>(fields.map(({ key, value }) => [key.id, value]));
    if (existing)
      return { kind: 'set', table: 'ties', id: existing.id, changes: stated.set('weight', weight) };
    const plain = flatTie({
      source: made.actorIds[source] ?? '',
      target: made.actorIds[target] ?? '',
      type: schemeId(made, type),
      direction,
      weight,
      fields: {},
      unknown: {},
    });
    return { kind: 'put', table: 'ties', id: made.newId(), record: withStated(plain, stated) };
  });
}

/** A new record with what was said of it: a value that is taken back was never there. */
function withStated(record: Flat, stated: ReadonlyMap<string, FlatValue | undefined>): Flat {
  const whole = new Map(record);
  for (const [key, value] of stated) if (value !== undefined) whole.set(key, value);
  return whole;
}

function projectWrites({ entry, actorIds, newId }: Made): readonly Write[] {
  return entry.projects.flatMap(({ name, existing, actors }): Write[] => {
    const members = actors.map((index) => actorIds[index] ?? '');
    if (!existing) {
      const record = flatProject({ name, actors: members, unknown: {} });
      return [{ kind: 'put', table: 'projects', id: newId(), record }];
    }
    const changes = new Map(members.map((id) => [`actor:${id}`, true]));
    return members.length > 0 ? [{ kind: 'set', table: 'projects', id: existing.id, changes }] : [];
  });
}

/** As many of a project are enough to know where it is. */
const NEIGHBOURS = 20;

/** Who is to stand near whom: those who are tied, and those of one project. */
function partnersOf(
  { ties, projects }: Entry,
  idAt: (index: number) => string,
): ReadonlyMap<number, ReadonlySet<string>> {
  const partners = new Map<number, Set<string>>();
  const join = (actor: number, partner: string): void => {
    partners.set(actor, (partners.get(actor) ?? new Set()).add(partner));
  };
  for (const { source, target } of ties) {
    join(source, idAt(target));
    join(target, idAt(source));
  }
  for (const { existing, actors } of projects)
    for (const actor of actors) {
      for (const id of existing?.actors ?? []) join(actor, id);
      for (const other of actors.slice(0, NEIGHBOURS)) if (other !== actor) join(actor, idAt(other));
    }
  return partners;
}
