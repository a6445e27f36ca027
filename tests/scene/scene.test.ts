import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Graph } from '../../src/model/graph.ts';
import type { Field } from '../../src/model/scheme.ts';
import { mechanismColour } from '../../src/scene/palette.ts';
import { buildScene, diffScenes, NOTHING_HIDDEN, SceneBuilder } from '../../src/scene/scene.ts';
import type { Scene } from '../../src/scene/scene.ts';
import { actor, degrees, mapOf, randomMap, sceneInput, sceneOf, tie } from './maps.ts';

const NO_CHANGE = { added: [], removed: [], changed: [] };

const small = mapOf(
  [
    actor('a', 'government', 0, 0),
    actor('b', 'enterprise', 200, 0),
    actor('c', 'university', 100, 150),
    actor('d', 'intermediary', 300, 150),
  ],
  [
    tie('1', 'a', 'b', 'policy'),
    tie('2', 'b', 'c', 'knowledge', 'one-way', 5),
    tie('3', 'a', 'c', 'alliance', 'mutual', 2),
  ],
);

function markOf(scene: Scene, id: string): Scene['actors'][number] {
  const mark = scene.actorById.get(id);
  if (!mark) throw new Error(`no actor ${id}`);
  return mark;
}

describe('marks of actors', () => {
  test('tell the sector by shape and by colour', () => {
    const scene = sceneOf(small);
    expect(scene.actors.map((mark) => [mark.id, mark.shape, mark.fill])).toEqual([
      ['a', 'hexagon', '#d55e00'],
      ['b', 'round-rectangle', '#0072b2'],
      ['c', 'ellipse', '#009e73'],
      ['d', 'diamond', '#cc79a7'],
    ]);
  });

  test('have a shape of their own for a sector that the scheme lacks', () => {
    const mark = markOf(sceneOf(mapOf([actor('a', '__proto__', 0, 0)])), 'a');
    expect(mark.shape).toBe('octagon');
    expect(mark.sector).toBe('__proto__');
  });

  test('have areas that grow evenly with the value, from a smallest to a largest', () => {
    const values = new Map([
      [
        'x',
        new Map<string, number | null>([
          ['a', 0],
          ['b', 25],
          ['c', 100],
          ['d', null],
        ]),
      ],
    ]);
    const scene = sceneOf(
      { ...small, view: { ...small.view, size: { kind: 'measure', id: 'x' } } },
      { values },
    );
    expect(scene.actors.map((mark) => mark.diameter)).toEqual([22, 43, 64, 22]);
    expect(scene.actors.map((mark) => mark.hollow)).toEqual([false, false, false, true]);
  });

  test('are drawn empty where the value is not defined, and of usual size while nothing is computed', () => {
    const none = sceneOf(small, { values: new Map() });
    expect(new Set(none.actors.map((mark) => mark.diameter)).size).toBe(1);
    expect(none.actors.some((mark) => mark.hollow)).toBe(false);
    const values = new Map([['degree', new Map<string, number | null>([['a', 3]])]]);
    // b, c and d are new: their values are on the way.
    expect(sceneOf(small, { values }).actors.map((mark) => mark.hollow)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('never have a size or place that is not a number', () => {
    const value = fc.oneof(fc.double(), fc.integer(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(value, { minLength: 4, maxLength: 4 }), (given) => {
        const values = new Map([
          ['degree', new Map(['a', 'b', 'c', 'd'].map((id, k) => [id, given[k] ?? null]))],
        ]);
        for (const colour of ['sector', 'measure'] as const) {
          const view = {
            ...small.view,
            colour: colour === 'sector' ? { kind: colour } : { kind: colour, id: 'degree' },
          };
          for (const mark of sceneOf({ ...small, view }, { values }).actors) {
            expect(mark.diameter).toBeGreaterThanOrEqual(22);
            expect(mark.diameter).toBeLessThanOrEqual(64);
            expect(mark.fill).toMatch(/^#[0-9a-f]{6}$/);
          }
        }
      }),
    );
    const lost = markOf(sceneOf(mapOf([actor('a', 'other', NaN, Infinity)])), 'a');
    expect([lost.x, lost.y]).toEqual([0, 0]);
  });

  test('are coloured by the categories of a field, by a number, and hollow without a value', () => {
    const fields: Field[] = [
      { id: 'kind', on: 'actor', name: { en: 'Kind', zh: '类别' }, kind: 'category', categories: ['p', 'q'] },
      { id: 'constructor', on: 'actor', name: { en: 'Odd', zh: '怪' }, kind: 'number' },
    ];
    const actors = [
      actor('a', 'government', 0, 0, { fields: { kind: 'q' } }),
      actor('b', 'government', 0, 0, { fields: { kind: 'stranger' } }),
      actor('c', 'government', 0, 0),
    ];
    const view = (id: string): Partial<Graph['view']> => ({
      colour: { kind: 'field', id },
      size: { kind: 'same' },
    });
    const byKind = sceneOf(mapOf(actors, [], view('kind'), { fields }));
    expect(markOf(byKind, 'a').fill).toBe('#e69f00');
    expect(markOf(byKind, 'c').hollow).toBe(true);
    // One category more or less changes nobody else's colour.
    const fewer = sceneOf(mapOf(actors.slice(0, 1), [], view('kind'), { fields }));
    expect(markOf(fewer, 'a').fill).toBe('#e69f00');
    // A key that every object inherits is no value, and a field without numbers falls back on sectors.
    expect(markOf(sceneOf(mapOf(actors, [], view('constructor'), { fields })), 'a').fill).toBe('#d55e00');
    expect(markOf(sceneOf(mapOf(actors, [], view('gone'), { fields })), 'a').fill).toBe('#d55e00');
  });
});

describe('marks of ties', () => {
  test('tell type by dash and colour, weight by width, direction by arrows', () => {
    const [policy, knowledge, alliance] = sceneOf(small).ties;
    expect(policy).toMatchObject({ width: 1, colour: '#b2582d', cap: 'round', arrows: 'end' });
    expect(policy?.dash).toHaveLength(4);
    expect(knowledge?.dash).toHaveLength(2);
    expect(knowledge?.width).toBeGreaterThan(alliance?.width ?? Infinity);
    expect(alliance).toMatchObject({ dash: [], arrows: 'both' });
  });

  test('have no arrows on a map without directions', () => {
    const scene = sceneOf(mapOf([...small.actors.values()], [tie('3', 'a', 'c', 'alliance', 'mutual')]));
    expect(scene.ties[0]?.arrows).toBe('none');
  });

  test('are all of one width when asked, and of one colour', () => {
    const scene = sceneOf({ ...small, view: { ...small.view, width: 'same', tieColour: 'plain' } });
    expect(new Set(scene.ties.map((mark) => mark.width)).size).toBe(1);
    expect(new Set(scene.ties.map((mark) => mark.colour)).size).toBe(1);
  });

  test('have the hue of the mechanism that their type serves when asked, and keep their dashes', () => {
    const byType = sceneOf(small).ties;
    for (const theme of ['light', 'dark'] as const) {
      const view = { ...small.view, tieColour: 'mechanism' as const };
      const { ties } = sceneOf({ ...small, view }, { theme });
      // Policy guarantees; knowledge and alliance are symbiosis.
      expect(ties.map(({ colour }) => colour)).toEqual(
        (['guarantee', 'symbiosis', 'symbiosis'] as const).map((mechanism) =>
          mechanismColour(mechanism, theme),
        ),
      );
      expect(ties.map(({ dash }) => dash)).toEqual(byType.map(({ dash }) => dash));
    }
  });
});

describe('what is hidden', () => {
  test('is left out, a tie with either of its actors', () => {
    const scene = sceneOf(small, { hidden: { ...NOTHING_HIDDEN, sectors: new Set(['enterprise']) } });
    expect(scene.actors.map((mark) => mark.id)).toEqual(['a', 'c', 'd']);
    expect(scene.ties.map((mark) => mark.id)).toEqual(['3']);
    const noPolicy = sceneOf(small, {
      hidden: { ...NOTHING_HIDDEN, tieTypes: new Set(['policy']), actors: new Set(['d']) },
    });
    expect(noPolicy.actors.map((mark) => mark.id)).toEqual(['a', 'b', 'c']);
    expect(noPolicy.ties.map((mark) => mark.id)).toEqual(['2', '3']);
  });

  test('changes neither the sizes nor the colours of what stays', () => {
    const all = sceneOf(small);
    const some = sceneOf(small, { hidden: { ...NOTHING_HIDDEN, actors: new Set(['b']) } });
    for (const mark of some.actors) expect(mark).toEqual(markOf(all, mark.id));
  });
});

describe('from one scene to the next', () => {
  test('nothing changes when nothing changed, and the very same marks are used again', () => {
    const builder = new SceneBuilder();
    const graph = randomMap(60, 150, 1);
    const first = builder.build(sceneInput(graph));
    const second = builder.build(sceneInput({ ...graph, revision: 2 }));
    expect(diffScenes(first, second)).toEqual({ actors: NO_CHANGE, ties: NO_CHANGE });
    second.actors.forEach((mark, k) => expect(mark).toBe(first.actors[k]));
    second.ties.forEach((mark, k) => expect(mark).toBe(first.ties[k]));
    expect(diffScenes(first, buildScene(sceneInput(graph)))).toEqual({ actors: NO_CHANGE, ties: NO_CHANGE });
  });

  test('moving an actor changes its mark and nothing else', () => {
    const builder = new SceneBuilder();
    const first = builder.build(sceneInput(small));
    const moved = new Map(small.actors).set('b', actor('b', 'enterprise', 250, 10));
    const changes = diffScenes(first, builder.build(sceneInput({ ...small, actors: moved })));
    expect(changes.actors.changed.map(({ after }) => [after.id, after.x])).toEqual([['b', 250]]);
    expect(changes.actors).toMatchObject({ added: [], removed: [] });
    expect(changes.ties).toEqual(NO_CHANGE);
  });

  test('the changes, applied to the first scene, give the second', () => {
    const graph = randomMap(40, 100, 3);
    const subset = fc.uniqueArray(fc.constantFrom(...graph.actors.keys()), { maxLength: 40 });
    fc.assert(
      fc.property(subset, subset, fc.constantFrom('same', 'degree'), (hiddenBefore, hiddenAfter, size) => {
        const view = { ...graph.view, size: size === 'same' ? { kind: 'same' as const } : graph.view.size };
        const builder = new SceneBuilder();
        const first = builder.build(
          sceneInput(graph, { hidden: { ...NOTHING_HIDDEN, actors: new Set(hiddenBefore) } }),
        );
        const second = builder.build(
          sceneInput({ ...graph, view }, { hidden: { ...NOTHING_HIDDEN, actors: new Set(hiddenAfter) } }),
        );
        const changes = diffScenes(first, second);
        for (const kind of ['actors', 'ties'] as const) {
          const marks = new Map<string, unknown>(first[kind].map((mark) => [mark.id, mark]));
          for (const mark of changes[kind].removed) expect(marks.delete(mark.id)).toBe(true);
          for (const mark of changes[kind].added) expect(marks.has(mark.id)).toBe(false);
          for (const mark of changes[kind].added) marks.set(mark.id, mark);
          for (const { after } of changes[kind].changed) marks.set(after.id, after);
          expect([...marks.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark)).toEqual(
            second[kind],
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the whole', () => {
  test('has bounds that hold every mark and label', () => {
    const { bounds, actors } = sceneOf(small);
    for (const mark of actors) {
      expect(mark.x - mark.width / 2).toBeGreaterThanOrEqual(bounds.x1);
      expect(mark.y + mark.label.top + mark.label.height).toBeLessThanOrEqual(bounds.y2);
      expect(mark.x + mark.label.width / 2).toBeLessThanOrEqual(bounds.x2);
    }
    expect(sceneOf(mapOf([])).bounds).toEqual({ x1: 0, y1: 0, x2: 0, y2: 0 });
  });

  test('comes out the same whatever the order in which records were made', () => {
    const graph = randomMap(30, 60, 2);
    const shuffled = {
      ...graph,
      actors: new Map([...graph.actors].reverse()),
      ties: new Map([...graph.ties].reverse()),
    };
    expect(sceneOf(shuffled)).toEqual(sceneOf(graph));
  });

  test('is drawn in the language and theme of the reader', () => {
    const graph = mapOf([actor('a', 'university', 0, 0, { name: '高校', secondName: 'University' })]);
    expect(markOf(sceneOf(graph, { language: 'en' }), 'a').label.lines).toEqual(['University']);
    const dark = sceneOf(graph, { language: 'zh', theme: 'dark' });
    expect(markOf(dark, 'a').label).toMatchObject({ lines: ['高校'], colour: '#eceae5', halo: '#15181c' });
    expect(markOf(dark, 'a').fill).not.toBe('#009e73');
  });

  test('takes every value that a map of 2,000 actors and 6,000 ties may hold', () => {
    const graph = randomMap(2000, 6000, 9);
    const scene = buildScene(sceneInput(graph, { values: new Map([['degree', degrees(graph)]]) }));
    expect(scene.actors).toHaveLength(2000);
    expect(scene.ties).toHaveLength(6000);
  });
});
