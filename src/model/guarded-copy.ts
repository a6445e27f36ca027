import * as Y from 'yjs';
import type { Problem } from '../base/problem.ts';
import { GARBAGE } from './room-problems.ts';

/** The origin of what this window brings to a copy. */
const HERE = Symbol('here');

/**
 * A room's state of something, kept apart from this browser's own. What the room sends lands here first and is looked
 * at: bytes that decode, arrive whole, and are what `isSound` allows. Only then is it accepted, so that nothing that a
 * room sends can damage what is stored here.
 */
export abstract class GuardedCopy {
  /** For the line to the room: it alone writes to it, and sends on what this window brings. */
  readonly doc = new Y.Doc();
  #news: Uint8Array[] = [];
  #sound = true;

  constructor() {
    this.doc.on('afterTransaction', (transaction) => {
      if (transaction.origin !== HERE && !this.isSound(transaction)) this.#sound = false;
    });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== HERE) this.#news.push(update);
    });
  }

  /**
   * Lets the line apply what came from the room, and accepts it.
   * @param update the change within, to be looked at before it is applied; absent for other messages
   * @returns why nothing was accepted; the copy is of no further use then
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
    const problem = this.accept(news);
    if (problem) this.#sound = false;
    return problem;
  }

  destroy(): void {
    this.doc.destroy();
  }

  /** Whether what a transaction of the room changed may stand. */
  protected abstract isSound(transaction: Y.Transaction): boolean;

  /** Takes what was found sound further. @returns why it can't */
  protected abstract accept(news: readonly Uint8Array[]): Problem | undefined;

  /** Brings bytes of this window's to the room. */
  protected bring(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, HERE);
  }

  /** Carries out a change of this window's, as one message to the room. */
  protected write(change: () => void): void {
    this.doc.transact(change, HERE);
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
