import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readBackup } from '../../src/formats/backup.ts';
import type { Reading } from '../../src/formats/format.ts';
import { readFiles, readText } from '../../src/formats/read.ts';
import { writeCsv } from '../../src/formats/csv-write.ts';
import { writeGraphml } from '../../src/formats/graphml-write.ts';
import { ownText } from '../../src/formats/own-write.ts';
import type { Result } from '../../src/base/result.ts';
import { file, finish, graphOf } from '../formats/reading.ts';
import { workbook } from '../formats/workbook.ts';
import { arbitraryDraft } from './drafts.ts';

/** What holds of any outcome: a sound map with its counts, or a message in both languages. */
function expectSound(result: Result<Reading>): void {
  if (!result.ok) {
    expect(result.problem.code).toMatch(/^[a-z0-9-]+$/u);
    expect(result.problem.message.en).toMatch(/[a-z]/u);
    expect(result.problem.message.zh).toMatch(/\p{Script=Han}/u);
    return;
  }
  const { draft, report } = result.value;
  const ids = new Set(draft.actors.map((actor) => actor.id));
  expect(ids.size).toBe(draft.actors.length);
  expect(new Set(draft.ties.map((tie) => tie.id)).size).toBe(draft.ties.length);
  for (const tie of draft.ties) {
    expect(ids.has(tie.source) && ids.has(tie.target)).toBe(true);
    expect(tie.weight > 0 && Number.isFinite(tie.weight)).toBe(true);
  }
  expect([report.actors, report.ties]).toEqual([draft.actors.length, draft.ties.length]);
  for (const choice of report.choices)
    expect(choice.options.map((option) => option.value)).toContain(choice.value);
}

