import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeNew, placeNewcomers, type Newcomer } from '../../src/layout/place.ts';
import { estimatedSize } from '../../src/layout/size.ts';
import type { Actor, Graph, Position, Tie } from '../../src/model/graph.ts';
import { actor, tie } from '../model/records.ts';
import { overlaps } from './inputs.ts';

function actorAt(id: string, position?: Position): Actor {
  return actor(id, { name: `Actor ${id}`, sector: 'enterprise', ...(position ? { position } : {}) });
}

function tieOf(source: string, target: string): Tie {
  return tie(`${source}-${target}`, source, target);
}

function graphOf(actors: readonly Actor[], ties: readonly Tie[] = []): Pick<Graph, 'actors' | 'ties'> {
  return {
    actors: new Map(actors.map((actor) => [actor.id, actor])),
    ties: new Map(ties.map((one) => [one.id, one])),
  };
}

const distance = (a: Position, b: Position): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

function at(places: ReadonlyMap<string, Position>, id: string): Position {
  const place = places.get(id);
  if (!place) throw new Error(`${id} has no place`);
  return place;
}

/** Which of the new actors cover an actor of the map or each other. */
function covered(
  graph: Pick<Graph, 'actors'>,
  places: ReadonlyMap<string, Position>,
  labels: boolean,
): number {
  const placed = [...graph.actors.values()].flatMap(({ id, name, position }) => {
    const place = places.get(id) ?? position;
    return place ? [{ id, name, place }] : [];
  });
  const sizes = placed.map(({ name }) => estimatedSize(name));
  const input = {
    radius: Float64Array.from(sizes, ({ radius }) => radius),
    labelWidth: Float64Array.from(sizes, ({ labelWidth }) => (labels ? labelWidth : 0)),
    labelHeight: Float64Array.from(sizes, ({ labelHeight }) => (labels ? labelHeight : 0)),
  };
  const x = Float64Array.from(placed, ({ place }) => place[0]);
  const y = Float64Array.from(placed, ({ place }) => place[1]);
  return overlaps(input, x, y).filter(
    ([i, j]) => places.has(placed[i]?.id ?? '') || places.has(placed[j]?.id ?? ''),
  ).length;
}

describe('a new actor', () => {
  const square = [
    actorAt('a', [0, 0]),
    actorAt('b', [400, 0]),
    actorAt('c', [400, 300]),
    actorAt('d', [0, 300]),
  ];

  it('starts beside its one partner, at the length of a tie', () => {
    const graph = graphOf([...square, actorAt('new')], [tieOf('new', 'a')]);
    const place = at(placeNew(graph, ['new']), 'new');
    expect(distance(place, [0, 0])).toBeGreaterThan(60);
    expect(distance(place, [0, 0])).toBeLessThan(180);
  });

  it('starts between its partners', () => {
    const graph = graphOf([...square, actorAt('new')], [tieOf('new', 'a'), tieOf('b', 'new')]);
    const [x, y] = at(placeNew(graph, ['new']), 'new');
    expect(Math.abs(x - 200)).toBeLessThan(120);
    expect(Math.abs(y)).toBeLessThan(120);
  });

  it('covers no mark and no label where there is room', () => {
    for (const ties of [
      [tieOf('new', 'a')],
      [tieOf('a', 'new'), tieOf('c', 'new')],
      square.map(({ id }) => tieOf(id, 'new')),
      [],
    ]) {
      const graph = graphOf([...square, actorAt('new')], ties);
      expect(covered(graph, placeNew(graph, ['new']), true)).toBe(0);
    }
  });

  it('without partners starts near the place asked for', () => {
    const graph = graphOf([...square, actorAt('new')]);
    expect(at(placeNew(graph, ['new'], { near: [200, 150] }), 'new')).toEqual([200, 150]);
    expect(distance(at(placeNew(graph, ['new'], { near: [0, 0] }), 'new'), [0, 0])).toBeLessThan(150);
  });

  it('without partners and without a place asked for starts at the lower edge of the map', () => {
    const graph = graphOf([...square, actorAt('new')]);
    const [x, y] = at(placeNew(graph, ['new']), 'new');
    expect(y).toBeGreaterThan(300);
    expect(y).toBeLessThan(500);
    expect(x).toBeCloseTo(200, 0);
  });

  it('starts at the origin of an empty map', () => {
    expect(at(placeNew(graphOf([actorAt('new')]), ['new']), 'new')).toEqual([0, 0]);
  });

  it('is not disturbed by a tie to itself or to someone without a place', () => {
    const graph = graphOf(
      [...square, actorAt('lost'), actorAt('new')],
      [tieOf('new', 'new'), tieOf('new', 'lost')],
    );
    expect(covered(graph, placeNew(graph, ['new']), true)).toBe(0);
  });

  it('that the map does not know gets no place', () => {
    expect(placeNew(graphOf(square), ['nobody']).size).toBe(0);
  });

  it('need not be on the map yet', () => {
    const newcomer: Newcomer = { id: 'new', partners: ['a'], size: estimatedSize('Actor new') };
    const onMap = graphOf([...square, actorAt('new')], [tieOf('new', 'a')]);
    expect(placeNewcomers(graphOf(square), [newcomer])).toEqual(placeNew(onMap, ['new']));
  });
});

