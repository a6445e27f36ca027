import type { Problem } from '../base/problem.ts';
import type { RoomCopy } from '../model/room-copy.ts';
import type { Position } from '../model/graph.ts';
import { alone } from '../room/alone.ts';
import type { RoomLine } from '../room/line.ts';
import { hashOf, roomLinkOf, type RoomLink } from '../room/link.ts';
import { othersOf, type Presence } from '../room/presence.ts';
import { NOTHING_THERE } from '../room/problems.ts';
import type { SharedMap } from '../room/shared-maps.ts';
import {
  readRoomPerson,
  rememberedRoom,
  rememberRoom,
  writeRoomPerson,
  type RoomPerson,
} from '../storage/room-memory.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';

/**
 * What the window has to do with a room: nothing (`off`); it is in the room and shares no map (`in`); it shares the
 * open map (`sharing`); or another window of this browser does that for both (`beside`).
 */
export type RoomPhase = 'off' | 'in' | 'sharing' | 'beside';

/** How often others see where the pointer is, in ms. */
const POINTER_MS = 60;

/** What opens maps: the room asks for it, and stands below it. */
export interface MapOpener {
  /** Opens a map that the room has: the one of this browser by that id, else a new one that `fetch` brings. */
  openShared(id: string, fetch: () => Promise<readonly Uint8Array[] | undefined>): Promise<void>;
}

/**
 * The room on the local network that this window has joined by its link. Off until then, and no connection is opened
 * before. The map in this browser stays whole: what comes from the room is stored here like one's own changes.
 */
class RoomState {
  phase = $state<RoomPhase>('off');
  /** Whether the room's server answers. */
  connected = $state(false);
  /** Maps that the room has. */
  maps = $state.raw<readonly SharedMap[]>([]);
  /** Who else has the shared map open. */
  others = $state.raw<readonly Presence[]>([]);
  person = $state.raw<RoomPerson>(readRoomPerson());
  /** Why the room was left, if not by choice. */
  problem = $state.raw<Problem>();
  /** The one that was entered. */
  link = $state.raw<RoomLink>();

  #opener: MapOpener | undefined;
  #line: Promise<RoomLine> | undefined;
  #map: MapState | undefined;
  /** A copy that was fetched for a map that is being opened. */
  #fetched: { readonly id: string; readonly copy: RoomCopy } | undefined;
  #synced: (() => void) | undefined;
  #stopSharing: (() => void) | undefined;
  /** Whoever opened the link wants to see the room's map, once. */
  #wanting = false;
  /** The map that this window shared when it was loaded anew, or has shared since. */
  #shared: string | undefined;
  #cutOff = false;
  #presence: Presence | undefined;
  #showing: ReturnType<typeof setTimeout> | undefined;

  /** Takes up the room of this window again, if it was in one. */
  begin(opener: MapOpener): void {
    this.#opener = opener;
    const remembered = rememberedRoom();
    if (!remembered) return;
    this.#shared = remembered.map;
    this.#enter(remembered);
  }

  /** Follows a link to a room. */
  enter(link: RoomLink): void {
    this.#wanting = true;
    if (this.link?.room === link.room && this.link.key === link.key) this.#openWanted();
    else {
      this.leave();
      this.#wanting = true;
      this.#enter(link);
    }
  }

  /** Lets go of the room; the map stays. */
  leave(): void {
    this.#end(undefined);
  }

  /** The link to hand out: the page's own address with the room and its key. */
  get address(): string | undefined {
    return this.link && `${location.origin}${location.pathname}${hashOf(this.link)}`;
  }

