import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { anyText } from '../any-text.ts';
import { finish } from '../../src/cli/finish.ts';
import { tableCsv } from '../../src/figures/tables/csv.ts';
import { tablesHtml } from '../../src/figures/tables/html.ts';
import { escapedLatex, tablesLatex } from '../../src/figures/tables/latex.ts';
import { tableMarkdown } from '../../src/figures/tables/markdown.ts';
import { printedTable } from '../../src/figures/tables/printed.ts';
import { TABLE_KINDS, tableWanted, type TableWanted } from '../../src/figures/tables/registry.ts';
import { sheetNames } from '../../src/figures/tables/sheet-names.ts';
import { statesTable } from '../../src/figures/tables/states-table.ts';
import { numberColumn, numberOf, textColumn, type DataTable } from '../../src/figures/tables/table.ts';
import { writeTables } from '../../src/figures/tables/write.ts';
import { tablesXlsx } from '../../src/figures/tables/xlsx.ts';
import { NoteBook } from '../../src/formats/note-book.ts';
import { readWorkbook, type Sheet } from '../../src/formats/xlsx.ts';
import { readXml } from '../../src/formats/xml.ts';
import { RULES } from '../../src/metrics/diagnosis/registry.ts';
import { TIE_MEASURES } from '../../src/metrics/registry.ts';
import { compareStates } from '../../src/metrics/scenarios/compare-states.ts';
import { DEFAULT_DIAGNOSIS } from '../../src/model/diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { actor, mapOf } from '../scene/maps.ts';
import { SMALL, tablesIn } from './paper-maps.ts';

const LANGUAGES = ['en', 'zh'] as const;
const SHOWN: readonly TableWanted[] = [
  { kind: 'actors', measures: ['degree', 'betweenness', 'burt-constraint'] },
  { kind: 'ties' },
  { kind: 'ranking', of: 'degree' },
  { kind: 'adjacency' },
  { kind: 'detail', of: 'sector-mixing' },
];
const HOSTILE = '=HYPERLINK("http://x") <script>&amp; | *_[x](y)_* \\input{x} $%#~^ {} \u0000\ud800 _x000D_';

function sheetsOf(bytes: Uint8Array): readonly Sheet[] {
  const read = finish(readWorkbook(bytes, new NoteBook()));
  if (!read.ok) throw new Error(read.problem.message.en);
  return read.value;
}

/** A table of one text and one number. */
function tableOf(text: string, value: number | null): DataTable {
  return {
    id: 'one',
    title: text,
    language: 'en',
    columns: [textColumn('a', text), numberColumn('b', 'Value', { style: 'number', digits: 3 })],
    rows: [[text, value]],
    notes: [text],
  };
}

function isWellFormed(text: string): boolean {
  const silent = { open: () => undefined, close: () => undefined, text: () => undefined };
  return finish(readXml(text, silent)).ok;
}

describe.each(LANGUAGES)('tables of a small map in %s', (language) => {
  const tables = tablesIn(SMALL, SHOWN, language);

  test('are the same in every format as when they were last looked at', async () => {
    for (const format of ['tex', 'md', 'html'] as const) {
      const written = writeTables(tables, format, 'Small map');
      const content = written.ok ? written.value[0]?.content : undefined;
      await expect(content).toMatchFileSnapshot(`papers/tables-${language}.${format}`);
    }
    const csv = tables.map(tableCsv).join('\n').replaceAll('\ufeff', '').replaceAll('\r\n', '\n');
    await expect(csv).toMatchFileSnapshot(`papers/tables-${language}.csv`);
  });

  test('can come from a worker', () => {
    expect(structuredClone(tables)).toEqual(tables);
  });

  test('have as many cells in each row as headings, and a note where a value is undefined', () => {
    for (const { columns, rows, notes } of tables) {
      expect(rows.every((row) => row.length === columns.length)).toBe(true);
      const undefinedCell = rows.flat().some((cell) => numberOf(cell) === null);
      expect(notes.some((note) => /undefined|未定义/u.test(note))).toBe(undefinedCell);
    }
  });
});

