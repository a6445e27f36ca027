import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SCHEME, MECHANISMS } from '../../src/model/scheme.ts';
import {
  categoryColour,
  contrast,
  mechanismColour,
  mix,
  OKABE_ITO,
  onTheme,
  sequential,
  shade,
  THEMES,
  TOL_BRIGHT,
  TOL_MUTED,
} from '../../src/scene/palette.ts';

/** How colours look without one kind of cones, on linear RGB: Machado, Oliveira & Fernandes (2009), severity 1. */
const SIGHTS: Readonly<Record<string, readonly (readonly number[])[]>> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** In Oklab, which is even to the eye. */
function seen(hex: string, sight: readonly (readonly number[])[]): number[] {
  const times = (rows: readonly (readonly number[])[], values: readonly number[]): number[] =>
    rows.map((row) => row.reduce((sum, factor, k) => sum + factor * (values[k] ?? 0), 0));
  const linear = [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const cones = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    times(sight, linear).map((value) => Math.max(0, value)),
  );
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    cones.map(Math.cbrt),
  );
}

const themes = ['light', 'dark'] as const;

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
      for (const [name, sight] of Object.entries(SIGHTS))
        for (const [k, one] of colours.entries())
          for (const other of colours.slice(k + 1)) {
            const [a, b] = [seen(one, sight), seen(other, sight)];
            const apart = Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)));
            // Sectors, whose colours are Okabe & Ito's, are 0.076 apart by the same measure.
            expect(apart, `${one} ${other} ${name} ${theme}`).toBeGreaterThan(0.13);
          }
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

  test('of the published palettes are written as six digits', () => {
    for (const colour of [...OKABE_ITO, ...TOL_BRIGHT, ...TOL_MUTED])
      expect(colour).toMatch(/^#[0-9A-F]{6}$/);
  });
});
