import { failed, ok } from '../../base/result.ts';
import type { Position } from '../graph.ts';
import { flatActor } from '../records.ts';
import { cleanName, nameProblem } from './checks.ts';
import { ALWAYS, quoted, type Command } from './command.ts';

export interface AddActorArgs {
  readonly name: string;
  readonly sector: string;
  /** Exactly here (a double-click), else the environment finds a place. */
  readonly at?: Position;
  readonly near?: Position;
}

export const addActor: Command<AddActorArgs> = {
  id: 'add-actor',
  title: { en: 'Add an actor', zh: '添加主体' },
  keys: ['Alt+n'],
  available: ALWAYS,
  plan(graph, args, environment) {
    const wrong = nameProblem(args.name);
    if (wrong) return failed(wrong);
    const id = environment.newId();
    const name = cleanName(args.name);
    const near = args.near === undefined ? {} : { near: args.near };
    const position = args.at ?? environment.place(graph, [{ id, name, partners: [], ...near }])[0];
    const subject = quoted(name);
    return ok({
      step: { en: `Add ${subject.en}`, zh: `添加${subject.zh}` },
      writes: [
        {
          kind: 'put',
          table: 'actors',
          id,
          record: flatActor({
            name,
            sector: args.sector,
            supply: {},
            demand: {},
            fields: {},
            unknown: {},
            ...(position === undefined ? {} : { position }),
          }),
        },
      ],
      select: { actors: [id] },
    });
  },
};
