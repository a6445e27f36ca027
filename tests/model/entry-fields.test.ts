import { describe, expect, it } from 'vitest';
import { editActors } from '../../src/model/commands/edit-actors.ts';
import { setSchemeEntry } from '../../src/model/commands/edit-scheme.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { describeEntry } from '../../src/model/describe-entry.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { actorsInOrder, tiesInOrder, type Actor, type FieldValue } from '../../src/model/graph.ts';
import type { Field } from '../../src/model/scheme.ts';
import { editing } from './support.ts';

const STAFF: Field = { id: 'staff', name: { en: 'Staff', zh: '员工数' }, on: 'actor', kind: 'number' };
const STAGE: Field = {
  id: 'stage',
  name: { en: 'Stage of life', zh: '阶段' },
  on: 'actor',
  kind: 'category',
  categories: ['seed stage', 'growth', 'mature'],
};
const SIGNED: Field = { id: 'signed', name: { en: 'Signed', zh: '签约' }, on: 'tie', kind: 'date' };

function window(...lines: string[]) {
  const { document, editor } = editing(3);
  for (const field of [STAFF, STAGE, SIGNED]) editor.run(setSchemeEntry, { table: 'fields', entry: field });
  const enterLine = (line: string, create = false): string | undefined => {
    const entry = parseEntry(line, document.graph, { create });
    if (!entry.ok) return entry.problem.code;
    const done = editor.run(enter, { entry: entry.value });
    return done.ok ? undefined : done.problem.code;
  };
  for (const line of lines) expect(enterLine(line)).toBeUndefined();
  const called = (name: string): Actor | undefined =>
    actorsInOrder(document.graph).find((actor) => actor.name === name);
  const say = (line: string, language: 'en' | 'zh' = 'en'): string => {
    const entry = parseEntry(line, document.graph);
    return entry.ok ? describeEntry(entry.value)[language] : entry.problem.message[language];
  };
  const ties = (): readonly string[] =>
    tiesInOrder(document.graph)
      .map(({ type, weight, from, notes, fields }) =>
        [type, weight, from, notes, ...Object.values<FieldValue>(fields)]
          .filter((value) => value !== undefined)
          .join(' '),
      )
      .sort();
  return { document, editor, enterLine, called, say, ties };
}

describe('fields of actors', () => {
  it('are set by their name in either language, their id or another word', () => {
    const { called } = window('A @university size=3 流入=5 since=2021/3 员工数=1,200 Notes="two, words"');
    expect(called('A')).toMatchObject({
      sector: 'university',
      size: 3,
      inflow: 5,
      from: '2021-03',
      notes: 'two, words',
      fields: { staff: 1200 },
    });
    expect(window('甲 ＠高校 规模＝１２０').called('甲')).toMatchObject({ sector: 'university', size: 120 });
  });

  it('of a category take its values, the beginning too, with the blanks that are in them', () => {
    expect(window('A Stage of life=seed stage size=2').called('A')).toMatchObject({
      size: 2,
      fields: { stage: 'seed stage' },
    });
    expect(window('A 阶段=gro').called('A')?.fields).toEqual({ stage: 'growth' });
  });

  it('are taken back with nothing behind the sign', () => {
    const { called } = window('A size=3 staff=2', 'A size= staff=');
    expect(called('A')?.size).toBeUndefined();
    expect(called('A')?.fields).toEqual({});
  });

  it('speak of the names before them, up to the last that was told its own; said again the last counts', () => {
    const { called } = window('A, B @enterprise size=3, C size=4 size=5, D');
    expect(['A', 'B', 'C', 'D'].map((name) => called(name)?.size)).toEqual([3, 3, 5, undefined]);
    expect(['A', 'B', 'C'].map((name) => called(name)?.sector)).toEqual([
      'enterprise',
      'enterprise',
      'other',
    ]);
  });

  it('are changed on who is there, and only what differs is said', () => {
    const { called, say } = window('A @university size=3');
    expect(say('A @university size=4')).toBe('A: Size 4');
    expect(say('A size=')).toBe('A: no Size');
    expect(say('A size=3')).toBe('Already on the map: Enter selects it');
    expect(say('A 规模=4', 'zh')).toBe('A：规模 4');
    expect(called('A')?.size).toBe(3);
  });

  it.each([
    ['A size=many', 'Size is a number; “many” is not. Write it as in 120 or 2.5.'],
    ['A size=-2', 'An amount is 0 or more; “-2” is not.'],
    ['A from=2021-13', 'From is a date; “2021-13” is not. Write 2021, 2021-03 or 2021-03-15.'],
    ['A stage=old', '“old” is no value of Stage of life. Known: seed stage, growth, mature.'],
  ])('of the wrong kind explain themselves: %j', (line, says) => {
    const { document, say } = window();
    expect(say(line)).toBe(says);
    expect(document.graph.actors.size).toBe(0);
  });

  it('that are unknown are told from those there are; in quotes the sign is a part of a name', () => {
    const { enterLine, called, say } = window();
    expect(enterLine('A colour=red')).toBe('entry-field');
    expect(say('A colour=red')).toContain('Staff');
    expect(enterLine('"A colour=red"')).toBeUndefined();
    expect(called('A colour=red')).toBeDefined();
    expect(enterLine('E=mc2')).toBeUndefined();
    expect(called('E=mc2')).toBeDefined();
  });
});

