import { describe, expect, test } from 'vitest';
import { viewerData } from '../../src/figures/viewer/viewer-data.ts';
import { Camera } from '../../src/viewer/camera.svelte.ts';
import { placesBy } from '../../src/viewer/places.ts';
import { Pointers } from '../../src/viewer/pointers.ts';
import { Reading } from '../../src/viewer/reading.svelte.ts';
import type { View } from '../../src/model/view.ts';
import { NOTHING_HIDDEN, buildScene } from '../../src/scene/scene.ts';
import { degrees, mapOf, actor, tie, randomMap } from '../scene/maps.ts';

const NAMES = { en: 'Degree', zh: '度' };

function readingOf(graph: Parameters<typeof degrees>[0]): Reading {
  const values = new Map([['degree', degrees(graph)]]);
  const data = viewerData({
    version: '1',
    language: 'en',
    graph,
    measures: ['degree'],
    values,
    details: false,
  });
  return new Reading(JSON.parse(JSON.stringify(data)) as typeof data, 'light');
}

describe('the reader of a page', () => {
  test.each<[string, Partial<View>]>([
    ['as maps are at first', {}],
    [
      'in a style of its own',
      {
        ...{ palette: 'tol-bright', numbers: 'viridis', labelSize: 1.4, markSize: 1.2, tieSize: 1.5 },
        ...{ colour: { kind: 'measure', id: 'degree' }, width: 'same' },
      },
    ],
  ])('sees the marks that the app draws, to the bit: %s', (_, view) => {
    const graph = randomMap(40, 100, 5, view);
    const app = buildScene({
      graph,
      values: new Map([['degree', degrees(graph)]]),
      valueNames: () => NAMES,
      language: 'en',
      theme: 'light',
      hidden: NOTHING_HIDDEN,
    });
    const { scene } = readingOf(graph);
    expect(scene.actors).toEqual(app.actors);
    expect(scene.ties).toEqual(app.ties);
    expect(scene.legend).toEqual(app.legend);
  });

  const graph = mapOf(
    [actor('a', 'university', 0, 0), actor('b', 'enterprise', 90, 0), actor('c', 'enterprise', 0, 90)],
    [
      tie('t', 'a', 'b', 'talent', 'one-way', 2),
      tie('u', 'c', 'a', 'alliance', 'mutual', 5),
      tie('v', 'c', 'a'),
    ],
  );

  test('has the ties of an actor, strongest first, each as that actor sees it', () => {
    const seen = readingOf(graph).tiesOf('a');
    expect(seen.map(({ tie: { id }, way, other }) => [id, way, other.id])).toEqual([
      ['u', 'mutual', 'c'],
      ['t', 'gives', 'b'],
      ['v', 'receives', 'c'],
    ]);
  });

  test('hides what the legend hides, and shows all again', () => {
    const reading = readingOf(graph);
    reading.toggle('sectors', 'enterprise');
    expect(reading.scene.actors.map(({ id }) => id)).toEqual(['a']);
    expect(reading.tiesOf('a')).toEqual([]);
    expect(reading.hides).toBe(true);
    reading.showAll();
    expect(reading.scene.actors).toHaveLength(3);
    reading.toggle('tie-types', 'alliance');
    expect(reading.tiesOf('a').map(({ tie: { id } }) => id)).toEqual(['t', 'v']);
  });
});

describe('the camera of a page', () => {
  function camera(): Camera {
    const made = new Camera();
    made.width = 1000;
    made.height = 500;
    return made;
  }

  test('fits all of the map into what panels leave free', () => {
    const made = camera();
    made.fit({ x1: 0, y1: 0, x2: 1000, y2: 1000 }, { top: 50, right: 100, bottom: 50, left: 0 });
    const [left, top] = made.onMap([0, 50]);
    const [right, bottom] = made.onMap([900, 450]);
    expect([left <= 0, top, right >= 1000, bottom]).toEqual([true, 0, true, 1000]);
  });

  test('zooms about the pointer, and pans with it', () => {
    const made = camera();
    const before = made.onMap([200, 100]);
    made.zoomBy(1.7, [200, 100]);
    const after = made.onMap([200, 100]);
    expect(after[0]).toBeCloseTo(before[0], 9);
    expect(after[1]).toBeCloseTo(before[1], 9);
    made.panBy(30, -20);
    const moved = made.onMap([230, 80]);
    expect(moved[0]).toBeCloseTo(before[0], 9);
    expect(moved[1]).toBeCloseTo(before[1], 9);
  });

  test('never loses the map out of the window', () => {
    const made = camera();
    const whole = { x1: 0, y1: 0, x2: 200, y2: 100 };
    made.show(whole, { top: 0, right: 0, bottom: 0, left: 0 });
    for (let k = 0; k < 200; k++) made.panBy(90, -40);
    for (let k = 0; k < 12; k++) made.zoomBy(1.5, [0, 0]);
    const [[left, top], [right, bottom]] = [made.onMap([0, 0]), made.onMap([made.width, made.height])];
    expect(left < whole.x2 && right > whole.x1).toBe(true);
    expect(top < whole.y2 && bottom > whole.y1).toBe(true);
  });

  test('two fingers that part zoom in; a press that stays is no drag', () => {
    const made = camera();
    const pointers = new Pointers(made);
    pointers.press(1, [400, 250]);
    pointers.move(1, [402, 251]);
    expect([pointers.dragged, made.x, made.y]).toEqual([false, 0, 0]);
    pointers.press(2, [500, 250]);
    pointers.move(2, [598, 250]);
    expect(made.zoom).toBeCloseTo(2, 1);
    expect(pointers.dragged).toBe(true);
    pointers.release(1);
    pointers.release(2);
    expect(pointers.pressed).toBe(false);
  });

  test('a press that ended outside the window drags no more', () => {
    const made = camera();
    const pointers = new Pointers(made);
    pointers.press(1, [400, 250]);
    pointers.move(1, [300, 250], false);
    expect([pointers.pressed, made.x, made.y]).toEqual([false, 0, 0]);
  });
});

test('equal values share a place, and undefined ones have none', () => {
  const places = placesBy(
    new Map([
      ['a', 3],
      ['b', 5],
      ['c', 3],
      ['d', null],
      ['e', 1],
    ]),
  );
  expect([...places].sort()).toEqual([
    ['a', { place: 2, of: 4 }],
    ['b', { place: 1, of: 4 }],
    ['c', { place: 2, of: 4 }],
    ['e', { place: 4, of: 4 }],
  ]);
});
