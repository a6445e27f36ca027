import { describe, expect, it } from 'vitest';
import { same } from '../../src/base/localized.ts';
import { PALETTE_IDS } from '../../src/model/appearance.ts';
import { greyAlikes, lookAlikes } from '../../src/scene/look-alikes.ts';
import { PALETTES } from '../../src/scene/palettes.ts';
import { shownColours, type ShownColour } from '../../src/scene/shown-colours.ts';
import { actor, mapOf, tie } from './maps.ts';

function colours(list: readonly (readonly [string, string, string?])[]): readonly ShownColour[] {
  return list.map(([id, colour, sign = '']) => ({ id, name: same(id), colour, sign }));
}

describe('colours that look alike', () => {
  it('are none in a palette, for no reader and on neither ground', () => {
    for (const id of PALETTE_IDS) {
      const { colours: listed, rest } = PALETTES[id];
      const shown = colours([...listed, rest].map((colour) => [colour, colour] as const));
      for (const theme of ['light', 'dark'] as const) expect(lookAlikes(shown, theme), id).toBeNull();
    }
  });

  it('name the pair, who takes it for the same, and whether anything else tells it apart', () => {
    const found = lookAlikes(
      colours([
        ['orange', '#f9913e', 'hexagon'],
        ['green', '#4dd32e', 'hexagon'],
        ['blue', '#0000ff', 'ellipse'],
      ]),
      'light',
    );
    expect(found).toMatchObject({
      sight: 'deuteranopia',
      first: { id: 'orange' },
      second: { id: 'green' },
      byColourAlone: true,
      others: 0,
    });
  });

  it('are told first when everyone takes them for the same, then when nothing else tells them apart', () => {
    const twice = lookAlikes(
      colours([
        ['a', '#0072b2', 'solid'],
        ['b', '#0072b3', 'dashed'],
        ['c', '#f9913e', 'solid'],
        ['d', '#4dd32e', 'solid'],
      ]),
      'light',
    );
    expect(twice).toMatchObject({ sight: 'everyone', first: { id: 'a' }, byColourAlone: false, others: 1 });
  });

  it('in a grey print are those of the same lightness, whatever their hue', () => {
    expect(
      greyAlikes(
        colours([
          ['orange', '#E69F00'],
          ['sky', '#56B4E9'],
        ]),
      ),
    ).toMatchObject({
      sight: 'grey',
      others: 0,
    });
    expect(
      greyAlikes(
        colours([
          ['black', '#000000'],
          ['white', '#ffffff'],
        ]),
      ),
    ).toBeNull();
  });

  it('are looked for among what the map holds and colours', () => {
    const actors = [actor('a', 'government', 0, 0, { fields: { f: 'y' } }), actor('b', 'other', 1, 1)];
    const ties = [tie('t', 'a', 'b', 'policy')];
    const ids = (list: readonly ShownColour[]): string[] => list.map(({ id }) => id);
    const shown = shownColours(mapOf(actors, ties));
    expect(ids(shown.sectors)).toEqual(['government', 'other']);
    expect(ids(shown.tieTypes)).toEqual(['policy']);
    expect(shown.categories).toEqual([]);
    const field = {
      id: 'f',
      on: 'actor' as const,
      name: same('f'),
      kind: 'category' as const,
      categories: ['x', 'y'],
    };
    const byField = shownColours(
      mapOf(
        actors,
        ties,
        { colour: { kind: 'field', id: 'f' }, tieColour: 'plain', palette: 'tol-bright' },
        { fields: [field] },
      ),
    );
    expect(byField.sectors).toEqual([]);
    expect(byField.tieTypes).toEqual([]);
    expect(byField.categories).toMatchObject([{ id: 'y', colour: '#ee6677' }]);
  });
});
