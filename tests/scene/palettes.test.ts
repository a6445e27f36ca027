import { describe, expect, it } from 'vitest';
import { NUMBER_PALETTE_IDS, PALETTE_IDS, type PaletteId } from '../../src/model/appearance.ts';
import { DEFICIENCIES, greyOf, seenAs, type Deficiency } from '../../src/scene/colour-vision.ts';
import { ALIKE } from '../../src/scene/look-alikes.ts';
import { sequential } from '../../src/scene/number-palettes.ts';
import { colourDistance, toOklab } from '../../src/scene/oklch.ts';
import { NUMBER_PALETTE_OFFERS, PALETTE_OFFERS, safePalette } from '../../src/scene/palette-offers.ts';
import { contrast, onTheme, THEMES } from '../../src/scene/palette.ts';
import { PALETTES } from '../../src/scene/palettes.ts';

const THEME_NAMES = ['light', 'dark'] as const;

/**
 * How far apart all colours of a palette are for any reader, its grey included, in Oklab. Tol made his with protanopia and
 * deuteranopia in mind: with tritanopia two of “bright” come near each other.
 */
const APART: Readonly<Record<PaletteId, Readonly<Record<Deficiency | 'usual', number>>>> = {
  'okabe-ito': { usual: 0.11, protanopia: 0.055, deuteranopia: 0.055, tritanopia: 0.05 },
  'tol-bright': { usual: 0.09, protanopia: 0.06, deuteranopia: 0.06, tritanopia: 0.03 },
  'tol-muted': { usual: 0.08, protanopia: 0.055, deuteranopia: 0.04, tritanopia: 0.05 },
  'viridis-steps': { usual: 0.07, protanopia: 0.045, deuteranopia: 0.045, tritanopia: 0.045 },
};

function nearest(colours: readonly string[]): number {
  return Math.min(
    ...colours.flatMap((one, k) => colours.slice(k + 1).map((other) => colourDistance(one, other))),
  );
}

describe('palettes of kinds', () => {
  it.each(PALETTE_IDS)('%s keeps its colours apart for every reader, on paper and on dark ground', (id) => {
    const { colours, rest } = PALETTES[id];
    for (const theme of THEME_NAMES) {
      const drawn = [...colours, rest].map((colour) => onTheme(colour, theme));
      expect(nearest(drawn), theme).toBeGreaterThan(APART[id].usual);
      for (const kind of DEFICIENCIES)
        expect(nearest(drawn.map((colour) => seenAs(colour, kind))), `${kind} ${theme}`).toBeGreaterThan(
          APART[id][kind],
        );
    }
    expect(Math.min(...Object.values(APART[id]))).toBeGreaterThanOrEqual(ALIKE);
  });

  it('of viridis are told apart in a grey print too, and no other is', () => {
    const inGrey = (id: PaletteId): number =>
      nearest([...PALETTES[id].colours, PALETTES[id].rest].map((colour) => greyOf(colour)));
    expect(inGrey('viridis-steps')).toBeGreaterThan(0.08);
    for (const id of PALETTE_IDS) if (id !== 'viridis-steps') expect(inGrey(id)).toBeLessThan(ALIKE);
  });

  it('are written as six digits, each once', () => {
    for (const { colours, rest } of Object.values(PALETTES)) {
      for (const colour of [...colours, rest]) expect(colour).toMatch(/^#[0-9A-F]{6}$/);
      expect(new Set([...colours, rest]).size).toBe(colours.length + 1);
    }
  });

  it('are each offered once; a safe one has a colour for each kind, or there is none', () => {
    expect(PALETTE_OFFERS.map(({ id }) => id)).toEqual(PALETTE_IDS);
    expect(NUMBER_PALETTE_OFFERS.map(({ id }) => id)).toEqual(NUMBER_PALETTE_IDS);
    for (let count = 1; count <= 12; count++)
      for (const inGrey of [false, true]) {
        const id = safePalette(count, inGrey);
        if (id) expect(PALETTES[id].colours.length).toBeGreaterThanOrEqual(count);
        else expect(count).toBeGreaterThan(inGrey ? 6 : 9);
      }
  });
});

describe('palettes of numbers', () => {
  const STEPS = 20;
  const scale = (id: (typeof NUMBER_PALETTE_IDS)[number], theme: (typeof THEME_NAMES)[number]): string[] =>
    Array.from({ length: STEPS + 1 }, (_, k) => sequential(k / STEPS, theme, id));

  it.each(NUMBER_PALETTE_IDS)('%s runs evenly away from the ground, whatever cones one lacks', (id) => {
    for (const theme of THEME_NAMES) {
      const away = theme === 'light' ? -1 : 1;
      const sights = [
        (c: string) => c,
        greyOf,
        ...DEFICIENCIES.map((kind) => (c: string) => seenAs(c, kind)),
      ];
      for (const seen of sights) {
        const lightness = scale(id, theme).map((colour) => away * toOklab(seen(colour))[0]);
        lightness.slice(1).forEach((value, k) => expect(value).toBeGreaterThan((lightness[k] ?? 0) + 0.01));
        expect((lightness[STEPS] ?? 0) - (lightness[0] ?? 0)).toBeGreaterThan(0.35);
      }
    }
  });

  it('are seen on the ground from their first step on', () => {
    for (const id of NUMBER_PALETTE_IDS)
      for (const theme of THEME_NAMES)
        expect(contrast(sequential(0, theme, id), THEMES[theme].paper), `${id} ${theme}`).toBeGreaterThan(
          1.2,
        );
  });

  it('have the published colours at their ends and in the middle, on paper from their light end', () => {
    expect(sequential(1, 'light', 'viridis')).toBe('#440154');
    expect(sequential(0, 'light', 'viridis')).toBe('#fde725');
    expect(colourDistance(sequential(0.5, 'light', 'viridis'), '#21918c')).toBeLessThan(0.01);
    expect(sequential(1, 'light', 'cividis')).toBe('#00204c');
    expect(sequential(0, 'light', 'cividis')).toBe('#ffe945');
    expect(sequential(1, 'dark', 'viridis')).toBe('#fde725');
  });

  it('cut what lies beyond their ends', () => {
    for (const id of NUMBER_PALETTE_IDS) {
      expect(sequential(-1, 'light', id)).toBe(sequential(0, 'light', id));
      expect(sequential(2, 'dark', id)).toBe(sequential(1, 'dark', id));
    }
  });
});
