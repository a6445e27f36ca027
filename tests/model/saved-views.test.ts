import { describe, expect, it } from 'vitest';
import {
  editSavedView,
  moveSavedView,
  removeSavedView,
  saveView,
} from '../../src/model/commands/saved-views.ts';
import { backupText, readBackup } from '../../src/formats/backup.ts';
import { graphToDraft, ownText } from '../../src/formats/own-write.ts';
import { mapUpdates } from '../../src/model/make.ts';
import { DEFAULT_VIEW, type SavedView } from '../../src/model/view.ts';
import { connect, editing, newDocument, said } from './support.ts';

const seen = (name: string): Omit<SavedView, 'id' | 'unknown'> => ({
  name,
  note: 'Look here',
  frame: { x: -10.04, y: 2, width: 300, height: 200.26 },
  hiddenSectors: ['government'],
  hiddenTieTypes: [],
  hiddenCategories: ['a'],
  focus: { actor: 'n1', steps: 2 },
  actors: ['n1'],
  ties: ['t1'],
  spotlight: true,
  look: { ...DEFAULT_VIEW, size: { kind: 'field', id: 'staff' }, colour: { kind: 'sector' } },
});

describe('saved views', () => {
  it('keep what was seen, to a tenth of a map unit', () => {
    const { document, editor } = editing(1);
    editor.run(saveView, { view: seen(' First  look ') });
    const [view] = document.graph.view.views;
    expect(view).toMatchObject({
      name: 'First look',
      note: 'Look here',
      frame: { x: -10, y: 2, width: 300, height: 200.3 },
      hiddenSectors: ['government'],
      hiddenCategories: ['a'],
      focus: { actor: 'n1', steps: 2 },
      spotlight: true,
      look: { size: { kind: 'field', id: 'staff' }, labels: 'auto' },
    });
    document.undo();
    expect(document.graph.view.views).toEqual([]);
  });

  it('stand in the order of the talk, and a new one comes last whatever was removed before', () => {
    const { document, editor } = editing(2);
    const names = (): string[] => document.graph.view.views.map(({ name }) => name);
    const idOf = (name: string): string =>
      document.graph.view.views.find((view) => view.name === name)?.id ?? '';
    for (const name of ['A', 'B', 'C']) editor.run(saveView, { view: seen(name) });
    editor.run(removeSavedView, { id: idOf('A') });
    editor.run(saveView, { view: seen('D') });
    expect(names()).toEqual(['B', 'C', 'D']);
    editor.run(moveSavedView, { id: idOf('D'), by: -1 });
    expect(names()).toEqual(['B', 'D', 'C']);
    editor.run(moveSavedView, { id: idOf('B'), by: -1 });
    expect(names()).toEqual(['B', 'D', 'C']);
    editor.run(saveView, { id: idOf('D'), view: seen('D') });
    expect(names()).toEqual(['B', 'D', 'C']);
  });

  it('take a name and a note; an empty name is refused, an empty note clears', () => {
    const { document, editor } = editing(3);
    editor.run(saveView, { view: seen('A') });
    const id = document.graph.view.views[0]?.id ?? '';
    expect(editor.run(editSavedView, { id, name: '  ' }).ok).toBe(false);
    expect(editor.run(editSavedView, { id: 'gone', name: 'B' }).ok).toBe(false);
    editor.run(editSavedView, { id, name: 'B' });
    editor.run(editSavedView, { id, note: ' ' });
    const [view] = document.graph.view.views;
    expect(view?.name).toBe('B');
    expect(view && 'note' in view).toBe(false);
  });

  it('merge: one window renames while another reorders, and both hold', () => {
    const one = editing(4);
    for (const name of ['A', 'B']) one.editor.run(saveView, { view: seen(name) });
    const two = editing(5, [one.document.encode()]);
    const exchange = connect(one.document, two.document);
    const [a, b] = one.document.graph.view.views.map(({ id }) => id);
    one.editor.run(editSavedView, { id: a ?? '', name: 'Renamed' });
    two.editor.run(moveSavedView, { id: b ?? '', by: -1 });
    exchange();
    expect(one.document.graph.view.views.map(({ name }) => name)).toEqual(['B', 'Renamed']);
    expect(said(one.document.graph)).toEqual(said(two.document.graph));
  });

  it('are the same in a map made of the draft of another, and in one restored from a backup', () => {
    const { document, editor } = editing(6);
    for (const name of ['A', 'B', 'C']) editor.run(saveView, { view: { ...seen(name), when: '2024-05' } });
    const draft = graphToDraft(document.graph);
    expect(newDocument(mapUpdates(draft)).graph.view.views).toEqual(document.graph.view.views);
    const restored = readBackup(backupText([{ id: 'm', text: ownText(draft) }]));
    if (!restored.ok) throw new Error(restored.problem.message.en);
    const [first] = restored.value;
    expect(first && newDocument(mapUpdates(first)).graph.view.views).toEqual(document.graph.view.views);
  });
});
