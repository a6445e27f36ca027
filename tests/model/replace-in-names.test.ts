import { describe, expect, it } from 'vitest';
import { enter } from '../../src/model/commands/enter.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { replaceInNames } from '../../src/model/commands/replace-in-names.ts';
import { parseEntry } from '../../src/model/entry.ts';
import type { Actor } from '../../src/model/graph.ts';
import { nameChanges, type Replacement } from '../../src/model/name-changes.ts';
import { actor, graphOf } from '../metrics/support.ts';
import { editing, said } from './support.ts';

const PLAIN: Replacement = {
  find: '',
  replace: '',
  matchCase: false,
  wholeWord: false,
  aliases: false,
  notes: false,
};

function after(actors: readonly Partial<Actor>[], given: Partial<Replacement>): string[] {
  const graph = graphOf(
    actors.map((more, k) => actor(`a${k}`, more)),
    [],
  );
  return nameChanges(graph, { ...PLAIN, ...given }).map(
    ({ before, after: now, trouble }) => `${before} → ${now}${trouble ? ` (${trouble})` : ''}`,
  );
}

describe('replacing in names', () => {
  it('takes the text as it is, any case unless told otherwise, and changes names and second names', () => {
    const actors = [{ name: 'Co. (A+B)', secondName: 'co. 甲' }, { name: 'Other' }];
    expect(after(actors, { find: 'co.', replace: 'Ltd$&' })).toEqual([
      'Co. (A+B) → Ltd$& (A+B)',
      'co. 甲 → Ltd$& 甲',
    ]);
    expect(after(actors, { find: 'co.', replace: 'X', matchCase: true })).toEqual(['co. 甲 → X 甲']);
    expect(after(actors, { find: 'A+B', replace: 'C' })).toEqual(['Co. (A+B) → Co. (C)']);
    expect(after(actors, { find: '' })).toEqual([]);
  });

  it('finds whole words only where no letter of the script goes on; Chinese has no words to be whole', () => {
    const actors = [
      { name: 'Art School' },
      { name: 'Smart Art' },
      { name: 'AI研究院' },
      { name: 'MAI' },
      { name: '金华市科技局' },
    ];
    expect(after(actors, { find: 'art', replace: 'X', wholeWord: true })).toEqual([
      'Art School → X School',
      'Smart Art → Smart X',
    ]);
    expect(after(actors, { find: 'AI', replace: 'X', wholeWord: true })).toEqual(['AI研究院 → X研究院']);
    expect(after(actors, { find: '科技', replace: '科创', wholeWord: true })).toEqual([
      '金华市科技局 → 金华市科创局',
    ]);
  });

  it('looks into aliases and notes where wanted, and says which names would be empty or another’s', () => {
    const actors = [{ name: 'AB', aliases: ['xA', 'y'], notes: 'A note' }, { name: 'B' }, { name: 'A' }];
    expect(after(actors, { find: 'A', matchCase: true })).toEqual(['AB → B (taken)', 'A →  (empty)']);
    expect(after(actors, { find: 'A', matchCase: true, aliases: true, notes: true })).toEqual([
      'AB → B (taken)',
      'xA → x',
      'A note →  note',
      'A →  (empty)',
    ]);
  });

  it('is one step, leaves out what is not wanted, and refuses an empty name', () => {
    const { document, editor } = editing(1);
    const entry = parseEntry('Old A, Old B, Old', document.graph);
    if (!entry.ok) throw new Error('no entry');
    editor.run(enter, { entry: entry.value });
    const first = [...document.graph.actors.values()].find(({ name }) => name === 'Old A')?.id ?? '';
    editor.run(editActors, { ids: [first], changes: { aliases: ['Old one', 'x'], notes: 'Old' } });
    const before = document.graph;
    const wanted = { ...PLAIN, find: 'Old', replace: 'New', aliases: true, notes: true };
    const changes = nameChanges(before, wanted);
    const leaveOut = new Set(changes.filter(({ before: was }) => was === 'Old B').map(({ key }) => key));
    expect(editor.run(replaceInNames, { ...wanted, leaveOut }).ok).toBe(true);
    const now = document.graph;
    expect([...now.actors.values()].map(({ name }) => name).sort()).toEqual(['New', 'New A', 'Old B']);
    expect(now.actors.get(first)).toMatchObject({ aliases: ['New one', 'x'], notes: 'New' });
    document.undo();
    expect(said(document.graph)).toEqual(said(before));
    expect(editor.run(replaceInNames, { ...PLAIN, find: 'Old' }).ok).toBe(false);
    expect(editor.run(replaceInNames, { ...PLAIN, find: 'nowhere' }).ok).toBe(false);
    expect(said(document.graph)).toEqual(said(before));
  });
});
