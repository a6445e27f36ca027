import { describe, expect, it } from 'vitest';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { remove } from '../../src/model/commands/remove.ts';
import { reverseTies } from '../../src/model/commands/edit-ties.ts';
import { describeEntry } from '../../src/model/describe-entry.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { completionsAt } from '../../src/view/shell/completion.ts';
import { editing } from './support.ts';

/** College A and Firm B, with Chinese names, and a tie between them. */
function bilingual() {
  const made = editing(1);
  const entry = parseEntry('College A > Firm B : talent', made.document.graph);
  if (!entry.ok) throw new Error(entry.problem.code);
  made.editor.run(enter, { entry: entry.value });
  const ids = new Map([...made.document.graph.actors.values()].map(({ id, name }) => [name, id]));
  const [college = '', firm = ''] = [ids.get('College A'), ids.get('Firm B')];
  made.editor.run(editActors, { ids: [college], changes: { secondName: '学院甲' } });
  made.editor.run(editActors, { ids: [firm], changes: { secondName: '企业乙' } });
  return { ...made, college };
}

describe('a map with names in two languages', () => {
  it('says what Enter will do, and what a step did, with the names that its readers see', () => {
    const { editor, document, college } = bilingual();
    const entry = parseEntry('学院甲 > Firm B : talent 3', document.graph);
    if (!entry.ok) throw new Error(entry.problem.code);
    expect(describeEntry(entry.value).zh).toMatch(/学院甲 → 企业乙/u);
    expect(describeEntry(entry.value).en).toMatch(/College A → Firm B/u);
    const removal = parseEntry('- Firm B', document.graph);
    expect(removal.ok && describeEntry(removal.value).zh).toContain('删除企业乙');
    const [tie = ''] = document.graph.ties.keys();
    const reversed = editor.run(reverseTies, { ids: [tie] });
    expect(reversed.ok && reversed.value.step).toEqual({
      en: 'Reverse “College A → Firm B”',
      zh: '反转“学院甲 → 企业乙”的方向',
    });
    const gone = editor.run(remove, { actors: [college], ties: [] });
    expect(gone.ok && gone.value.step).toEqual({ en: 'Delete “College A”', zh: '删除“学院甲”' });
  });

  it('completes to the name that the map shows, whichever was begun, unless that is another actor’s own', () => {
    const { editor, document, college } = bilingual();
    const offered = (text: string) =>
      completionsAt(text, text.length, document.graph, 'zh').map(({ text: full }) => full);
    expect(offered('Coll')).toEqual(['学院甲']);
    expect(offered('企业')).toEqual(['企业乙']);
    editor.run(editActors, { ids: [college], changes: { name: '企业乙' } });
    expect(offered('Firm')).toEqual(['Firm B']);
  });
});
