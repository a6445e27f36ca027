import { describe, expect, test } from 'vitest';
import { codes, file, paste, read, readOne } from './reading.ts';
import type { Reading } from '../../src/formats/format.ts';
import { readText } from '../../src/formats/read.ts';

function ties({ draft }: Reading): string[] {
  return draft.ties.map((tie) => {
    const arrow = tie.direction === 'mutual' ? '<>' : '>';
    return `${tie.source}${arrow}${tie.target}:${tie.type}:${tie.weight}`;
  });
}

function encoded(text: string, encoding: 'utf-16le' | 'utf-16be' | 'windows-1252'): Uint8Array {
  const bytes: number[] = [];
  for (const unit of text.split('').map((letter) => letter.charCodeAt(0))) {
    if (encoding === 'windows-1252') bytes.push(unit);
    else bytes.push(...(encoding === 'utf-16le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255]));
  }
  return new Uint8Array(bytes);
}

describe('headers that people and programs use are understood', () => {
  const headers: readonly (readonly [string, string])[] = [
    ['Gephi', 'Source,Target,Type,Id,Label,Weight\na,b,Directed,1,,2\n'],
    ['Kumu', 'From,To,Weight\na,b,2\n'],
    ['Chinese', '来源,目标,权重\na,b,2\n'],
    ['Chinese, other words', '起点,终点,强度\na,b,2\n'],
    ['Chinese, nodes', '源节点，目标节点，次数\na，b，2\n'],
    ['capitals and blanks', ' SOURCE ; Target_ID ;weight\na;b;2\n'],
    ['a header that Excel was told the delimiter of', 'sep=;\nSource;Target;Weight\na;b;2\n'],
    ['cells pasted from a spreadsheet', 'Source\tTarget\tWeight\r\na\tb\t2\r\n'],
    ['no header, a number behind', 'a,b,2\n'],
    ['unknown words above a number', 'one,two,three\na,b,2\n'],
  ];
  test.each(headers)('%s', (_who, text) => {
    expect(ties(paste(text))).toEqual(['a>b:unspecified:2']);
  });

  test('Gephi’s Type is a direction, a Relation beside it the type', () => {
    const text = 'Source,Target,Type,Relation\na,b,Undirected,talent\nb,c,Directed,资金\n';
    expect(ties(paste(text))).toEqual(['a<>b:talent:1', 'b>c:capital:1']);
  });

  test('a Type of words is the type', () => {
    expect(ties(paste('Source,Target,Type\na,b,Knowledge\nb,c,joint lab\n'))).toEqual([
      'a>b:knowledge:1',
      'b>c:joint-lab:1',
    ]);
  });

  test('an organisation and its partner are the ends of a tie', () => {
    expect(ties(paste('单位名称,合作单位,合作类型\n甲,乙,人才\n'))[0]).toMatch(/^甲>乙/u);
    expect(ties(paste('Organisation,Partner,Relation\na,b,policy\n'))).toEqual(['a>b:policy:1']);
  });

  test('Id and Label: ties name ids, or names where no id fits', () => {
    const nodes = file('nodes.csv', 'Id,Label\n1,Alpha\n2,Beta\n');
    const byId = read([nodes, file('edges.csv', 'Source,Target\n1,2\n')]);
    expect(byId.draft.ties[0]).toMatchObject({ source: '1', target: '2' });
    const byName = read([nodes, file('edges.csv', 'Source,Target\nalpha,Beta\n')]);
    expect(byName.draft.ties[0]).toMatchObject({ source: '1', target: '2' });
    expect(byName.draft.actors.map((actor) => actor.name)).toEqual(['Alpha', 'Beta']);
    expect(byName.report.notes.find((note) => note.code === 'ends-by-name')?.count).toBe(2);
  });

  test('without a list of actors, names in another case are other actors', () => {
    expect(paste('Source,Target\nIBM,x\nibm,x\n').report.actors).toBe(3);
  });

  test('a list of actors with everything the model knows, in Chinese', () => {
    const { draft } = paste(
      '编号,名称,英文名称,别名,主体类型,规模,成立时间,备注,供给：人才,需求:资金,城市\n' +
        '1,金华职业技术大学,Jinhua Polytechnic,金职大|JHC,高职院校,30000,1998年,国家“双高”,5,,金华\n' +
        '2,义乌小商品城,,,民营企业,900,1982/9/5,,,3,义乌\n3,科技局,,,政府部门,50,,,,,金华\n',
    );
    expect(draft.actors.map((actor) => actor.sector)).toEqual(['university', 'enterprise', 'government']);
    expect(draft.actors[0]).toEqual({
      id: '1',
      name: '金华职业技术大学',
      secondName: 'Jinhua Polytechnic',
      aliases: ['金职大', 'JHC'],
      sector: 'university',
      size: 30000,
      supply: { talent: 5 },
      demand: {},
      from: '1998',
      notes: '国家“双高”',
      fields: { 城市: '金华' },
      unknown: {},
    });
    expect(draft.actors[1]).toMatchObject({ from: '1982-09-05', demand: { funding: 3 } });
    expect(draft.scheme.sectors).toEqual([]);
    expect(draft.scheme.resources).toEqual([]);
    expect(draft.scheme.fields).toEqual([
      {
        id: '城市',
        on: 'actor',
        name: { en: '城市', zh: '城市' },
        kind: 'category',
        categories: ['义乌', '金华'],
      },
    ]);
  });
});

describe('sectors and tie types of a file', () => {
  test('words for the four sectors lead to them, others become sectors with colours and shapes of their own', () => {
    const { draft } = paste('Name,Sector\na,Company\nb,UNIVERSITY\nc,中介机构\nd,Bank\ne,bank\nf,NGO\ng,\n');
    expect(draft.actors.map((actor) => actor.sector)).toEqual([
      'enterprise',
      'university',
      'intermediary',
      'bank',
      'bank',
      'ngo',
      'other',
    ]);
    expect(draft.scheme.sectors.map((sector) => sector.id)).toEqual(['bank', 'ngo']);
    const looks = draft.scheme.sectors.map((sector) => `${sector.colour} ${sector.shape}`);
    expect(new Set(looks).size).toBe(2);
  });

  test('a column of another name counts as the sector when its values are known ones', () => {
    const { draft } = paste('Name,Group\na,政府\nb,企业\nc,高校\n');
    expect(draft.actors.map((actor) => actor.sector)).toEqual(['government', 'enterprise', 'university']);
  });

  test('too many different values are no sectors but a field, until the user says so', () => {
    const rows = Array.from({ length: 60 }, (_, k) => `n${k},kind ${k}`).join('\n');
    const reading = paste(`Name,Category\n${rows}\n`);
    expect(reading.draft.scheme.sectors).toEqual([]);
    expect(reading.draft.actors[3]?.fields).toEqual({ category: 'kind 3' });
    expect(paste(`Name,Category\n${rows}\n`, { 'column.0.sector': '1' }).draft.scheme.sectors).toHaveLength(
      60,
    );
  });

  test('types are found in either language, and new ones claim nothing of their weight', () => {
    const { draft } = paste('Source,Target,关系类型\na,b,人才\nb,c,Technology transfer\nc,d,供货\nd,e,\n');
    expect(draft.ties.map((tie) => tie.type)).toEqual(['talent', 'technology', '供货', 'unspecified']);
    expect(draft.scheme.tieTypes.map((type) => [type.id, type.factor])).toEqual([
      ['供货', 1],
      ['unspecified', 1],
    ]);
  });
});

describe('what a column means can be chosen otherwise', () => {
  const text = 'who,whom,how much,why\na,b,2,talent\nb,c,3,policy\n';

  test('detected columns are offered with what was found', () => {
    const choices = new Map(paste(text).report.choices.map((choice) => [choice.id, choice.value]));
    expect(choices.get('column.0.source')).toBe('0');
    expect(choices.get('column.0.target')).toBe('1');
    expect(choices.get('column.0.weight')).toBe('2');
    expect(choices.get('column.0.type')).toBe('3');
  });

  test('another column, or none', () => {
    expect(ties(paste(text, { 'column.0.source': '1', 'column.0.target': '0' }))[0]).toBe('b>a:talent:2');
    expect(ties(paste(text, { 'column.0.weight': '' }))[0]).toBe('a>b:talent:1');
  });

  test('directions, all one way or all mutual', () => {
    expect(ties(paste(text, { direction: 'mutual' }))[0]).toBe('a<>b:talent:2');
  });

  test('a weight as a distance, a rank, or not at all', () => {
    const weights = (weight: string): number[] => paste(text, { weight }).draft.ties.map((tie) => tie.weight);
    expect(weights('distance')).toEqual([1 / 2, 1 / 3]);
    // Largest rank + 1 - rank.
    expect(weights('rank')).toEqual([2, 1]);
    expect(weights('ignore')).toEqual([1, 1]);
  });

  test('a column called distance or rank is taken for one', () => {
    expect(paste('Source,Target,Distance\na,b,4\n').draft.ties[0]?.weight).toBe(0.25);
    expect(paste('来源,目标,排名\na,b,1\nb,c,3\n').draft.ties.map((tie) => tie.weight)).toEqual([3, 1]);
  });

  test('the header, the delimiter and what the table holds', () => {
    expect(
      paste('Source,Target\na,b\n', { 'header.0': 'no' }).draft.actors.map((actor) => actor.id),
    ).toContain('Source');
    expect(paste('a;b,c\nd;e,f\n', { 'delimiter.0': ';' }).draft.actors.map((actor) => actor.id)).toContain(
      'b,c',
    );
    expect(
      paste('Source,Target\na,b\n', { 'table.0': 'actors' }).draft.actors.map((actor) => actor.name),
    ).toEqual(['a']);
  });
});

describe('tables without headers and of other shapes', () => {
  test('one column is a list of names', () => {
    const { draft } = paste('Alice Smith\nBob Jones\n\n金华 学院\n');
    expect(draft.actors.map((actor) => actor.name)).toEqual(['Alice Smith', 'Bob Jones', '金华 学院']);
  });

  test('two columns of words are ties', () => {
    expect(ties(paste('甲,乙\n乙,丙\n'))).toEqual(['甲>乙:unspecified:1', '乙>丙:unspecified:1']);
  });

  test('pairs of numbers with blanks between, as in lists of edges for download', () => {
    expect(ties(paste('1 2\n2 3\n'))).toEqual(['1>2:unspecified:1', '2>3:unspecified:1']);
  });

  test('a symmetric matrix gives mutual ties, each pair once, and keeps who has none', () => {
    const reading = paste(',A,B,C\nA,0,2,0\nB,2,0,0\nC,0,0,0\n');
    expect(ties(reading)).toEqual(['A<>B:unspecified:2']);
    expect(reading.draft.actors).toHaveLength(3);
    expect(ties(paste(',A,B\nA,0,2\nB,1,0\n'))).toEqual(['A>B:unspecified:2', 'B>A:unspecified:1']);
  });

  test('a matrix of two kinds ties rows to columns', () => {
    expect(ties(paste(',Club,Board\nAnn,1,0\nBen,1,1\nCai,0,1\n'))).toHaveLength(4);
  });

  test('a semicolon with decimal commas, a comma with thousands', () => {
    expect(ties(paste('Source;Target;Weight\na;b;0,5\nb;c;1,25\n'))).toEqual([
      'a>b:unspecified:0.5',
      'b>c:unspecified:1.25',
    ]);
    expect(ties(paste('Source;Target;Weight\na;b;1.234,5\n'))).toEqual(['a>b:unspecified:1234.5']);
    expect(ties(paste('Source,Target,Weight\na,b,"1,234"\nb,c,2.5\n'))).toEqual([
      'a>b:unspecified:1234',
      'b>c:unspecified:2.5',
    ]);
  });
});

describe('what has no place in the model becomes a field', () => {
  test('numbers, codes with leading zeros, categories, dates, lists, texts', () => {
    const { draft } = paste(
      'Name,Revenue,Postcode,City,Founded on,Tags,Motto\n' +
        'a,1.5,007,Jinhua,2001-02-03,steel|export,To be\nb,2,012,Jinhua,2002-03-04,steel,Or not\nc,,013,Yiwu,2003-01-01,,Be\n',
    );
    expect(draft.scheme.fields.map((field) => [field.id, field.kind])).toEqual([
      ['revenue', 'number'],
      ['postcode', 'text'],
      ['city', 'category'],
      ['founded-on', 'date'],
      ['tags', 'list'],
      ['motto', 'text'],
    ]);
    expect(draft.actors[0]?.fields).toEqual({
      revenue: 1.5,
      postcode: '007',
      city: 'Jinhua',
      'founded-on': '2001-02-03',
      tags: ['steel', 'export'],
      motto: 'To be',
    });
    expect(draft.actors[2]?.fields).not.toHaveProperty('revenue');
  });

  test('a code is the id when it tells the rows apart, else a field', () => {
    expect(paste('Name,Code\na,007\nb,008\n').draft.actors.map((actor) => actor.id)).toEqual(['007', '008']);
    const shared = paste('Name,Code\na,C39\nb,C39\n').draft.actors;
    expect(shared.map((actor) => [actor.id, actor.fields['code']])).toEqual([
      ['a', 'C39'],
      ['b', 'C39'],
    ]);
  });

  test('a column whose header says exactly what it holds is given no other role', () => {
    const { draft, report } = paste('Target,Weight,Other keys {unknown:}\na,1,"{""k"":0}"\nb,2,\n');
    expect(draft.ties).toEqual([]);
    for (const choice of report.choices)
      expect(choice.options.map((option) => option.value)).toContain(choice.value);
  });

  test('a number of more digits than a number keeps stays a text', () => {
    const { draft } = paste('Name,Licence\na,913307000000000001\nb,913307000000000002\n');
    expect(draft.actors[0]?.fields).toEqual({ licence: '913307000000000001' });
  });

  test('columns of one name get ids of their own', () => {
    expect(paste('Name,Note 1,note-1\na,x,y\n').draft.actors[0]?.fields).toEqual({
      'note-1': 'x',
      'note-1-2': 'y',
    });
  });
});

describe('encodings', () => {
  const text = 'Source,Target\nCafé,Müller GmbH\n';

  test('Western text is not taken for Chinese', () => {
    const reading = readOne('a.csv', encoded(text, 'windows-1252'));
    expect(reading.draft.actors.map((actor) => actor.name)).toEqual(['Café', 'Müller GmbH']);
    expect(reading.report.facts[0]?.value.en).toMatch(/1252/u);
  });

  test('UTF-16 as Excel’s Unicode text, with a mark or without', () => {
    for (const encoding of ['utf-16le', 'utf-16be'] as const)
      for (const mark of ['\ufeff', ''])
        expect(readOne('a.csv', encoded(mark + text, encoding)).draft.actors[0]?.name).toBe('Café');
  });

  test('the encoding can be chosen otherwise', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('Source,Target\n'), 0xb4, 0xfa, 44, 97]);
    expect(readOne('a.csv', bytes).draft.actors[0]?.name).toBe('代');
    expect(readOne('a.csv', bytes, { 'encoding.0': 'big5' }).draft.actors[0]?.name).toBe('測');
  });

  test('XML in the encoding that it declares', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('<?xml version="1.0" encoding="GB2312"?><graphml><graph><node id="'),
      0xbd,
      0xf0,
      0xbb,
      0xaa,
      ...new TextEncoder().encode('"/></graph></graphml>'),
    ]);
    expect(readOne('a.graphml', bytes).draft.actors[0]?.name).toBe('金华');
  });
});

