import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createJournal, type Journal } from '../../src/storage/journal.ts';
import { createLibrary } from '../../src/storage/library.ts';
import { openStore } from '../../src/storage/database.ts';
import { headKey } from '../../src/storage/records.ts';
import { openMap } from '../../src/storage/session.ts';
import { set } from 'idb-keyval';
import {
  fillableStore,
  newDatabase,
  openWindow,
  stored,
  storeOn,
  until,
  value,
  type TestWindow,
} from './stand-ins.ts';

const MAP = 'map-1';
let database: IDBFactory;
const windows: TestWindow[] = [];

beforeEach(() => {
  database = newDatabase();
});

afterEach(async () => {
  for (const { session } of windows.splice(0)) await session.close();
  vi.unstubAllGlobals();
});

function newJournal(): Journal {
  return createJournal(storeOn(database));
}

async function window(journal = newJournal()): Promise<TestWindow> {
  const opened = await openWindow(MAP, journal);
  windows.push(opened);
  return opened;
}

function noChannel(): void {
  vi.stubGlobal('BroadcastChannel', undefined);
}

describe('saving', () => {
  it('says saved only when the database has every change', async () => {
    const { replica, session, states } = await window();
    expect(session.isNew).toBe(true);
    expect(states.map(({ kind }) => kind)).toEqual(['saved']);
    replica.set('a', 1);
    expect(session.state).toMatchObject({ kind: 'saving', pending: 1 });
    replica.set('b', 2);
    expect(session.state).toMatchObject({ kind: 'saving', pending: 2 });
    expect(await session.settled()).toMatchObject({ kind: 'saved', pending: 0 });
    expect((await stored(database, MAP)).content).toEqual({ a: 1, b: 2 });
    expect(states.at(-1)?.kind).toBe('saved');
  });

  it('has in the database what it had when it said saved, at each moment that it says so', async () => {
    const { replica, session } = await window();
    for (let edit = 0; edit < 20; edit++) {
      replica.set(`key ${edit}`, edit);
      if (edit % 3 === 0) {
        await until(() => session.state.kind === 'saved');
        expect((await stored(database, MAP)).content).toEqual(replica.content);
      }
    }
  });

  it('puts the changes of one tick into one transaction', async () => {
    const journal = newJournal();
    const append = vi.spyOn(journal, 'append');
    const { replica, session } = await window(journal);
    for (let edit = 0; edit < 10; edit++) replica.set(`key ${edit}`, edit);
    await session.settled();
    expect(append).toHaveBeenCalledTimes(1);
  });

  it('gives back what was stored when the map is opened again', async () => {
    const first = await window();
    first.replica.set('a', 1);
    await first.session.close();
    const second = await window();
    expect(second.session.isNew).toBe(false);
    expect(second.replica.content).toEqual({ a: 1 });
  });

  it('keeps the library entry current', async () => {
    const { session, replica } = await window();
    replica.onUpdate = (update) => session.save(update, { title: 'Jinhua', actors: 1, ties: 0 });
    replica.set('a', 1);
    await session.settled();
    expect(value(await createLibrary(storeOn(database)).list()).maps).toMatchObject([
      { id: MAP, title: 'Jinhua', actors: 1 },
    ]);
  });

  it('keeps changes while the disk is full, says so, and stores them on retry', async () => {
    const disk = fillableStore(storeOn(database));
    const { replica, session } = await window(createJournal(disk.store));
    replica.set('a', 1);
    await session.settled();
    disk.full = true;
    replica.set('b', 2);
    replica.set('c', 3);
    expect(await session.settled()).toMatchObject({
      kind: 'failed',
      pending: 2,
      problem: { code: 'storage-full' },
    });
    expect(session.pendingBytes()).toHaveLength(2);
    expect(await session.retry()).toMatchObject({ kind: 'failed', pending: 2 });
    expect((await stored(database, MAP)).content).toEqual({ a: 1 });
    disk.full = false;
    expect(await session.retry()).toMatchObject({ kind: 'saved', pending: 0 });
    expect(session.pendingBytes()).toEqual([]);
    expect((await stored(database, MAP)).content).toEqual({ a: 1, b: 2, c: 3 });
  });

  it('stores what failed together with the next change', async () => {
    const disk = fillableStore(storeOn(database));
    const { replica, session } = await window(createJournal(disk.store));
    disk.full = true;
    replica.set('a', 1);
    await session.settled();
    disk.full = false;
    replica.set('b', 2);
    expect(await session.settled()).toMatchObject({ kind: 'saved' });
    expect((await stored(database, MAP)).content).toEqual({ a: 1, b: 2 });
  });

  it('works in memory where the browser has no database, and says so', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { replica, session, states } = await window(createJournal(openStore()));
    expect(states).toMatchObject([{ kind: 'failed', pending: 0, problem: { code: 'storage-missing' } }]);
    replica.set('a', 1);
    expect(await session.settled()).toMatchObject({ kind: 'failed', pending: 1 });
    expect(session.pendingBytes()).toHaveLength(1);
    expect(await session.retry()).toMatchObject({ kind: 'failed', problem: { code: 'storage-missing' } });
  });

  it('does not open a map that cannot be loaded, since writing to it might harm it', async () => {
    const broken = createJournal(() => Promise.reject(new DOMException('broken', 'UnknownError')));
    const options = { journal: broken, onRemoteUpdate: () => undefined, onState: () => undefined };
    const result = await openMap(MAP, options);
    expect(!result.ok && result.problem.code).toBe('storage-failed');
  });

  it('writes nothing to a map of a newer version and keeps changes in memory', async () => {
    const first = await window();
    first.replica.set('a', 1);
    await first.session.close();
    await set(headKey(MAP), { version: 99, token: '', vector: new Uint8Array([0]) }, storeOn(database));
    const { replica, session } = await window();
    expect(replica.content).toEqual({ a: 1 });
    expect(session.trouble?.readOnly).toBe(true);
    replica.set('b', 2);
    expect(await session.settled()).toMatchObject({
      kind: 'failed',
      pending: 1,
      problem: { code: 'newer-version' },
    });
    expect((await stored(database, MAP)).content).toEqual({ a: 1 });
  });

  it('says so when the map is deleted for good in another window', async () => {
    const { replica, session } = await window();
    replica.set('a', 1);
    await session.settled();
    const library = createLibrary(storeOn(database));
    await library.remove(MAP);
    await library.purge(MAP);
    replica.set('b', 2);
    expect(await session.settled()).toMatchObject({ kind: 'failed', problem: { code: 'map-gone' } });
  });

  it('folds a long journal and stays in step with it', async () => {
    const journal = newJournal();
    const compact = vi.spyOn(journal, 'compact');
    const { replica, session } = await window(journal);
    for (let edit = 0; edit < 450; edit++) {
      replica.set(`key ${edit % 10}`, edit);
      await session.settled();
    }
    expect(compact).toHaveBeenCalledTimes(2);
    const map = value(await journal.load(MAP));
    expect(map.appendIds.length).toBeLessThan(60);
    expect((await stored(database, MAP)).content).toEqual(replica.content);
  });

  it('folds a long journal when the map is opened', async () => {
    const first = await window();
    first.replica.set('large', 'x'.repeat(200_000));
    await first.session.settled();
    first.replica.set('other', 'y'.repeat(100_000));
    await first.session.close();
    expect(value(await newJournal().load(MAP)).appendIds).toHaveLength(2);
    const second = await window();
    await second.session.settled();
    expect(value(await newJournal().load(MAP)).appendIds).toHaveLength(0);
  });
});

