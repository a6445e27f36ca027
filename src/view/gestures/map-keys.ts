import { moveActors } from '../../model/commands/move-actors.ts';
import type { Position } from '../../model/graph.ts';
import type { MapState } from '../../state/map.svelte.ts';
import { canvasView } from '../canvas/canvas-view.svelte.ts';
import { actionByKey, setTieType, typeOfDigit } from './map-actions.ts';
import {
  byDistance,
  clockwise,
  inReadingOrder,
  partnersOf,
  stepIn,
  towards,
  type Heading,
  type Spot,
} from './walk.ts';

const HEADINGS: ReadonlyMap<string, Heading> = new Map([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);
const AHEAD: Readonly<Record<Heading, Position>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** A nudge, in pixels of the screen. */
const NUDGE = 10;
const FINE_NUDGE = 1;

/** Keys that mean something on the map itself: walking, nudging, and single letters for what is selected. */
export class MapKeys {
  /** Whose partners Tab goes round, and where it is among them; without a centre it goes through all actors. */
  #round: { readonly centre: string | undefined; readonly at: string } | undefined;

  constructor(private readonly map: MapState) {}

  /** @param key as `shortcut` writes it @returns whether it was one of the map's */
  press(key: string, event: KeyboardEvent): boolean {
    // An open menu keeps its keys to itself: one that is still being fetched comes too late for what is asked now.
    canvasView.menu = undefined;
    if (canvasView.tying !== undefined && this.#whileTying(canvasView.tying, key, event)) return true;
    const heading = HEADINGS.get(event.key);
    const { actors, ties } = this.map.selection;
    if (heading && !event.ctrlKey && !event.metaKey) {
      if (event.shiftKey) return this.#nudge(heading, event.altKey ? FINE_NUDGE : NUDGE);
      return !event.altKey && this.#walk(heading);
    }
    if (key === 'Tab') return onSurface(event, actors.size > 0) && this.#goRound(event.shiftKey ? -1 : 1);
    if (key === 'F6' && onSurface(event, true)) return leaveMap();
    if (key === 'ContextMenu' || (key === 'F10' && event.shiftKey)) return openMenu(this.map);
    if (ties.size > 0 && /^[1-9]$/u.test(key) && !this.map.readOnly) {
      const type = typeOfDigit(this.map, Number(key));
      if (type !== undefined) setTieType(this.map, type);
      return true;
    }
    // A capital begins a name, unless Caps Lock makes it one.
    const plain = event.getModifierState('CapsLock') && !event.shiftKey ? key.toLowerCase() : key;
    return actionByKey(this.map, plain);
  }

  #whileTying(source: string, key: string, event: KeyboardEvent): boolean {
    const from = this.map.scene.actorById.get(source);
    if (!from) return false;
    const here = this.map.scene.actorById.get(canvasView.aimed ?? source) ?? from;
    const others = this.map.scene.actors.filter(({ id }) => id !== source);
    const heading = HEADINGS.get(event.key);
    if (heading) {
      const next = towards([here.x, here.y], heading, others);
      if (next !== undefined) aim(next);
    } else if (key === 'Tab') {
      const next = stepIn(byDistance([from.x, from.y], others), canvasView.aimed, event.shiftKey ? -1 : 1);
      if (next !== undefined) aim(next);
    } else if (key === 'Enter') {
      if (canvasView.aimed === undefined) return false;
      canvasView.controls?.tie(source, canvasView.aimed);
    } else if (/^[1-9]$/u.test(key)) {
      canvasView.lastTieType = typeOfDigit(this.map, Number(key)) ?? canvasView.lastTieType;
    } else if ([...key].length === 1 && key.trim() !== '')
      canvasView.controls?.askPartner(source, 'known', event.key);
    else return false;
    return true;
  }

  /** Along ties, from an actor to the partner in that direction; from a tie to its end there. */
  #walk(heading: Heading): boolean {
    const { scene, selection, centre } = this.map;
    const [actor, tie] = [[...selection.actors][0], [...selection.ties][0]];
    if (selection.actors.size + selection.ties.size > 1) return false;
    if (actor !== undefined) {
      const from = scene.actorById.get(actor);
      if (!from) return false;
      this.#select(towards([from.x, from.y], heading, this.#spots(partnersOf(scene.ties, actor))));
      return true;
    }
    if (tie !== undefined) {
      const ends = this.map.graph.ties.get(tie);
      const spots = ends ? this.#spots([ends.source, ends.target]) : [];
      const middle: Position = [
        spots.reduce((sum, { x }) => sum + x / spots.length, 0),
        spots.reduce((sum, { y }) => sum + y / spots.length, 0),
      ];
      this.#select(towards(middle, heading, spots));
      return true;
    }
    this.#select(byDistance(centre, scene.actors)[0]);
    return scene.actors.length > 0;
  }

  /** Round the partners of an actor and back to it; with nothing selected through all actors, and out at the end. */
  #goRound(by: 1 | -1): boolean {
    const { scene, selection } = this.map;
    const [only] = selection.actors;
    if (selection.ties.size > 0 || selection.actors.size > 1) return false;
    const round = this.#round?.at === only ? this.#round : undefined;
    if (only === undefined || (round && round.centre === undefined)) {
      const all = inReadingOrder(scene.actors);
      const at = only === undefined ? -1 : all.indexOf(only);
      const next = at < 0 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by];
      if (next === undefined) return false;
      this.#select(next);
      this.#round = { centre: undefined, at: next };
      return true;
    }
    const centre = scene.actorById.get(round?.centre ?? only);
    if (!centre) return false;
    const ring = [
      centre.id,
      ...clockwise([centre.x, centre.y], this.#spots(partnersOf(scene.ties, centre.id))),
    ];
    const next = stepIn(ring, only, by);
    if (next === undefined) return false;
    this.#select(next);
    this.#round = { centre: centre.id, at: next };
    return true;
  }

  #spots(ids: Iterable<string>): readonly Spot[] {
    return [...ids].flatMap((id) => this.map.scene.actorById.get(id) ?? []);
  }

  #select(id: string | undefined): void {
    if (id === undefined) return;
    this.map.select([id]);
    canvasView.controls?.focus();
    canvasView.controls?.keepInSight(id);
  }

  #nudge(heading: Heading, pixels: number): boolean {
    const { selection, graph } = this.map;
    if (selection.actors.size === 0 || this.map.readOnly) return false;
    const shown = canvasView.controls?.inWindow;
    const zoom = shown ? shown([1, 0])[0] - shown([0, 0])[0] : 1;
    const by = Math.max(0.1, pixels / zoom);
    const positions = new Map<string, Position>();
    for (const id of selection.actors) {
      const at = graph.actors.get(id)?.position;
      if (at) positions.set(id, [at[0] + AHEAD[heading][0] * by, at[1] + AHEAD[heading][1] * by]);
    }
    this.map.run(moveActors, { positions }, { quiet: true });
    return true;
  }
}

