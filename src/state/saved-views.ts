import type { SavedView } from '../model/view.ts';
import { lookOf, sameLook } from './look.ts';
import type { MapState } from './map.svelte.ts';
import type { Step } from './present-line.ts';

/** Nothing: the canvas works the whole map out for itself. */
const NOWHERE = { x1: 0, y1: 0, x2: 0, y2: 0 };

/** What is seen of the map now, as a view to be saved. */
export function viewNow(map: MapState, name: string): Omit<SavedView, 'id' | 'unknown'> {
  const { filter, selection, seen } = map;
  return {
    name,
    ...(seen &&
      !seen.whole && {
        frame: {
          x: seen.box.x1,
          y: seen.box.y1,
          width: seen.box.x2 - seen.box.x1,
          height: seen.box.y2 - seen.box.y1,
        },
      }),
    hiddenSectors: [...filter.hiddenSectors].sort(),
    hiddenTieTypes: [...filter.hiddenTieTypes].sort(),
    hiddenCategories: [...filter.hiddenCategories].sort(),
    ...(filter.focus && { focus: filter.focus }),
    ...(filter.when !== undefined && { when: filter.when }),
    actors: [...selection.actors].sort(),
    ties: [...selection.ties].sort(),
    spotlight: map.spotlight,
    look: lookOf(map.view),
  };
}

/**
 * The view that a step of the talk leads to from the one with this id, or from its beginning; past either end the last, or
 * the first, again. Undefined where there is none at that place.
 */
export function viewAt(views: readonly SavedView[], id: string | undefined, to: Step): SavedView | undefined {
  if (typeof to === 'number') return views[to];
  const at = views.findIndex((view) => view.id === id);
  return views[Math.min(views.length - 1, Math.max(0, to === 'next' ? at + 1 : at - 1))];
}

/** Shows what a saved view has kept, as far as the map still has it. Nothing of it is stored. */
export function showView(map: MapState, view: SavedView): void {
  const { actors, ties } = map.graph;
  map.filter = {
    hiddenSectors: new Set(view.hiddenSectors),
    hiddenTieTypes: new Set(view.hiddenTieTypes),
    hiddenCategories: new Set(view.hiddenCategories),
    focus: view.focus && actors.has(view.focus.actor) ? view.focus : undefined,
    when: view.when,
  };
  map.look = sameLook(view.look, map.graph.view) ? undefined : view.look;
  map.select(
    view.actors.filter((id) => actors.has(id)),
    view.ties.filter((id) => ties.has(id)),
  );
  map.spotlight = view.spotlight;
  const { frame } = view;
  const box = frame && { x1: frame.x, y1: frame.y, x2: frame.x + frame.width, y2: frame.y + frame.height };
  map.aim = { box: box ?? NOWHERE, whole: box === undefined, ease: true };
}
