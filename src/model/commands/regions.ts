import { problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import type { Graph } from '../graph.ts';
import { viewChanges } from '../records.ts';
import type { Region } from '../view.ts';
import type { Command } from './command.ts';

/** Left free around the middles of actors: room for their marks and labels. In map units. */
const MARGIN = 60;

type Box = Omit<Region, 'id'>;

/** An area, or that around some actors. */
export type LockRegionArgs = { readonly box: Box } | { readonly actors: Iterable<string> };

/** Whoever is within the area keeps their place when the map is arranged. */
export const lockRegion: Command<LockRegionArgs> = {
  id: 'lock-region',
  title: { en: 'Lock this area', zh: '锁定此区域' },
  keys: [],
  available: (_graph, selection) =>
    selection.actors.size > 0 || {
      en: 'Select the actors of the area first.',
      zh: '请先选中该区域内的主体。',
    },
  plan(graph, args, { newId }) {
    const box = 'box' in args ? args.box : boxAround(graph, args.actors);
    if (!box || !(box.width > 0 && box.height > 0) || !Object.values(box).every(Number.isFinite))
      return failed(
        problem('area-empty', {
          en: 'There is no area to lock: select actors that have a place on the map.',
          zh: '没有可锁定的区域：请选中地图上已有位置的主体。',
        }),
      );
    const region: Region = {
      id: newId(),
      x: rounded(box.x),
      y: rounded(box.y),
      width: rounded(box.width),
      height: rounded(box.height),
    };
    return ok({
      step: { en: 'Lock an area', zh: '锁定区域' },
      writes: [{ kind: 'set-single', single: 'view', changes: viewChanges({ regions: [region] }) }],
    });
  },
};

export const unlockRegion: Command<{ readonly id: string }> = {
  id: 'unlock-region',
  title: { en: 'Unlock the area', zh: '解除区域锁定' },
  keys: [],
  available: (graph) =>
    graph.view.regions.length > 0 || { en: 'No area is locked.', zh: '没有已锁定的区域。' },
  plan(graph, { id }) {
    if (!graph.view.regions.some((region) => region.id === id))
      return failed(
        problem('area-missing', {
          en: 'This area is no longer locked; it may have been unlocked in another window. Nothing was changed.',
          zh: '该区域已不再锁定，可能已在另一窗口中解除。未作更改。',
        }),
      );
    return ok({
      step: { en: 'Unlock an area', zh: '解除区域锁定' },
      writes: [{ kind: 'set-single', single: 'view', changes: new Map([[`region:${id}`, undefined]]) }],
    });
  },
};

function boxAround(graph: Graph, actors: Iterable<string>): Box | undefined {
  const places = [...actors].flatMap((id) => {
    const place = graph.actors.get(id)?.position;
    return place ? [place] : [];
  });
  if (places.length === 0) return undefined;
  const left = Math.min(...places.map(([x]) => x)) - MARGIN;
  const top = Math.min(...places.map(([, y]) => y)) - MARGIN;
  return {
    x: left,
    y: top,
    width: Math.max(...places.map(([x]) => x)) + MARGIN - left,
    height: Math.max(...places.map(([, y]) => y)) + MARGIN - top,
  };
}

/** To 0.1 map unit, as places of actors are. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
