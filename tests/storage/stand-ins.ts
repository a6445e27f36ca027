import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as Y from 'yjs';
import { openStore, type UseStore } from '../../src/storage/database.ts';
import { createJournal, type Journal } from '../../src/storage/journal.ts';
import { openMap, type MapSession, type SaveState, type SessionOptions } from '../../src/storage/session.ts';
import type { Result } from '../../src/base/result.ts';

/** A browser's database, empty; windows that open a store on it share it. */
export function newDatabase(): IDBFactory {
  return new IDBFactory();
}

export function storeOn(database: IDBFactory): UseStore {
  return openStore('ecotone', database);
}

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.message.en);
  return result.value;
}

/** A store whose writes fail while `full` is set, at the end of their transaction as a full disk does. */
export function fillableStore(store: UseStore): { store: UseStore; full: boolean } {
  const disk: { store: UseStore; full: boolean } = {
    full: false,
    store: (mode, callback) =>
      store(mode, async (records) => {
        const result = await callback(records);
        if (disk.full && mode === 'readwrite')
          throw new DOMException('The disk is full.', 'QuotaExceededError');
        return result;
      }),
  };
  return disk;
}

/** A document that knows its own changes, as a window has one. */
export class Replica {
  readonly doc = new Y.Doc();
  /** Called with each own change. */
  onUpdate: (update: Uint8Array) => void = () => undefined;

  constructor() {
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'elsewhere') this.onUpdate(update);
    });
  }

  apply(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'elsewhere');
  }

  set(key: string, value: unknown): void {
    this.doc.getMap('actors').set(key, value);
  }

  remove(key: string): void {
    this.doc.getMap('actors').delete(key);
  }

  get content(): Readonly<Record<string, unknown>> {
    return this.doc.getMap('actors').toJSON();
  }

  get pending(): boolean {
    return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
  }
}

/** What a reader of the database alone sees of a map. */
export async function stored(database: IDBFactory, mapId: string): Promise<Replica> {
  const replica = new Replica();
  const map = value(await createJournal(storeOn(database)).load(mapId));
  for (const update of map.updates) replica.apply(update);
  return replica;
}

export interface TestWindow {
  readonly replica: Replica;
  readonly session: MapSession;
  readonly states: readonly SaveState[];
}

/** A window on a map: a document tied to a session. */
export async function openWindow(
  mapId: string,
  journal: Journal,
  longJournal?: SessionOptions['longJournal'],
): Promise<TestWindow> {
  const replica = new Replica();
  const states: SaveState[] = [];
  const session = value(
    await openMap(mapId, {
      journal,
      onRemoteUpdate: (update) => replica.apply(update),
      onState: (state) => states.push(state),
      ...(longJournal && { longJournal }),
    }),
  );
  for (const update of session.updates) replica.apply(update);
  replica.onUpdate = (update) => session.save(update);
  return { replica, session, states };
}

/** Resolves as soon as `condition` holds; fails after twenty seconds. */
export async function until(condition: () => boolean): Promise<void> {
  const end = Date.now() + 20_000;
  while (!condition()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve));
  }
}
