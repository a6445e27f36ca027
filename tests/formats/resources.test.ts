import { describe, expect, test } from 'vitest';
import { writeCsv } from '../../src/formats/csv-write.ts';
import type { Reading } from '../../src/formats/format.ts';
import { writeGraphml } from '../../src/formats/graphml-write.ts';
import { writeOwn } from '../../src/formats/own-write.ts';
import { codes, file, graphOf, paste, read, readOne } from './reading.ts';
import { workbook } from './workbook.ts';

/** Name -> supply and demand, by the ids of resources. */
function stated({ draft }: Reading) {
  return Object.fromEntries(draft.actors.map(({ name, supply, demand }) => [name, { supply, demand }]));
}

describe('columns of resources in a table of actors', () => {
  const both = { A: { supply: { talent: 5 }, demand: { equipment: 3 } } };

  test.each([
    ['supply:talent', 'demand:equipment'],
    ['Supply: Skilled talent', 'Needs: labs'],
    ['offer: people', 'need - equipment'],
    ['供给:人才', '需求:设备'],
    ['提供：技术技能人才', '需要：设备与实验室'],
  ])('are told by %j and %j', (offered, needed) => {
    expect(stated(paste(`Name,${offered},${needed}\nA,5,3\n`))).toEqual(both);
  });

  test('make resources that the scheme lacks, and the review says so', () => {
    const reading = paste('名称,供给：试验田,需求：人才\n甲,2,\n乙,,4\n');
    expect(stated(reading)).toEqual({
      甲: { supply: { 试验田: 2 }, demand: {} },
      乙: { supply: {}, demand: { talent: 4 } },
    });
    expect(reading.draft.scheme.resources).toEqual([
      { id: '试验田', name: { en: '试验田', zh: '试验田' }, dimension: 'economy' },
    ]);
    expect(codes(reading)).toContain('new-resources');
  });

  test('of a workbook are read the same', () => {
    const sheets = [
      [
        '主体',
        [
          ['名称', '供给:人才', '需求:资金'],
          ['甲', 5, null],
          ['乙', null, 2.5],
        ],
      ],
    ] as const;
    expect(stated(readOne('map.xlsx', workbook(sheets)))).toEqual({
      甲: { supply: { talent: 5 }, demand: {} },
      乙: { supply: {}, demand: { funding: 2.5 } },
    });
  });

  test('leave out amounts that are none, with their line', () => {
    const reading = paste('Name,supply:talent\nA,-1\nB,many\nC,2\n');
    expect(stated(reading)['A']?.supply).toEqual({});
    expect(
      reading.report.notes.filter(({ code }) => code === 'amount-left-out').map(({ line }) => line),
    ).toEqual([2, 3]);
  });
});