describe('two windows on one map', () => {
  it('see each other at once by messages', async () => {
    const a = await window();
    const b = await window();
    a.replica.set('a', 1);
    await until(() => b.replica.content['a'] === 1);
    b.replica.set('b', 2);
    await until(() => a.replica.content['b'] === 2);
    expect(a.replica.content).toEqual(b.replica.content);
    await b.session.settled();
    expect((await stored(database, MAP)).content).toEqual({ a: 1, b: 2 });
    // Each journaled its own change alone.
    expect(value(await newJournal().load(MAP)).appendIds).toHaveLength(2);
  });

  it('end equal by the database alone, as soon as they look', async () => {
    noChannel();
    const a = await window();
    const b = await window();
    a.replica.set('a', 1);
    b.replica.set('b', 2);
    a.replica.set('both', 'a');
    b.replica.set('both', 'b');
    await Promise.all([a.session.settled(), b.session.settled()]);
    await Promise.all([a.session.sync(), b.session.sync()]);
    expect(a.replica.content).toEqual(b.replica.content);
    expect(Object.keys(a.replica.content).sort()).toEqual(['a', 'b', 'both']);
  });

  it('miss nothing that is stored between the loading and the listening', async () => {
    const a = await window();
    const journal = newJournal();
    const late: Journal = {
      ...journal,
      load: async (mapId) => {
        const loaded = await journal.load(mapId);
        a.replica.set('a', 1);
        await a.session.settled();
        // The message of it has passed before the window listens.
        await new Promise((resolve) => setTimeout(resolve));
        return loaded;
      },
    };
    const b = await window(late);
    await until(() => b.replica.content['a'] === 1);
    expect(b.replica.content).toEqual({ a: 1 });
  });

  it('look into the database when the page gets the focus', async () => {
    noChannel();
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    const a = await window();
    const b = await window();
    a.replica.set('a', 1);
    await a.session.settled();
    page.dispatchEvent(new Event('focus'));
    await until(() => b.replica.content['a'] === 1);
    expect(b.replica.content).toEqual({ a: 1 });
  });

  it('stay in step when one has folded what the other has not heard', async () => {
    noChannel();
    const journal = newJournal();
    const compact = vi.spyOn(journal, 'compact');
    const a = await window(journal);
    const b = await window(journal);
    b.replica.set('b', 2);
    await b.session.settled();
    for (let edit = 0; edit < 230; edit++) {
      a.replica.set(`key ${edit % 7}`, edit);
      await a.session.settled();
      if (edit === 190) await b.session.sync();
    }
    // What a window folds without having seen it, it sees then.
    await until(() => a.replica.content['b'] === 2);
    await b.session.sync();
    b.replica.set('more', 3);
    await b.session.settled();
    await a.session.sync();
    expect(b.replica.content).toEqual(a.replica.content);
    expect((await stored(database, MAP)).content).toEqual(a.replica.content);
    // What is in the snapshot already does not count as a long journal.
    expect(compact).toHaveBeenCalledTimes(1);
  });

  it('stores what a window could not store before it died, as soon as the other looks', async () => {
    const disk = fillableStore(storeOn(database));
    const a = await window(createJournal(disk.store));
    const b = await window();
    disk.full = true;
    a.replica.set('a', 1);
    await until(() => b.replica.content['a'] === 1);
    await b.session.sync();
    expect((await stored(database, MAP)).content).toEqual({ a: 1 });
  });

  it('share what one of them cannot store, and the other stores it', async () => {
    const disk = fillableStore(storeOn(database));
    const a = await window(createJournal(disk.store));
    const b = await window();
    disk.full = true;
    a.replica.set('a', 1);
    await until(() => b.replica.content['a'] === 1);
    // What builds on a change that is not stored must not be stored without it.
    b.replica.set('b', 2);
    await b.session.settled();
    const after = await stored(database, MAP);
    expect(after.content).toEqual({ a: 1, b: 2 });
    expect(after.pending).toBe(false);
    await until(() => a.session.state.kind === 'saved');
  });

  it('show a window that opens later what could not be stored', async () => {
    const disk = fillableStore(storeOn(database));
    const a = await window(createJournal(disk.store));
    disk.full = true;
    a.replica.set('a', 1);
    await a.session.settled();
    const projector = await window();
    await until(() => projector.replica.content['a'] === 1);
    expect(projector.replica.content).toEqual({ a: 1 });
  });

  it('work together in memory where the browser has no database', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const a = await window(createJournal(openStore()));
    a.replica.set('a', 1);
    await a.session.settled();
    const b = await window(createJournal(openStore()));
    await until(() => b.replica.content['a'] === 1);
    b.replica.set('b', 2);
    await until(() => a.replica.content['b'] === 2);
    expect(a.session.state.kind).toBe('failed');
  });
});
