import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseMethods, parseTable } from '../../src/cli/paper-arguments.ts';
import { finish } from '../../src/cli/finish.ts';
import { NoteBook } from '../../src/formats/note-book.ts';
import { readWorkbook } from '../../src/formats/xlsx.ts';
import { buildCommand, ecotone } from './running.ts';

const SAMPLE = 'public/samples/jinhua.json';
const folder = mkdtempSync(path.join(tmpdir(), 'ecotone-paper-'));
const placeOf = (name: string): string => path.join(folder, name);

beforeAll(buildCommand, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('ecotone table', () => {
  it('writes a LaTeX table where it is told to, and says nothing', async () => {
    const out = placeOf('actors.tex');
    expect(await ecotone('table', SAMPLE, '--of', 'actors', '-o', out)).toEqual({
      code: 0,
      output: '',
      error: '',
    });
    const text = readFileSync(out, 'utf8');
    expect(text).toContain('\\usepackage{booktabs}');
    expect(text.match(/\\\\$/gmu)?.length).toBeGreaterThan(50);
  });

  it('writes several tables into one workbook, in Chinese', async () => {
    const out = placeOf('all.xlsx');
    const { code } = await ecotone('table', SAMPLE, '--of', 'ties,ranking:degree', '--lang', 'zh', '-o', out);
    expect(code).toBe(0);
    const read = finish(readWorkbook(readFileSync(out), new NoteBook()));
    expect(read.ok && read.value.map(({ name }) => name)).toEqual(['关系', '主体按度排序', '说明']);
  });

  it('leaves out names where that is asked for, and writes who is who apart', async () => {
    const key = placeOf('key.csv');
    const words = ['--of', 'actors', '--format', 'csv', '--anonymous', '--key', key];
    const { code, output } = await ecotone('table', SAMPLE, ...words);
    expect(code).toBe(0);
    const names = readFileSync('public/samples/jinhua.json', 'utf8').match(/Vocational college \w/gu);
    expect(names?.length).toBeGreaterThan(0);
    for (const name of new Set(names)) {
      expect(output).not.toContain(name);
      expect(readFileSync(key, 'utf8')).toContain(name);
    }
    expect(output.trim().split('\n')).toHaveLength(55);
  });

  it('says what a CSV has no room for', async () => {
    const words = ['--of', 'niche-overlap', '--format', 'csv'];
    const { code, output, error } = await ecotone('table', SAMPLE, ...words);
    expect([code, output.trim().split('\n').length]).toEqual([0, 54]);
    expect(error).toMatch(/A CSV holds one table; left out: .*Pianka/u);
  });

  it('says in one line what is wrong with what was asked', () => {
    const wrong = (...words: string[]): string => {
      const asked = parseTable(words);
      return asked.ok ? 'nothing' : asked.problem.message.en;
    };
    expect(wrong('x.json', '--of', 'luck')).toContain('ranking:MEASURE');
    expect(wrong('x.json', '--format', 'xlsx')).toContain('-o OUT.xlsx');
    expect(wrong('x.json', '-o', 'x.doc')).toContain('csv, xlsx, tex, md, html, not "doc"');
    expect(wrong('x.json', '--of', 'ties,actors', '--format', 'csv')).toContain('one table');
    expect(wrong('x.json', '--measures', 'luck')).toContain('no measure "luck"');
    expect(wrong('x.json', '--measures', 'density')).toContain('no measure of a table');
    expect(wrong('x.json', '--of', 'ties', '--measures', 'degree')).toContain('no measure of a table');
    expect(wrong('x.json', '--of', 'ties,actors', '--measures', 'degree')).toBe('nothing');
    expect(wrong('x.json', '--key', 'key.csv')).toContain('--key goes only with --anonymous');
    expect(wrong('--of', 'ties')).toContain('ecotone table FILE');
    expect(wrong('x.json', '--of')).toContain('--of needs a value');
  });
});

describe('ecotone methods', () => {
  it('says how the map was measured, and writes its sources and parameters', async () => {
    const [bib, json] = [placeOf('refs.bib'), placeOf('parameters.json')];
    const { code, output } = await ecotone(
      ...['methods', SAMPLE, '--measures', 'betweenness,katz', '--direction', 'ignore'],
      ...['--bibtex', bib, '--parameters', json],
    );
    expect(code).toBe(0);
    expect(output).toContain('Katz centrality (Katz, 1953)');
    expect(output).toContain('direction was ignored');
    expect(readFileSync(bib, 'utf8')).toContain('@article{katz1953new,');
    expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({
      measures: ['betweenness', 'katz'],
      reading: { ignoreDirection: true },
    });
  });

  it('fails in one line where a file can’t be written', async () => {
    const { code, output, error } = await ecotone(
      'methods',
      SAMPLE,
      '--bibtex',
      placeOf('no/such/folder.bib'),
    );
    expect([code, output]).toEqual([1, '']);
    expect(error).toContain('ENOENT');
  });

  it('takes the diagnosis where it is asked for', () => {
    const asked = parseMethods(['x.json', '--diagnosis', '--lang=zh']);
    expect(asked).toMatchObject({ ok: true, value: { diagnosis: true, language: 'zh' } });
  });
});
