import { describe, expect, test } from 'vitest';
import { codes, readOne } from './reading.ts';
import { workbook, type TestCell, type TestParts } from './workbook.ts';
import type { Reading } from '../../src/formats/format.ts';

function open(
  sheets: readonly (readonly [string, readonly (readonly TestCell[])[]])[],
  parts: TestParts = {},
  choices: Readonly<Record<string, string>> = {},
): Reading {
  return readOne('map.xlsx', workbook(sheets, parts), choices);
}

const STYLES = `<styleSheet><numFmts>
  <numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="000000"/>
  <numFmt numFmtId="166" formatCode="&quot;day&quot; 0.00"/><numFmt numFmtId="167" formatCode="[Red]0.0"/>
  </numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>
  <xf numFmtId="166"/><xf numFmtId="167"/></cellXfs></styleSheet>`;

describe('workbooks', () => {
  test('a sheet of actors and a sheet of ties, whatever else is there', () => {
    const reading = open([
      ['Read me', [['This workbook holds a map.']]],
      [
        '主体',
        [
          ['编号', '名称', '类型'],
          [1, '金华职院', '高校'],
          [2, '义乌商城', '企业'],
        ],
      ],
      [
        '联系',
        [
          ['来源', '目标', '类型', '权重'],
          [1, 2, '人才', 3],
        ],
      ],
      ['Empty', []],
    ]);
    expect(reading.draft.actors.map((actor) => [actor.id, actor.sector])).toEqual([
      ['1', 'university'],
      ['2', 'enterprise'],
    ]);
    expect(reading.draft.ties).toHaveLength(1);
    expect(reading.draft.ties[0]).toMatchObject({ source: '1', target: '2', type: 'talent', weight: 3 });
    const left = reading.report.notes.filter((note) => note.code === 'table-left-out');
    expect(left.map((note) => note.message.en.slice(0, 8))).toEqual(['Read me ']);
    expect(reading.report.facts[0]?.value.zh).toBe('Read me、主体、联系、Empty');
  });

  test('a first sheet that is a list of ties', () => {
    expect(
      open([
        [
          'Sheet1',
          [
            ['Source', 'Target'],
            ['a', 'b'],
            ['b', 'c'],
          ],
        ],
      ]).report.ties,
    ).toBe(2);
  });

  test('rows are counted as the spreadsheet shows them, through empty ones', () => {
    const reading = open([
      ['S', [['Source', 'Target', 'Weight'], ['a', 'b', 1], [], [null, null], ['b', 'c', -1]]],
    ]);
    const note = reading.report.notes.find((found) => found.code === 'weight-left-out');
    expect(note).toMatchObject({ line: 5 });
    expect(note?.message.en).toContain('S, row 5');
  });

  test('shared and rich texts, without phonetic guides, blanks kept', () => {
    const strings =
      '<sst><si><t>Name</t></si><si><r><t xml:space="preserve">金华 </t></r><r><t>学院</t></r><rPh><t>jinhua</t></rPh></si><si><t>a_x000D_b</t></si></sst>';
    const shared = (index: number): TestCell => ({ xml: `<c t="s"><v>${index}</v></c>` });
    const { draft } = open([['S', [[shared(0)], [shared(1)], [shared(2)]]]], { strings });
    expect(draft.actors.map((actor) => actor.name)).toEqual(['金华 学院', 'a b']);
  });

  test('dates are dates of the right calendar; codes keep their zeros; numbers are numbers', () => {
    const rows: readonly TestCell[][] = [
      ['Name', 'Start', 'Postcode', 'Days', 'Share'],
      [
        'a',
        { xml: '<c s="1"><v>45292</v></c>' },
        { xml: '<c s="3"><v>321</v></c>' },
        { xml: '<c s="4"><v>2.5</v></c>' },
        { xml: '<c s="5"><v>0.5</v></c>' },
      ],
      ['b', { xml: '<c s="2"><v>59</v></c>' }, { xml: '<c s="3"><v>322000</v></c>' }, null, null],
      ['c', { xml: '<c t="d"><v>2020-05-06T00:00:00</v></c>' }],
    ];
    const { draft } = open([['S', rows]], { styles: STYLES });
    expect(draft.actors.map((actor) => actor.from)).toEqual(['2024-01-01', '1900-02-28', '2020-05-06']);
    expect(draft.actors[0]?.fields).toEqual({ postcode: '000321', days: 2.5, share: 0.5 });
    const mac = open(
      [
        [
          'S',
          [
            ['Name', 'Start'],
            ['a', { xml: '<c s="1"><v>0</v></c>' }],
          ],
        ],
      ],
      { styles: STYLES, date1904: true },
    );
    expect(mac.draft.actors[0]?.from).toBe('1904-01-01');
  });

  test('errors and formulas without a stored value are empty, and told', () => {
    const rows: readonly TestCell[][] = [
      ['Source', 'Target', 'Weight'],
      ['a', 'b', { xml: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }],
      ['b', 'c', { xml: '<c><f>SUM(A1)</f></c>' }],
      ['c', 'd', { xml: '<c><f>1+1</f><v>2</v></c>' }],
      ['d', 'e', { xml: '<c t="str"><f>"4"</f><v>4</v></c>' }],
    ];
    const reading = open([['S', rows]]);
    expect(reading.draft.ties.map((tie) => tie.weight)).toEqual([1, 1, 2, 4]);
    expect(codes(reading)).toEqual(
      expect.arrayContaining(['cell-errors', 'formulas-without-value', 'weight-empty']),
    );
  });

  test('a hidden sheet is not read unless asked for', () => {
    const sheets = [
      [
        'Ties',
        [
          ['Source', 'Target'],
          ['a', 'b'],
        ],
      ],
      [
        'Old',
        [
          ['Source', 'Target'],
          ['x', 'y'],
        ],
      ],
    ] as const;
    const reading = open(sheets, { hidden: 'Old' });
    expect(reading.report.ties).toBe(1);
    expect(codes(reading)).toContain('hidden-sheet');
    expect(open(sheets, { hidden: 'Old' }, { 'table.1': 'ties' }).report.ties).toBe(2);
  });

  test('a matrix on a sheet', () => {
    const rows: readonly TestCell[][] = [
      [null, 'A', 'B', 'C'],
      ['A', 0, 1, 0],
      ['B', 1, 0, 2],
      ['C', 0, 2, 0],
    ];
    const { draft } = open([['S', rows]]);
    expect(draft.ties.map((tie) => `${tie.source}${tie.target}${tie.weight}${tie.direction}`)).toEqual([
      'AB1mutual',
      'BC2mutual',
    ]);
  });
});
