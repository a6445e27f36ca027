import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SCHEME, MECHANISMS } from '../../src/model/scheme.ts';
import {
  categoryColour,
  contrast,
  mechanismColour,
  mix,
  onTheme,
  shade,
  THEMES,
} from '../../src/scene/palette.ts';
import { DEFICIENCIES, seenAs } from '../../src/scene/colour-vision.ts';
import { sequential } from '../../src/scene/number-palettes.ts';
import { colourDistance } from '../../src/scene/oklch.ts';
import { OKABE_ITO } from '../../src/scene/palettes.ts';

const themes = ['light', 'dark'] as const;
const sights: readonly (readonly [string, (colour: string) => string])[] = [
  ['usual', (colour) => colour],
  ...DEFICIENCIES.map((kind) => [kind, (colour: string) => seenAs(colour, kind)] as const),
];

describe('colours', () => {
  test('of sectors and tie types are told from the ground in both themes', () => {
    for (const theme of themes) {
      for (const { id, colour } of [...DEFAULT_SCHEME.sectors, ...DEFAULT_SCHEME.tieTypes]) {
        expect(contrast(onTheme(colour, theme), THEMES[theme].paper), `${id} ${theme}`).toBeGreaterThan(2.9);
      }
    }
  });

  test('of mechanisms are told from the ground and from each other, whatever cones one lacks', () => {
    for (const theme of themes) {
      const colours = MECHANISMS.map((mechanism) => mechanismColour(mechanism, theme));
      for (const colour of colours) expect(contrast(colour, THEMES[theme].paper)).toBeGreaterThan(3);
      for (const [name, seen] of sights)
        for (const [k, one] of colours.entries())
          for (const other of colours.slice(k + 1))
            // Sectors, whose colours are Okabe & Ito's, are 0.076 apart by the same measure.
            expect(
              colourDistance(seen(one), seen(other)),
              `${one} ${other} ${name} ${theme}`,
            ).toBeGreaterThan(0.13);
    }
  });

  test('of labels are easy to read on the ground', () => {
    for (const theme of themes) {
      expect(contrast(THEMES[theme].ink, THEMES[theme].paper)).toBeGreaterThan(12);
      expect(contrast(THEMES[theme].mutedInk, THEMES[theme].paper)).toBeGreaterThan(4.5);
    }
  });

  test('have the contrast that WCAG gives them', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 6);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
  });

  test('are those of the scheme on light paper', () => {
    expect(onTheme('#D55E00', 'light')).toBe('#d55e00');
  });

  test('are always six digits, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: -2, max: 2, noNaN: true }), (text, amount) => {
        for (const colour of [
          onTheme(text, 'dark'),
          shade('#0072b2', amount),
          shade(text, amount),
          mix('#000000', '#ffffff', Math.abs(amount) / 2),
          sequential(amount, 'dark'),
          categoryColour(-1, text, 'light'),
        ]) {
          expect(colour).toMatch(/^#[0-9a-f]{6}$/);
        }
      }),
    );
  });

  test('of numbers run evenly away from the ground', () => {
    for (const theme of themes) {
      const { paper } = THEMES[theme];
      const steps = Array.from({ length: 21 }, (_, k) => contrast(sequential(k / 20, theme), paper));
      steps.slice(1).forEach((step, k) => expect(step).toBeGreaterThan(steps[k] ?? Infinity));
    }
  });

  test('of categories depend on their place in the list alone, and differ', () => {
    const listed = Array.from({ length: 30 }, (_, place) => categoryColour(place, `any ${place}`, 'light'));
    expect(new Set(listed).size).toBe(30);
    expect(listed.slice(0, 7)).toEqual(OKABE_ITO.map((colour) => colour.toLowerCase()));
    expect(categoryColour(3, 'renamed', 'light')).toBe(listed[3]);
    expect(categoryColour(-1, 'unlisted', 'light')).toBe(categoryColour(-1, 'unlisted', 'light'));
  });
});
