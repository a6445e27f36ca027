import type { Localized } from '../../base/localized.ts';
import { duplicate } from '../../model/commands/duplicate.ts';
import { editActors } from '../../model/commands/edit-actors.ts';
import { editTies, reverseTies } from '../../model/commands/edit-ties.ts';
import { remove } from '../../model/commands/remove.ts';
import { stepWeights } from '../../model/commands/step-weights.ts';
import { ecotone } from '../../state/ecotone.svelte.ts';
import type { MapState } from '../../state/map.svelte.ts';
import { notices } from '../../state/notices.svelte.ts';
import { stressOnMap } from '../../state/stress-marks.svelte.ts';
import { canvasView } from '../canvas/canvas-view.svelte.ts';
import { place as diagnosisPlace } from '../diagnosis/place.svelte.ts';
import { noSuchType, REASONS } from './reasons.ts';
import { partnersOf } from './walk.ts';

/** Something that is done to what is selected, or to the map, by a key or from a menu. */
export interface MapAction {
  /** Written as commands write them; the first is the one that menus print. */
  readonly keys: readonly string[];
  /** True, or the reason why not. */
  readonly available: (map: MapState) => true | Localized;
  readonly run: (map: MapState) => void;
}

type Need = (map: MapState) => true | Localized;

const writable: Need = (map) => !map.readOnly || REASONS.readOnly;
const actors: Need = ({ selection }) => selection.actors.size > 0 || REASONS.actors;
const ties: Need = ({ selection }) => selection.ties.size > 0 || REASONS.ties;
const oneActor: Need = ({ selection }) =>
  (selection.actors.size === 1 && selection.ties.size === 0) || REASONS.oneActor;
const something: Need = ({ selection }) =>
  selection.actors.size + selection.ties.size > 0 || REASONS.something;
const peopled: Need = ({ graph }) => graph.actors.size > 0 || REASONS.empty;
const resting: Need = ({ arranging }) => !arranging.running || REASONS.arranging;

function all(...needs: readonly Need[]): Need {
  return (map) => {
    for (const need of needs) {
      const answer = need(map);
      if (answer !== true) return answer;
    }
    return true;
  };
}

const onlyActor = ({ selection }: MapState): string => [...selection.actors][0] ?? '';

function partners({ selection, scene }: MapState): ReadonlySet<string> {
  return new Set([...selection.actors].flatMap((id) => [...partnersOf(scene.ties, id)]));
}

export const MAP_ACTIONS = {
  rename: {
    keys: ['F2'],
    available: all(writable, oneActor),
    run: (map) => canvasView.controls?.rename(onlyActor(map)),
  },
  newTied: {
    keys: ['n'],
    available: all(writable, oneActor, resting),
    run: (map) => canvasView.controls?.askPartner(onlyActor(map), 'new'),
  },
  startTie: {
    keys: ['e', 'Alt+e'],
    available: all(writable, oneActor),
    run: (map) => canvasView.startTie(onlyActor(map)),
  },
  reverse: {
    keys: ['r', 'Alt+r'],
    available: all(
      writable,
      ties,
      ({ selection, graph }) =>
        [...selection.ties].some((id) => graph.ties.get(id)?.direction === 'one-way') || REASONS.mutual,
    ),
    run: (map) => map.run(reverseTies, { ids: [...map.selection.ties] }, { keepSelection: true }),
  },
  heavier: {
    keys: ['+', '='],
    available: all(writable, ties),
    run: (map) => stepWeight(map, 1),
  },
  lighter: {
    keys: ['-'],
    available: all(writable, ties),
    run: (map) => stepWeight(map, -1),
  },
  pin: {
    keys: ['p', 'Alt+p'],
    available: all(writable, actors),
    run: (map) => {
      const ids = [...map.selection.actors];
      map.run(editActors, { ids, changes: { pinned: !allPinned(map) } }, { keepSelection: true });
    },
  },
  duplicate: {
    keys: ['Mod+d'],
    available: all(writable, actors),
    run: (map) => map.run(duplicate, { ids: [...map.selection.actors] }),
  },
  tidy: {
    keys: [],
    available: all(writable, actors, resting, (map) => !allPinned(map) || REASONS.held),
    run: (map) => void map.tidy(map.selection.actors),
  },
  selectPartners: {
    keys: [],
    available: all(actors, (map) => partners(map).size > 0 || REASONS.noPartners),
    run: (map) => map.select([...map.selection.actors, ...partners(map)]),
  },
  whatIf: {
    keys: [],
    available: something,
    run: ({ selection }) => {
      stressOnMap.shock = { kind: 'parts', actors: [...selection.actors], ties: [...selection.ties] };
      diagnosisPlace.tab = 'stress';
      ecotone.show('diagnosis');
    },
  },
  remove: {
    keys: ['Delete', 'Backspace'],
    available: all(writable, something),
    run: (map) => map.run(remove, { actors: [...map.selection.actors], ties: [...map.selection.ties] }),
  },
  addHere: {
    keys: ['Alt+n'],
    available: all(writable, resting),
    run: () => canvasView.controls?.addHere(),
  },
  selectAll: {
    keys: ['Mod+a'],
    available: peopled,
    run: (map) => map.select(map.visible.actors),
  },
  fit: {
    keys: ['Mod+0'],
    available: () => true,
    run: () => canvasView.controls?.fit(),
  },
} as const satisfies Readonly<Record<string, MapAction>>;

export type ActionId = keyof typeof MAP_ACTIONS;

const BY_KEY: ReadonlyMap<string, MapAction> = new Map(
  Object.values<MapAction>(MAP_ACTIONS).flatMap((action) => action.keys.map((key) => [key, action])),
);

/** Does what a key stands for. @returns whether it stands for something that can be done now */
export function actionByKey(map: MapState, key: string): boolean {
  const action = BY_KEY.get(key);
  if (action?.available(map) !== true) return false;
  action.run(map);
  return true;
}

export function allPinned({ selection, graph }: MapState): boolean {
  return [...selection.actors].every((id) => graph.actors.get(id)?.pinned);
}

/** Gives the selected ties a type, which the next new tie has too. */
export function setTieType(map: MapState, type: string): void {
  canvasView.lastTieType = type;
  map.run(editTies, { ids: [...map.selection.ties], changes: { type } }, { keepSelection: true });
}

export function setSector(map: MapState, sector: string): void {
  canvasView.lastSector = sector;
  map.run(editActors, { ids: [...map.selection.actors], changes: { sector } }, { keepSelection: true });
}

/** The type of a digit, in the order of the scheme; says so when there are not so many. */
export function typeOfDigit(map: MapState, digit: number): string | undefined {
  const { tieTypes } = map.graph.scheme;
  const type = tieTypes[digit - 1];
  if (!type) notices.info(noSuchType(digit, tieTypes.length));
  return type?.id;
}

function stepWeight(map: MapState, direction: 1 | -1): void {
  map.run(stepWeights, { ids: [...map.selection.ties], direction }, { keepSelection: true });
}
