import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { describeEntry } from '../../src/model/describe-entry.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { actorsInOrder, tiesInOrder } from '../../src/model/graph.ts';
import { editing } from './support.ts';

/** Enters lines into a new map and says what is on it afterwards. */
function entered(...lines: string[]) {
  const { document, editor } = editing(3);
  for (const line of lines) {
    const entry = parseEntry(line, document.graph);
    if (!entry.ok) return { problem: entry.problem.code, actors: [], ties: [] };
    const done = editor.run(enter, { entry: entry.value });
    if (!done.ok) return { problem: done.problem.code, actors: [], ties: [] };
  }
  const { graph } = document;
  const name = (id: string): string => graph.actors.get(id)?.name ?? '?';
  return {
    problem: undefined,
    actors: actorsInOrder(graph)
      .map((actor) => `${actor.name} ${actor.sector}`)
      .sort(),
    ties: tiesInOrder(graph)
      .map((tie) => {
        const arrow = tie.direction === 'mutual' ? '<>' : '>';
        return `${name(tie.source)} ${arrow} ${name(tie.target)}: ${tie.type} ${tie.weight}`;
      })
      .sort(),
  };
}

describe('quick entry', () => {
  it('adds an actor of a sector, by English, Chinese or the beginning of a name', () => {
    expect(entered('A @university').actors).toEqual(['A university']);
    expect(entered('A @高校').actors).toEqual(['A university']);
    expect(entered('A ＠ent').actors).toEqual(['A enterprise']);
    expect(entered('A').actors).toEqual(['A other']);
  });

  it('adds several at once, the sector behind the last speaks of all', () => {
    expect(entered('A, B，C、D @enterprise').actors).toEqual(
      ['A', 'B', 'C', 'D'].map((name) => `${name} enterprise`),
    );
  });

  it('ties with type and weight, in either order and either way', () => {
    expect(entered('A > B : talent 3').ties).toEqual(['A > B: talent 3']);
    expect(entered('A > B：3 人才').ties).toEqual(['A > B: talent 3']);
    expect(entered('A < B : cap').ties).toEqual(['B > A: capital 1']);
    expect(entered('A -> B').ties).toEqual(['A > B: talent 1']);
    expect(entered('甲 → 乙 : 反馈 0.5').ties).toEqual(['甲 > 乙: feedback 0.5']);
  });

  it('makes a mutual tie, of the first mutual type unless told', () => {
    expect(entered('A <> B').ties).toEqual(['A <> B: alliance 1']);
    expect(entered('A ↔ B : 知识').ties).toEqual(['A <> B: knowledge 1']);
  });

  it('makes chains and fans', () => {
    expect(entered('A > B > C : policy').ties).toEqual(['A > B: policy 1', 'B > C: policy 1']);
    expect(entered('A > B, C : capital 2').ties).toEqual(['A > B: capital 2', 'A > C: capital 2']);
  });

  it('knows who is on the map, by any name, whatever case or width', () => {
    const { document, editor } = editing(1);
    editor.run(addActor, { name: 'Jinhua Polytechnic', sector: 'university' });
    const [id] = document.graph.actors.keys();
    editor.run(editActors, { ids: [id ?? ''], changes: { secondName: '金华职院', aliases: ['JHC'] } });
    for (const name of ['jinhua  POLYTECHNIC', '金华职院', 'ＪＨＣ']) {
      const entry = parseEntry(`${name} > B`, document.graph);
      expect(entry.ok && entry.value.actors[0]?.existing?.id).toBe(id);
    }
  });

  it('changes the sector of who is there, and never doubles a name', () => {
    expect(entered('A @university', 'A @enterprise').actors).toEqual(['A enterprise']);
    expect(entered('A', 'A', 'a > B').actors).toEqual(['A other', 'B other']);
  });

  it('takes names with signs in quotes', () => {
    expect(entered('"Tools, Inc. > co" @ent').actors).toEqual(['Tools, Inc. > co enterprise']);
    expect(entered('“甲：乙” > C').ties).toEqual(['甲：乙 > C: talent 1']);
  });

  it('leaves hyphens and times within names alone', () => {
    expect(entered('E-commerce college').actors).toEqual(['E-commerce college other']);
    expect(entered('Meeting 10:40').actors).toEqual(['Meeting 10:40 other']);
  });

  it('takes several lines as one step, and names the line of a mistake', () => {
    expect(entered('A @government\nB @university\n\nA > B : policy').ties).toEqual(['A > B: policy 1']);
    const { document } = editing(1);
    const entry = parseEntry('A\nB @nowhere', document.graph);
    expect(!entry.ok && entry.problem.line).toBe(2);
  });

  it.each([
    ['A @nowhere', 'entry-sector'],
    ['A @', 'entry-sector'],
    ['@university', 'entry-name'],
    ['A > ', 'entry-name'],
    ['> B', 'entry-name'],
    ['A > B : nothing', 'entry-type'],
    ['A > B : talent -2', 'weight-invalid'],
    ['A > B : talent 0', 'weight-invalid'],
    ['A > A', 'self-tie'],
    ['A : talent', 'entry-colon'],
    ['"A', 'entry-quote'],
    ['x'.repeat(1001), 'name-long'],
  ])('explains what is wrong with %j', (line, code) => {
    expect(entered(line).problem).toBe(code);
  });

  it('reads long lines in time that grows with them: what cannot be a name is not read on', () => {
    const { document } = editing(1);
    const list = parseEntry('A1, '.repeat(10_000), document.graph);
    expect(list.ok && list.value.actors.length).toBe(1);
    for (const unit of ['a b ', 'needs ', '提供a']) {
      const entry = parseEntry(unit.repeat(20_000), document.graph);
      expect(!entry.ok && entry.problem.code).toBe('name-long');
    }
  });

  it('says before Enter what Enter will do', () => {
    const { document } = editing(1);
    const say = (line: string): string => {
      const entry = parseEntry(line, document.graph);
      return entry.ok ? describeEntry(entry.value).en : entry.problem.message.en;
    };
    expect(say('A @university')).toBe('Add A (University)');
    expect(say('A > B : talent 3')).toBe('Add A, B; tie A → B (Talent 3)');
  });

  it('never throws, whatever is typed', () => {
    const { document } = editing(1);
    const signs = fc.constantFrom(
      '>',
      '<',
      '<>',
      '@',
      ':',
      '，',
      '"',
      '“',
      ' ',
      '\n',
      'A',
      '3',
      'talent',
      '高校',
      '\u0000',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(signs, fc.string()), { maxLength: 20 }), (parts) => {
        const entry = parseEntry(parts.join(''), document.graph);
        if (entry.ok) for (const tie of entry.value.ties) expect(tie.source).not.toBe(tie.target);
      }),
    );
  });
});
