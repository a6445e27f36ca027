import { failed, ok } from '../../base/result.ts';
import { GOALS } from '../influence.ts';
import { actorName } from '../shown-name.ts';
import { cleanName, missingActor } from './checks.ts';
import { ALWAYS, quoted, type Command } from './command.ts';
import { definedField } from './defined-field.ts';

/** What an actor is after; an empty list clears. */
export const sayGoals: Command<{ readonly actor: string; readonly goals: readonly string[] }> = {
  id: 'say-goals',
  title: { en: 'State the goals of an actor', zh: '填写主体的目标' },
  keys: [],
  available: ALWAYS,
  plan(graph, { actor: id, goals }) {
    const actor = graph.actors.get(id);
    if (!actor) return failed(missingActor(id));
    const clean = [...new Set(goals.map(cleanName).filter((goal) => goal !== ''))];
    const name = quoted(actorName(graph, actor.id));
    return ok({
      step: { en: `Goals of ${name.en}`, zh: `${name.zh}的目标` },
      writes: [
        ...definedField(graph, GOALS),
        {
          kind: 'set',
          table: 'actors',
          id,
          changes: new Map([[`field:${GOALS.id}`, clean.length > 0 ? clean : undefined]]),
        },
      ],
    });
  },
};