describe('several new actors', () => {
  it('unroll from the map outwards, each beside its partner', () => {
    const graph = graphOf(
      [actorAt('a', [0, 0]), actorAt('x'), actorAt('y'), actorAt('z')],
      [tieOf('z', 'y'), tieOf('y', 'x'), tieOf('x', 'a')],
    );
    const places = placeNew(graph, ['z', 'y', 'x']);
    const chain: Position[] = [[0, 0], at(places, 'x'), at(places, 'y'), at(places, 'z')];
    for (let i = 1; i < chain.length; i++) {
      expect(distance(chain[i] ?? [0, 0], chain[i - 1] ?? [0, 0])).toBeLessThan(200);
    }
  });

  it('of a pasted group do not cover each other', () => {
    const ids = Array.from({ length: 60 }, (_, i) => `n${i}`);
    const graph = graphOf(ids.map((id) => actorAt(id)));
    const places = placeNew(graph, ids, { near: [10, 20] });
    expect(places.size).toBe(60);
    expect(covered(graph, places, true)).toBe(0);
  });
});

describe('on any map', () => {
  const coordinate = fc.integer({ min: -600, max: 600 });
  const maps = fc.record({
    positions: fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 }),
    news: fc.integer({ min: 1, max: 5 }),
    ties: fc.array(fc.tuple(fc.nat(70), fc.nat(70)), { maxLength: 25 }),
    near: fc.option(fc.tuple(coordinate, coordinate), { nil: undefined }),
  });

  it('places are finite, rounded, the same each time, in any order of the records, and touch no mark', () => {
    fc.assert(
      fc.property(maps, ({ positions, news, ties, near }) => {
        const old = positions.map((position, i) => actorAt(`o${i}`, position));
        const ids = Array.from({ length: news }, (_, i) => `n${i}`);
        const actors = [...old, ...ids.map((id) => actorAt(id))];
        const links = ties.flatMap(([s, t]) => {
          const source = actors[s % actors.length]?.id;
          const target = actors[t % actors.length]?.id;
          return source && target ? [tieOf(source, target)] : [];
        });
        const options = near ? { near } : {};
        const graph = graphOf(actors, links);
        const places = placeNew(graph, ids, options);
        expect([...places.keys()].sort()).toEqual(ids);
        for (const [x, y] of places.values()) {
          expect(Math.round(10 * x) / 10).toBe(x);
          expect(Math.round(10 * y) / 10).toBe(y);
        }
        const reversed = graphOf([...actors].reverse(), [...links].reverse());
        expect(placeNew(reversed, ids, options)).toEqual(places);
        for (const [id, place] of places) {
          for (const other of actors) {
            const there = places.get(other.id) ?? other.position;
            if (other.id !== id && there) expect(distance(place, there)).toBeGreaterThan(40);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
