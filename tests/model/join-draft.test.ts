import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { joinDraft } from '../../src/model/commands/join-draft.ts';
import type { Draft } from '../../src/model/draft.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { actorsInOrder, type Actor } from '../../src/model/graph.ts';
import { emptyDraft } from '../../src/model/make.ts';
import { actor } from './records.ts';
import { editing, said } from './support.ts';

const named = (id: string, name: string, more: Partial<Actor> = {}): Actor => actor(id, { name, ...more });

const draft: Draft = {
  ...emptyDraft('file'),
  actors: [
    named('1', 'ALPHA', { supply: { talent: 5, 试验田: 2 } }),
    named('2', 'Gamma', { demand: { 试验田: 1 } }),
    named('3', 'alpha', { supply: { talent: 9 } }),
  ],
  ties: [
    {
      id: 't',
      source: '1',
      target: '2',
      type: 'talent',
      direction: 'one-way',
      weight: 1,
      fields: {},
      unknown: {},
    },
  ],
  projects: [{ id: 'p', name: 'P', actors: ['1', '2'], unknown: {} }],
  scheme: {
    complete: false,
    sectors: [],
    tieTypes: [],
    resources: [{ id: '试验田', name: { en: '试验田', zh: '试验田' }, dimension: 'economy' }],
    fields: [],
  },
};

function started() {
  const { document, editor } = editing(1);
  editor.run(addActor, { name: 'Alpha', sector: 'university' });
  const entry = parseEntry('Alpha offers 试验田 7, talent 1; needs data 3', document.graph);
  if (entry.ok) editor.run(enter, { entry: entry.value });
  return { document, editor };
}

describe('a file that joins a map', () => {
  it('gives what it says of a known actor to that actor, and leaves all else of it alone', () => {
    const { document, editor } = started();
    const before = said(document.graph);
    const [alpha] = actorsInOrder(document.graph);
    const done = editor.run(joinDraft, { draft, name: 'file', byName: true });
    expect(done.ok && done.value.step.en).toBe('Import file, 1 actor known by name');
    const { graph } = document;
    const field = graph.scheme.resources.find(({ name }) => name.zh === '试验田')?.id ?? '';
    expect(graph.actors.get(alpha?.id ?? '')).toEqual({
      ...alpha,
      supply: { [field]: 2, talent: 5 },
    });
    const gamma = [...graph.actors.values()].find(({ name }) => name === 'Gamma');
    expect(gamma?.demand).toEqual({ [field]: 1 });
    expect([...graph.ties.values()].map(({ source, target }) => [source, target])).toEqual([
      [alpha?.id, gamma?.id],
    ]);
    expect([...graph.projects.values()][0]?.actors).toEqual([alpha?.id, gamma?.id].sort());
    // The second one of that name is an actor of its own.
    expect(graph.actors.size).toBe(3);
    document.undo();
    expect(said(document.graph)).toEqual(before);
  });

  it('stands beside what is there otherwise, with resources of the same name made one', () => {
    const { document, editor } = started();
    editor.run(joinDraft, { draft, name: 'file' });
    const { graph } = document;
    expect(graph.actors.size).toBe(4);
    expect(graph.scheme.resources.filter(({ name }) => name.zh === '试验田')).toHaveLength(1);
  });
});
