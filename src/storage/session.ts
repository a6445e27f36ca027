import type { Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Folded, Journal, StoredMap, Trouble } from './journal.ts';
import type { MapFacts } from './library-entry.ts';
import { newId } from './new-id.ts';
import { nextTask } from './next-task.ts';
import { appendIdOf, type Append } from './records.ts';
import { openWindowLine, type WindowLine, type WindowMessage } from './window-messages.ts';

/** A journal of more appends or bytes than this is folded into the snapshot. */
const LONG_JOURNAL = { appends: 200, bytes: 256 * 1024 };

/** What the window says about saving. `saved` is said only once the database has said so, of every change. */
export interface SaveState {
  readonly kind: 'saved' | 'saving' | 'failed';
  /** Changes of this window that are not in the database. */
  readonly pending: number;
  /** Since when it is so, in milliseconds since 1970. */
  readonly since: number;
  /** Why saving failed. */
  readonly problem?: Problem;
}

export interface SessionOptions {
  readonly journal: Journal;
  /** Called with each change that another window made, in no order that matters. */
  readonly onRemoteUpdate: (update: Uint8Array) => void;
  readonly onState: (state: SaveState) => void;
  /** More than this is folded; 200 appends or 256 kB when absent. */
  readonly longJournal?: typeof LONG_JOURNAL;
  readonly now?: () => number;
}

/** One window's hold on one stored map. */
export interface MapSession {
  /** The map as it was stored, to be applied one by one before anything else. */
  readonly updates: readonly Uint8Array[];
  /** Nothing was stored under this id. */
  readonly isNew: boolean;
  /** What is wrong with the stored map; when it is read-only, `save` keeps changes in memory alone. */
  readonly trouble: Trouble | undefined;
  readonly state: SaveState;
  /**
   * Stores a change that this window made (undo and redo included; never one that came from elsewhere) and tells the
   * other windows. Calls in one tick share a transaction.
   * @param facts what the library shall show of the map
   */
  save(update: Uint8Array, facts?: MapFacts): void;
  /** Tries again to store what failed. */
  retry(): Promise<SaveState>;
  /** The changes that are not in the database. */
  pendingBytes(): readonly Uint8Array[];
  /** Takes over what other windows have stored meanwhile: a frozen page gets no messages. */
  sync(): Promise<void>;
  /** Resolves when nothing is being written any more, saved or failed. */
  settled(): Promise<SaveState>;
  /** Stores what is left and lets go of the map. */
  close(): Promise<SaveState>;
}

/**
 * Opens a map for this window: it loads, then listens, then looks once more; since a change is sent to the other
 * windows after it is in the database, nothing can fall between. Only what a window could not store is sent unstored,
 * to late comers too; the window that gets it stores it together with its own next change, which may build on it.
 *
 * A map that cannot be loaded fails; where the browser has no database at all, the map lives in memory and says so.
 */
export async function openMap(mapId: string, options: SessionOptions): Promise<Result<MapSession>> {
  const loaded = await options.journal.load(mapId);
  if (!loaded.ok && loaded.problem.code !== 'storage-missing') return failed(loaded.problem);
  const session = new Session(mapId, options, loaded);
  session.begin();
  return ok(session);
}

const NOTHING_STORED: StoredMap = { isNew: true, token: '', updates: [], appendIds: [], appendBytes: 0 };

class Session implements MapSession {
  readonly updates: readonly Uint8Array[];
  readonly isNew: boolean;
  readonly trouble: Trouble | undefined;

  readonly #mapId: string;
  readonly #options: SessionOptions;
  readonly #line: WindowLine;
  readonly #windowId = newId();
  readonly #stopWaking: () => void;

  #count = 0;
  #first: boolean;
  #facts: MapFacts | undefined;
  /** This window's changes that are not in the database, by append id, oldest first. */
  readonly #pending = new Map<string, Uint8Array>();
  /** Changes of other windows that were not in the database when they came. */
  readonly #carried = new Map<string, Uint8Array>();
  #writing: Promise<void> | undefined;
  #syncing: Promise<void> = Promise.resolve();
  #folding: Promise<void> | undefined;
  #closed = false;

  /** Appends since the snapshot `#token` that this window has. */
  #seen: Set<string>;
  #token: string;
  /** Bytes of appends since the last fold, as far as this window knows. */
  #bytes: number;
  /** A fold that was refused would be refused again. */
  #mayFold: boolean;
  #problem: Problem | undefined;
  #state: SaveState;

