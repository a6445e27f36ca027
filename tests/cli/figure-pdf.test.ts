import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdfOf } from '../../src/figures/pdf/pdf.ts';
import { FONTS } from '../figures/pdf/fonts.ts';
import { readPdf } from '../figures/pdf/read-pdf.ts';
import { buildCommand, ecotone } from './running.ts';

const folder = mkdtempSync(join(tmpdir(), 'ecotone-figure-'));
beforeAll(buildCommand, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a figure whose name ends in .pdf is written as one, with the fonts that lie beside the program', async () => {
  const [pdf, svg] = [join(folder, 'map.pdf'), join(folder, 'map.svg')];
  for (const file of [pdf, svg]) {
    const run = await ecotone(
      'figure',
      'public/samples/jinhua.json',
      file,
      '--lang',
      'zh',
      '--title',
      '金华',
    );
    expect(run, run.error).toMatchObject({ code: 0 });
    expect(run.output).toMatch(/183 × \d+(?:\.\d+)? mm/u);
  }
  const bytes = readFileSync(pdf);
  const read = readPdf(bytes);
  expect(read.fonts).toContain('NotoSansSC-Regular');
  expect(read.texts.map(({ text }) => text).join('')).toContain('金华');
  const drawn = readFileSync(svg, 'utf8');
  const said = (term: string): string =>
    (new RegExp(`<${term}>([^<]*)<`, 'u').exec(drawn)?.[1] ?? '')
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
  // The line break at the end of the parameters is no part of the SVG.
  const told = { methods: said('dc:description'), parameters: `${said('ecotone:parameters')}\n` };
  expect(told.methods).toContain('54 个主体');
  expect(bytes.equals(Buffer.from((await pdfOf(drawn, FONTS, told)).bytes))).toBe(true);
});
