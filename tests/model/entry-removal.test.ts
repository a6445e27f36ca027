import { describe, expect, it } from 'vitest';
import { enter } from '../../src/model/commands/enter.ts';
import { describeEntry } from '../../src/model/describe-entry.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { actorsInOrder, tiesInOrder } from '../../src/model/graph.ts';
import { editing } from './support.ts';

function window(...lines: string[]) {
  const { document, editor } = editing(4);
  const enterLine = (line: string): string | undefined => {
    const entry = parseEntry(line, document.graph);
    if (!entry.ok) return entry.problem.code;
    const done = editor.run(enter, { entry: entry.value });
    return done.ok ? undefined : done.problem.code;
  };
  for (const line of lines) expect(enterLine(line)).toBeUndefined();
  const say = (line: string, language: 'en' | 'zh' = 'en'): string => {
    const entry = parseEntry(line, document.graph);
    return entry.ok ? describeEntry(entry.value)[language] : entry.problem.message[language];
  };
  const actors = (): string =>
    actorsInOrder(document.graph)
      .map(({ name }) => name)
      .sort()
      .join(' ');
  const ties = (): readonly string[] =>
    tiesInOrder(document.graph)
      .map(({ type, direction }) => `${direction} ${type}`)
      .sort();
  return { document, enterLine, say, actors, ties };
}

describe('a dash deletes', () => {
  it('actors with their ties, and says how many, as one step', () => {
    const { document, enterLine, say, actors, ties } = window('A > B, C : talent', 'B <> C');
    expect(say('- A')).toBe('Delete A with 2 ties');
    expect(say('- A, B', 'zh')).toBe('删除A、B及其 3 条关系');
    enterLine('- A, B');
    expect([actors(), ties()]).toEqual(['C', []]);
    document.undo();
    expect([actors(), ties().length]).toEqual(['A B C', 3]);
  });

  it.each(['- A', '-A', '－A', '– A', '—— A', '− A', '  - A'])('in whatever form it is typed: %j', (line) => {
    const { enterLine, actors } = window('A', 'B');
    enterLine(line);
    expect(actors()).toBe('B');
  });

  it('ties of a type, of a direction, or all between two', () => {
    const lines = ['A > B : talent', 'A > B : capital', 'B > A : policy', 'A <> B'];
    const left = (line: string): readonly string[] => {
      const { enterLine, ties } = window(...lines);
      expect(enterLine(line)).toBeUndefined();
      return ties();
    };
    expect(left('- A > B : talent')).toEqual(['mutual alliance', 'one-way capital', 'one-way policy']);
    expect(left('- A > B')).toEqual(['mutual alliance', 'one-way policy']);
    expect(left('- B < A : 资金')).toEqual(['mutual alliance', 'one-way policy', 'one-way talent']);
    expect(left('－ A ↔ B')).toEqual([]);
  });

  it('nothing that is not there: it says so, and proposes what is', () => {
    const { document, enterLine, say } = window('Zhejiang Normal University > B : talent');
    const before = document.graph;
    expect(say('- Zhejiang Norml University')).toBe(
      'Nothing to delete: there is no “Zhejiang Norml University”. Did you mean “Zhejiang Normal University”?',
    );
    expect(say('- X')).toContain('there is no “X” on the map');
    expect(say('- B > Zhejiang Normal University')).toBe(
      'Nothing to delete: there is no B > Zhejiang Normal University. There is: Zhejiang Normal University > B : Talent.',
    );
    expect(enterLine('- Zhejiang Normal University > B : nothing')).toBe('entry-type');
    for (const line of ['-', '- >', '- B @university', '- B : talent', '- B > ', '- B size=3'])
      expect([line, enterLine(line)]).toEqual([line, expect.stringMatching(/^entry-/u)]);
    expect(document.graph).toBe(before);
  });

  it('no name that has the dash within, or stands in quotes; an arrow is no dash', () => {
    const { enterLine, actors } = window('B', 'C > D');
    enterLine('E-commerce');
    enterLine('"- B"');
    expect(actors()).toBe('- B B C D E-commerce');
    expect(enterLine('-> B')).toBe('entry-name');
    enterLine('- "- B"');
    expect(actors()).toBe('B C D E-commerce');
  });

  it('not what an earlier line of the same text has changed, nor is what it deleted spoken of again', () => {
    const { enterLine } = window('A > B : talent');
    expect(enterLine('A size=3\n- A')).toBe('entry-both');
    expect(enterLine('A > B : talent 4\n- A > B')).toBe('entry-both');
    expect(enterLine('- A\nA > C')).toBe('entry-both');
  });

  it('a tie in one line and makes it anew in the next', () => {
    const { document, enterLine, ties } = window('A > B : talent 4');
    const [before] = document.graph.ties.keys();
    enterLine('- A > B\nA > B : talent');
    expect(ties()).toEqual(['one-way talent']);
    expect([...document.graph.ties.keys()]).not.toContain(before);
  });
});
