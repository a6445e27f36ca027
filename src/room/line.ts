import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import type { Problem } from '../base/problem.ts';
import type { GuardedCopy } from '../model/guarded-copy.ts';
import { RoomCopy } from '../model/room-copy.ts';
import { GARBAGE } from '../model/room-problems.ts';
import type { RoundsCopy } from '../model/rounds-copy.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import { updateWithin } from './frame.ts';
import type { RoomLink } from './link.ts';
import type { Presence } from './presence.ts';
import { refusal, TOO_LARGE } from './problems.ts';
import { readSharedMaps, type SharedMap } from './shared-maps.ts';

/** In bytes; a map of 5,000 actors and 15,000 ties has some 3 MB. */
const LARGEST_MESSAGE = 16 * 1024 * 1024;
const MESSAGE_TOO_BIG = 1009;
/** How long to wait before trying again, in ms: twice as long each time. */
const RETRY = { delay: 500, minDelay: 500, factor: 2, maxDelay: 10_000, jitter: true };

export interface LineEvents {
  /** The server answers, or no longer does: the line goes on trying. */
  onConnected(connected: boolean): void;
  onMaps(maps: readonly SharedMap[]): void;
  /** The map that was joined is here whole. */
  onSynced(): void;
  /** What each client of the map shows of itself, this one's too. */
  onPresences(states: readonly unknown[]): void;
  /** The line is closed for good. */
  onEnd(problem: Problem): void;
}

type ProviderOptions = Partial<ConstructorParameters<typeof HocuspocusProvider>[0]>;

/** Hands every message to a guard before anything reads it. */
class GuardedSocket extends HocuspocusProviderWebsocket {
  guard: (message: unknown, read: () => void) => void = (_message, read) => read();

  override onMessage(event: Parameters<HocuspocusProviderWebsocket['onMessage']>[0]): void {
    this.guard(event.data, () => super.onMessage(event));
  }
}

/** What is shared under a name, for as long as the map is. */
interface Shared {
  readonly copy: GuardedCopy;
  readonly provider: HocuspocusProvider;
}

/**
 * The line to a room's server: one connection for its list of maps, and for one map and its rounds. It tries again by itself when the
 * server is away. Whatever the server sends is looked at by the map's copy before anyone else; the first thing that is
 * no part of a map ends the line.
 */
export class RoomLine {
  readonly #link: RoomLink;
  readonly #events: LineEvents;
  readonly #socket: GuardedSocket;
  readonly #lobby: HocuspocusProvider;
  readonly #lobbyCopy = new RoomCopy();
  /** By name: the map that was joined, and its rounds. */
  readonly #shared = new Map<string, Shared>();
  #map: HocuspocusProvider | undefined;
  #ended = false;

  constructor(address: string, link: RoomLink, events: LineEvents) {
    this.#link = link;
    this.#events = events;
    this.#socket = new GuardedSocket({
      url: address,
      ...RETRY,
      onStatus: ({ status }) => {
        if (!this.#ended) this.#events.onConnected(String(status) === 'connected');
      },
      onClose: ({ event }) => {
        if (event.code === MESSAGE_TOO_BIG) this.#end(TOO_LARGE);
      },
    });
    this.#socket.guard = (message, read) => this.#receive(message, read);
    this.#lobby = this.#provide(link.room, this.#lobbyCopy, {
      onStateless: ({ payload }) => {
        const maps = readSharedMaps(payload);
        if (maps) this.#events.onMaps(maps);
      },
    });
  }

  /** An empty copy to share a map by. */
  copy(): RoomCopy {
    return new RoomCopy();
  }

  /** Shares this copy of a map with the room. */
  join(mapId: string, copy: RoomCopy): void {
    this.leave();
    this.#map = this.#share(this.#nameOf(mapId), copy, {
      onSynced: ({ state }) => {
        if (state) this.#events.onSynced();
      },
      onAwarenessChange: ({ states }) => this.#events.onPresences(states),
    });
  }

  /** Shares the rounds of the map that was joined. @param onSynced called when those of the room are here */
  joinRounds(mapId: string, copy: RoundsCopy, onSynced: () => void): void {
    this.#share(`${this.#nameOf(mapId)}/rounds`, copy, {
      awareness: null,
      onSynced: ({ state }) => {
        if (state) onSynced();
      },
    });
  }

  /** Stops sharing the map and its rounds; the line stays. */
  leave(): void {
    for (const { provider } of this.#shared.values()) provider.destroy();
    this.#shared.clear();
    this.#map = undefined;
  }

  /** Shows the others of this map where one is; nothing with undefined. */
  show(presence: Presence | undefined): void {
    this.#map?.awareness?.setLocalState(presence ? { ...presence } : null);
  }

  close(): void {
    this.#ended = true;
    this.leave();
    this.#lobby.destroy();
    this.#socket.destroy();
    this.#lobbyCopy.destroy();
  }

  #nameOf(mapId: string): string {
    return `${this.#link.room}/${mapId}`;
  }

  #share(name: string, copy: GuardedCopy, options: ProviderOptions): HocuspocusProvider {
    const provider = this.#provide(name, copy, options);
    this.#shared.set(name, { copy, provider });
    return provider;
  }

  #provide(name: string, copy: GuardedCopy, options: ProviderOptions): HocuspocusProvider {
    const provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name,
      document: copy.doc,
      token: JSON.stringify({ key: this.#link.key, schema: SCHEMA_VERSION }),
      onAuthenticationFailed: ({ reason }) => this.#end(refusal(reason)),
      ...options,
    });
    provider.attach();
    return provider;
  }

  #receive(message: unknown, read: () => void): void {
    if (this.#ended) return;
    const problem = this.#look(message, read);
    if (problem) this.#end(problem);
  }

  #look(message: unknown, read: () => void): Problem | undefined {
    if (!(message instanceof ArrayBuffer) || message.byteLength > LARGEST_MESSAGE) return GARBAGE;
    try {
      const bytes = new Uint8Array(message);
      return this.#copyOf(bytes).receive(updateWithin(bytes), read);
    } catch {
      return GARBAGE;
    }
  }

  /** Whom a message is for: its document's name comes first. */
  #copyOf(message: Uint8Array): GuardedCopy {
    const name = new TextDecoder().decode(message.subarray(1, 1 + (message[0] ?? 0)));
    return this.#shared.get(name)?.copy ?? this.#lobbyCopy;
  }

  #end(problem: Problem): void {
    if (this.#ended) return;
    this.close();
    this.#events.onEnd(problem);
  }
}
