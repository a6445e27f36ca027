import { failed, ok } from '../../base/result.ts';
import { describeEntry } from '../describe-entry.ts';
import type { Write } from '../document.ts';
import type { Entry } from '../entry-parts.ts';
import type { Position } from '../graph.ts';
import { flatActor, flatProject, flatSchemeEntry, flatTie, type FlatValue } from '../records.ts';
import { NEW_RESOURCE_DIMENSION, type Sector, type TieType } from '../scheme.ts';
import { amountProblem } from './checks.ts';
import { ALWAYS, type Command, type PlaceRequest } from './command.ts';

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
    const ids = entry.actors.map((actor) => actor.existing?.id ?? environment.newId());
    const idAt = (index: number): string => ids[index] ?? '';
    const resourceIds = entry.resources.map(({ existing }) => existing?.id ?? environment.newId());
    const partners = partnersOf(entry, idAt);
    const madeAt = entry.actors.flatMap((actor, index) => (actor.existing ? [] : [index]));
    const requests: PlaceRequest[] = madeAt.map((index) => ({
      id: idAt(index),
      name: entry.actors[index]?.name ?? '',
      partners: [...(partners.get(index) ?? [])],
      ...(near ? { near } : {}),
    }));
    const placed = places ?? new Map<number, Position>();
    const rest = requests.filter((_request, index) => !placed.has(madeAt[index] ?? -1));
    const found = environment.place(graph, rest);
    const placeOf = new Map(rest.map(({ id }, index) => [id, found[index]]));
    for (const [index, place] of placed) placeOf.set(idAt(index), place);

    const writes: Write[] = [
      ...entry.removed.ties.map(({ tie }): Write => ({ kind: 'remove', table: 'ties', id: tie.id })),
      ...entry.removed.actors.map(({ id }): Write => ({ kind: 'remove', table: 'actors', id })),
    ];
    // What the vocabulary lacked is made first, under ids that no map has.
    const schemeIds = new Map<string, string>();
    for (const table of ['sectors', 'tieTypes'] as const)
      for (const [index, made] of entry[table].entries()) {
        const id = environment.newId();
        schemeIds.set(made.id, id);
        const record = flatSchemeEntry({ ...made, id }, graph.scheme[table].length + index);
        writes.push({ kind: 'put', table, id, record });
      }
    const schemeId = ({ id }: Sector | TieType): string => schemeIds.get(id) ?? id;

    for (const [index, { name, existing }] of entry.resources.entries()) {
      if (existing) continue;
      const id = resourceIds[index] ?? '';
      const order = graph.scheme.resources.length + index;
      const record = flatSchemeEntry({ id, name, dimension: NEW_RESOURCE_DIMENSION }, order);
      writes.push({ kind: 'put', table: 'resources', id, record });
    }
    const amounts = entry.actors.map(() => new Map<string, number | undefined>());
    for (const { actor, side, resource, amount } of entry.amounts)
      amounts[actor]?.set(`${side}:${resourceIds[resource] ?? ''}`, amount > 0 ? amount : undefined);
    for (const [index, actor] of entry.actors.entries()) {
      const id = idAt(index);
      const stated = new Map<string, FlatValue | undefined>(amounts[index]);
      for (const { key, value } of actor.fields) stated.set(key.id, value);
      if (actor.existing) {
        if (actor.sector) stated.set('sector', schemeId(actor.sector));
        if (stated.size > 0) writes.push({ kind: 'set', table: 'actors', id, changes: stated });
        continue;
      }
      const position = placeOf.get(id);
      const record = new Map(
        flatActor({
          name: actor.name,
          sector: actor.sector ? schemeId(actor.sector) : 'other',
          supply: {},
          demand: {},
          fields: {},
          unknown: {},
          ...(position ? { position } : {}),
        }),
      );
      for (const [key, value] of stated) if (value !== undefined) record.set(key, value);
      writes.push({ kind: 'put', table: 'actors', id, record });
    }
    for (const { source, target, type, direction, weight, existing, fields } of entry.ties) {
      const stated = fields.map(({ key, value }) => [key.id, value] as const);
      if (existing) {
        const changes = new Map<string, FlatValue | undefined>([['weight', weight], ...stated]);
        writes.push({ kind: 'set', table: 'ties', id: existing.id, changes });
        continue;
      }
      const tie = {
        source: idAt(source),
        target: idAt(target),
        type: schemeId(type),
        direction,
        weight,
        fields: {},
        unknown: {},
      };
      const record = new Map(flatTie(tie));
      for (const [key, value] of stated) if (value !== undefined) record.set(key, value);
      writes.push({ kind: 'put', table: 'ties', id: environment.newId(), record });
    }
    for (const { name, existing, actors } of entry.projects) {
      const members = actors.map(idAt);
      if (!existing) {
        const record = flatProject({ name, actors: members, unknown: {} });
        writes.push({ kind: 'put', table: 'projects', id: environment.newId(), record });
      } else if (members.length > 0) {
        const changes = new Map(members.map((id) => [`actor:${id}`, true]));
        writes.push({ kind: 'set', table: 'projects', id: existing.id, changes });
      }
    }
    return ok({ step: describeEntry(entry), writes, select: { actors: ids.slice(-1) } });
  },
};

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
