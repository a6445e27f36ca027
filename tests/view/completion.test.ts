import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { setSchemeEntry } from '../../src/model/commands/edit-scheme.ts';
import { setProject } from '../../src/model/commands/projects.ts';
import { completionsAt } from '../../src/view/shell/completion.ts';
import { editing } from '../model/support.ts';

const { document, editor } = editing(5);
for (const name of ['Vocational college A', 'Vocational college B', 'Firm, Inc.'])
  editor.run(addActor, { name, sector: 'university' });

function offered(text: string, language: 'en' | 'zh' = 'en') {
  return completionsAt(text, text.length, document.graph, language).map((completion) => completion.text);
}

describe('completion in quick entry', () => {
  it('offers actors by the beginning or a part of their name, quoted where their name has signs', () => {
    expect(offered('voc')).toEqual(['Vocational college A', 'Vocational college B']);
    expect(offered('X > college b')).toEqual(['Vocational college B']);
    expect(offered('firm')).toEqual(['"Firm, Inc."']);
  });

  it('offers sectors after @ and tie types after a colon, in the language in force', () => {
    expect(offered('A @un')).toEqual(['University']);
    expect(offered('A @', 'zh')).toContain('高校');
    expect(offered('A > B : ta')).toEqual(['Talent']);
    expect(offered('A > B : 人', 'zh')).toEqual(['人才']);
  });

  it('replaces the word that the cursor is in and nothing else', () => {
    const [first] = completionsAt('voc > B', 3, document.graph, 'en');
    expect(first && [first.from, first.to]).toEqual([0, 3]);
  });

  it('offers nothing for an empty word or a name that is complete', () => {
    expect(offered('')).toEqual([]);
    expect(offered('Vocational college A')).toEqual([]);
  });

  it('offers resources after a verb, by either language, an id or another word', () => {
    expect(offered('Vocational college A offers ')).toContain('Skilled talent');
    expect(offered('Vocational college A offers tal')).toEqual(['Skilled talent']);
    expect(offered('Vocational college A offers Funding 2; needs equip')).toEqual([
      'Equipment and laboratories',
    ]);
    expect(offered('Vocational college A offers labs')).toEqual(['Equipment and laboratories']);
    expect(offered('甲 提供 人', 'zh')).toEqual(['技术技能人才']);
    expect(offered('甲 提供 资金 2、数据', 'zh')).toEqual(['产业数据']);
  });

  it('replaces only the resource, and offers none once its amount stands', () => {
    const line = 'A\nB offers Funding 2, tal';
    const [first] = completionsAt(line, line.length, document.graph, 'en');
    expect(first && line.slice(first.from, first.to)).toBe('tal');
    expect(offered('B offers tal 5')).toEqual([]);
    expect(offered('B offers Funding')).toEqual([]);
    expect(offered('B offers')).toEqual([]);
  });

  it('offers joint projects after their word, and actors behind the colon', () => {
    editor.run(setProject, { name: 'Battery lab, phase 2', actors: [] });
    expect(offered('project bat')).toEqual(['"Battery lab, phase 2"']);
    expect(offered('项目 Bat', 'zh')).toEqual(['"Battery lab, phase 2"']);
    expect(offered('project P: voc')).toEqual(['Vocational college A', 'Vocational college B']);
    expect(offered('project P: X, firm')).toEqual(['"Firm, Inc."']);
  });

  it('offers fields behind a name and a blank, and behind = the values of a category', () => {
    editor.run(setSchemeEntry, {
      table: 'fields',
      entry: {
        id: 'stage',
        name: { en: 'Stage', zh: '阶段' },
        on: 'actor',
        kind: 'category',
        categories: ['seed stage', 'growth'],
      },
    });
    expect(offered('X si')).toEqual(['Size=']);
    expect(offered('X 规', 'zh')).toEqual(['规模=']);
    expect(offered('Vocational college A ')).toContain('Size=');
    expect(offered('X stage=')).toEqual(['"seed stage"', 'growth']);
    expect(offered('X stage=gr')).toEqual(['growth']);
    expect(offered('X > Y : talent no')).toEqual(['Notes=']);
  });

  it('offers no field while a known name goes on', () => {
    expect(offered('Science a')).toEqual([]);
    expect(offered('Vocational c')).toEqual(['Vocational college A', 'Vocational college B']);
  });

  it('offers who can be deleted behind a dash', () => {
    expect(offered('- voc')).toEqual(['Vocational college A', 'Vocational college B']);
    expect(completionsAt('- voc', 5, document.graph, 'en')[0]?.from).toBe(2);
  });

  it('offers the nearest name where none begins so', () => {
    expect(offered('Vocatoinal college A')).toEqual(['Vocational college A']);
  });
});
