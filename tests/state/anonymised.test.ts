import { expect, test } from 'vitest';
import { readOne } from '../formats/reading.ts';
import { withMap } from '../../src/state/figures-with-maps.ts';
import type { MapState } from '../../src/state/map.svelte.ts';
import { buildScene, NOTHING_HIDDEN } from '../../src/scene/scene.ts';
import { anonymised } from '../../src/state/anonymised.ts';
import { NO_FILTER, visibleUnder, type Filter } from '../../src/state/visibility.ts';
import { degrees, mapOf, actor, randomMap, tie } from '../scene/maps.ts';

type Asked = Parameters<typeof anonymised>[0];

function mapState(graph: Asked['graph'], filter: Filter = NO_FILTER, id = 'Xy7secret'): Asked {
  const values = new Map([['degree', degrees(graph)]]);
  return {
    id,
    graph,
    view: graph.view,
    filter,
    visible: visibleUnder(graph, filter),
    measures: { values, groups: new Map() } as unknown as Asked['measures'],
  };
}

test('what is seen without names is drawn as it is with them: places, sizes, colours, legend', async () => {
  const graph = randomMap(30, 60, 2);
  const named = buildScene({
    graph,
    values: new Map([['degree', degrees(graph)]]),
    valueNames: () => ({ en: 'Degree', zh: '度' }),
    language: 'en',
    theme: 'light',
    hidden: NOTHING_HIDDEN,
  });
  const { scene, actors } = await anonymised(mapState(graph), { language: 'en' });
  const drawn = scene('light', 'en');
  expect(drawn.legend).toEqual(named.legend);
  for (const { id, x, y, diameter, fill, shape } of named.actors)
    expect(drawn.actorById.get(actors.get(id) ?? '')).toMatchObject({ x, y, diameter, fill, shape });
  const labels = drawn.actors.map(({ label }) => label.lines.join(' '));
  expect(
    labels.every((label) => /^(?:Government|Enterprise|University|Intermediary|Other) \d+$/u.test(label)),
  ).toBe(true);
  expect(scene('light', 'zh').actors[0]?.label.lines.join('')).toMatch(/^\p{Script=Han}+ \d+$/u);
});

test('what is hidden stays hidden, whatever its new id is', async () => {
  const graph = mapOf(
    [actor('a', 'university', 0, 0), actor('b', 'enterprise', 90, 0), actor('c', 'university', 0, 90)],
    [tie('t', 'a', 'c'), tie('u', 'a', 'b')],
  );
  const filter = { ...NO_FILTER, hiddenSectors: new Set(['enterprise']) };
  const { scene, graph: whole } = await anonymised(mapState(graph, filter), { language: 'en' });
  expect(scene('light', 'en').actors.map(({ sector }) => sector)).toEqual(['university', 'university']);
  expect(scene('light', 'en').ties).toHaveLength(1);
  expect(whole.actors.size).toBe(3);
});

test('the same map has the same numbers each time, another map others; the key is a file of its own', async () => {
  const graph = randomMap(40, 0, 1);
  const numbers = async (id: string): Promise<unknown> => [
    ...(await anonymised(mapState(graph, NO_FILTER, id), { language: 'en' })).actors,
  ];
  expect(await numbers('one')).toEqual(await numbers('one'));
  expect(await numbers('one')).not.toEqual(await numbers('two'));
  const titled = { ...graph, info: { title: '金华/2026', unknown: {} } };
  const { key } = await anonymised(mapState(titled), { language: 'zh' });
  expect(key.name).toBe('金华 2026 - 匿名对照表.csv');
  expect(await key.blob.text()).toContain('金华职业技术大学 0');
});

test('a figure without names holds the map without names', async () => {
  const graph = randomMap(5, 4, 1);
  const state = mapState(graph);
  const anonymous = await anonymised(state, { language: 'en' });
  const svg = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"></svg>'], { type: 'image/svg+xml' });
  const held = await withMap({ name: 'map.svg', blob: svg }, state as unknown as MapState, anonymous);
  expect(held.name).toBe('map.svg');
  const { draft } = readOne('map.svg', await held.blob.text());
  expect(draft.actors.map(({ name }) => name)).toEqual(
    [...anonymous.graph.actors.values()].map(({ name }) => name),
  );
  expect(draft.actors.some(({ name }) => /Leapmotor|Bureau/u.test(name))).toBe(false);
});
