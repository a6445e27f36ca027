import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { describeEntry } from '../../src/model/describe-entry.ts';
import { parseEntry } from '../../src/model/entry.ts';
import { actorsInOrder, type Graph } from '../../src/model/graph.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import { editing, said } from './support.ts';

function window(...names: string[]) {
  const { document, editor } = editing(3);
  for (const name of names) editor.run(addActor, { name, sector: 'university' });
  const enterLine = (line: string): string | undefined => {
    const entry = parseEntry(line, document.graph);
    if (!entry.ok) return entry.problem.code;
    const done = editor.run(enter, { entry: entry.value });
    return done.ok ? undefined : done.problem.code;
  };
  return { document, editor, enterLine };
}

/** Name, supply and demand of each actor after these lines, resources by their English names. */
function stated(lines: readonly string[], names: readonly string[] = []) {
  const { document, enterLine } = window(...names);
  for (const line of lines) {
    const problem = enterLine(line);
    if (problem !== undefined) return problem;
  }
  return amounts(document.graph);
}

function amounts(graph: Graph) {
  const nameOf = new Map(graph.scheme.resources.map(({ id, name }) => [id, name.en]));
  const by = (record: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(record).map(([id, amount]) => [nameOf.get(id) ?? id, amount]));
  return Object.fromEntries(
    actorsInOrder(graph).map(({ name, supply, demand }) => [
      name,
      { supply: by(supply), demand: by(demand) },
    ]),
  );
}

describe('what an actor offers and needs', () => {
  it('is entered in English and in Chinese, one or several at once', () => {
    const both = { supply: { 'Skilled talent': 5, Funding: 2 }, demand: { 'Orders and markets': 3 } };
    for (const line of [
      'A offers talent 5, funding 2; needs orders 3',
      'A offers talent 5, funding 2, needs orders 3',
      'A offers 5 talent, 2 funding needs orders x3',
      'A offers: talent 5, funding 2; needs: orders 3',
      'A 提供 人才 5、资金 2；需要 订单 3',
      'A 供给：人才5，资金2，需求：订单3',
      'A 提供人才５、资金２；需要订单３',
      'A needs Orders and markets 3; offers Skilled talent 5, Funding 2',
    ])
      expect([line, stated([line])]).toEqual([line, { A: both }]);
  });

  it('may stand in Chinese without any space once the actor is on the map', () => {
    expect(stated(['金华职院提供人才5，需要设备3'], ['金华职院'])).toEqual({
      金华职院: { supply: { 'Skilled talent': 5 }, demand: { 'Equipment and laboratories': 3 } },
    });
  });

  it('is 1 where no amount is given, and of all who are named', () => {
    expect(stated(['A, B @enterprise need talent'])).toEqual({
      A: { supply: {}, demand: { 'Skilled talent': 1 } },
      B: { supply: {}, demand: { 'Skilled talent': 1 } },
    });
  });

  it('makes the actor with its sector where there is none, and leaves the sector of a known one', () => {
    const { document, enterLine } = window('Known');
    enterLine('New @enterprise offers data 2');
    enterLine('known offers data 1');
    expect(
      actorsInOrder(document.graph)
        .map(({ name, sector }) => `${name} ${sector}`)
        .sort(),
    ).toEqual(['Known university', 'New enterprise']);
  });

  it('is taken back by 0, and set anew by another amount', () => {
    expect(stated(['A offers talent 5, data 2', 'A offers talent 0, data 3'])).toEqual({
      A: { supply: { 'Industry data': 3 }, demand: {} },
    });
  });

  it('makes one new resource of an unknown word, however often it is named', () => {
    const { document, enterLine } = window();
    expect(enterLine('A offers Test fields 2\nB needs test  FIELDS 4')).toBeUndefined();
    expect(document.graph.scheme.resources).toHaveLength(DEFAULT_SCHEME.resources.length + 1);
    expect(document.graph.scheme.resources.at(-1)).toMatchObject({
      name: { en: 'Test fields', zh: 'Test fields' },
      dimension: 'economy',
    });
    expect(amounts(document.graph)).toEqual({
      A: { supply: { 'Test fields': 2 }, demand: {} },
      B: { supply: {}, demand: { 'Test fields': 4 } },
    });
  });

  it('takes a resource in quotes as it is written', () => {
    expect(stated(['A offers "Industry 4.0, pilot" 2, "dat"'])).toEqual({
      A: { supply: { 'Industry 4.0, pilot': 2, dat: 1 }, demand: {} },
    });
  });

  it('is one step, named after what it did, and undone as one', () => {
    const { document, enterLine } = window('A');
    const before = said(document.graph);
    enterLine('A offers Patents pool 2; needs talent 1\nB needs talent 2');
    expect(document.undoName?.en).toBe(
      'Add B; A offers Patents pool 2; A needs Skilled talent 1; B needs Skilled talent 2; make the new resource “Patents pool” (dimension: Enterprise economic development)',
    );
    document.undo();
    expect(said(document.graph)).toEqual(before);
  });

  it('leaves names alone that contain such a word', () => {
    const names = (line: string, ...known: string[]): string[] => {
      const { document, enterLine } = window(...known);
      expect(enterLine(line)).toBeUndefined();
      return actorsInOrder(document.graph)
        .map(({ name }) => name)
        .sort();
    };
    expect(names('Special Needs School')).toEqual(['Special Needs School']);
    expect(names('needs assessment centre')).toEqual(['needs assessment centre']);
    expect(names('信息提供中心')).toEqual(['信息提供中心']);
    expect(names('供给侧改革研究院、人才需求中心')).toEqual(['人才需求中心', '供给侧改革研究院']);
    expect(names('"special needs school" @university')).toEqual(['special needs school']);
    expect(names('special needs school @enterprise', 'special needs school')).toEqual([
      'special needs school',
    ]);
    expect(names('"special needs school" offers talent 2')).toEqual(['special needs school']);
    expect(names('special needs school > B')).toEqual(['B', 'special needs school']);
  });

  it.each([
    ['A offers', 'entry-resource'],
    ['A offers ,', 'entry-resource'],
    ['A offers 5', 'entry-resource'],
    ['A offers talent 1,000', 'entry-resource'],
    ['A offers talent 5 @university', 'entry-resource'],
    ['A offers talent : 5', 'entry-resource'],
    ['A offers talent -2', 'amount-invalid'],
    ['A offers "talent" many', 'amount-invalid'],
    [`A offers talent ${'9'.repeat(400)}`, 'amount-invalid'],
    ['A offers nothing known 0', 'entry-resource-unknown'],
    ['A @nowhere offers talent', 'entry-sector'],
    [`A offers ${'x'.repeat(1001)}`, 'name-long'],
  ])('explains what is wrong with %j', (line, code) => {
    expect(stated([line])).toBe(code);
  });

  it('never throws, whatever is typed, and never states less than nothing', () => {
    const { document } = editing(1);
    const signs = fc.constantFrom(
      ...[
        'A',
        ' offers ',
        ' needs ',
        '提供',
        '需要',
        '：',
        ';',
        '；',
        ',',
        '、',
        '5',
        '-1',
        '0',
        '"',
        '“',
        ' ',
      ],
      ...['talent', '人才', 'x', 'project ', '项目', '@', '>', '\n'],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(signs, fc.string()), { maxLength: 20 }), (parts) => {
        const entry = parseEntry(parts.join(''), document.graph);
        if (!entry.ok) return;
        for (const { actor, resource, amount } of entry.value.amounts) {
          expect(amount).toBeGreaterThanOrEqual(0);
          expect(entry.value.actors[actor]).toBeDefined();
          expect(entry.value.resources[resource]).toBeDefined();
        }
      }),
    );
  });
});

