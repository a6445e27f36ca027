import { newId } from './new-id.ts';

/** Who this browser is in a room, and what it shows there. */
export interface RoomPerson {
  /** Says that two windows are one person's; of no meaning elsewhere. */
  readonly id: string;
  /** Empty until chosen. */
  readonly name: string;
  /** Whether pointers and selections are shown: the others' here, and one's own there. */
  readonly pointers: boolean;
}

/** The room that a window is in. */
export interface RememberedRoom {
  readonly room: string;
  readonly key: string;
  /** The map that it shares there. */
  readonly map?: string;
}

const PERSON = 'ecotone.room';
const ROOM = 'ecotone.room.joined';

export function readRoomPerson(): RoomPerson {
  const stored = read(() => localStorage, PERSON);
  const id = stored.get('id');
  const name = stored.get('name');
  return {
    id: typeof id === 'string' && /^[0-9A-Za-z]{1,40}$/u.test(id) ? id : newId(),
    name: typeof name === 'string' ? name : '',
    pointers: stored.get('pointers') !== false,
  };
}

export function writeRoomPerson(person: RoomPerson): void {
  write(() => localStorage, PERSON, person);
}

/** The room that this window was in before it was loaded anew; it ends with the window, and the key with it. */
export function rememberedRoom(): RememberedRoom | undefined {
  const stored = read(() => sessionStorage, ROOM);
  const [room, key, map] = [stored.get('room'), stored.get('key'), stored.get('map')];
  if (typeof room !== 'string' || typeof key !== 'string') return undefined;
  return { room, key, ...(typeof map === 'string' && { map }) };
}

export function rememberRoom(room: RememberedRoom | undefined): void {
  if (room) write(() => sessionStorage, ROOM, room);
  else
    try {
      sessionStorage.removeItem(ROOM);
    } catch {
      // Without storage nothing was remembered.
    }
}

function read(storage: () => Storage, key: string): ReadonlyMap<string, unknown> {
  try {
    const value: unknown = JSON.parse(storage().getItem(key) ?? '{}');
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

function write(storage: () => Storage, key: string, value: object): void {
  try {
    storage().setItem(key, JSON.stringify(value));
  } catch {
    // It lasts as long as the window, then.
  }
}
