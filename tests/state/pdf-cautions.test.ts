import { describe, expect, test } from 'vitest';
import { FIGURE_FONTS, FONT_IDS } from '../../src/figures/fonts.ts';
import { figureOptions, kindOptions } from '../../src/state/figure-options.ts';
import { pdfCautions } from '../../src/state/pdf-cautions.ts';
import { rememberedChoices } from '../../src/state/figure-choices.ts';

const SVG = '<svg><text fill="none">𓀀</text><text>𓀀 金华</text></svg>';
const SEEN = { part: undefined, labels: undefined, width: 800 };

describe('a figure that is to be a PDF', () => {
  test('is laid out and seen in the font that it will have, whatever was chosen', () => {
    for (const font of FONT_IDS) {
      const choices = { ...rememberedChoices('x'), font };
      const family = (format: 'pdf' | 'svg'): unknown[] => [
        figureOptions({ ...choices, format }, '', SEEN).fontFamily,
        kindOptions({ ...choices, format }, '', 'en', SEEN).fontFamily,
      ];
      expect(family('pdf')).toEqual(Array(2).fill(FIGURE_FONTS.arial.family));
      expect(family('svg')).toEqual(Array(2).fill(FIGURE_FONTS[font].family));
      expect(figureOptions({ ...choices, format: 'pdf' }, '', SEEN).fontWidth).toBe(1);
    }
  });

  test('says before it is saved which fonts it will have and how many letters they lack', () => {
    expect(pdfCautions(SVG, { format: 'svg', font: 'serif' }, 'en')).toEqual([]);
    expect(pdfCautions('<svg/>', { format: 'pdf', font: 'liberation' }, 'en')).toEqual([]);
    const said = pdfCautions(SVG, { format: 'pdf', font: 'serif' }, 'en');
    expect(said.map(({ at }) => at)).toEqual(['file', 'file']);
    expect(said[0]?.text).toContain('Arimo');
    expect(said[1]?.text).toMatch(/^One character is in none/u);
    expect(pdfCautions(SVG, { format: 'pdf', font: 'noto' }, 'zh')[1]?.text).toContain('1 个字符');
  });
});
