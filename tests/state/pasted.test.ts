import { describe, expect, it } from 'vitest';
import { addActor } from '../../src/model/commands/add-actor.ts';
import { enter } from '../../src/model/commands/enter.ts';
import { EntryReader } from '../../src/model/entry.ts';
import { describeEntry } from '../../src/model/describe-entry.ts';
import { pastedKind } from '../../src/state/pasted-kind.ts';
import { plainCells, planCells } from '../../src/state/pasted-cells.ts';
import { editing } from '../model/support.ts';

const cells = (text: string): string[][] => text.split('\n').map((row) => row.split('\t'));

/** What a table pasted into a map of these actors means, and what is wrong with its rows. */
function pasted(text: string, ...known: string[]) {
  const { document, editor } = editing(9);
  for (const name of known) editor.run(addActor, { name, sector: 'other' });
  const rows = cells(text);
  const plan = planCells(rows, document.graph);
  const reader = new EntryReader(document.graph);
  const problems = rows
    .slice(plan.header ? 1 : 0)
    .map((row) => reader.readCells(plainCells(row, plan.roles, document.graph), plan.roles)?.code);
  const entry = reader.entry();
  expect(editor.run(enter, { entry }).ok).toBe(true);
  return { plan, problems: problems.filter((code) => code !== undefined), says: describeEntry(entry).en };
}

describe('what is pasted', () => {
  it.each([
    ['A\tB\nC\tD', 'cells'],
    ['A > B\nC > D', 'lines'],
    ['A @university\nB, C', 'lines'],
    ['A\nB\nC', 'lines'],
    ['甲学院 提供 人才\n乙', 'lines'],
    ['source,target\nA,B', 'file'],
    ['{"actors": []}', 'file'],
    ['<graphml></graphml>', 'file'],
  ])('%j is told by its first lines', (text, kind) => {
    expect(pastedKind(text)).toBe(kind);
  });
});

describe('cells', () => {
  it('are read by their header, in either language, whatever the order of the columns', () => {
    expect(pasted('Weight\tFrom\tType\tTo\n3\tA\ttalent\tB').says).toBe('Add A, B; tie A → B (Talent 3)');
    expect(pasted('起点\t终点\t关系类型\t权重\n甲\t乙\t资金\t2').says).toBe(
      'Add 甲, 乙; tie 甲 → 乙 (Capital 2)',
    );
    expect(pasted('名称\t主体类型\n甲学院\t高校').says).toBe('Add 甲学院 (University)');
  });

  it('without a header are ties where the second column names actors, else actors with their sector', () => {
    expect(pasted('A\tB\ttalent\t3\nB\tC\tcapital\t1').plan.rowsAre).toBe('ties');
    expect(pasted('A\tuniversity\nB\tenterprise').says).toBe('Add A (University), B (Enterprise)');
    expect(pasted('A\tB\nC\tD', 'B', 'D').plan.rowsAre).toBe('ties');
  });

  it('join actors that are there by name, and rows that cannot be read are left out by themselves', () => {
    const { says, problems } = pasted(
      'A\tB\ttalent\t3\nA\tA\ttalent\t1\nA\tC\ttalent\t-1\n\tC\ttalent\t1',
      'A',
    );
    expect(says).toBe('Add B; tie A → B (Talent 3)');
    expect(problems).toEqual(['self-tie', 'weight-invalid', 'entry-name']);
  });

  it('of columns that mean nothing are named', () => {
    const { plan } = pasted('Name\tSector\tShoe size\nA\tuniversity\t43');
    expect(plan.left).toEqual(['Shoe size']);
  });

  it('may be said to be something else', () => {
    const { document } = editing(9);
    const rows = cells('A\tuniversity\nB\tenterprise');
    const plan = planCells(rows, document.graph, { rowsAre: 'ties' });
    expect(plan.roles.slice(0, 2)).toEqual(['source', 'target']);
    expect(planCells(rows, document.graph, { header: true }).header).toBe(true);
  });
});
