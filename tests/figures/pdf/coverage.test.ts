import { describe, expect, test } from 'vitest';
import { lettersWithoutGlyph, pdfFaces } from '../../../src/figures/pdf/coverage.ts';
import { faceOf } from '../../../src/figures/pdf/lettering.ts';
import { pdfOf } from '../../../src/figures/pdf/pdf.ts';
import { networkFigure } from '../../../src/figures/network-figure.ts';
import { actor, mapOf, sceneOf } from '../../scene/maps.ts';
import { FONTS } from './fonts.ts';

const LAST = 0x3ffff;

/** Ranges of code points as `coverage.ts` has them. */
function written(has: (codePoint: number) => boolean): string {
  const ranges: string[] = [];
  let end = 0;
  for (let letter = 0; letter <= LAST; letter++) {
    if (!has(letter)) continue;
    const first = letter;
    while (has(letter + 1)) letter++;
    ranges.push(`${(first - end).toString(36)}${letter > first ? `.${(letter - first).toString(36)}` : ''}`);
    end = letter;
  }
  return ranges.join(' ');
}

describe('what is known of the fonts of a PDF without having them', () => {
  test('is what they have', () => {
    const [latin, chinese] = pdfFaces();
    for (const [face, font] of [
      [latin, FONTS.regular],
      [latin, FONTS.bold],
      [chinese, FONTS.chinese],
    ] as const) {
      const real = faceOf(font);
      expect(written((letter) => face.has(letter))).toBe(written((letter) => real.has(letter)));
    }
  });

  test('counts the boxes of a PDF before it is made', async () => {
    const names = ['金华 𓀀𓀀', 'שלום (ב)', 'مرحبا', 'e\u0301 & <b>', '👩‍🔬 한국', 'Śląsk', 'url(#frame) ༀ'];
    const svg = networkFigure(
      sceneOf(mapOf(names.map((name, k) => actor(`a${k}`, 'university', 0, k * 200, { name })))),
      { widthMm: 183, labels: 'all', title: '金华 مرحبا', caption: 'ok' },
    );
    const { unknown } = await pdfOf(svg, FONTS);
    expect(unknown).toBeGreaterThan(10);
    expect(lettersWithoutGlyph(svg)).toBe(unknown);
  });
});
