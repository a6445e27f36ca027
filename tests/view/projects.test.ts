import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { setProject } from '../../src/model/commands/projects.ts';
import { candidates, projectsInOrder } from '../../src/view/map-info/projects.ts';
import { editing } from '../model/support.ts';

describe('joint projects', () => {
  it('are listed by name, numbers by their size', () => {
    const { document, editor } = editing(2);
    for (const name of ['Phase 10', 'Phase 2', 'Alpha']) editor.run(setProject, { name, actors: [] });
    expect(projectsInOrder(document.graph, 'en').map(({ name }) => name)).toEqual([
      'Alpha',
      'Phase 2',
      'Phase 10',
    ]);
  });

  it('offer those who are not in yet, by any of their names, beginnings first', () => {
    const { document, editor } = editing(2);
    for (const name of ['New college', 'College A', 'Firm']) editor.run(addActor, { name, sector: 'other' });
    const [firm] = [...document.graph.actors.values()].filter(({ name }) => name === 'Firm');
    editor.run(editActors, { ids: [firm?.id ?? ''], changes: { secondName: '学院企业' } });
    const names = (members: readonly string[], typed: string, most = 9): readonly string[] =>
      candidates(document.graph, members, typed, most).map(({ name }) => name);
    expect(names([], 'COLL')).toEqual(['College A', 'New college']);
    expect(names([], '学院')).toEqual(['Firm']);
    expect(names([firm?.id ?? ''], '学院')).toEqual([]);
    expect(names([], '', 2)).toHaveLength(2);
  });
});
