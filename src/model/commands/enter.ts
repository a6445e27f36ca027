import { ok } from '../../base/result.ts';
import type { Write } from '../document.ts';
import { describeEntry, type Entry } from '../entry.ts';
import type { Position } from '../graph.ts';
import { flatActor, flatTie } from '../records.ts';
import { ALWAYS, type Command, type PlaceRequest } from './command.ts';

export interface EnterArgs {
  readonly entry: Entry;
  /** Where actors without partners go: the middle of what is seen. */
  readonly near?: Position;
}

/** Carries out a quick entry as one step: new actors beside their partners, ties, changed sectors. */
export const enter: Command<EnterArgs> = {
  id: 'enter',
  title: { en: 'Quick entry', zh: '快速录入' },
  keys: ['/'],
  available: ALWAYS,
  plan(graph, { entry, near }, environment) {
    const ids = entry.actors.map((actor) => actor.existing?.id ?? environment.newId());
    const idAt = (index: number): string => ids[index] ?? '';
    const partners = new Map<number, Set<string>>();
    for (const { source, target } of entry.ties)
      for (const [end, other] of [
        [source, target],
        [target, source],
      ] as const)
        partners.set(end, (partners.get(end) ?? new Set()).add(idAt(other)));

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
    for (const [index, actor] of entry.actors.entries()) {
      const id = idAt(index);
      if (actor.existing) {
        if (actor.sector)
          writes.push({ kind: 'set', table: 'actors', id, changes: new Map([['sector', actor.sector.id]]) });
        continue;
      }
      const position = placeOf.get(id);
      const record = flatActor({
        name: actor.name,
        sector: actor.sector?.id ?? 'other',
        supply: {},
        demand: {},
        fields: {},
        unknown: {},
        ...(position ? { position } : {}),
      });
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
    return ok({ step: describeEntry(entry), writes, select: { actors: ids.slice(-1) } });
  },
};
