import { describe, expect, test } from 'vitest';
import type { FigureFacts } from '../../src/figures/figure-facts.ts';
import { studio as en } from '../../src/i18n/en/studio.ts';
import { studio as zh } from '../../src/i18n/zh/studio.ts';
import { figureCautions } from '../../src/state/figure-cautions.ts';
import type { SizeChoice } from '../../src/state/figure-choices.ts';
import { pageRules } from '../../src/state/figure-options.ts';

const FACTS: FigureFacts = {
  text: { least: 7, most: 7 },
  legend: null,
  body: { x1: 2, y1: 2, x2: 87, y2: 60 },
  covered: 0,
  legendLeftOut: false,
  labels: { drawn: 10, wanted: 10 },
  smallestMark: 2,
};

function said(
  facts: Partial<FigureFacts>,
  size: SizeChoice = 'nature-89',
  more: { height?: number; format?: 'svg' | 'png'; dpi?: number } = {},
): string[] {
  const { height = 80, format = 'svg', dpi = 300 } = more;
  return figureCautions(
    { ...FACTS, ...facts },
    { width: 89, height },
    { format, dpi },
    pageRules({ size, widthMm: 89 }),
    en.cautions,
    'en',
  ).map(({ at, text }) => `${at}: ${text}`);
}

describe('what is said of a figure', () => {
  test('is nothing where nothing is amiss', () => {
    expect(said({})).toEqual([]);
  });

  test('text under the least and over the most that the journal takes', () => {
    expect(said({ text: { least: 4.1, most: 9 } })).toEqual([
      'text: The smallest text is 4.1 pt; Nature asks for at least 5.',
      'text: The largest text is 9 pt; Nature asks for at most 7.',
    ]);
    expect(said({ text: { least: 6.5, most: 20 } }, 'elsevier-90')).toEqual([
      'text: The smallest text is 6.5 pt; Elsevier’s rule of thumb is 7. Check the journal’s guide.',
    ]);
    expect(said({ text: { least: 10, most: 20 } }, 'poster-a0')[0]).toContain('our rule');
  });

  test('a figure that is too high, and marks that are too small', () => {
    expect(said({ smallestMark: 0.0812 }, 'nature-89', { height: 300 })).toEqual([
      'size: The figure is 300 mm high; Nature takes at most 170.',
      'size: The smallest actors are 0.08 mm wide: hardly more than dots in print.',
    ]);
    expect(said({}, 'a4', { height: 297 })).toEqual([]);
  });

  test('names that have no room, and a legend that covers or is missing', () => {
    expect(said({ labels: { drawn: 42, wanted: 5000 }, covered: 1 })).toEqual([
      'labels: 42 of 5000 names have room.',
      'legend: The legend covers an actor or a name.',
    ]);
    expect(said({ legendLeftOut: true })).toEqual(['legend: There is no room for the legend on this page.']);
  });

  test('pixels that are too few for the journal', () => {
    expect(said({}, 'elsevier-90', { format: 'png', dpi: 300 })).toEqual([
      'file: Elsevier asks for at least 500 dpi where a figure comes as pixels.',
    ]);
    expect(said({}, 'elsevier-90', { format: 'png', dpi: 600 })).toEqual([]);
    expect(said({}, 'elsevier-90', { format: 'svg', dpi: 96 })).toEqual([]);
  });

  test('letters that are no longer text, where the journal wants to edit them', () => {
    const wants =
      'file: Nature wants text that can be edited, which no image has: choose PDF or SVG. Check the journal’s guide.';
    expect(said({}, 'nature-89', { format: 'png', dpi: 600 })).toEqual([wants]);
    expect(said({}, 'nature-89', { format: 'png', dpi: 192 })).toEqual([
      wants,
      'file: Nature asks for at least 300 dpi where a figure comes as pixels.',
    ]);
    expect(said({}, 'a4', { format: 'png', dpi: 96 })).toEqual([]);
  });

  test('is said in Chinese too', () => {
    const cautions = figureCautions(
      { ...FACTS, text: { least: 4, most: 7 } },
      { width: 89, height: 80 },
      { format: 'svg', dpi: 300 },
      pageRules({ size: 'nature-89', widthMm: 89 }),
      zh.cautions,
      'zh',
    );
    expect(cautions.map(({ text }) => text)).toEqual(['最小字号为 4 磅；Nature 要求不小于 5 磅。']);
  });
});
