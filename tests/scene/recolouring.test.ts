import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTE_IDS } from '../../src/model/appearance.ts';
import { DEFAULT_SCHEME } from '../../src/model/scheme.ts';
import { PALETTES } from '../../src/scene/palettes.ts';
import { paletteColours, recoloured } from '../../src/scene/recolouring.ts';

const entries = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'other'),
    colour: fc.constantFrom(...Object.values(PALETTES).flatMap(({ colours }) => colours), '#123456'),
  }),
  { selector: ({ id }) => id },
);

function after<T extends { readonly id: string; readonly colour: string }>(
  list: readonly T[],
  next: ReadonlyMap<string, string>,
): readonly T[] {
  return list.map((entry) => ({ ...entry, colour: next.get(entry.id) ?? entry.colour }));
}

describe('giving out colours', () => {
  it('gives those of a palette in the order of the entries, and its grey to what is none of the others', () => {
    const next = recoloured(DEFAULT_SCHEME.sectors, paletteColours('tol-bright'));
    const { colours, rest } = PALETTES['tol-bright'];
    expect([...next.values()]).toEqual([...colours.slice(0, 4), rest]);
    expect([...next.keys()]).toEqual(DEFAULT_SCHEME.sectors.map(({ id }) => id));
  });

  it('leaves an entry the colour of the palette that it has already', () => {
    // Government, enterprise, university and intermediary have colours of Okabe & Ito; “other” has another grey.
    const next = recoloured(DEFAULT_SCHEME.sectors, paletteColours('okabe-ito'));
    expect([...next.keys()]).toEqual(['other']);
  });

  it('changes nothing when it is done again, and makes no two alike while there are colours', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...PALETTE_IDS), (list, palette) => {
        const done = after(list, recoloured(list, paletteColours(palette)));
        const kinds = done.filter(({ id }) => id !== 'other');
        if (kinds.length <= PALETTES[palette].colours.length) {
          expect(recoloured(done, paletteColours(palette)).size).toBe(0);
          expect(new Set(done.map(({ colour }) => colour.toLowerCase())).size).toBe(done.length);
        }
        for (const { colour } of done) expect(colour).toMatch(/^#[0-9a-f]{6}$/i);
      }),
    );
  });

  it('begins again in darker shades where entries are more than colours', () => {
    const many = Array.from({ length: 20 }, (_, k) => ({ id: `t${k}`, colour: '#000000' }));
    const done = after(many, recoloured(many, paletteColours('okabe-ito')));
    expect(new Set(done.map(({ colour }) => colour)).size).toBe(20);
  });

  it('knows an entry by its id first, and lends what was meant for others to the rest', () => {
    const ready = [
      { id: 'x', colour: '#111111' },
      { id: 'y', colour: '#222222' },
    ];
    const map = [
      { id: 'z', colour: '#999999' },
      { id: 'y', colour: '#888888' },
    ];
    expect([...recoloured(map, ready)]).toEqual([
      ['z', '#111111'],
      ['y', '#222222'],
    ]);
    expect(recoloured(map, []).size).toBe(0);
  });
});
