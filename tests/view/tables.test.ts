import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en.ts';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { addTie } from '../../src/model/commands/add-tie.ts';
import { editCells } from '../../src/model/commands/edit-cells.ts';
import { actorsInOrder, tiesInOrder, type Actor } from '../../src/model/graph.ts';
import { DEFAULT_SCHEME, type Scheme } from '../../src/model/scheme.ts';
import { actorColumns, readChoice, readDate, readNumber, tieColumns } from '../../src/view/tables/columns.ts';
import { blockEdits, fillEdits, mergedChanges } from '../../src/view/tables/paste.ts';
import { columnTotals, resourceColumns } from '../../src/view/tables/resource-columns.ts';
import { drawnRows, matchingRows, sortedRows } from '../../src/view/tables/rows.ts';
import { readTsv, writeTsv } from '../../src/view/tables/tsv.ts';
import { editing } from '../model/support.ts';

const actor = (id: string, more: Partial<Actor> = {}): Actor => ({
  id,
  name: id,
  sector: 'university',
  supply: {},
  demand: {},
  fields: {},
  unknown: {},
  ...more,
});

const scheme: Scheme = {
  ...DEFAULT_SCHEME,
  fields: [
    { id: 'staff', on: 'actor', name: { en: 'Staff', zh: '人员' }, kind: 'number' },
    { id: '__proto__', on: 'actor', name: { en: 'Tags', zh: '标签' }, kind: 'list' },
  ],
};
const columns = actorColumns(scheme, new Map(), en.tables, 'en');

