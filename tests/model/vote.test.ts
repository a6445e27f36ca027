import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { setSchemeEntry } from '../../src/model/commands/edit-scheme.ts';
import { sayGoals } from '../../src/model/commands/say-goals.ts';
import { vote } from '../../src/model/commands/vote.ts';
import { GOALS, INFLUENCE, isVote, voterField, voterName, voters } from '../../src/model/influence.ts';
import { actorsInOrder } from '../../src/model/graph.ts';
import { editing } from './support.ts';

function withActor() {
  const window = editing(9);
  window.editor.run(addActor, { name: 'A', sector: 'other' });
  const actor = (): string => actorsInOrder(window.document.graph)[0]?.id ?? '';
  const fields = () => window.document.graph.actors.get(actor())?.fields ?? {};
  return { ...window, actor, fields };
}

describe('votes on influence', () => {
  it('bring their field into the vocabulary, in one step with the first vote', () => {
    const { document, editor, actor, fields } = withActor();
    editor.run(vote, { actor: actor(), height: 3 });
    expect(fields()).toEqual({ [INFLUENCE.id]: 3 });
    expect(document.graph.scheme.fields).toEqual([INFLUENCE]);
    document.undo();
    expect(fields()).toEqual({});
    expect(document.graph.scheme.fields).toEqual([]);
  });

  it('of several people count as their mean, of those who have voted', () => {
    const { document, editor, actor, fields } = withActor();
    for (const [id, name] of [
      ['li', 'Li'],
      ['wang', 'Wang'],
      ['zhao', 'Zhao'],
    ] as const)
      editor.run(setSchemeEntry, { table: 'fields', entry: voterField(id, name) });
    const people = voters(document.graph);
    expect(people.map(voterName)).toEqual(['Li', 'Wang', 'Zhao']);
    const [li = '', wang = ''] = people.map(({ id }) => id);
    editor.run(vote, { actor: actor(), by: li, height: 3 });
    editor.run(vote, { actor: actor(), by: wang, height: 0 });
    expect(fields()[INFLUENCE.id]).toBe(1.5);
    editor.run(vote, { actor: actor(), by: wang });
    expect(fields()[INFLUENCE.id]).toBe(3);
    editor.run(vote, { actor: actor(), by: li });
    expect(INFLUENCE.id in fields()).toBe(false);
    expect(people.every(({ id }) => isVote(id))).toBe(true);
  });

  it('below nothing, and on somebody who has gone, are refused', () => {
    const { editor, actor, fields } = withActor();
    expect(editor.run(vote, { actor: actor(), height: -1 }).ok).toBe(false);
    expect(editor.run(vote, { actor: 'nobody', height: 1 }).ok).toBe(false);
    expect(fields()).toEqual({});
  });
});

describe('goals', () => {
  it('are a list of an actor, each once; none clears', () => {
    const { document, editor, actor, fields } = withActor();
    editor.run(sayGoals, { actor: actor(), goals: ['growth ', 'growth', '', 'talent'] });
    expect(fields()[GOALS.id]).toEqual(['growth', 'talent']);
    expect(document.graph.scheme.fields).toEqual([GOALS]);
    editor.run(sayGoals, { actor: actor(), goals: [] });
    expect(fields()).toEqual({});
  });
});