describe('what tables say', () => {
  test('the network has raw and normalised values, each with its convention and its source', () => {
    const [table] = tablesIn(SMALL, [{ kind: 'network' }], 'en');
    const row = table?.rows.find(([name]) => name === 'Density');
    expect(row?.[1]).toMatchObject({ value: 0.25, style: 'number' });
    expect(table?.rows.every((cells) => cells[4] !== '' && cells[5] !== '')).toBe(true);
    const actors = table?.rows.find(([name]) => name === 'Actors');
    expect(actors?.slice(1, 3)).toEqual([expect.objectContaining({ value: 5 }), '']);
  });

  test('actors stand by sector and name, 2 before 10', () => {
    const names = ['B 10', 'B 2', 'A'];
    const graph = mapOf([
      ...names.map((name, k) => actor(String(k), 'university', 0, 0, { name })),
      actor('g', 'government', 0, 0, { name: 'Z' }),
    ]);
    const [table] = tablesIn(graph, [{ kind: 'actors', measures: [] }], 'en');
    expect(table?.rows.map(([name]) => name)).toEqual(['Z', 'A', 'B 2', 'B 10']);
  });

  test('actors can stand with their measures alone', () => {
    const [table] = tablesIn(SMALL, [{ kind: 'actors', measures: ['degree'], stated: false }], 'en');
    expect(table?.columns.map(({ id }) => id)).toEqual(['actor', 'sector', 'degree']);
  });

  test('ties can stand with their measures', () => {
    const [measure] = TIE_MEASURES;
    if (!measure) throw new Error('no measure of ties');
    const [table] = tablesIn(SMALL, [{ kind: 'ties', measures: [measure.id, 'degree'] }], 'en');
    expect(table?.columns.at(-1)?.id).toBe(measure.id);
    expect(table?.rows.some((row) => (numberOf(row.at(-1)) ?? 0) > 0)).toBe(true);
  });

  test('a matrix has as many decimals everywhere', () => {
    const matrix: DataTable = {
      ...tableOf('x', 1),
      alike: true,
      columns: ['a', 'b'].map((id) => numberColumn(id, id, { style: 'number', digits: 3 })),
      rows: [[0.5, 12.25]],
    };
    expect(printedTable(matrix).rows[0]).toEqual(['0.5', '12.3']);
  });

  test('actors with equal values share a rank, and none is left out', () => {
    const [table] = tablesIn(SMALL, [{ kind: 'ranking', of: 'degree' }], 'en');
    expect(table?.rows.map(([rank, name]) => [rank, name])).toEqual([
      [1, 'Jinhua Polytechnic'],
      [2, '义乌 50% & Co_#1'],
      [2, 'Leapmotor'],
      [4, 'Bureau'],
      [5, '=1+1'],
    ]);
  });

  test('the matrix adds up parallel ties, counts mutual ties both ways and leaves out loops', () => {
    const rows = tablesIn(SMALL, [{ kind: 'adjacency' }], 'en')[0]?.rows.map((row) => row.slice(1));
    expect(rows).toEqual([
      [0, 3.5, 1.5, 0, 0],
      [0, 0, 2, 0, 0],
      [0, 2, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 0, 0, 0, 0],
    ]);
    const talent = tablesIn(SMALL, [{ kind: 'adjacency', of: 'talent' }], 'en')[0];
    expect(talent?.rows[0]?.slice(1)).toEqual([0, 3, 1.5, 0, 0]);
    expect(talent?.title).toContain('Talent');
    expect(tablesIn(SMALL, [{ kind: 'adjacency', of: 'no-such-type' }], 'en')).toEqual([]);
  });

  test('a diagnosis names rule, severity, evidence, threshold and origin of each finding', () => {
    const [table] = tablesIn(SMALL, [{ kind: 'diagnosis' }], 'en');
    const isolated = table?.rows.find(([rule]) => String(rule).startsWith('D1 '));
    expect(isolated?.[4]).toBe('=1+1');
    const unmet = table?.rows.find(([rule]) => String(rule).startsWith('D6 '));
    expect(unmet?.slice(5, 9).every((cell) => cell !== '')).toBe(true);
    const severities = table?.rows.map((row) => numberOf(row[1]) ?? NaN) ?? [];
    expect([...severities].sort((a, b) => b - a)).toEqual(severities);
  });

  test('every kind can be made of a map without actors', () => {
    const empty = mapOf([]);
    for (const kind of TABLE_KINDS) {
      const made = tablesIn(empty, [tableWanted(kind) ?? { kind, of: 'niche-overlap' }], 'en');
      for (const format of ['csv', 'xlsx', 'tex', 'md', 'html'] as const) {
        const written = writeTables(made, format, '');
        expect(written.ok ? '' : written.problem.code).toBe(made.length > 0 ? '' : 'no-table');
      }
    }
  });

  test('what is no table is not understood', () => {
    expect(tableWanted('ranking:betweenness')).toEqual({ kind: 'ranking', of: 'betweenness' });
    expect(tableWanted('niche-overlap')).toEqual({ kind: 'detail', of: 'niche-overlap' });
    expect(['', 'ranking:density', 'detail', 'ties:x', 'constructor'].map(tableWanted)).toEqual(
      Array.from({ length: 5 }),
    );
  });
});