describe('joint projects in quick entry', () => {
  const projects = (graph: Graph): string[] =>
    [...graph.projects.values()].map(
      ({ name, actors }) =>
        `${name}: ${actors
          .map((id) => graph.actors.get(id)?.name ?? '?')
          .sort()
          .join(' ')}`,
    );

  it.each([
    'project Battery lab: A, B, C',
    '项目 Battery lab：A、B、C',
    '合作项目Battery lab：A、B、C',
    'Joint project "Battery lab" : A, B, C',
  ])('are made by %j', (line) => {
    const { document, enterLine } = window('A');
    expect(enterLine(line)).toBeUndefined();
    expect(projects(document.graph)).toEqual(['Battery lab: A B C']);
    expect(document.graph.actors.size).toBe(3);
  });

  it('take in more actors when they are named again, and let nobody go', () => {
    const { document, enterLine } = window('A', 'B', 'C');
    enterLine('project P: A, B');
    enterLine('project p: B, C');
    expect(projects(document.graph)).toEqual(['P: A B C']);
    document.undo();
    expect(projects(document.graph)).toEqual(['P: A B']);
  });

  it('keep names with signs in quotes, and give new actors their sector', () => {
    const { document, enterLine } = window();
    enterLine('project "Battery: 2nd phase, lab": A, B @enterprise');
    expect(projects(document.graph)).toEqual(['Battery: 2nd phase, lab: A B']);
    expect(actorsInOrder(document.graph).map(({ sector }) => sector)).toEqual(['enterprise', 'enterprise']);
  });

  it('leave an actor of that name alone: without a colon it is an actor, with an arrow a tie', () => {
    const { document, enterLine } = window();
    enterLine('Project office');
    enterLine('Project office > B : talent');
    expect(document.graph.projects.size).toBe(0);
    expect(document.graph.actors.size).toBe(2);
    expect(document.graph.ties.size).toBe(1);
  });

  it.each(['project: A, B', 'project P, Q: A', 'project P: A : B', '项目：甲'])(
    'explain what is wrong with %j',
    (line) => {
      expect(window().enterLine(line)).toBe('entry-project');
    },
  );
});

describe('before Enter', () => {
  const say = (line: string, language: 'en' | 'zh' = 'en', ...known: string[]): string => {
    const { document } = window(...known);
    const entry = parseEntry(line, document.graph);
    return entry.ok ? describeEntry(entry.value)[language] : entry.problem.message[language];
  };

  it('it is said what is offered, needed and taken back, by the names of the resources', () => {
    expect(say('A offers talent 5, data 0; needs orders', 'en', 'A')).toBe(
      'A offers Skilled talent 5; A no longer offers Industry data; A needs Orders and markets 1',
    );
    expect(say('甲 提供 人才 5', 'zh')).toBe('添加甲；甲 提供 技术技能人才 5');
  });

  it('a new resource is announced with the dimension that it gets', () => {
    expect(say('A offers Patents pool', 'en', 'A')).toContain(
      'make the new resource “Patents pool” (dimension: Enterprise economic development)',
    );
    expect(say('甲 提供 试验田 2', 'zh', '甲')).toContain('新增资源“试验田”（维度：企业经济发展）');
  });

  it('a project says whether it is new and who joins', () => {
    expect(say('project P: A, B', 'en', 'A')).toBe('Add B; add the project “P” of A, B');
    const { document, enterLine } = window('A', 'B');
    enterLine('project P: A');
    const entry = parseEntry('project P: A, B', document.graph);
    expect(entry.ok && describeEntry(entry.value).en).toBe('Take B into the project “P”');
  });
});
