import { failed, ok } from '../../base/result.ts';
import { describeEntry } from '../describe-entry.ts';
import type { Write } from '../document.ts';
import type { Entry } from '../entry-parts.ts';
import type { Position } from '../graph.ts';
import { flatActor, flatProject, flatSchemeEntry, flatTie, type FlatValue } from '../records.ts';
import { NEW_RESOURCE_DIMENSION } from '../scheme.ts';
import { amountProblem } from './checks.ts';
import { ALWAYS, type Command, type PlaceRequest } from './command.ts';

export interface EnterArgs {
  readonly entry: Entry;
  /** Where actors without partners go: the middle of what is seen. */
  readonly near?: Position;
}

/**
 * Carries out a quick entry as one step: new actors beside their partners, ties, changed sectors, amounts of resources,
 * joint projects.
 */
export const enter: Command<EnterArgs> = {
  id: 'enter',
  title: { en: 'Quick entry', zh: '快速录入' },
  keys: ['/'],
  available: ALWAYS,
  plan(graph, { entry, near }, environment) {
    for (const { amount } of entry.amounts) {
      const wrong = amountProblem(amount);
      if (wrong) return failed(wrong);
    }
    const ids = entry.actors.map((actor) => actor.existing?.id ?? environment.newId());
    const idAt = (index: number): string => ids[index] ?? '';
    const resourceIds = entry.resources.map(({ existing }) => existing?.id ?? environment.newId());
    const partners = partnersOf(entry, idAt);

    const requests: PlaceRequest[] = entry.actors.flatMap((actor, index) =>
      actor.existing
        ? []
        : [
            {
              id: idAt(index),
              name: actor.name,
              partners: [...(partners.get(index) ?? [])],
              ...(near ? { near } : {}),
            },
          ],
    );
    const places = environment.place(graph, requests);
    const placeOf = new Map(requests.map(({ id }, index) => [id, places[index]]));

    const writes: Write[] = [];
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
      const stated = amounts[index] ?? new Map<string, number | undefined>();
      if (actor.existing) {
        const changes = new Map<string, FlatValue | undefined>(stated);
        if (actor.sector) changes.set('sector', actor.sector.id);
        if (changes.size > 0) writes.push({ kind: 'set', table: 'actors', id, changes });
        continue;
      }
      const position = placeOf.get(id);
      const record = new Map(
        flatActor({
          name: actor.name,
          sector: actor.sector?.id ?? 'other',
          supply: {},
          demand: {},
          fields: {},
          unknown: {},
          ...(position ? { position } : {}),
        }),
      );
      for (const [key, amount] of stated) if (amount !== undefined) record.set(key, amount);
      writes.push({ kind: 'put', table: 'actors', id, record });
    }
    for (const { source, target, type, direction, weight } of entry.ties) {
      const tie = {
        source: idAt(source),
        target: idAt(target),
        type: type.id,
        direction,
        weight,
        fields: {},
        unknown: {},
      };
      writes.push({ kind: 'put', table: 'ties', id: environment.newId(), record: flatTie(tie) });
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
      for (const other of actors) if (other !== actor) join(actor, idAt(other));
    }
  return partners;
}