describe('states side by side', () => {
  test('have a row for each measure and rule, with the change against the first', () => {
    const fewer = { ...SMALL, ties: new Map([...SMALL.ties].slice(1)) };
    const networks = [SMALL, fewer].map((graph) => compileNetwork(networkInput(graph), graph.view));
    const comparison = finish(
      compareStates(networks, ['tie-count', 'density'], DEFAULT_MEASURE_OPTIONS, DEFAULT_DIAGNOSIS),
    );
    const table = statesTable(['Morning', 'Evening'], comparison, 'en');
    expect(table.columns.map(({ name }) => name).slice(2)).toEqual([
      'Morning',
      'Evening',
      'Evening − Morning',
    ]);
    expect(table.rows[0]?.map((cell) => numberOf(cell) ?? cell)).toEqual(['Ties', 'ties', 5, 4, -1]);
    expect(table.rows).toHaveLength(2 + RULES.length);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
    expect(table.notes.some((note) => note.startsWith('Density:'))).toBe(true);
  });
});

describe('LaTeX', () => {
  /** What a strict reader would stumble over. */
  function mistakesIn(text: string): readonly string[] {
    const mistakes: string[] = [];
    // Signs that are escaped mean nothing to the reading below.
    const bare = text
      .replace(/^%.*$/gmu, '')
      .replace(/\\(?:[\\{}$&#_%]|text\w+\{\})/gu, (sign) => (sign === '\\\\' ? '\n' : ''));
    let depth = 0;
    for (const sign of bare) {
      depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
      if (depth < 0) mistakes.push('a group ends that never began');
    }
    if (depth !== 0) mistakes.push('a group never ends');
    if (/[#_%~^<>|]/u.test(bare)) mistakes.push('a special sign is not escaped');
    if ((bare.match(/\$/gu)?.length ?? 0) % 2 !== 0) mistakes.push('mathematics never ends');
    for (const name of bare.matchAll(/\\(\w+)/gu))
      if (!COMMANDS.has(name[1] ?? '')) mistakes.push(`\\${name[1]}`);
    const open: string[] = [];
    for (const [, way, name = ''] of text.matchAll(/\\(begin|end)\{(\w+)\}/gu))
      if (way === 'begin') open.push(name);
      else if (open.pop() !== name) mistakes.push(`${name} ends where it is not open`);
    return [...mistakes, ...open];
  }

  const COMMANDS = new Set([
    ...['begin', 'end', 'caption', 'label', 'centering', 'toprule', 'midrule', 'bottomrule', 'linewidth'],
    ...['endfirsthead', 'endhead', 'endfoot', 'par', 'medskip', 'noindent', 'footnotesize', 'textit'],
  ]);

  /** The number of columns that each tabular is told, and those that each of its rows has. */
  function columnsOf(text: string): readonly (readonly [told: number, rows: readonly number[]])[] {
    const tables = text.matchAll(
      /\\begin\{(tabular|longtable)\}\{((?:[lr]|p\{[^}]*\})+)\}([^]*?)\\end\{\1\}/gu,
    );
    return [...tables].map(([, , columns = '', body = '']) => [
      columns.replace(/p\{[^}]*\}/gu, 'p').length,
      body
        .split(/\\\\\s*\n/u)
        .filter((row) => row.includes('&') || /^\s*(?:\\(?:top|mid)rule\s*)*[^\\\s]/u.test(row))
        .filter((row) => !row.includes('\\caption'))
        .map((row) => row.replace(/\\&/gu, '').split('&').length),
    ]);
  }

  test('is balanced, escaped, of known commands, and has as many cells in each row as columns', () => {
    const texts: readonly string[] = [
      ...LANGUAGES.map((language) => tablesLatex(tablesIn(SMALL, SHOWN, language))),
      tablesLatex([tableOf(HOSTILE, -1234.5), tableOf("a ``b'' --- [c]*", null)]),
      tablesLatex([
        { ...tableOf('long', 1), rows: Array.from({ length: 60 }, (_, k) => [`[${k}] & *`, -k]) },
      ]),
    ];
    for (const text of texts) {
      expect(mistakesIn(text)).toEqual([]);
      const tables = columnsOf(text);
      expect(tables.length).toBeGreaterThan(0);
      for (const [told, rows] of tables) expect(new Set(rows)).toEqual(new Set([told]));
      for (const rule of ['toprule', 'midrule', 'bottomrule'])
        expect(text.match(new RegExp(`\\\\${rule}`, 'gu'))?.length).toBeGreaterThanOrEqual(tables.length);
    }
    expect(mistakesIn('\\caption{50% of A_1}')).toContain('a special sign is not escaped');
    expect(mistakesIn('\\begin{table}\\input{x}')).toEqual(['\\input', 'table']);
  });

  test('of names in Chinese says which packages set them, and a note behind a long table is not set in', () => {
    expect(tablesLatex([tableOf('金华', 1)])).toMatch(/% Chinese text: .*xeCJK.*\n/u);
    const long = { ...tableOf('long', 1), rows: Array.from({ length: 60 }, () => ['a', 1]) };
    expect(tablesLatex([long])).toContain('\\noindent\n  \\begin{minipage}');
  });
});

describe('workbooks', () => {
  test('have all that Excel asks of their parts: types, relations, styles, cells in order, names of sheets', () => {
    const titles = ['A/B: [x]*?\\', "'quoted'", 'x'.repeat(40), 'X'.repeat(40), '', 'History'];
    const tables = [
      ...LANGUAGES.flatMap((language) => tablesIn(SMALL, SHOWN, language)),
      ...titles.map((title) => ({ ...tableOf(HOSTILE, 0.25), title })),
    ];
    const parts = new Map(
      Object.entries(unzipSync(tablesXlsx(tables))).map(([name, bytes]) => [name, strFromU8(bytes)]),
    );
    const all = (part: string, pattern: RegExp): string[] =>
      [...(parts.get(part) ?? '').matchAll(pattern)].map(([, found = '']) => found);
    for (const text of parts.values()) expect(isWellFormed(text)).toBe(true);
    const typed = all('[Content_Types].xml', /PartName="\/([^"]+)"/gu);
    const main = [...parts.keys()].filter((name) => name.startsWith('xl/') && !name.endsWith('.rels'));
    expect([...typed].sort()).toEqual([...main].sort());
    const related = all('xl/_rels/workbook.xml.rels', /Target="([^"]+)"/gu).map((target) => `xl/${target}`);
    expect([...related, 'xl/workbook.xml'].sort()).toEqual([...main].sort());
    expect(all('_rels/.rels', /Target="([^"]+)"/gu)).toEqual(['xl/workbook.xml']);
    const ids = all('xl/_rels/workbook.xml.rels', /Id="([^"]+)"/gu);
    expect(ids).toEqual(expect.arrayContaining(all('xl/workbook.xml', / r:id="([^"]+)"/gu)));

    const names = all('xl/workbook.xml', /<sheet name="([^"]*)"/gu).map((name) =>
      name.replaceAll('&amp;', '&'),
    );
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/iu);
    }

    const styles = Number(all('xl/styles.xml', /<cellXfs count="(\d+)"/gu)[0]);
    expect(all('xl/styles.xml', /formatCode="([^"]+)"/gu).every((code) => /^0(?:\.0+)?%?$/u.test(code))).toBe(
      true,
    );
    const columnOf = (cell: string): number =>
      [...cell.replace(/\d/gu, '')].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0);
    for (const [name, sheet] of parts) {
      if (!name.startsWith('xl/worksheets/')) continue;
      expect(sheet).not.toContain('<f>');
      expect(all(name, / s="(\d+)"/gu).every((style) => Number(style) < styles)).toBe(true);
      const rows = all(name, /<row r="(\d+)"/gu).map(Number);
      expect(rows).toEqual(rows.map((_, k) => k + 1));
      for (const [, row = '', cells = ''] of sheet.matchAll(/<row r="(\d+)">(.*?)<\/row>/gsu)) {
        const places = [...cells.matchAll(/<c r="([A-Z]+\d+)"/gu)].map(([, place = '']) => place);
        expect(places.every((place) => place.endsWith(row))).toBe(true);
        const columns = places.map(columnOf);
        expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b));
      }
      for (const value of all(name, /<v>([^<]*)<\/v>/gu)) expect(Number.isFinite(Number(value))).toBe(true);
    }
  });

  test('hold numbers as numbers, with every digit, and texts as they are', () => {
    const third = 1 / 3;
    const [sheet, notes] = sheetsOf(tablesXlsx([{ ...tableOf('=1+1', third), title: 'A/B: [x]' }]));
    expect(sheet?.name).toBe('A B x');
    expect(sheet?.rows.map(({ cells }) => cells)).toEqual([
      ['=1+1', 'Value'],
      ['=1+1', third],
    ]);
    expect(notes?.name).toBe('Notes');
    expect(notes?.rows.map(({ cells }) => cells)).toEqual([['A/B: [x]'], ['=1+1']]);
  });

  test('leave a cell empty where a value is undefined', () => {
    const [sheet] = sheetsOf(tablesXlsx([tableOf('a', null)]));
    expect(sheet?.rows[1]?.cells).toEqual(['a']);
  });

  test('are the same bytes each time, one sheet a table, the notes behind them', () => {
    const tables = tablesIn(SMALL, SHOWN, 'zh');
    const bytes = tablesXlsx(tables);
    expect(Buffer.compare(bytes, tablesXlsx(tables))).toBe(0);
    const names = sheetsOf(bytes).map(({ name }) => name);
    expect(names).toHaveLength(tables.length + 1);
    expect(names.at(-1)).toBe('说明');
  });

  test('give back any text and number', () => {
    const text = anyText(40).map((each) => each.replace(/\s+/gu, ' ').trim());
    fc.assert(
      fc.property(text, fc.double({ noNaN: true, noDefaultInfinity: true }), (cell, value) => {
        const [sheet] = sheetsOf(tablesXlsx([{ ...tableOf('x', value), rows: [[cell, value]] }]));
        const [, row] = sheet?.rows ?? [];
        // What no XML may hold is gone; -0 is 0.
        // eslint-disable-next-line no-control-regex -- these are what is left out
        const kept = cell.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu, '');
        expect(row?.cells[0] ?? '').toBe(kept);
        expect(row?.cells[1]).toBe(value + 0);
      }),
      { numRuns: 25 },
    );
  });

  test('name sheets as Excel takes them', () => {
    const names = sheetNames([
      'A',
      'a',
      "'x'",
      'History',
      '',
      '金'.repeat(40),
      '金'.repeat(40),
      '😀'.repeat(20),
    ]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$|[\ud800-\udbff]$/iu);
    }
  });
});

