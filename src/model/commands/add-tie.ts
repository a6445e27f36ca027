import type { Localized } from '../../base/localized.ts';
import { failed, ok } from '../../base/result.ts';
import type { Position } from '../graph.ts';
import type { Direction } from '../scheme.ts';
import { flatActor, flatTie } from '../records.ts';
import type { Write } from '../write.ts';
import { actorName } from '../shown-name.ts';
import { cleanName, missingActor, nameProblem, selfTie, weightProblem } from './checks.ts';
import { ALWAYS, quoted, type Command } from './command.ts';

export interface AddTieArgs {
  readonly source: string;
  /** An actor, or one to be made in the same step. */
  readonly target: string | { readonly name: string; readonly sector: string; readonly at: Position };
  readonly type: string;
  readonly direction?: Direction;
  readonly weight?: number;
}

export const addTie: Command<AddTieArgs> = {
  id: 'add-tie',
  title: { en: 'Tie two actors', zh: '建立关系' },
  keys: ['n', 'e', 'Alt+e'],
  available: ALWAYS,
  plan(graph, args, environment) {
    const source = graph.actors.get(args.source);
    if (!source) return failed(missingActor(args.source));
    const weight = args.weight ?? 1;
    const wrong = weightProblem(weight);
    if (wrong) return failed(wrong);
    const writes: Write[] = [];
    let target: string;
    let targetName: string | Localized;
    if (typeof args.target === 'string') {
      const existing = graph.actors.get(args.target);
      if (!existing) return failed(missingActor(args.target));
      if (existing.id === source.id) return failed(selfTie(source.name));
      target = existing.id;
      targetName = actorName(graph, existing.id);
    } else {
      const unnamed = nameProblem(args.target.name);
      if (unnamed) return failed(unnamed);
      target = environment.newId();
      const name = cleanName(args.target.name);
      targetName = name;
      const { sector, at } = args.target;
      const actor = {
        name,
        sector,
        position: at,
        supply: {},
        demand: {},
        fields: {},
        unknown: {},
      };
      writes.push({ kind: 'put', table: 'actors', id: target, record: flatActor(actor) });
    }
    const id = environment.newId();
    const direction =
      args.direction ?? graph.scheme.tieTypes.find((type) => type.id === args.type)?.direction ?? 'one-way';
    writes.push({
      kind: 'put',
      table: 'ties',
      id,
      record: flatTie({
        source: source.id,
        target,
        type: args.type,
        direction,
        weight,
        fields: {},
        unknown: {},
      }),
    });
    const from = quoted(actorName(graph, source.id));
    const to = quoted(targetName);
    return ok({
      step: { en: `Tie ${from.en} to ${to.en}`, zh: `建立${from.zh}与${to.zh}的关系` },
      writes,
      select: typeof args.target === 'string' ? { ties: [id] } : { actors: [target] },
    });
  },
};
