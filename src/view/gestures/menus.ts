import type { Localized } from '../../base/localized.ts';
import {
  alignActors,
  ALIGNMENTS,
  alignmentName,
  distributeActors,
  distributionName,
  DISTRIBUTIONS,
} from '../../model/commands/align.ts';
import type { Sector, TieType } from '../../model/scheme.ts';
import { ecotone } from '../../state/ecotone.svelte.ts';
import type { MapState } from '../../state/map.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import { preferences } from '../../state/preferences.svelte.ts';
import { canvasView, type MenuRequest } from '../canvas/canvas-view.svelte.ts';
import {
  allPinned,
  MAP_ACTIONS,
  setSector,
  setTieType,
  type ActionId,
  type MapAction,
} from './map-actions.ts';
import { REASONS } from './reasons.ts';

/** A line of a menu. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** As commands write it. */
  readonly key?: string;
  /** Why it cannot be chosen now. */
  readonly reason?: Localized;
  readonly danger?: true;
  /** Begins a new group. */
  readonly apart?: true;
  /** Of several of which one holds. */
  readonly checked?: boolean;
  readonly swatch?: Sector | TieType;
  readonly run?: () => void;
  /** What it opens instead. */
  readonly entries?: readonly MenuEntry[];
}

/** What can be done where a menu was asked for. `typeLine` puts words into quick entry. */
export function menuFor(
  map: MapState,
  request: MenuRequest,
  typeLine: (text: string) => void,
): readonly MenuEntry[] {
  return request.on === 'ground' ? groundMenu(map, request, typeLine) : selectionMenu(map, request);
}

function selectionMenu(map: MapState, request: MenuRequest): readonly MenuEntry[] {
  const t = preferences.t.gestures;
  const { actors, ties } = map.selection;
  const single = actors.size === 1 && ties.size === 0;
  const entries: MenuEntry[] = [];
  if (single) entries.push(action(map, 'rename'), action(map, 'newTied'), action(map, 'startTie'));
  if (ties.size > 0)
    entries.push(
      { id: 'type', label: t.tieType, ...kept(map), entries: types(map) },
      action(map, 'reverse'),
      action(map, 'heavier'),
      action(map, 'lighter'),
    );
  if (actors.size > 0)
    entries.push(
      { id: 'sector', label: t.sector, apart: true, ...kept(map), entries: sectors(map) },
      { ...action(map, 'pin'), label: allPinned(map) ? t.unpin : t.actions.pin },
      action(map, 'duplicate'),
    );
  if (actors.size > 1) entries.push({ id: 'align', label: t.align, ...kept(map), entries: alignments(map) });
  if (actors.size > 0) entries.push(action(map, 'tidy'));
  if (actors.size > 0) entries.push({ ...action(map, 'selectPartners'), apart: true });
  entries.push(
    {
      ...action(map, 'whatIf'),
      ...(!single && { label: actors.size + ties.size === 1 ? t.whatIfTie : t.whatIfThey }),
    },
    {
      id: 'centre',
      label: t.centreHere,
      ...(actors.size === 0 && { apart: true }),
      run: () => canvasView.controls?.centre(request.at),
    },
    { ...action(map, 'remove'), apart: true, danger: true },
  );
  return entries;
}

function groundMenu(
  map: MapState,
  request: MenuRequest,
  typeLine: (text: string) => void,
): readonly MenuEntry[] {
  const t = preferences.t.gestures;
  return [
    { ...action(map, 'addHere'), run: () => canvasView.controls?.addAt(request.at) },
    {
      id: 'paste',
      label: t.paste,
      key: 'Mod+v',
      ...(map.readOnly ? { reason: REASONS.readOnly } : canRead() ? {} : { reason: REASONS.clipboard }),
      run: () => void paste(typeLine),
    },
    { ...action(map, 'selectAll'), apart: true },
    action(map, 'fit'),
    { id: 'centre', label: t.centreHere, run: () => canvasView.controls?.centre(request.at) },
  ];
}

function action(map: MapState, id: ActionId): MenuEntry {
  const found: MapAction = MAP_ACTIONS[id];
  const answer = found.available(map);
  const [key] = found.keys;
  return {
    id,
    label: preferences.t.gestures.actions[id],
    ...(key !== undefined && { key }),
    ...(answer !== true && { reason: answer }),
    run: () => found.run(map),
  };
}

function kept(map: MapState): { readonly reason?: Localized } {
  return map.readOnly ? { reason: REASONS.readOnly } : {};
}

function types(map: MapState): readonly MenuEntry[] {
  const held = new Set([...map.selection.ties].map((id) => map.graph.ties.get(id)?.type));
  return map.graph.scheme.tieTypes.map((type, k) => ({
    id: type.id,
    label: preferences.say(type.name),
    swatch: type,
    checked: held.size === 1 && held.has(type.id),
    ...(k < 9 && { key: String(k + 1) }),
    run: () => setTieType(map, type.id),
  }));
}

function sectors(map: MapState): readonly MenuEntry[] {
  const held = new Set([...map.selection.actors].map((id) => map.graph.actors.get(id)?.sector));
  return map.graph.scheme.sectors.map((sector) => ({
    id: sector.id,
    label: preferences.say(sector.name),
    swatch: sector,
    checked: held.size === 1 && held.has(sector.id),
    run: () => setSector(map, sector.id),
  }));
}

function alignments(map: MapState): readonly MenuEntry[] {
  const lined = alignActors.available(map.graph, map.selection);
  const spread = distributeActors.available(map.graph, map.selection);
  const args = { ids: [...map.selection.actors], extents: map.scene.actorById };
  return [
    ...ALIGNMENTS.map((to) => ({
      id: to,
      label: preferences.say(alignmentName(to)),
      ...(lined !== true && { reason: lined }),
      ...(to === 'top' && { apart: true as const }),
      run: () => map.run(alignActors, { ...args, to }, { keepSelection: true }),
    })),
    ...DISTRIBUTIONS.map((along) => ({
      id: along,
      label: preferences.say(distributionName(along)),
      ...(spread !== true && { reason: spread }),
      ...(along === 'horizontal' && { apart: true as const }),
      run: () => map.run(distributeActors, { ...args, along }, { keepSelection: true }),
    })),
  ];
}

/** Absent on a page that came over plain http from another machine. */
function canRead(): boolean {
  return 'clipboard' in navigator && 'readText' in navigator.clipboard;
}

/** Several lines are a table to be reviewed, as when they are pasted by key; one is quick entry's. */
async function paste(typeLine: (text: string) => void): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    notices.info(REASONS.clipboard);
    return;
  }
  if (/\n/u.test(text.trim())) ecotone.openText(text);
  else if (text.trim() !== '') typeLine(text.trim());
}
