import * as Y from 'yjs';
import type { Problem } from '../base/problem.ts';
import { arrange } from './bytes.ts';
import type { MapDocument } from './document.ts';
import { GuardedCopy } from './guarded-copy.ts';
import { SINGLES, TABLES } from './records.ts';
import { OTHER_VERSION } from './room-problems.ts';
import { SCHEMA_VERSION } from './schema-version.ts';

/** Structs in one piece: some 10 ms of work. */
const PIECE = 4000;

/** A room's state of one map. What is sound goes on to the map's own document: records of plain values. */
export class RoomCopy extends GuardedCopy {
  readonly #tables: ReadonlySet<unknown> = new Set(TABLES.map((table) => this.doc.getMap(table)));
  readonly #singles: ReadonlySet<unknown> = new Set(SINGLES.map((single) => this.doc.getMap(single)));
  #document: MapDocument | undefined;

  /** Whether the room (or this window) has brought a map. */
  get isEmpty(): boolean {
    return this.doc.getMap('map').size === 0;
  }

  /**
   * Brings a map's document and the copy to the same state, and keeps them so until the returned function is called.
   * @param pause between pieces of a large map
   */
  async attach(document: MapDocument, pause: () => Promise<void>): Promise<() => void> {
    const known = Y.encodeStateVector(this.doc);
    const stop = document.onOutgoing((update) => this.bring(update));
    this.#document = document;
    if (!this.isEmpty) document.applyFromRoom(Y.encodeStateAsUpdate(this.doc, document.stateVector()));
    // What is applied twice, or before what it builds on, does no harm.
    for (const piece of arrange([document.encodeSince(known)], known, PIECE).pieces) {
      this.bring(piece);
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

  override destroy(): void {
    this.#document = undefined;
    super.destroy();
  }

  protected override accept(news: readonly Uint8Array[]): Problem | undefined {
    const version = this.doc.getMap('map').get('schema');
    if (version !== undefined && version !== SCHEMA_VERSION) return OTHER_VERSION;
    for (const each of news) this.#document?.applyFromRoom(each);
    return undefined;
  }

  /** Whether what a transaction changed is still tables of records of plain values. Unknown tables are let be. */
  protected override isSound({ changed }: Y.Transaction): boolean {
    for (const [type, keys] of changed) {
      const isTable = this.#tables.has(type);
      if (!isTable && !this.#singles.has(type) && !this.#tables.has(type.parent)) continue;
      const fits = isTable ? isRecord : isPlain;
      for (const key of keys)
        if (key === null || !(type instanceof Y.Map) || !fits(type.get(key))) return false;
    }
    return true;
  }
}

function isRecord(value: unknown): boolean {
  return value === undefined || (value instanceof Y.Map && [...value.values()].every(isPlain));
}

function isPlain(value: unknown): boolean {
  return !(value instanceof Y.AbstractType) && !(value instanceof Y.Doc);
}
