import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphToDraft, ownText } from '../../src/formats/own-write.ts';
import type { ViewerData } from '../../src/figures/viewer/viewer-data.ts';
import type { Actor } from '../../src/model/graph.ts';
import { actor, mapOf, randomMap, tie } from '../scene/maps.ts';
import { buildCommand, ecotone } from './running.ts';

const folder = mkdtempSync(join(tmpdir(), 'ecotone-html-'));
const at = (name: string): string => join(folder, name);

beforeAll(buildCommand, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a map of 300 actors becomes one page of less than 450 kB, which can be opened again when that was asked for', async () => {
  writeFileSync(at('large.json'), ownText(graphToDraft(randomMap(300, 900, 1))));
  const made = await ecotone('html', at('large.json'), at('large.html'), '--lang', 'zh');
  expect(made).toMatchObject({ code: 0, error: '', output: `${at('large.html')}\n` });
  const html = readFileSync(at('large.html'), 'utf8');
  expect(Buffer.byteLength(html)).toBeLessThan(450_000);
  expect(html).toContain('<html lang="zh-Hans">');
  expect(html).toMatch(/content="default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-/u);
  expect(html).not.toContain('ecotone-map;');
});

test('a map keeps its groups, its style and its places', async () => {
  const map = mapOf(
    [
      actor('a', 'university', 10, 20),
      actor('b', 'university', 400, 20),
      { ...actor('c', 'enterprise', 0, 0), position: undefined } as unknown as Actor,
    ],
    [tie('t', 'a', 'b'), tie('u', 'b', 'c')],
    { colour: { kind: 'group', id: 'communities' }, palette: 'tol-bright' },
  );
  writeFileSync(at('groups.json'), ownText(graphToDraft(map)));
  expect((await ecotone('html', at('groups.json'), at('groups.html'))).code).toBe(0);
  const [, json = '{}'] = /id="map-data">([^<]*)</u.exec(readFileSync(at('groups.html'), 'utf8')) ?? [];
  const { actors, groups, look, scheme } = JSON.parse(json) as ViewerData;
  expect(actors.slice(0, 2).map(({ position }) => position)).toEqual([
    [10, 20],
    [400, 20],
  ]);
  expect(actors[2]?.position).toBeDefined();
  expect(groups?.of).toHaveLength(3);
  expect(look).toMatchObject({ colour: { kind: 'group', id: 'communities' }, palette: 'tol-bright' });
  expect(new Set(scheme.sectors.map(({ id }) => id)).size).toBe(scheme.sectors.length);
});

test('a table without places is laid out, and the page with its map is read by every other command', async () => {
  writeFileSync(at('ties.csv'), 'Source,Target\na,b\nb,c\nc,a\nc,d\n');
  const made = await ecotone('html', at('ties.csv'), at('ties.html'), '--with-map');
  expect(made.code).toBe(0);
  const [, json = '{}'] = /id="map-data">([^<]*)</u.exec(readFileSync(at('ties.html'), 'utf8')) ?? [];
  const { actors } = JSON.parse(json) as { actors: { position?: [number, number] }[] };
  expect(new Set(actors.map(({ position }) => position?.join(' '))).size).toBe(4);
  const info = await ecotone('info', at('ties.html'), '--json');
  expect(JSON.parse(info.output)).toMatchObject({ actors: 4, ties: 4 });
});

test('who has a place keeps it, and only the others are put somewhere', async () => {
  const map = randomMap(12, 20, 1);
  const [first, ...others] = [...map.actors.values()];
  if (!first) throw new Error('no actors');
  const { position: _gone, ...unplaced } = first;
  const actors = new Map([unplaced, ...others].map((one) => [one.id, one]));
  writeFileSync(at('partly.json'), ownText(graphToDraft({ ...map, actors })));
  expect((await ecotone('html', at('partly.json'), at('partly.html'))).code).toBe(0);
  const [, json = '{}'] = /id="map-data">([^<]*)</u.exec(readFileSync(at('partly.html'), 'utf8')) ?? [];
  const read = JSON.parse(json) as { actors: { id: string; position: [number, number] }[] };
  const places = new Map(read.actors.map(({ id, position }) => [id, position]));
  expect(others.map(({ id }) => places.get(id))).toEqual(others.map(({ position }) => position));
  expect(places.get(first.id)?.every(Number.isFinite)).toBe(true);
});

test('what is missing or wrong is said in one line', async () => {
  const without = await ecotone('html', at('ties.csv'));
  expect(without).toMatchObject({ code: 1, output: '' });
  expect(without.error).toContain('ecotone html FILE PAGE.html');
  const nowhere = await ecotone('html', at('ties.csv'), at('no/such/folder.html'));
  expect(nowhere.error).toMatch(/can't be written \(ENOENT\)/u);
  expect((await ecotone('html', at('ties.csv'), at('x.html'), '--lang', 'fr')).error).toContain('en, zh');
});
