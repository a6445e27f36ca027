import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field, Mechanism } from '../../src/model/scheme.ts';
import type { LegendSection } from '../../src/scene/legend.ts';
import { mechanismColour } from '../../src/scene/palette.ts';
import { numberScale, roundTicks, threeTicks } from '../../src/scene/number-scale.ts';
import { NOTHING_HIDDEN } from '../../src/scene/scene.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { actor, mapOf, sceneOf, tie } from './maps.ts';

function section(scene: Scene, kind: LegendSection['kind']): LegendSection | undefined {
  return scene.legend.find((candidate) => candidate.kind === kind);
}

const graph = mapOf(
  [
    actor('a', 'university', 0, 0, { fields: { kind: 'q' } }),
    actor('b', 'government', 200, 0, { fields: { kind: 'p' } }),
    actor('c', 'university', 100, 150, { fields: { kind: 'unlisted' } }),
    actor('d', 'zoo', 300, 150),
  ],
  [
    tie('1', 'a', 'b', 'policy'),
    tie('2', 'b', 'c', 'knowledge', 'one-way', 5),
    tie('3', 'a', 'c', 'alliance', 'mutual', 2),
    tie('4', 'a', 'd', 'barter'),
  ],
);

describe('the legend', () => {
  test('lists the sectors and tie types that occur, in the order of the scheme, strangers last', () => {
    const scene = sceneOf(graph);
    expect(section(scene, 'sectors')?.entries.map(({ id, count }) => [id, count])).toEqual([
      ['government', 1],
      ['university', 2],
      ['zoo', 1],
    ]);
    expect(section(scene, 'tie-types')?.entries.map(({ id }) => id)).toEqual([
      'knowledge',
      'policy',
      'alliance',
      'barter',
    ]);
    expect(section(scene, 'direction')?.entries.map(({ id, count }) => [id, count])).toEqual([
      ['one-way', 3],
      ['mutual', 1],
    ]);
  });

  test('shows every entry as its marks look', () => {
    for (const theme of ['light', 'dark'] as const) {
      const scene = sceneOf(graph, { theme });
      for (const entry of section(scene, 'sectors')?.entries ?? []) {
        const marks = scene.actors.filter((mark) => mark.sector === entry.id);
        for (const { shape, fill, stroke } of marks)
          expect(entry.swatch).toMatchObject({ shape, fill, stroke });
      }
      for (const entry of section(scene, 'tie-types')?.entries ?? []) {
        for (const mark of scene.ties.filter(({ type }) => type === entry.id)) {
          expect(entry.swatch).toMatchObject({ colour: mark.colour, cap: mark.cap });
        }
      }
    }
  });

  test('names the mechanisms that ties are coloured by, and only then', () => {
    expect(section(sceneOf(graph), 'mechanisms')).toBeUndefined();
    const view = { ...graph.view, tieColour: 'mechanism' as const };
    const hidden = { ...NOTHING_HIDDEN, tieTypes: new Set(['alliance']) };
    const scene = sceneOf({ ...graph, view }, { hidden });
    const entries = section(scene, 'mechanisms')?.entries ?? [];
    // What the scheme lacks reads as symbiosis.
    expect(entries.map(({ id, count, total }) => [id, count, total])).toEqual([
      ['symbiosis', 2, 3],
      ['guarantee', 1, 1],
    ]);
    for (const { id, swatch } of entries)
      expect(swatch).toMatchObject({ colour: mechanismColour(id as Mechanism, 'light'), dash: [] });
    // Types are still told by dash, and each has the hue of its mechanism.
    const types = section(scene, 'tie-types')?.entries ?? [];
    expect(types.map(({ swatch }) => swatch.kind === 'tie' && swatch.colour)).toEqual(
      (['symbiosis', 'guarantee', 'symbiosis', 'symbiosis'] as const).map((id) =>
        mechanismColour(id, 'light'),
      ),
    );
    expect(
      section(sceneOf(mapOf([...graph.actors.values()], [], { tieColour: 'mechanism' })), 'mechanisms'),
    ).toBeUndefined();
  });

  test('keeps what is switched off, with what the map holds of it', () => {
    const hidden = { ...NOTHING_HIDDEN, sectors: new Set(['university']), tieTypes: new Set(['barter']) };
    const scene = sceneOf(graph, { hidden });
    expect(section(scene, 'sectors')?.entries.find(({ id }) => id === 'university')).toMatchObject({
      hidden: true,
      count: 0,
      total: 2,
    });
    expect(
      section(scene, 'tie-types')?.entries.map(({ id, hidden: off, count, total }) => [
        id,
        off,
        count,
        total,
      ]),
    ).toEqual([
      ['knowledge', false, 0, 1],
      ['policy', false, 0, 1],
      ['alliance', false, 0, 1],
      ['barter', true, 0, 1],
    ]);
  });

  test('names sizes at round values, drawn as large as such an actor would be', () => {
    const values = new Map([
      [
        'degree',
        new Map<string, number | null>([
          ['a', 1],
          ['b', 12],
          ['c', 5],
          ['d', null],
        ]),
      ],
    ]);
    const scene = sceneOf(graph, { values });
    const sizes = section(scene, 'size');
    expect(sizes?.title).toEqual({ en: 'Size: degree', zh: '大小：度' });
    expect(sizes?.entries.map(({ id }) => id)).toEqual(['2', '6', '12', 'none']);
    expect(sizes?.entries[2]?.swatch).toMatchObject({ diameter: scene.actorById.get('b')?.diameter });
    expect(sizes?.entries[3]?.swatch).toMatchObject({ diameter: scene.actorById.get('d')?.diameter });
  });

  test('is silent on sizes that are the same for all or still being computed', () => {
    expect(section(sceneOf(graph, { values: new Map() }), 'size')).toBeUndefined();
    expect(
      section(sceneOf({ ...graph, view: { ...graph.view, size: { kind: 'same' } } }), 'size'),
    ).toBeUndefined();
  });

  test('names one size when all have the same', () => {
    const values = new Map([
      [
        'degree',
        new Map<string, number | null>([
          ['a', 3],
          ['b', 3],
          ['c', 3],
          ['d', 3],
        ]),
      ],
    ]);
    const scene = sceneOf(graph, { values });
    expect(section(scene, 'size')?.entries.map(({ id }) => id)).toEqual(['3']);
    expect(section(scene, 'size')?.entries[0]?.swatch).toMatchObject({
      diameter: scene.actorById.get('a')?.diameter,
    });
  });

  test('is silent on widths and directions that say nothing', () => {
    const even = sceneOf(mapOf([...graph.actors.values()], [tie('3', 'a', 'c', 'alliance', 'mutual', 2)]));
    expect(section(even, 'tie-width')).toBeUndefined();
    expect(section(even, 'direction')).toBeUndefined();
  });

  test('lists categories in their order with colours, then those that the list lacks, then none', () => {
    const fields: Field[] = [
      {
        id: 'kind',
        on: 'actor',
        name: { en: 'Kind', zh: '类别' },
        kind: 'category',
        categories: ['p', 'q', 'r'],
      },
    ];
    const scheme = { ...graph.scheme, fields };
    const view = { ...graph.view, colour: { kind: 'field' as const, id: 'kind' } };
    const scene = sceneOf({ ...graph, scheme, view });
    const categories = section(scene, 'categories');
    expect(categories?.entries.map(({ id, count }) => [id, count])).toEqual([
      ['p', 1],
      ['q', 1],
      ['unlisted', 1],
      ['', 1],
    ]);
    expect(categories?.entries[1]?.swatch).toMatchObject({ fill: scene.actorById.get('a')?.fill });
    // The sectors are told by shape alone then.
    const fills = section(scene, 'sectors')?.entries.map(
      ({ swatch }) => swatch.kind === 'actor' && swatch.fill,
    );
    expect(new Set(fills).size).toBe(1);
    const less = sceneOf(
      { ...graph, scheme, view },
      { hidden: { ...NOTHING_HIDDEN, categories: new Set(['q', '']) } },
    );
    expect(less.actors.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  test('has a scale of colours for numbers, whose ticks have the colours of such actors', () => {
    const values = new Map([
      [
        'x',
        new Map<string, number | null>([
          ['a', 0],
          ['b', 10],
          ['c', 4],
          ['d', null],
        ]),
      ],
    ]);
    const scene = sceneOf(
      { ...graph, view: { ...graph.view, colour: { kind: 'measure', id: 'x' } } },
      { values },
    );
    const scale = section(scene, 'colour-scale');
    const at = (id: string): unknown => scale?.entries.find((entry) => entry.id === id)?.swatch;
    expect(at('0')).toMatchObject({ at: 0, colour: scene.actorById.get('a')?.fill });
    expect(at('4')).toMatchObject({ at: 0.4, colour: scene.actorById.get('c')?.fill });
    expect(at('10')).toMatchObject({ at: 1, colour: scene.actorById.get('b')?.fill });
    expect(scale?.gradient?.[0]).toBe(scene.actorById.get('a')?.fill);
    expect(at('none')).toMatchObject({ fill: scene.actorById.get('d')?.fill });
  });
});

describe('round numbers of a scale', () => {
  test('lie within the values and are told apart by their text', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const scale = numberScale(values);
        if (!scale) throw new Error('no scale');
        for (const ticks of [roundTicks(scale, 4), threeTicks(scale, (x) => x)]) {
          expect(ticks.length).toBeLessThanOrEqual(12);
          for (const tick of ticks) {
            expect(tick.value).toBeGreaterThanOrEqual(scale.min);
            expect(tick.value).toBeLessThanOrEqual(scale.max);
          }
        }
        expect(threeTicks(scale, (x) => x).length).toBeLessThanOrEqual(3);
      }),
    );
  });

  test('are written with the decimals that they need', () => {
    const texts = (...values: number[]): string[] => {
      const scale = numberScale(values);
      return scale ? roundTicks(scale, 3).map(({ text }) => text) : [];
    };
    expect(texts(0, 1)).toEqual(['0', '1']);
    expect(texts(0, 0.5, 1)).toEqual(['0.0', '0.5', '1.0']);
    expect(texts(0, 4000)).toEqual(['0', '1,000', '2,000', '3,000', '4,000']);
    expect(texts(-2, 2.5)).toEqual(['\u22122', '0', '2']);
    expect(texts(1, 2)).toEqual(['1', '2']);
    expect(texts(0.12345, 0.12345)).toEqual(['0.123']);
    expect(texts(3e9, 3e9)).toEqual(['3.0e9']);
  });
});