describe('the report', () => {
  test('progress never goes back', () => {
    const rows = Array.from({ length: 9000 }, (_, k) => `n${k % 97},n${k % 89}`).join('\n');
    const done = [...readText(`Source,Target\n${rows}\n`)];
    expect(done.length).toBeGreaterThan(5);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('says what was read, from which encoding and delimiter, and what was made', () => {
    const { report } = readOne('ties.csv', 'Source;Target\na;b\nb;c\n');
    expect(report.format.zh).toBe('表格（CSV）');
    expect(report.facts.map((fact) => fact.value.en)).toEqual(['UTF-8', 'Semicolon ;', '2']);
    expect([report.actors, report.ties]).toEqual([3, 2]);
  });

  test('says when every tie is there both ways', () => {
    const reading = paste('Source,Target\na,b\nb,a\nc,b\nb,c\n');
    expect(codes(reading)).toContain('all-reciprocal');
  });

  test('names a table of which it can’t tell what it holds', () => {
    const reading = read([
      file('ties.csv', 'Source,Target\na,b\n'),
      file('x.csv', 'Price,Colour\n1,red\n2,blue\n'),
    ]);
    expect(codes(reading)).toContain('table-left-out');
    expect(reading.draft.actors).toHaveLength(2);
  });

  test('the map is called after its files', () => {
    expect(readOne('金华 2024.csv', 'a,b\n').draft.info.title).toBe('金华 2024');
    const pair = [file('jinhua-nodes.csv', 'Id\na\n'), file('jinhua-edges.csv', 'Source,Target\na,b\n')];
    expect(read(pair).draft.info.title).toBe('jinhua');
  });
});
