import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareGraphs } from '../../src/model/compare.ts';
import type { Graph } from '../../src/model/graph.ts';
import { differenceMarks } from '../../src/scene/difference-marks.ts';
import { joinedScale } from '../../src/scene/number-scale.ts';
import { NOTHING_HIDDEN, SceneBuilder } from '../../src/scene/scene.ts';
import { sharedScenes, type SharedScenes } from '../../src/scene/shared-scenes.ts';
import { actor, degrees, mapOf, randomMap, tie } from './maps.ts';

function shared(...graphs: readonly Graph[]): SharedScenes {
  return sharedBy([], ...graphs);
}

function sharedBy(builders: readonly SceneBuilder[], ...graphs: readonly Graph[]): SharedScenes {
  return sharedScenes(
    graphs.map((graph) => ({ graph, values: new Map([['degree', degrees(graph)]]) })),
    {
      valueNames: () => ({ en: 'degree', zh: '度' }),
      language: 'en',
      theme: 'light',
      hidden: NOTHING_HIDDEN,
    },
    builders,
  );
}

const VIEW = { size: { kind: 'measure', id: 'degree' }, width: 'weight' } as const;
const base = mapOf(
  [actor('a', 'university', 0, 0), actor('b', 'enterprise', 100, 0), actor('c', 'government', 0, 100)],
  [tie('1', 'a', 'b', 'talent', 'one-way', 2), tie('2', 'b', 'c', 'talent', 'mutual', 1)],
  VIEW,
);
const other = mapOf(
  [
    actor('a', 'university', 500, 500),
    actor('b', 'enterprise', 100, 0, { name: 'Renamed' }),
    actor('d', 'intermediary', 300, 300),
  ],
  [tie('1', 'a', 'b', 'talent', 'one-way', 9), tie('3', 'a', 'd', 'funding'), tie('4', 'b', 'd', 'data')],
  VIEW,
);

describe('pictures of several states', () => {
  test('put an actor of several states in one place: where the base has it', () => {
    const { scenes } = shared(base, other);
    expect(scenes[1]?.actorById.get('a')).toMatchObject({ x: 0, y: 0 });
    expect(scenes[1]?.actorById.get('d')).toMatchObject({ x: 300, y: 300 });
  });

  test('have the same places, sizes for the same value and widths for the same weight, whatever the states', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.integer({ min: 2, max: 30 }), (one, two, count) => {
        const graphs = [randomMap(count, count, one, VIEW), randomMap(count + 3, 2 * count, two, VIEW)];
        const { scenes } = shared(...graphs);
        const sizes = new Map<number, number>();
        const widths = new Map<number, number>();
        const places = new Map<string, string>();
        for (const [k, graph] of graphs.entries()) {
          const values = degrees(graph);
          for (const mark of scenes[k]?.actors ?? []) {
            const value = values.get(mark.id) ?? -1;
            expect(sizes.get(value) ?? mark.diameter).toBe(mark.diameter);
            sizes.set(value, mark.diameter);
            const place = `${mark.x} ${mark.y}`;
            expect(places.get(mark.id) ?? place).toBe(place);
            places.set(mark.id, place);
          }
          for (const mark of scenes[k]?.ties ?? []) {
            const weight = graph.ties.get(mark.id)?.weight ?? -1;
            expect(widths.get(weight) ?? mark.width).toBe(mark.width);
            widths.set(weight, mark.width);
            expect(mark.opacity).toBe(scenes[0]?.ties[0]?.opacity ?? mark.opacity);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('are drawn anew only where something differs when the builders of before are kept', () => {
    const builders = [new SceneBuilder(), new SceneBuilder()];
    const first = sharedBy(builders, base, other);
    expect(first).toEqual(shared(base, other));
    const again = sharedBy(builders, base, other);
    for (const [k, { actors }] of again.scenes.entries())
      for (const mark of actors) expect(mark).toBe(first.scenes[k]?.actorById.get(mark.id));
  });

  test('share one legend, which names what any of them holds, in order', () => {
    const { legend, scenes } = shared(base, other);
    const sectors = legend.find(({ kind }) => kind === 'sectors');
    expect(sectors?.entries.map(({ id }) => id)).toEqual([
      'government',
      'enterprise',
      'university',
      'intermediary',
    ]);
    const widths = (of: typeof legend | undefined) => of?.find(({ kind }) => kind === 'tie-width')?.entries;
    expect(widths(scenes[0]?.legend)).toEqual(widths(legend));
    expect(widths(scenes[1]?.legend)).toEqual(widths(legend));
  });

  test('are drawn in the style of the base, and groups lend no colour', () => {
    const grouped = mapOf([...base.actors.values()], [], { colour: { kind: 'group', id: 'communities' } });
    const { scenes, legend } = shared(grouped, other);
    expect(legend.some(({ kind }) => kind === 'groups')).toBe(false);
    expect(scenes[1]?.actorById.get('b')?.fill).toBe(scenes[0]?.actorById.get('b')?.fill);
  });

  test('a scale of several reaches over all, and is whole where all are', () => {
    const whole = { min: 1, max: 4, even: false, whole: true };
    expect(joinedScale([whole, { min: 0.5, max: 2, even: false, whole: false }])).toEqual({
      min: 0.5,
      max: 4,
      even: false,
      whole: false,
    });
    expect(joinedScale([whole, null])).toEqual(whole);
    expect(joinedScale([null])).toBeNull();
  });
});

describe('the lit differences', () => {
  const { scenes } = shared(base, other);
  const [before, after] = scenes;
  const marks = before && after && differenceMarks(compareGraphs(base, other), before, after);

  test('show what is gone where it was, and the rest as it is', () => {
    expect(marks?.actors.map(({ kind, mark: { id } }) => `${kind} ${id}`)).toEqual([
      'removed c',
      'changed b',
      'added d',
    ]);
    expect(marks?.ties.map(({ kind, tie: { id } }) => `${kind} ${id}`)).toEqual([
      'removed 2',
      'changed 1',
      'added 3',
      'added 4',
    ]);
    expect(marks?.actors[0]?.mark).toBe(before?.actorById.get('c'));
    expect(marks?.actors[2]?.mark).toBe(after?.actorById.get('d'));
  });

  test('of a state against itself are none', () => {
    expect(before && differenceMarks(compareGraphs(base, base), before, before)).toEqual({
      actors: [],
      ties: [],
    });
  });
});
