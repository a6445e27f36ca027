import { failed, ok } from '../../base/result.ts';
import type { Write } from '../write.ts';
import { distinctKey, flatActor, type FlatValue } from '../records.ts';
import { actorName } from '../shown-name.ts';
import { cleanName, missingActor, missingTie, nameProblem } from './checks.ts';
import { needsActors, quoted, type Command } from './command.ts';
import { inOrder } from './mark-distinct.ts';

export interface SplitActorArgs {
  readonly id: string;
  /** Of the new actor. */
  readonly name: string;
  /** Ids of the ties that go to the new actor. */
  readonly ties: readonly string[];
  /** Ids of the resources that it offers, or needs, from now on instead of the first. */
  readonly supply: readonly string[];
  readonly demand: readonly string[];
}

/** One actor becomes two of the same sector: the new one gets the ties and resources chosen, and joins the projects of its ties. */
export const splitActor: Command<SplitActorArgs> = {
  id: 'split-actor',
  title: { en: 'Split an actor', zh: '拆分主体' },
  keys: [],
  available: needsActors,
  plan(graph, args, environment) {
    const actor = graph.actors.get(args.id);
    if (!actor) return failed(missingActor(args.id));
    const wrong = nameProblem(args.name);
    if (wrong) return failed(wrong);
    const name = cleanName(args.name);
    const ties = [...new Set(args.ties)].map((id) => ({ id, tie: graph.ties.get(id) }));
    const lost = ties.find(({ tie }) => !tie || (tie.source !== actor.id && tie.target !== actor.id));
    if (lost) return failed(missingTie(lost.id));
    const moving = ties.flatMap(({ tie }) => tie ?? []);

    const id = environment.newId();
    const partners = moving.map(({ source, target }) => (source === actor.id ? target : source));
    const near = actor.position === undefined ? {} : { near: actor.position };
    const position = environment.place(graph, [{ id, name, partners, ...near }])[0];
    const taken = (amounts: Readonly<Record<string, number>>, ids: readonly string[]) =>
      Object.fromEntries(Object.entries(amounts).filter(([resource]) => ids.includes(resource)));
    const supply = taken(actor.supply, args.supply);
    const demand = taken(actor.demand, args.demand);
    const left = new Map<string, FlatValue | undefined>([
      ...Object.keys(supply).map((resource) => [`supply:${resource}`, undefined] as const),
      ...Object.keys(demand).map((resource) => [`demand:${resource}`, undefined] as const),
    ]);
    const record = flatActor({
      name,
      sector: actor.sector,
      supply,
      demand,
      fields: {},
      unknown: {},
      ...(position === undefined ? {} : { position }),
    });
    const pair = inOrder([actor.id, id]);
    const writes: Write[] = [
      { kind: 'put', table: 'actors', id, record },
      { kind: 'set', table: 'actors', id: actor.id, changes: left },
      ...moving.map(({ id: tie, source, target }): Write => {
        const changes = new Map<string, FlatValue>();
        if (source === actor.id) changes.set('source', id);
        if (target === actor.id) changes.set('target', id);
        return { kind: 'set', table: 'ties', id: tie, changes };
      }),
      // Their names are alike, but they have just been told apart.
      { kind: 'set-single', single: 'map', changes: new Map([[distinctKey(pair), [...pair]]]) },
    ];
    for (const project of new Set(moving.flatMap((tie) => tie.project ?? [])))
      if (graph.projects.has(project))
        writes.push({
          kind: 'set',
          table: 'projects',
          id: project,
          changes: new Map([[`actor:${id}`, true]]),
        });
    const from = quoted(actorName(graph, actor.id));
    const to = quoted(name);
    return ok({
      step: { en: `Split ${to.en} from ${from.en}`, zh: `从${from.zh}拆出${to.zh}` },
      writes,
      select: { actors: [actor.id, id] },
    });
  },
};