function aim(id: string): void {
  canvasView.aimAt(id);
  canvasView.controls?.keepInSight(id);
}

/** Whether the keyboard is on the map, or nowhere while something on the map is selected. */
function onSurface({ target }: KeyboardEvent, selected: boolean): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest('[role="application"]') !== null || (selected && target === document.body);
}

/** Tab goes round the map: this is the way out of it. */
function leaveMap(): boolean {
  const entry = document.querySelector<HTMLElement>('textarea[role="combobox"]');
  entry?.focus();
  return entry !== null;
}

/** Where what is selected is, or the middle of the map. */
function openMenu(map: MapState): boolean {
  const { controls } = canvasView;
  if (!controls) return false;
  const { actors, ties } = map.selection;
  const ids = [
    ...actors,
    ...[...ties].flatMap((id) => {
      const tie = map.graph.ties.get(id);
      return tie ? [tie.source, tie.target] : [];
    }),
  ];
  const marks = ids.flatMap((id) => map.scene.actorById.get(id) ?? []);
  const at: Position =
    marks.length === 0
      ? map.centre
      : [
          marks.reduce((sum, { x }) => sum + x / marks.length, 0),
          marks.reduce((sum, { y }) => sum + y / marks.length, 0),
        ];
  canvasView.menu = {
    on: actors.size + ties.size > 0 ? 'selection' : 'ground',
    pixel: controls.inWindow(at),
    at,
  };
  return true;
}
