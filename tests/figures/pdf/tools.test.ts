import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pdfOf } from '../../../src/figures/pdf/pdf.ts';
import { parse } from '../elements.ts';
import { FONTS } from './fonts.ts';
import { gallery } from './gallery.ts';

/** What other programs make of the figures; each check is skipped where its program is not installed. */

function has(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

function run(program: string, ...options: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, options, { encoding: 'utf8', maxBuffer: 1e8 });
  expect(status, `${program} ${options.join(' ')}\n${stderr}`).toBe(0);
  return stdout;
}

const chosen = ['network', 'cropped', 'comparison', 'overlap', 'steps', 'gauges'];
const figures = new Map([...gallery('zh')].filter(([kind]) => chosen.includes(kind)));
let folder = '';
const file = (name: string, kind: string): string => join(folder, `${name}.${kind}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ecotone-pdf-'));
  for (const [name, svg] of figures) {
    writeFileSync(file(name, 'svg'), svg);
    writeFileSync(file(name, 'pdf'), (await pdfOf(svg, FONTS)).bytes);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The names of actors and all other words, without spaces: programs put those where they see gaps. */
function wordsOf(svg: string): readonly string[] {
  return parse(svg)
    .filter(({ name, attributes }) => name === 'text' && attributes['fill'] !== 'none')
    .flatMap(({ text }) => text.split(/\s+/u))
    .filter((word) => word !== '');
}

describe('other programs', () => {
  test.skipIf(!has('pdffonts'))(
    'find all fonts of a PDF embedded, subset and mapped to text (pdffonts)',
    () => {
      for (const name of figures.keys()) {
        const [, , ...fonts] = run('pdffonts', file(name, 'pdf')).trim().split('\n');
        expect(fonts.length, name).toBeGreaterThan(0);
        for (const font of fonts) expect(font, name).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/u);
      }
    },
  );

  test.skipIf(!has('pdftotext'))(
    'find every label in a PDF, Chinese ones too, and none twice (pdftotext)',
    () => {
      for (const [name, svg] of figures) {
        const text = run('pdftotext', '-raw', file(name, 'pdf'), '-').normalize('NFC');
        const found = text.replace(/\s+/gu, '');
        const wanted = wordsOf(svg).join('');
        for (const word of wordsOf(svg)) expect(found, name).toContain(word);
        expect(Math.abs(found.length - wanted.length) / wanted.length, name).toBeLessThan(0.02);
      }
    },
  );

  const draws = has('pdftoppm') && has('rsvg-convert');
  test.skipIf(!draws)('draw the same from the PDF and from the SVG (pdftoppm, rsvg-convert)', () => {
    const drawn = (pdf: string, name: string): Pixels => {
      run('pdftoppm', '-r', '72', '-singlefile', pdf, join(folder, name));
      return pixels(file(name, 'ppm'));
    };
    for (const name of ['network', 'cropped', 'gauges']) {
      const other = file(`${name}-other`, 'pdf');
      run('rsvg-convert', '-d', '72', '-p', '72', '-f', 'pdf', '-o', other, file(name, 'svg'));
      const [fromPdf, fromSvg] = [drawn(file(name, 'pdf'), `${name}-pdf`), drawn(other, `${name}-svg`)];
      expect(Math.abs(fromPdf.width - fromSvg.width), name).toBeLessThanOrEqual(1);
      expect(Math.abs(fromPdf.height - fromSvg.height), name).toBeLessThanOrEqual(1);
      // Letters come from other fonts there: what is compared is ink over areas, not pixel by pixel.
      expect(difference(fromPdf, fromSvg), name).toBeLessThan(0.01);
    }
  });

  test.skipIf(!has('inkscape'))('open the SVG (inkscape)', () => {
    const name = 'network';
    run('inkscape', file(name, 'svg'), '--export-type=png', `--export-filename=${file(name, 'png')}`);
    expect(readFileSync(file(name, 'png')).length).toBeGreaterThan(5_000);
  });
});

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

function pixels(path: string): Pixels {
  const bytes = readFileSync(path);
  const [head, width, height] = /^P6\s(\d+) (\d+)\s255\s/u.exec(bytes.toString('latin1', 0, 40)) ?? [];
  if (!head) throw new Error(`${path} is no drawing`);
  return { width: Number(width), height: Number(height), bytes: bytes.subarray(head.length) };
}

const SQUARE = 8;

/** The mean difference of squares of pixels, in [0, 1]. */
function difference(first: Pixels, second: Pixels): number {
  const across = Math.floor(Math.min(first.width, second.width) / SQUARE);
  const down = Math.floor(Math.min(first.height, second.height) / SQUARE);
  let sum = 0;
  for (let k = 0; k < across * down; k++) {
    const [x, y] = [(k % across) * SQUARE, Math.floor(k / across) * SQUARE];
    sum += Math.abs(ink(first, x, y) - ink(second, x, y));
  }
  return sum / (across * down);
}

/** How much light a square lets through, in [0, 1]. */
function ink({ width, bytes }: Pixels, left: number, top: number): number {
  let sum = 0;
  for (let y = top; y < top + SQUARE; y++)
    for (let k = 3 * (y * width + left); k < 3 * (y * width + left + SQUARE); k++) sum += bytes[k] ?? 0;
  return sum / (255 * 3 * SQUARE * SQUARE);
}
