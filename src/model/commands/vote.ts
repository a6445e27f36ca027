import { failed, ok } from '../../base/result.ts';
import { INFLUENCE, meanVote, numberIn, voterName, voters } from '../influence.ts';
import { actorName } from '../shown-name.ts';
import { amountProblem, missingActor } from './checks.ts';
import { ALWAYS, quoted, type Command } from './command.ts';
import { definedField } from './defined-field.ts';

export interface VoteArgs {
  readonly actor: string;
  /** The field of the person who votes; absent when the room votes as one. */
  readonly by?: string;
  /** How high the tower is, >= 0; absent takes the vote back. */
  readonly height?: number;
}

/** Says how powerful an actor is seen to be. With several voters the actor's influence is the mean of their votes. */
export const vote: Command<VoteArgs> = {
  id: 'vote',
  title: { en: 'Vote on influence', zh: '评估影响力' },
  keys: [],
  available: ALWAYS,
  plan(graph, { actor: id, by, height }) {
    const actor = graph.actors.get(id);
    if (!actor) return failed(missingActor(id));
    const wrong = height === undefined ? undefined : amountProblem(height);
    if (wrong) return failed(wrong);
    const fields = voters(graph);
    const voter = fields.find((field) => field.id === by);
    const changes = new Map<string, number | undefined>();
    if (voter) {
      changes.set(`field:${voter.id}`, height);
      const votes = fields.map((field) => (field === voter ? height : numberIn(actor, field.id)));
      changes.set(`field:${INFLUENCE.id}`, meanVote(votes));
    } else changes.set(`field:${INFLUENCE.id}`, height);
    const name = quoted(actorName(graph, actor.id));
    const [who, whoZh] = voter ? [` (${voterName(voter)})`, `（${voterName(voter)}）`] : ['', ''];
    return ok({
      step:
        height === undefined
          ? { en: `Take back the influence of ${name.en}${who}`, zh: `撤回对${name.zh}影响力的评估${whoZh}` }
          : {
              en: `Influence of ${name.en}: ${height}${who}`,
              zh: `${name.zh}的影响力：${height}${whoZh}`,
            },
      writes: [...definedField(graph, INFLUENCE), { kind: 'set', table: 'actors', id, changes }],
    });
  },
};
