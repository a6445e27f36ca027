import { afterEach, expect, it, vi } from 'vitest';
import { figureMap, MapFigures } from '../../src/state/map-figures.ts';
import type { MapState } from '../../src/state/map.svelte.ts';
import { DEFAULT_VIEW } from '../../src/model/view.ts';
import { actor, mapOf, tie } from '../scene/maps.ts';

const graph = mapOf(
  [actor('a', 'university', 0, 0), actor('b', 'enterprise', 9, 9), actor('c', 'enterprise', 5, 5)],
  [tie('t1', 'a', 'b'), tie('t2', 'b', 'c')],
);

type Seen = Pick<MapState, 'graph' | 'view' | 'visible'>;

afterEach(() => vi.unstubAllGlobals());

it('a figure is of what is seen, in the look that is shown', () => {
  const view = { ...DEFAULT_VIEW, width: 'same' as const };
  const hiding: Seen = {
    graph,
    view,
    visible: { actors: new Set(['b', 'c']), ties: new Set(['t2']), all: false },
  };
  const { graph: drawn } = figureMap(hiding);
  expect([...drawn.actors.keys()]).toEqual(['b', 'c']);
  expect([...drawn.ties.keys()]).toEqual(['t2']);
  expect(drawn.view.width).toBe('same');
});

it('the map, the kinds and the choices go to a worker, which is let go afterwards', () => {
  const posted: unknown[] = [];
  const ended = vi.fn();
  class FakeWorker {
    postMessage(message: unknown): void {
      posted.push(message);
    }
    addEventListener(): void {}
    terminate(): void {
      ended();
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
  const figures = new MapFigures();
  const visible = { actors: new Set(['a', 'b', 'c']), ties: new Set(['t1', 't2']), all: true };
  const map: Seen = { graph, view: graph.view, visible };
  void figures.draw(
    map,
    ['network', 'radar'],
    { language: 'zh', widthMm: 89 },
    { rounds: [{ name: 'r', graph }] },
  );
  figures.close();
  expect(posted[0]).toMatchObject({
    kind: 'run',
    input: { kinds: ['network', 'radar'], choices: { widthMm: 89 }, map: { rounds: [{ name: 'r' }] } },
  });
  expect(ended).toHaveBeenCalled();
});