describe('colouring by group', () => {
  const actors = Array.from({ length: 20 }, (_, k) =>
    actor(`n${String(k).padStart(2, '0')}`, 'university', k, 0),
  );
  const crowd = mapOf(actors, [], { colour: { kind: 'group', id: 'communities' } });
  const names = Array.from({ length: 10 }, (_, k) => ({ en: `Community ${k + 1}`, zh: `社群 ${k + 1}` }));
  const groups = {
    title: { en: 'Communities', zh: '社群' },
    of: new Map(actors.map(({ id }, k) => [id, k === 19 ? -1 : k % 10])),
    names,
  };

  test('gives the largest groups a colour each, the others grey in one line, and counts all', () => {
    const scene = sceneOf(crowd, { groups });
    const entries = section(scene, 'groups')?.entries ?? [];
    expect(entries.map(({ label, count }) => [label.en, count])).toEqual([
      ...names.slice(0, 7).map(({ en }) => [en, 2]),
      ['3 smaller groups', 5],
      ['In no group', 1],
    ]);
    const fills = [...scene.actorById.values()].map(({ fill }) => fill);
    expect(fills[0]).toBe(fills[10]);
    expect(new Set(fills.slice(0, 7)).size).toBe(7);
    expect(fills[7]).toBe(fills[8]);
    expect(scene.actorById.get('n19')?.hollow).toBe(true);
  });

  test('leaves shapes to the sectors', () => {
    expect(section(sceneOf(crowd, { groups }), 'sectors')?.entries.map(({ id }) => id)).toEqual([
      'university',
    ]);
  });

  test('shows the sectors while the groups are being computed', () => {
    expect(section(sceneOf(crowd), 'groups')).toBeUndefined();
    expect(sceneOf(crowd).actorById.get('n00')?.hollow).toBe(false);
  });
});