describe('tab-separated text', () => {
  test('whatever cells hold comes back', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', '\r', '中', ' ') });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        expect(readTsv(writeTsv(rows))).toEqual(rows);
      }),
    );
  });

  test('the line break at the end, as spreadsheets put it, makes no row', () => {
    expect(readTsv('a\tb\r\nc\td\r\n')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('rows', () => {
  const rows = [actor('c', { size: 2 }), actor('a'), actor('b', { size: 10 }), actor('d', { size: 2 })];
  const size = columns.find(({ id }) => id === 'size');

  test('sort as numbers, equal ones by id, empty ones last both ways', () => {
    expect(sortedRows(rows, size, false, 'en').map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a']);
    expect(sortedRows(rows, size, true, 'en').map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a']);
  });

  test('match whatever the case and width, all words at once', () => {
    const texts = ({ name }: Actor): string[] => [name];
    const some = [actor('1', { name: 'Zhejiang Normal University' }), actor('2', { name: 'ＡＢ Normal' })];
    expect(matchingRows(some, 'univ zhe', texts)).toHaveLength(1);
    expect(matchingRows(some, 'ab', texts).map(({ id }) => id)).toEqual(['2']);
    expect(matchingRows(some, ' ', texts)).toBe(some);
  });

  test('in sight are few, and the row with the focus is always drawn, once, in order', () => {
    fc.assert(
      fc.property(
        fc.nat(400_000),
        fc.nat(10_000),
        fc.option(fc.nat(10_000), { nil: undefined }),
        (top, count, also) => {
          const drawn = drawnRows(top, 320, 32, count, also);
          expect(drawn.length).toBeLessThan(30);
          expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
          expect(new Set(drawn).size).toBe(drawn.length);
          expect(drawn.every((index) => index >= 0 && index < count)).toBe(true);
          if (also !== undefined && also < count) expect(drawn).toContain(also);
        },
      ),
    );
  });
});

describe('what is typed into a cell', () => {
  test('numbers are read with grouping and full-width digits; other text is refused', () => {
    expect(readNumber('1,234.5')).toEqual({ ok: true, value: 1234.5 });
    expect(readNumber('１２')).toEqual({ ok: true, value: 12 });
    expect(readNumber(' ')).toEqual({ ok: true, value: undefined });
    for (const wrong of ['1,5', '0x10', 'Infinity', 'twelve']) expect(readNumber(wrong).ok).toBe(false);
  });

  test('dates are years, months or days that exist', () => {
    expect(readDate('2024/5')).toEqual({ ok: true, value: '2024-05' });
    expect(readDate('2024-02-29')).toEqual({ ok: true, value: '2024-02-29' });
    for (const wrong of ['2023-02-29', '2024-13', 'May', '24']) expect(readDate(wrong).ok).toBe(false);
  });

  test('choices are meant by a name in either language or by the beginning of only one', () => {
    const choices = columns.find(({ id }) => id === 'sector')?.choices ?? [];
    expect(readChoice('高校', choices)).toEqual({ ok: true, value: 'university' });
    expect(readChoice('ent', choices)).toEqual({ ok: true, value: 'enterprise' });
    expect(readChoice('', choices).ok).toBe(false);
    expect(readChoice('bank', choices).ok).toBe(false);
  });

  test('a field named like a built-in property is a field as any other', () => {
    const tags = columns.find(({ id }) => id === 'field:__proto__');
    expect(tags?.text(actor('a'))).toBe('');
    const read = tags?.read?.('x; y');
    expect(read?.ok && Object.entries(read.value.fields ?? {})).toEqual([['__proto__', ['x', 'y']]]);
  });

  test('a tie keeps its weight: none cannot be cleared', () => {
    const weight = tieColumns(scheme, (id) => id, new Map(), en.tables, 'en').find(
      ({ id }) => id === 'weight',
    );
    expect(weight?.read?.('').ok).toBe(false);
  });
});

describe('a pasted block', () => {
  const rows = [actor('a'), actor('b')];

  test('becomes changes by row; computed columns are passed over, equal cells left alone', () => {
    const row = columns.map((column) =>
      column.id === 'size' ? '7' : column.measure ? '99' : column.text(rows[0] ?? actor('')),
    );
    const edits = blockEdits(rows, columns, { row: 0, column: 0 }, [row], mergedChanges);
    expect(edits).toEqual({ ok: true, value: [{ id: 'a', changes: { size: 7 } }] });
  });

  test('that does not fit or cannot be read changes nothing', () => {
    const paste = (block: readonly (readonly string[])[]) =>
      blockEdits(rows, columns, { row: 1, column: 0 }, block, mergedChanges);
    expect(paste([['x'], ['y']]).ok).toBe(false);
    expect(paste([['x', '', 'bank']]).ok).toBe(false);
  });

  test('keeps changes of several fields of one row', () => {
    expect(mergedChanges({ name: 'x', fields: { a: 1 } }, { fields: { b: 2 } })).toEqual({
      name: 'x',
      fields: { a: 1, b: 2 },
    });
  });
});

describe('the table of actors and resources', () => {
  const rows = [
    actor('a', { supply: { talent: 5, stranger: 1 } }),
    actor('b', { supply: { talent: 2.5 }, demand: { funding: 4 } }),
    actor('c'),
  ];
  const [offered, needed] = (['supply', 'demand'] as const).map((side) =>
    resourceColumns(DEFAULT_SCHEME, rows, side, en.tables, 'en'),
  );
  if (!offered || !needed) throw new Error('both sides have a table');

  test('has a column for each resource of the scheme, then those that only actors name', () => {
    expect(offered.map(({ id }) => id)).toEqual([
      'name',
      ...DEFAULT_SCHEME.resources.map(({ id }) => `resource:${id}`),
      'resource:stranger',
    ]);
    expect(needed.map(({ title }) => title)).toEqual(offered.map(({ title }) => title));
  });

  test('shows what is stated of one side, and nothing where nothing is', () => {
    const talent = offered.find(({ id }) => id === 'resource:talent');
    expect(rows.map((row) => talent?.text(row))).toEqual(['5', '2.5', '']);
    const funding = needed.find(({ id }) => id === 'resource:funding');
    expect(rows.map((row) => funding?.value(row))).toEqual([null, 4, null]);
    expect(talent?.read?.('')).toEqual({ ok: true, value: { supply: { talent: undefined } } });
    expect(talent?.read?.('many').ok).toBe(false);
  });

  test('adds up what the rows state, and leaves a column empty of which none is', () => {
    const totals = columnTotals(offered, rows, 'Total', 'en');
    expect(totals[0]).toBe('Total');
    expect(totals[1]).toBe('7.5');
    expect(totals[2]).toBe('');
  });

  test('takes a pasted block as one step, several resources of one actor together', () => {
    const { document, editor } = editing(1);
    for (const name of ['A', 'B']) editor.run(addActor, { name, sector: 'university' });
    const actors = actorsInOrder(document.graph);
    const columns = resourceColumns(DEFAULT_SCHEME, actors, 'demand', en.tables, 'en');
    const block = readTsv('1\t2\n\t4\n');
    const edits = blockEdits(actors, columns, { row: 0, column: 1 }, block, mergedChanges);
    if (!edits.ok) throw new Error(edits.problem.message.en);
    editor.run(editCells, { actors: edits.value, ties: [] });
    expect(actorsInOrder(document.graph).map(({ demand }) => demand)).toEqual([
      { talent: 1, internships: 2 },
      { internships: 4 },
    ]);
    document.undo();
    expect(actorsInOrder(document.graph).map(({ demand }) => demand)).toEqual([{}, {}]);
  });

  test('fills an amount down, leaving alone what holds it already', () => {
    const talent = offered.find(({ id }) => id === 'resource:talent');
    if (!talent) throw new Error('talent has a column');
    expect(fillEdits(rows, talent, '5')).toEqual({
      ok: true,
      value: ['b', 'c'].map((id) => ({ id, changes: { supply: { talent: 5 } } })),
    });
    expect(fillEdits(rows, talent, 'much').ok).toBe(false);
    const [name] = offered;
    expect(name && fillEdits(rows, name, 'x')).toEqual({ ok: true, value: [] });
  });
});

describe('editing many cells', () => {
  function started() {
    const { document, editor } = editing(1);
    editor.run(addActor, { name: 'A', sector: 'university' });
    editor.run(addActor, { name: 'B', sector: 'university' });
    const [a, b] = actorsInOrder(document.graph);
    if (!a || !b) throw new Error('two actors were added');
    editor.run(addTie, { source: a.id, target: b.id, type: 'talent' });
    return { document, editor, a, b };
  }

  test('is one step to undo', () => {
    const { document, editor, a, b } = started();
    const done = editor.run(editCells, {
      actors: [
        { id: a.id, changes: { size: 1, fields: { staff: 5 } } },
        { id: b.id, changes: { size: 2 } },
      ],
      ties: tiesInOrder(document.graph).map(({ id }) => ({ id, changes: { weight: 3 } })),
    });
    expect(done.ok && done.value.step.en).toBe('Edit 2 actors');
    expect(actorsInOrder(document.graph).map(({ size }) => size)).toEqual([1, 2]);
    expect(tiesInOrder(document.graph)[0]?.weight).toBe(3);
    document.undo();
    expect(actorsInOrder(document.graph).map(({ size }) => size)).toEqual([undefined, undefined]);
    expect(tiesInOrder(document.graph)[0]?.weight).toBe(1);
  });

  test('with one wrong value changes nothing and names the row', () => {
    const { document, editor, a, b } = started();
    const before = document.graph;
    const done = editor.run(editCells, {
      actors: [
        { id: a.id, changes: { size: 1 } },
        { id: b.id, changes: { size: -2 } },
      ],
      ties: [],
    });
    expect(!done.ok && done.problem.message.en).toContain(b.name);
    expect(document.graph).toBe(before);
  });
});
