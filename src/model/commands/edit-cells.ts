import type { Problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import type { Write } from '../write.ts';
import { ALWAYS, namedActors, type Command } from './command.ts';
import { editActors, type ActorChanges } from './edit-actors.ts';
import { editTies, tieNames, type TieChanges } from './edit-ties.ts';

/** New values for one record, from one row of a pasted block. */
export interface RecordEdit<Changes> {
  readonly id: string;
  readonly changes: Changes;
}

export interface EditCellsArgs {
  readonly actors: readonly RecordEdit<ActorChanges>[];
  readonly ties: readonly RecordEdit<TieChanges>[];
}

/** Many records, each with its own new values, as one step: what pasting into a table does. */
export const editCells: Command<EditCellsArgs> = {
  id: 'edit-cells',
  title: { en: 'Paste into the table', zh: '粘贴到表格' },
  keys: [],
  available: ALWAYS,
  plan(graph, { actors, ties }, environment) {
    const writes: Write[] = [];
    for (const { id, changes } of actors) {
      const plan = editActors.plan(graph, { ids: [id], changes }, environment);
      if (!plan.ok) return failed(about(graph.actors.get(id)?.name ?? id, plan.problem));
      writes.push(...plan.value.writes);
    }
    for (const { id, changes } of ties) {
      const plan = editTies.plan(graph, { ids: [id], changes }, environment);
      if (!plan.ok) return failed(about(tieNames(graph, [id]).en, plan.problem));
      writes.push(...plan.value.writes);
    }
    const subject =
      actors.length > 0
        ? namedActors(
            graph,
            actors.map(({ id }) => id),
          )
        : tieNames(
            graph,
            ties.map(({ id }) => id),
          );
    return ok({ step: { en: `Edit ${subject.en}`, zh: `编辑${subject.zh}` }, writes });
  },
};

/** Of many rows, says which one is wrong. */
function about(name: string, { code, message, line }: Problem): Problem {
  return {
    code,
    message: {
      en: `${name}: ${message.en} Nothing was changed.`,
      zh: `${name}：${message.zh}未作任何更改。`,
    },
    ...(line === undefined ? {} : { line }),
  };
}