describe('a table of resources, one a row', () => {
  const both = {
    A: { supply: { talent: 5, funding: 2 }, demand: { orders: 3 } },
    B: { supply: {}, demand: { talent: 4 } },
  };

  test('is a map of its actors', () => {
    const reading = paste(
      'actor,resource,supply,demand\nA,talent,5,\nA,Funding,2,\nA,markets,,3\nB,people,,4\n',
    );
    expect(stated(reading)).toEqual(both);
    expect(reading.draft.ties).toEqual([]);
    expect(reading.report.notes).toEqual([]);
  });

  test('is known by Chinese headers, with one side alone too', () => {
    expect(stated(paste('主体,资源,供给,需求\nA,人才,5,\nA,资金,2,\nA,订单,,3\nB,人才,,4\n'))).toEqual(both);
    expect(stated(paste('单位名称,资源名称,需求量\n甲,人才,4\n'))).toEqual({
      甲: { supply: {}, demand: { talent: 4 } },
    });
  });

  test('completes a list of actors, found by id or name, and adds who is missing with a note', () => {
    const reading = read([
      file('actors.csv', 'Id,Label,Sector\n1,Alpha,University\n2,Beta,Enterprise\n'),
      file('resources.csv', 'Actor,Resource,Supply,Demand\n1,talent,5,\nbeta,talent,,4\nGamma,data,1,\n'),
      file('ties.csv', 'Source,Target\n1,2\n'),
    ]);
    expect(stated(reading)).toEqual({
      Alpha: { supply: { talent: 5 }, demand: {} },
      Beta: { supply: {}, demand: { talent: 4 } },
      Gamma: { supply: { data: 1 }, demand: {} },
    });
    expect(reading.draft.ties).toHaveLength(1);
    expect(codes(reading)).toContain('unknown-actor');
    expect(reading.report.choices.some(({ id }) => id === 'strangers')).toBe(true);
  });

  test('in a workbook stands beside the other sheets', () => {
    const sheets = [
      [
        '主体',
        [
          ['编号', '名称', '类型'],
          [1, '金华职院', '高校'],
        ],
      ],
      [
        '资源',
        [
          ['主体', '资源', '供给', '需求'],
          ['金华职院', '人才', 5, null],
          ['金华职院', '设备', null, 3],
        ],
      ],
    ] as const;
    expect(stated(readOne('map.xlsx', workbook(sheets)))).toEqual({
      金华职院: { supply: { talent: 5 }, demand: { equipment: 3 } },
    });
  });

  test('adds up what is stated twice, keeps what the list of actors states, and tells both', () => {
    const twice = paste('actor,resource,supply\nA,talent,2\nA,人才,3\n');
    expect(stated(twice)['A']?.supply).toEqual({ talent: 5 });
    expect(twice.report.notes.find(({ code }) => code === 'amounts-summed')?.count).toBe(1);
    const against = read([
      file('actors.csv', 'Name,supply:talent\nA,7\n'),
      file('resources.csv', 'Actor,Resource,Supply\nA,talent,2\nA,data,1\n'),
    ]);
    expect(stated(against)['A']?.supply).toEqual({ data: 1, talent: 7 });
    expect(against.report.notes.find(({ code }) => code === 'amount-conflict')?.line).toBe(2);
  });

  test('tells the rows and columns that it leaves out', () => {
    const reading = paste('actor,resource,supply,year\nA,talent,2,2024\n,talent,3,\nB,,4,\nC,data,-4,\n');
    expect(stated(reading)).toEqual({
      A: { supply: { talent: 2 }, demand: {} },
      C: { supply: {}, demand: {} },
    });
    const notes = reading.report.notes;
    expect(notes.filter(({ code }) => code === 'amount-without-name').map(({ line }) => line)).toEqual([
      3, 4,
    ]);
    expect(codes(reading)).toEqual(expect.arrayContaining(['amount-left-out', 'amount-columns']));
  });

  test('may be said to be one where the headers do not tell', () => {
    const text = 'who,what,much\nA,talent,2\nB,data,3\n';
    const choices = {
      'table.0': 'amounts',
      'column.0.actor': '0',
      'column.0.resource': '1',
      'column.0.demand': '2',
    };
    expect(stated(paste(text, choices))['B']).toEqual({ supply: {}, demand: { data: 3 } });
  });

  test('is not taken for one where it is a list of ties', () => {
    const reading = paste('Source,Target,Resource,Supply\nA,B,talent,2\n');
    expect(reading.draft.ties).toHaveLength(1);
    expect(stated(reading)['A']).toEqual({ supply: {}, demand: {} });
  });
});

describe('what actors offer and need', () => {
  const { draft } = paste('名称,供给：试验田,supply:talent,需求：资金\n甲,2,0.1,\n乙,,0,4e3\n');
  const before = graphOf(draft);

  test.each([
    ['our own file', writeOwn],
    ['tables', writeCsv],
    ['GraphML', writeGraphml],
  ])('comes back from %s as it was', (_name, write) => {
    const again = read(write(before).map(({ name, text }) => file(name, text)));
    expect(stated(again)).toEqual(stated({ draft } as Reading));
    const names = graphOf(again.draft).scheme.resources.map(({ name }) => name.zh);
    expect(names).toContain('试验田');
  });
});