/** Bytes with some of them changed, left out or repeated, or cut short. */
function damaged(sound: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const change = fc.record({
    at: fc.nat(),
    kind: fc.constantFrom('set', 'drop', 'repeat', 'cut'),
    byte: fc.nat(255),
  });
  return fc.tuple(sound, fc.array(change, { minLength: 1, maxLength: 6 })).map(([bytes, changes]) => {
    let list = [...bytes];
    for (const { at, kind, byte } of changes) {
      const index = at % Math.max(list.length, 1);
      if (kind === 'set') list[index] = byte;
      else if (kind === 'drop') list.splice(index, 1 + (byte % 20));
      else if (kind === 'repeat') list.splice(index, 0, ...list.slice(index, index + byte));
      else list = list.slice(0, index);
    }
    return new Uint8Array(list);
  });
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const csvText = fc.stringMatching(
  /^(?:Source,Target,Weight,Type\n|Id;Label;Sector\n|来源\t目标\n|)(?:[a-c"',;|\t =0-9.-]{0,12}\n){0,8}$/u,
);

const sources: readonly (readonly [string, fc.Arbitrary<Uint8Array>])[] = [
  ['map.json', arbitraryDraft.map((draft) => encode(ownText(draft)))],
  ['map.graphml', arbitraryDraft.map((draft) => encode(writeGraphml(graphOf(draft))[0]?.text ?? ''))],
  ['actors.csv', arbitraryDraft.map((draft) => encode(writeCsv(graphOf(draft))[0]?.text ?? ''))],
  ['ties.csv', arbitraryDraft.map((draft) => encode(writeCsv(graphOf(draft))[1]?.text ?? ''))],
  ['table.csv', csvText.map(encode)],
  [
    'map.xlsx',
    fc
      .array(fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 }), { maxLength: 4 })
      .map((rows) => workbook([['Sheet1', [['Source', 'Target', 'Weight'], ...rows]]])),
  ],
];

describe('no bytes make a reader throw', () => {
  test.each(sources)('%s, damaged', (name, sound) => {
    fc.assert(
      fc.property(damaged(sound), (bytes) => expectSound(finish(readFiles([file(name, bytes)], {})))),
      { numRuns: 150 },
    );
  });

  test('two files at once, damaged', () => {
    const [, , actors, ties] = sources;
    if (!actors || !ties) throw new Error('the sources are named above');
    fc.assert(
      fc.property(damaged(actors[1]), damaged(ties[1]), (first, second) =>
        expectSound(finish(readFiles([file('a.csv', first), file('t.csv', second)], {}))),
      ),
      { numRuns: 80 },
    );
  });

  test('parts of a workbook, damaged and packed again', () => {
    const parts = fc.constant(
      encode('<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData>'),
    );
    fc.assert(
      fc.property(damaged(parts), (sheet) => {
        const bytes = zipSync({
          'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>'),
          'xl/_rels/workbook.xml.rels': strToU8(
            '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>',
          ),
          'xl/worksheets/s.xml': sheet,
        });
        expectSound(finish(readFiles([file('s.xlsx', bytes)], {})));
      }),
      { numRuns: 100 },
    );
  });

  test('any bytes under any name', () => {
    const name = fc.constantFrom('a.csv', 'a.json', 'a.graphml', 'a.xlsx', 'a', '', 'a.gml', '__proto__');
    fc.assert(
      fc.property(name, fc.uint8Array({ maxLength: 300 }), (name, bytes) =>
        expectSound(finish(readFiles([file(name, bytes)], {}))),
      ),
      { numRuns: 300 },
    );
  });

  test('any pasted text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), csvText), (text) => expectSound(finish(readText(text)))),
      {
        numRuns: 300,
      },
    );
  });

  test('any JSON, as a file, inside our own format, and as a backup', () => {
    const frame = fc.record(
      {
        format: fc.constantFrom('ecotone', 'ecotone-backup', 'x'),
        version: fc.oneof(fc.constant(1), fc.jsonValue()),
        map: fc.jsonValue(),
        scheme: fc.oneof(
          fc.jsonValue(),
          fc.record({ sectors: fc.jsonValue(), fields: fc.array(fc.jsonValue()) }),
        ),
        actors: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
        ties: fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue())),
        maps: fc.array(fc.jsonValue()),
        nodes: fc.array(fc.jsonValue()),
        links: fc.array(
          fc.oneof(fc.jsonValue(), fc.record({ source: fc.jsonValue(), target: fc.jsonValue() })),
        ),
        elements: fc.jsonValue(),
        connections: fc.array(fc.jsonValue()),
        graph: fc.jsonValue(),
        netsJSON: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(frame, fc.jsonValue()), (value) => {
        const text = JSON.stringify(value);
        expectSound(finish(readText(text)));
        const backup = readBackup(text);
        if (!backup.ok) expect(backup.problem.message.zh).toMatch(/\p{Script=Han}/u);
      }),
      { numRuns: 500 },
    );
  });

  test('any choices, sensible or not', () => {
    const text = 'Source,Target,Weight,Type\na,b,1,talent\nb,c,2,policy\nc,c,"1,5",x\n';
    const id = fc.constantFrom(
      'encoding.0',
      'delimiter.0',
      'header.0',
      'table.0',
      'column.0.source',
      'column.0.target',
      'column.0.weight',
      'column.0.name',
      'column.0.id',
      'decimal',
      'direction',
      'weight',
      'parallel',
      'loops',
      'strangers',
      'duplicates',
    );
    const option = fc.constantFrom(
      '',
      '0',
      '1',
      '2',
      '3',
      '9',
      '-1',
      'NaN',
      'yes',
      'no',
      'actors',
      'ties',
      'matrix',
      'ignore',
      'comma',
      'rank',
      'distance',
      'mutual',
      'sum',
      'keep',
      'drop',
      'gb18030',
      'utf-16le',
      ';',
      '\t',
      ' ',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.dictionary(id, option), (choices) =>
        expectSound(finish(readFiles([file('t.csv', encode(text))], choices))),
      ),
      { numRuns: 500 },
    );
  });
});
