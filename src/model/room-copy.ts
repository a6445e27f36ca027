import * as Y from 'yjs';
import type { Problem } from '../base/problem.ts';
import { arrange } from './bytes.ts';
import type { MapDocument } from './document.ts';
import { SINGLES, TABLES } from './records.ts';
import { GARBAGE, OTHER_VERSION } from './room-problems.ts';
import { SCHEMA_VERSION } from './schema-version.ts';

/** The origin of what this window brings to the copy. */
const HERE = Symbol('here');
/** Structs in one piece: some 10 ms of work. */
const PIECE = 4000;

/**
 * A room's state of one map, kept beside the map's own document. What the room sends lands here first, and goes on to
 * the document only when all of it is sound: bytes that decode, arrive whole, and are records of plain values. So
 * nothing that a room sends can damage the document or the journal.
 */
export class RoomCopy {
  /** For the line to the room: it alone writes to it, and sends on what this window brings. */
  readonly doc = new Y.Doc();
  readonly #tables: ReadonlySet<unknown>;
  readonly #singles: ReadonlySet<unknown>;
  #document: MapDocument | undefined;
  #news: Uint8Array[] = [];
  #sound = true;

  constructor() {
    this.#tables = new Set(TABLES.map((table) => this.doc.getMap(table)));
    this.#singles = new Set(SINGLES.map((single) => this.doc.getMap(single)));
    this.doc.on('afterTransaction', (transaction) => {
      if (transaction.origin !== HERE && !this.#isSound(transaction)) this.#sound = false;
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== HERE) this.#news.push(update);
    });
  }

  /** Whether the room (or this window) has brought a map. */
  get isEmpty(): boolean {
    return this.doc.getMap('map').size === 0;
  }

  /**
   * Lets the line apply what came from the room, and passes it on.
   * @param update the change within, to be looked at before it is applied; absent for other messages
   * @returns why nothing was passed on; the copy is of no further use then
   */
  receive(update: Uint8Array | undefined, apply: () => void): Problem | undefined {
    this.#news = [];
    if (!this.#sound) return GARBAGE;
    try {
      const ends = update && endsOf(update);
      apply();
      this.#sound &&= !ends || this.#holds(ends);
    } catch {
      this.#sound = false;
    }
    const news = this.#news;
    this.#news = [];
    if (!this.#sound) return GARBAGE;
    const version = this.doc.getMap('map').get('schema');
    if (version !== undefined && version !== SCHEMA_VERSION) {
      this.#sound = false;
      return OTHER_VERSION;
    }
    for (const each of news) this.#document?.applyFromRoom(each);
    return undefined;
  }

  /**
   * Brings a map's document and the copy to the same state, and keeps them so until the returned function is called.
   * @param pause between pieces of a large map
   */
  async attach(document: MapDocument, pause: () => Promise<void>): Promise<() => void> {
    const known = Y.encodeStateVector(this.doc);
    const stop = document.onOutgoing((update) => this.#take(update));
    this.#document = document;
    if (!this.isEmpty) document.applyFromRoom(Y.encodeStateAsUpdate(this.doc, document.stateVector()));
    // What is applied twice, or before what it builds on, does no harm.
    for (const piece of arrange([document.encodeSince(known)], known, PIECE).pieces) {
      this.#take(piece);
      await pause();
    }
    return () => {
      stop();
      this.#document = undefined;
    };
  }

  /** The whole copy, in pieces to apply one by one. */
  pieces(): readonly Uint8Array[] {
    return arrange([Y.encodeStateAsUpdate(this.doc)], undefined, PIECE).pieces;
  }

  destroy(): void {
    this.#document = undefined;
    this.doc.destroy();
  }

  #take(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, HERE);
  }

  /** Whether what a transaction changed is still tables of records of plain values. Unknown tables are let be. */
  #isSound({ changed }: Y.Transaction): boolean {
    for (const [type, keys] of changed) {
      const isTable = this.#tables.has(type);
      if (!isTable && !this.#singles.has(type) && !this.#tables.has(type.parent)) continue;
      const fits = isTable ? isRecord : isPlain;
      for (const key of keys)
        if (key === null || !(type instanceof Y.Map) || !fits(type.get(key))) return false;
    }
    return true;
  }

  /** Whether the copy has all up to these clocks, or holds it back for what it builds on. */
  #holds(ends: ReadonlyMap<number, number>): boolean {
    if (this.doc.store.pendingStructs !== null) return true;
    return [...ends].every(([client, end]) => Y.getState(this.doc.store, client) >= end);
  }
}

/** Where each client's changes of an update end. @throws on bytes that are no update */
function endsOf(update: Uint8Array): Map<number, number> {
  const ends = new Map<number, number>();
  for (const struct of Y.decodeUpdate(update).structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    ends.set(client, Math.max(ends.get(client) ?? 0, clock + struct.length));
  }
  return ends;
}

function isRecord(value: unknown): boolean {
  return value === undefined || (value instanceof Y.Map && [...value.values()].every(isPlain));
}

function isPlain(value: unknown): boolean {
  return !(value instanceof Y.AbstractType) && !(value instanceof Y.Doc);
}
