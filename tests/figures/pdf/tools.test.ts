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

const figures = new Map(
  (['en', 'zh'] as const).flatMap((language) =>
    [...gallery(language)].map(([kind, svg]) => [`${kind}-${language}`, svg] as const),
  ),
);
let folder = '';
const file = (name: string, kind: string): string => join(folder, `${name}.${kind}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ecotone-pdf-'));
  for (const [name, svg] of figures) {
    writeFileSync(file(name, 'svg'), svg);
    writeFileSync(file(name, 'pdf'), (await pdfOf(svg, FONTS)).bytes);
  }
});
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

  const compared = has('pdftoppm') && has('rsvg-convert');
  test.skipIf(!compared)('draw the same from the PDF and from the SVG (pdftoppm, rsvg-convert)', () => {
    for (const name of ['network-en', 'cropped-en', 'overlap-zh', 'steps-en']) {
      const fromPdf = pixels(name, () => {
        run('pdftoppm', '-r', '72', '-singlefile', file(name, 'pdf'), file(name, 'from-pdf'));
        return readFileSync(file(name, 'from-pdf.ppm'));
      });
      run(
        'rsvg-convert',
        '-d',
        '72',
        '-p',
        '72',
        '-f',
        'pdf',
        '-o',
        file(name, 'rsvg.pdf'),
        file(name, 'svg'),
      );
      const fromSvg = pixels(name, () => {
        run('pdftoppm', '-r', '72', '-singlefile', file(name, 'rsvg.pdf'), file(name, 'from-svg'));
        return readFileSync(file(name, 'from-svg.ppm'));
      });
      expect([fromPdf.width, fromPdf.height], name).toEqual([fromSvg.width, fromSvg.height]);
      // Letters come from other fonts there: what is compared is ink over areas, not pixel by pixel.
      expect(difference(fromPdf, fromSvg), name).toBeLessThan(0.02);
    }
  });

  test.skipIf(!has('inkscape'))('open the SVG (inkscape)', () => {
    const name = 'network-zh';
    run('inkscape', file(name, 'svg'), '--export-type=png', `--export-filename=${file(name, 'png')}`);
    expect(readFileSync(file(name, 'png')).length).toBeGreaterThan(5_000);
  });
});

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

function pixels(name: string, read: () => Buffer): Pixels {
  const bytes = read();
  const [head, width, height] =
    /^P6\s(\d+) (\d+)\s255\s/u.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
  if (!head) throw new Error(`${name} was not drawn`);
  return { width: Number(width), height: Number(height), bytes: bytes.subarray(head.length) };
}

/** The mean difference of squares of 8 by 8 pixels, in [0, 1]. */
function difference(first: Pixels, second: Pixels): number {
  const squares = (drawn: Pixels): number[] => {
    const across = Math.ceil(drawn.width / 8);
    const sums = new Array<number>(across * Math.ceil(drawn.height / 8) * 3).fill(0);
    drawn.bytes.forEach((value, k) => {
      const pixel = Math.floor(k / 3);
      const x = pixel % drawn.width;
      const y = Math.floor(pixel / drawn.width);
      const square = (Math.floor(y / 8) * across + Math.floor(x / 8)) * 3 + (k % 3);
      sums[square] = (sums[square] ?? 0) + value / 255 / 64;
    });
    return sums;
  };
  const [a, b] = [squares(first), squares(second)];
  return a.reduce((sum, value, k) => sum + Math.abs(value - (b[k] ?? 0)), 0) / a.length;
}