  /** A map was opened: shared again when it is the one that was, or one that the room has. */
  opened(map: MapState): void {
    this.#map = map;
    if (this.phase === 'off') return;
    if (this.#fetched?.id === map.id || this.#isShared(map.id)) this.share();
  }

  /** The open map is about to be closed. */
  closed(): void {
    this.#stop();
    this.#map = undefined;
  }

  /** Shares the open map with the room. */
  share(): void {
    const [map, link] = [this.#map, this.link];
    if (!map || !link || map.readOnly || this.#stopSharing) return;
    const fetched = this.#fetched?.id === map.id ? this.#fetched.copy : undefined;
    this.#fetched = undefined;
    this.#shared = map.id;
    this.#wanting = false;
    rememberRoom({ ...link, map: map.id });
    const leaving = new AbortController();
    const { signal } = leaving;
    const undo: (() => void)[] = fetched ? [() => fetched.destroy()] : [];
    const leave = (): void => {
      for (const each of undo.splice(0).reverse()) each();
    };
    this.#stopSharing = () => {
      leaving.abort();
      leave();
    };
    this.phase = 'beside';
    const begin = async (): Promise<void> => {
      undo.push(await alone(`ecotone:room:${link.room}:${map.id}`, signal));
      const [line, { shareRounds }] = await Promise.all([this.#line, import('./room-rounds.ts')]);
      if (line && !signal.aborted) {
        const copy = fetched ?? line.copy();
        if (!fetched) undo.push(() => copy.destroy());
        // Before the line is joined, so that the server hears of the map as it is now.
        undo.push(await map.attach(copy));
        if (!signal.aborted) {
          this.phase = 'sharing';
          if (!fetched) line.join(map.id, copy);
          undo.push(shareRounds(map, line));
          this.#show();
          return;
        }
      }
      leave();
    };
    // Waiting for the other window was given up.
    begin().catch(leave);
  }

  /** Opens a map of the room. */
  open(id: string): void {
    this.#wanting = false;
    void this.#opener?.openShared(id, () => this.#fetch(id));
  }

  become(change: Partial<Pick<RoomPerson, 'name' | 'pointers'>>): void {
    this.person = { ...this.person, ...change };
    writeRoomPerson(this.person);
    this.#show();
  }

  /** Lets the others see where the pointer is; undefined when it has left. */
  pointAt(at: Position | undefined): void {
    if (this.phase !== 'sharing') return;
    const { at: _, ...rest } = this.#presence ?? this.#self();
    this.#presence = at ? { ...rest, at } : rest;
    this.#showing ??= setTimeout(() => this.#show(), POINTER_MS);
  }

  select(selected: readonly string[]): void {
    this.#presence = { ...(this.#presence ?? this.#self()), selected };
    this.#showing ??= setTimeout(() => this.#show(), POINTER_MS);
  }

  #self(): Presence {
    return { person: this.person.id, name: this.person.name };
  }

  #show(): void {
    clearTimeout(this.#showing);
    this.#showing = undefined;
    if (this.phase !== 'sharing') return;
    const shown = this.person.pointers ? { ...this.#presence, ...this.#self() } : this.#self();
    void this.#line?.then((line) => line.show(shown));
  }

  #enter(link: RoomLink): void {
    this.link = { room: link.room, key: link.key };
    this.problem = undefined;
    this.phase = 'in';
    writeRoomPerson(this.person);
    rememberRoom({ ...this.link, ...(this.#shared !== undefined && { map: this.#shared }) });
    this.#line = this.#connect(this.link);
  }

  async #connect(link: RoomLink): Promise<RoomLine> {
    const { RoomLine } = await import('../room/line.ts');
    const address = new URL('room', document.baseURI);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const line: RoomLine = new RoomLine(address.href, link, {
      onConnected: (connected) => this.#hear(link, () => this.#connection(connected)),
      onMaps: (maps) =>
        this.#hear(link, () => {
          this.maps = maps;
          if (this.#map && this.#isShared(this.#map.id)) this.share();
          this.#openWanted();
        }),
      onSynced: () => this.#synced?.(),
      onPresences: (states) => this.#hear(link, () => (this.others = othersOf(states, this.person.id))),
      onEnd: (problem) => this.#hear(link, () => this.#end(problem)),
    });
    // Left while the line was being fetched.
    if (this.link !== link) line.close();
    return line;
  }

  /** What a line that was left says no longer counts. */
  #hear(link: RoomLink, what: () => void): void {
    if (this.link === link) what();
  }

  #connection(connected: boolean): void {
    if (this.connected === connected) return;
    this.connected = connected;
    if (!connected && this.phase === 'sharing') {
      this.#cutOff = true;
      this.others = [];
      notices.info({
        en: 'The room does not answer. Work goes on here, and joins again by itself.',
        zh: '协作室没有响应。您可以继续编辑，恢复连接后会自动合并。',
      });
    } else if (connected && this.#cutOff) {
      this.#cutOff = false;
      this.#show();
      notices.info({ en: 'Back in the room', zh: '已重新连接协作室' });
    }
  }

  #openWanted(): void {
    const [only, ...others] = this.maps;
    if (this.#wanting && only && others.length === 0 && this.#map?.id !== only.id) this.open(only.id);
  }

  #isShared(id: string): boolean {
    return this.#shared === id || this.maps.some((map) => map.id === id);
  }

  /** The room's map as bytes; undefined when the room has none, or was left. */
  async #fetch(id: string): Promise<readonly Uint8Array[] | undefined> {
    const line = await this.#line;
    if (!line) return undefined;
    const copy = line.copy();
    const arrived = new Promise<void>((synced) => (this.#synced = synced));
    line.join(id, copy);
    await arrived;
    this.#synced = undefined;
    if (copy.isEmpty) {
      line.leave();
      copy.destroy();
      if (this.phase !== 'off') notices.problem(NOTHING_THERE);
      return undefined;
    }
    this.#fetched = { id, copy };
    return copy.pieces();
  }

  /** Stops sharing the open map. */
  #stop(): void {
    this.#stopSharing?.();
    this.#stopSharing = undefined;
    this.#presence = undefined;
    this.others = [];
    if (this.phase === 'off') return;
    this.phase = 'in';
    // A map that was fetched and is about to be opened goes on.
    if (!this.#fetched) void this.#line?.then((line) => line.leave());
  }

  #end(problem: Problem | undefined): void {
    const line = this.#line;
    this.#line = undefined;
    this.#stop();
    void line?.then((each) => each.close());
    this.#synced?.();
    this.#fetched = undefined;
    this.#wanting = false;
    this.#shared = undefined;
    this.#cutOff = false;
    this.link = undefined;
    this.connected = false;
    this.maps = [];
    this.phase = 'off';
    this.problem = problem;
    rememberRoom(undefined);
    if (problem) notices.problem(problem);
  }
}

export const room = new RoomState();

/** What a pasted text says: a room of this address, one of another (a page may only speak with its own), or nothing. */
export type PastedLink =
  | { readonly kind: 'here'; readonly link: RoomLink }
  | { readonly kind: 'elsewhere'; readonly address: string; readonly host: string }
  | { readonly kind: 'none' };

export function linkIn(text: string): PastedLink {
  try {
    const address = new URL(text.trim(), location.href);
    const link = roomLinkOf(address.hash);
    if (!link || !/^https?:$/u.test(address.protocol)) return { kind: 'none' };
    if (address.origin === location.origin) return { kind: 'here', link };
    return { kind: 'elsewhere', address: address.href, host: address.host };
  } catch {
    return { kind: 'none' };
  }
}