describe('hostile names', () => {
  const table = tableOf(HOSTILE, -0.5);

  test('become no formula in CSV', () => {
    expect(tableCsv(table).split('\r\n')[1]).toMatch(/^"'=HYPERLINK/u);
  });

  test('become no markup in HTML', () => {
    const html = tablesHtml([table], HOSTILE);
    expect(html).not.toContain('<script');
    expect(isWellFormed(html.replace('<!doctype html>', ''))).toBe(true);
    expect(html).toContain('<th scope="row"');
    expect(html).toContain('<th scope="col"');
  });

  test('become no cell, link or tag in Markdown', () => {
    const lines = tableMarkdown(table).split('\n');
    expect(lines[4]?.match(/(?<!\\)\|/gu)).toHaveLength(3);
    expect(lines[4]).not.toMatch(/(?<!\\)[<*_[\]`]/u);
  });

  test('become no command in LaTeX, and their braces are balanced', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), (text) => {
        const set = escapedLatex(text);
        const bare = set.replace(/\\(?:textbackslash|text\w+|[{}$&#_%])/gu, '');
        expect(bare).not.toMatch(/[\\$&#_%~^<>|]/u);
        let depth = 0;
        for (const sign of bare) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
      }),
    );
    expect(tablesLatex([table])).toContain(' & $-0.500$ \\\\');
  });

  test('stand in LaTeX with what their letters need', () => {
    expect(tablesLatex([tableOf('金华', 1)])).toContain('xeCJK');
    expect(tablesLatex([tableOf('Jinhua', 1)])).not.toContain('xeCJK');
  });
});

describe('numbers on paper', () => {
  test('have the digits of their measure, a dash where undefined, and a share its sign', () => {
    const shown = (value: number | null, style: 'number' | 'share'): string | undefined =>
      printedTable({
        ...tableOf('x', null),
        columns: [numberColumn('v', 'v', { style, digits: 3 })],
        rows: [[value]],
      }).rows[0]?.[0];
    expect(shown(1 / 3, 'number')).toBe('0.333');
    expect(shown(-1 / 3, 'number')).toBe('−0.333');
    expect(shown(1 / 3, 'share')).toBe('33.3%');
    expect(shown(null, 'number')).toBe('—');
  });

  test('a table too large to be of use is refused with a way out', () => {
    const wide = Array.from({ length: 1500 }, (_, k) => numberColumn(`c${k}`, 'c'));
    const row = wide.map(() => 1);
    const made = writeTables(
      [{ ...tableOf('x', 1), columns: wide, rows: Array.from({ length: 1500 }, () => row) }],
      'xlsx',
      '',
    );
    expect(made.ok ? '' : made.problem.code).toBe('table-too-large');
  });
});
