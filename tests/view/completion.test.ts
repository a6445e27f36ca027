import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
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
});
