import { expect, test } from 'vitest';
import { MapDocument } from '../../src/model/document.ts';
import type { Actor, Position } from '../../src/model/graph.ts';
import { emptyDraft, mapUpdates } from '../../src/model/make.ts';
import { placedBeside } from '../../src/state/beside.ts';

const actor = (id: string, position?: Position): Actor => ({
  ...{ id, name: id, sector: 'other', supply: {}, demand: {}, fields: {}, unknown: {} },
  ...(position ? { position } : {}),
});

async function graphOf(actors: readonly Actor[]) {
  const document = new MapDocument();
  await document.load(mapUpdates({ ...emptyDraft('map'), actors }), () => Promise.resolve());
  return document.graph;
}

test('what joins stands to the right of all that is there, in the shape that it had', async () => {
  const graph = await graphOf([actor('a', [-100, 0]), actor('b', [300, 200])]);
  const places = new Map<string, Position>([
    ['x', [0, 0]],
    ['y', [50, 80]],
  ]);
  const [x, y] = placedBeside(graph, [actor('x'), actor('y')], places).map(({ position }) => position);
  expect(x?.[0]).toBeGreaterThan(400);
  expect([(y?.[0] ?? 0) - (x?.[0] ?? 0), (y?.[1] ?? 0) - (x?.[1] ?? 0)]).toEqual([50, 80]);
  expect(((x?.[1] ?? 0) + (y?.[1] ?? 0)) / 2).toBe(100);
});

test('what joins an empty map stays where it was', async () => {
  const [x] = placedBeside(await graphOf([]), [actor('x')], new Map([['x', [7, 8] as const]]));
  expect(x?.position).toEqual([7, 8]);
});