  constructor(mapId: string, options: SessionOptions, loaded: Result<StoredMap>) {
    const stored = loaded.ok ? loaded.value : NOTHING_STORED;
    this.#mapId = mapId;
    this.#options = options;
    this.#line = openWindowLine(mapId, (message) => this.#receive(message));
    this.updates = stored.updates;
    this.isNew = stored.isNew;
    this.trouble = stored.trouble;
    this.#first = stored.isNew;
    this.#seen = new Set(stored.appendIds);
    this.#token = stored.token;
    this.#bytes = stored.appendBytes;
    this.#mayFold = loaded.ok && stored.trouble === undefined;
    this.#problem = loaded.ok
      ? stored.trouble?.readOnly === true
        ? stored.trouble.problem
        : undefined
      : loaded.problem;
    this.#state = this.#currentState();
    this.#stopWaking = onWaking(() => void this.sync());
  }

  /** Says the first state, greets the other windows, looks again and tidies a long journal. */
  begin(): void {
    this.#options.onState(this.#state);
    this.#line.send({ kind: 'hello' });
    void this.sync();
    this.#foldWhenLong();
  }

  get state(): SaveState {
    return this.#state;
  }

  save(update: Uint8Array, facts?: MapFacts): void {
    const id = appendIdOf(this.#windowId, this.#count++);
    this.#seen.add(id);
    this.#pending.set(id, update);
    if (facts) this.#facts = facts;
    void this.#write();
    this.#publish();
  }

  async retry(): Promise<SaveState> {
    await this.sync();
    await this.#write();
    return this.settled();
  }

  pendingBytes(): readonly Uint8Array[] {
    return [...this.#pending.values()];
  }

  sync(): Promise<void> {
    const synced = this.#syncing.then(() => this.#takeNews());
    // One sync at a time; whoever asked hears of an error, the next one starts all the same.
    this.#syncing = synced.catch(() => undefined);
    return synced;
  }

  async settled(): Promise<SaveState> {
    while (this.#writing ?? this.#folding) await (this.#writing ?? this.#folding);
    return this.#state;
  }

  async close(): Promise<SaveState> {
    this.#stopWaking();
    this.#mayFold = false;
    await this.#write();
    await this.#syncing;
    const state = await this.settled();
    this.#closed = true;
    this.#line.close();
    return state;
  }

  #receive(message: WindowMessage): void {
    if (this.#closed) return;
    switch (message.kind) {
      case 'hello':
        // While a write is under way its end tells everybody.
        if (!this.#writing) this.#sendUnstored();
        return;
      case 'appends':
        for (const append of message.appends) {
          if (message.stored) this.#isStored(append.id);
          else if (!this.#seen.has(append.id)) this.#carried.set(append.id, append.update);
          this.#deliver(append);
        }
        this.#publish();
        this.#foldWhenLong();
        return;
      case 'folded':
        this.#takeFold(message.folded);
    }
  }

  /** Writes until nothing is pending or the database refuses; one transaction at a time. */
  #write(): Promise<void> {
    this.#writing ??= this.#writeAll();
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    // What is saved in the same tick goes with it.
    await Promise.resolve();
    try {
      let going = this.trouble?.readOnly !== true;
      while (going && this.#pending.size + this.#carried.size > 0) {
        going = await this.#writeBatch();
        this.#publish();
      }
    } finally {
      this.#writing = undefined;
    }
    this.#foldWhenLong();
  }

  /** @returns whether it was stored */
  async #writeBatch(): Promise<boolean> {
    const appends = [...toAppends(this.#carried), ...toAppends(this.#pending)];
    const written = await this.#options.journal.append(this.#mapId, appends, {
      first: this.#first,
      now: this.#now(),
      facts: this.#facts,
    });
    if (!written.ok) {
      this.#problem = written.problem;
      this.#sendUnstored();
      return false;
    }
    this.#problem = undefined;
    for (const { id } of appends) this.#isStored(id);
    this.#line.send({ kind: 'appends', stored: true, appends });
    return true;
  }

  /** An append is in the database, whoever wrote it. */
  #isStored(id: string): void {
    this.#first = false;
    this.#carried.delete(id);
    const own = this.#pending.get(id);
    if (!own) return;
    this.#pending.delete(id);
    this.#bytes += own.length;
    if (this.#pending.size === 0) this.#problem = undefined;
  }

  #sendUnstored(): void {
    const appends = [...toAppends(this.#carried), ...toAppends(this.#pending)];
    if (appends.length > 0) this.#line.send({ kind: 'appends', stored: false, appends });
  }

  #deliver({ id, update }: Append): void {
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#bytes += update.length;
    this.#options.onRemoteUpdate(update);
  }

  async #takeNews(): Promise<void> {
    if (this.#closed || this.trouble?.readOnly) return;
    const before = this.#token;
    const found = await this.#options.journal.since(this.#mapId, before, this.#storedSeen());
    if (!found.ok) {
      this.#problem = found.problem;
      this.#publish();
      return;
    }
    const { token, snapshot, appends, present } = found.value;
    for (const piece of snapshot) {
      this.#options.onRemoteUpdate(piece);
      await nextTask();
    }
    for (const append of appends) {
      this.#isStored(append.id);
      this.#deliver(append);
    }
    // Unless a fold has been taken over in the meantime: then the next look is the one that counts.
    if (token !== before && this.#token === before) {
      this.#token = token;
      this.#seen = new Set([...present, ...this.#pending.keys(), ...this.#carried.keys()]);
    }
    if (this.#pending.size === 0) this.#problem = undefined;
    // Nobody else may be left to store what another window could not.
    if (this.#carried.size > 0) await this.#write();
    this.#publish();
  }

  /** What this window has of what is in the database. */
  #storedSeen(): ReadonlySet<string> {
    return new Set([...this.#seen].filter((id) => !this.#pending.has(id) && !this.#carried.has(id)));
  }

  #foldWhenLong(): void {
    const stored = this.#seen.size - this.#pending.size - this.#carried.size;
    const limit = this.#options.longJournal ?? LONG_JOURNAL;
    const long = stored > limit.appends || this.#bytes > limit.bytes;
    if (long && this.#mayFold && !this.#folding) this.#folding = this.#fold();
  }

  async #fold(): Promise<void> {
    try {
      const result = await this.#options.journal.compact(this.#mapId);
      if (!result.ok || result.value.kind === 'refused') this.#mayFold = false;
      else if (result.value.kind === 'folded') {
        const { from, token, ids } = result.value;
        this.#line.send({ kind: 'folded', folded: { from, token, ids } });
        if (!this.#takeFold({ from, token, ids })) await this.sync();
      } else await this.sync();
    } finally {
      this.#bytes = 0;
      this.#folding = undefined;
    }
  }

  /**
   * Takes a new snapshot as known when all that went into it is known here.
   * @returns false when it is not: then the next sync reads it
   */
  #takeFold({ from, token, ids }: Folded): boolean {
    if (this.#token !== from || !ids.every((id) => this.#seen.has(id))) return false;
    this.#token = token;
    for (const id of ids) this.#seen.delete(id);
    this.#bytes = 0;
    return true;
  }

  #publish(): void {
    const next = this.#currentState();
    const { kind, pending, problem } = this.#state;
    if (next.kind === kind && next.pending === pending && next.problem?.code === problem?.code) return;
    this.#state = next;
    this.#options.onState(next);
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #currentState(): SaveState {
    const pending = this.#pending.size;
    const kind = this.#problem ? 'failed' : pending > 0 ? 'saving' : 'saved';
    const previous = this.#state as SaveState | undefined;
    const since = previous?.kind === kind ? previous.since : this.#now();
    return { kind, pending, since, ...(this.#problem && { problem: this.#problem }) };
  }
}

function toAppends(updates: ReadonlyMap<string, Uint8Array>): Append[] {
  return [...updates].map(([id, update]) => ({ id, update }));
}

/** Calls back whenever the page may have slept. Returns the function that ends it. */
function onWaking(wake: () => void): () => void {
  const ears = [
    { target: globalThis.window as Window | undefined, events: ['focus', 'pageshow'] },
    { target: globalThis.document as Document | undefined, events: ['resume', 'visibilitychange'] },
  ];
  for (const { target, events } of ears) for (const event of events) target?.addEventListener(event, wake);
  return () => {
    for (const { target, events } of ears)
      for (const event of events) target?.removeEventListener(event, wake);
  };
}