describe('ties', () => {
  it('have fields behind the colon', () => {
    expect(window('A > B : talent 3 from=2020 note="first, of two" signed=2020-01-31').ties()).toEqual([
      'talent 3 2020 first, of two 2020-01-31',
    ]);
    expect(window('A > B : weight=2').ties()).toEqual(['talent 2']);
    expect(window().enterLine('A > B : talent size=3')).toBe('entry-field');
  });

  it('that are there of the same type and direction are updated, never doubled', () => {
    const { ties, enterLine, say } = window('A > B : capital');
    expect(say('A > B : capital 2')).toBe('Update A → B (Capital): weight 1 → 2');
    expect(say('A > B : 资金 2', 'zh')).toBe('更新 A → B (资金)：权重 1 → 2');
    enterLine('A > B : capital 2 from=2020');
    expect(ties()).toEqual(['capital 2 2020']);
    enterLine('B > A : capital 2');
    enterLine('A <> B : capital 2');
    expect(ties()).toEqual(['capital 2', 'capital 2', 'capital 2 2020']);
    expect(say('A > B : capital')).toBe('Already on the map: Enter selects it');
  });

  it('without a type mean the only one there is', () => {
    const { ties, enterLine } = window('A > B : policy');
    enterLine('A > B : 4');
    expect(ties()).toEqual(['policy 4']);
  });

  it('are parallel with a plus, and which of several is updated is said', () => {
    const { ties, enterLine, say } = window('A > B : capital');
    expect(say('A >+ B : capital 3')).toBe('Tie A → B (Capital 3), one more beside those there');
    expect(say('C >+ D : capital')).toBe('Add C, D; tie C → D (Capital)');
    expect(say('A >+ B : talent')).toBe('Tie A → B (Talent)');
    enterLine('A ＞＋ B : capital 3');
    expect(ties()).toEqual(['capital 1', 'capital 3']);
    expect(say('A > B : capital 7')).toContain('the first of 2');
    enterLine('A > B : capital 7');
    expect(ties()).toHaveLength(2);
  });
});

describe('what the map lacks', () => {
  it('a sector and a tie type, is made with the rest when asked, as one step', () => {
    const { document, enterLine, called } = window();
    expect(enterLine('A @bank > B : loan 2')).toBe('entry-sector');
    expect(enterLine('A @bank > B : loan 2', true)).toBeUndefined();
    const { sectors, tieTypes } = document.graph.scheme;
    const bank = sectors.find(({ name }) => name.en === 'bank');
    const loan = tieTypes.find(({ name }) => name.en === 'loan');
    expect(called('A')?.sector).toBe(bank?.id);
    expect(tiesInOrder(document.graph)[0]?.type).toBe(loan?.id);
    expect(sectors.filter(({ colour }) => colour === bank?.colour)).toHaveLength(1);
    document.undo();
    expect(document.graph.actors.size).toBe(0);
    expect(document.graph.scheme.sectors).not.toContainEqual(bank);
  });

  it('is made once, and not at all where only a line that cannot be read names it', () => {
    const { document } = window();
    const entry = parseEntry('A @bank\nB @Bank\nC @bank', document.graph, { create: true });
    expect(entry.ok && entry.value.sectors.map(({ name }) => name.en)).toEqual(['bank']);
    const tie = parseEntry('A > B : loan\nC > D : Loan', document.graph, { create: true });
    expect(tie.ok && tie.value.tieTypes).toHaveLength(1);
  });
});

it('a name that is there, an alias or another width of it, is that actor and never a second one', () => {
  const { document, editor, enterLine, called } = window('Jinhua Polytechnic @university');
  const { id = '' } = called('Jinhua Polytechnic') ?? {};
  editor.run(editActors, { ids: [id], changes: { secondName: '金华职院', aliases: ['JHC'] } });
  enterLine('jinhua  polytechnic size=3, 金华职院, ＪＨＣ > B');
  expect(document.graph.actors.size).toBe(2);
  expect(enterLine('JHC > 金华职院')).toBe('self-tie');
  expect(called('Jinhua Polytechnic')?.size).toBe(3);
});
