import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { removeProject, setProject } from '../../src/model/commands/projects.ts';
import { remove } from '../../src/model/commands/remove.ts';
import { editing } from './support.ts';

function started() {
  const { document, editor } = editing(4);
  for (const name of ['A', 'B', 'C']) editor.run(addActor, { name, sector: 'other' });
  const id = (name: string): string =>
    [...document.graph.actors.values()].find((actor) => actor.name === name)?.id ?? '';
  editor.run(addTie, { source: id('A'), target: id('B'), type: 'talent' });
  const [tie = ''] = document.graph.ties.keys();
  editor.run(setProject, { id: 'p', name: 'P', actors: [id('C')] });
  return { document, editor, id, tie };
}

describe('a joint project', () => {
  it('takes a tie and its ends in as one step, named after both', () => {
    const { document, editor, id, tie } = started();
    const actors = ['A', 'B', 'C'].map(id);
    const done = editor.run(setProject, { id: 'p', name: 'P', actors, ties: [tie] });
    expect(done.ok && done.value.step.en).toBe('Take “A → B” into the project “P”');
    expect(document.graph.ties.get(tie)?.project).toBe('p');
    expect(document.graph.projects.get('p')?.actors).toEqual([...actors].sort());
    document.undo();
    expect(document.graph.ties.get(tie)?.project).toBeUndefined();
    expect(document.graph.projects.get('p')?.actors).toEqual([id('C')]);
  });

  it('leaves its ties on the map when it goes, and loses whoever leaves the map', () => {
    const { document, editor, id, tie } = started();
    editor.run(setProject, { id: 'p', name: 'P', actors: ['A', 'B', 'C'].map(id), ties: [tie] });
    editor.run(remove, { actors: [id('C')], ties: [] });
    expect(document.graph.projects.get('p')?.actors).toHaveLength(2);
    editor.run(removeProject, { id: 'p' });
    expect(document.graph.ties.get(tie)).toMatchObject({ weight: 1 });
    expect(document.graph.ties.get(tie)?.project).toBeUndefined();
  });

  it('needs a name', () => {
    const { document, editor } = started();
    const before = document.graph;
    const done = editor.run(setProject, { id: 'p', name: '  ', actors: [] });
    expect(!done.ok && done.problem.code).toBe('project-unnamed');
    expect(document.graph).toBe(before);
  });
});
