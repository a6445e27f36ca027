import { failed, ok } from '../../base/result.ts';
import type { Write } from '../write.ts';
import { missingActor, missingTie } from './checks.ts';
import { namedActors, needsSelection, type Command } from './command.ts';
import { tieNames } from './edit-ties.ts';

export interface RemoveArgs {
  readonly actors: readonly string[];
  readonly ties: readonly string[];
}

/** Actors take their ties with them. */
export const remove: Command<RemoveArgs> = {
  id: 'remove',
  title: { en: 'Delete', zh: '删除' },
  keys: ['Delete', 'Backspace'],
  available: needsSelection,
  plan(graph, { actors, ties }) {
    const actor = actors.find((id) => !graph.actors.has(id));
    if (actor !== undefined) return failed(missingActor(actor));
    const tie = ties.find((id) => !graph.ties.has(id));
    if (tie !== undefined) return failed(missingTie(tie));
    const subject = actors.length > 0 ? namedActors(graph, actors) : tieNames(graph, ties);
    const drop = (table: 'actors' | 'ties', ids: readonly string[]): Write[] =>
      [...new Set(ids)].map((id) => ({ kind: 'remove', table, id }));
    return ok({
      step: { en: `Delete ${subject.en}`, zh: `删除${subject.zh}` },
      writes: [...drop('ties', ties), ...drop('actors', actors)],
      select: {},
    });
  },
};
