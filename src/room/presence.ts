import type { Position } from '../model/graph.ts';

/** What someone in the room lets the others see. */
export interface Presence {
  /** One for a browser, however many windows it has. */
  readonly person: string;
  readonly name: string;
  /** Where the pointer is, in map units. */
  readonly at?: Position;
  /** Ids of selected actors. */
  readonly selected?: readonly string[];
}

const LONGEST_NAME = 40;
const MOST_SELECTED = 100;

/** Reads what another client says of itself; undefined when it says nothing that can be shown. */
export function readPresence(state: unknown): Presence | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { person, name, at, selected } = state as Partial<Record<keyof Presence, unknown>>;
  if (typeof person !== 'string' || person === '' || person.length > LONGEST_NAME) return undefined;
  return {
    person,
    name: typeof name === 'string' ? [...name.trim()].slice(0, LONGEST_NAME).join('') : '',
    ...(isPosition(at) && { at: [at[0], at[1]] }),
    ...(Array.isArray(selected) && {
      selected: selected.filter((id) => typeof id === 'string').slice(0, MOST_SELECTED),
    }),
  };
}

function isPosition(value: unknown): value is Position {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite);
}

/** The others in the room, one for a browser, by id; whoever has a place comes before the same person without one. */
export function othersOf(states: Iterable<unknown>, me: string): readonly Presence[] {
  const others = new Map<string, Presence>();
  for (const state of states) {
    const presence = readPresence(state);
    if (!presence || presence.person === me) continue;
    const known = others.get(presence.person);
    if (!known || (!known.at && presence.at)) others.set(presence.person, presence);
  }
  return [...others.values()].sort((a, b) => (a.person < b.person ? -1 : 1));
}
