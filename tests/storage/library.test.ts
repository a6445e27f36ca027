import { set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UseStore } from '../../src/storage/database.ts';
import { createJournal } from '../../src/storage/journal.ts';
import { BIN_DAYS, createLibrary, type Library } from '../../src/storage/library.ts';
import { appendKey } from '../../src/storage/records.ts';
import { newDatabase, openWindow, stored, storeOn, value } from './stand-ins.ts';

const DAY = 24 * 60 * 60 * 1000;
let database: IDBFactory;
let store: UseStore;
let library: Library;
let time: number;

beforeEach(() => {
  database = newDatabase();
  store = storeOn(database);
  time = 1000;
  library = createLibrary(store, () => time);
});

/** A stored map with one actor. */
async function newMap(id: string, title: string): Promise<void> {
  const journal = createJournal(store);
  const { replica, session } = await openWindow(id, journal);
  replica.onUpdate = (update) => session.save(update, { title, actors: 1, ties: 0 });
  replica.set('name', title);
  await session.close();
  await library.touch(id);
}

function titles(entries: readonly { title: string }[]): string[] {
  return entries.map(({ title }) => title);
}

async function listed(): Promise<{ maps: string[]; deleted: string[] }> {
  const { maps, deleted } = value(await library.list());
  return { maps: titles(maps), deleted: titles(deleted) };
}

function keyCount(): Promise<number> {
  return store('readonly', (records) => {
    const request = records.count();
    return new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  });
}

describe('the library', () => {
  it('is empty at first', async () => {
    expect(await listed()).toEqual({ maps: [], deleted: [] });
    expect(value(await library.get('a'))).toBeUndefined();
  });

  it('lists the map last opened first', async () => {
    await newMap('a', 'Jinhua');
    time = 2000;
    await newMap('b', '金华');
    expect((await listed()).maps).toEqual(['金华', 'Jinhua']);
    time = 3000;
    expect(value(await library.touch('a'))).toBe(true);
    expect((await listed()).maps).toEqual(['Jinhua', '金华']);
  });

  it('says that a map it does not have is not there', async () => {
    for (const step of [library.touch, library.remove, library.restore, library.purge])
      expect(value(await step('none'))).toBe(false);
    expect(value(await library.describe('none', { title: 'x' }))).toBe(false);
    expect(value(await library.duplicate('none', 'x'))).toBeUndefined();
    expect(await keyCount()).toBe(0);
  });

  it('shows what a map is called, without calling it changed', async () => {
    await newMap('a', 'Jinhua');
    const before = value(await library.get('a'));
    value(await library.describe('a', { title: 'Jinhua 2026' }));
    expect(value(await library.get('a'))).toEqual({ ...before, title: 'Jinhua 2026' });
  });

  it('copies a map: two maps from then on', async () => {
    await newMap('a', 'Jinhua');
    time = 5000;
    const copy = value(await library.duplicate('a', 'Jinhua (copy)'));
    expect(copy).toMatchObject({ title: 'Jinhua (copy)', actors: 1, createdAt: 5000 });
    const id = copy?.id ?? '';
    const { replica, session } = await openWindow(id, createJournal(store));
    expect(replica.content).toEqual({ name: 'Jinhua' });
    replica.set('more', 1);
    await session.close();
    expect((await stored(database, id)).content).toEqual({ name: 'Jinhua', more: 1 });
    expect((await stored(database, 'a')).content).toEqual({ name: 'Jinhua' });
  });

  it('copies a folded map and a damaged one as they are', async () => {
    await newMap('a', 'Jinhua');
    value(await createJournal(store).compact('a'));
    await set(appendKey('a', 'damaged'), 'nonsense', store);
    const copy = value(await library.duplicate('a', 'Copy'));
    const map = value(await createJournal(store).load(copy?.id ?? ''));
    expect(map.trouble?.problem.code).toBe('unreadable');
    expect((await stored(database, copy?.id ?? '')).content).toEqual({ name: 'Jinhua' });
  });

  it('throws a map into the bin and takes it out again, whole', async () => {
    await newMap('a', 'Jinhua');
    time = 2000;
    value(await library.remove('a'));
    expect(await listed()).toEqual({ maps: [], deleted: ['Jinhua'] });
    value(await library.restore('a'));
    expect(await listed()).toEqual({ maps: ['Jinhua'], deleted: [] });
    expect((await stored(database, 'a')).content).toEqual({ name: 'Jinhua' });
  });

  it('deletes for good only what is in the bin, and leaves nothing of it', async () => {
    await newMap('a', 'Jinhua');
    expect(value(await library.purge('a'))).toBe(false);
    expect((await listed()).maps).toEqual(['Jinhua']);
    value(await library.remove('a'));
    expect(value(await library.purge('a'))).toBe(true);
    expect(await keyCount()).toBe(0);
  });

  it('empties the bin of what has been there long enough, or of all', async () => {
    for (const id of ['a', 'b', 'c']) await newMap(id, id);
    time = Date.now();
    value(await library.remove('a'));
    time += 20 * DAY;
    value(await library.remove('b'));
    time += (BIN_DAYS - 20) * DAY + 1;
    expect(value(await library.emptyBin())).toBe(1);
    expect(await listed()).toEqual({ maps: ['c'], deleted: ['b'] });
    expect(value(await library.emptyBin(true))).toBe(1);
    expect(await listed()).toEqual({ maps: ['c'], deleted: [] });
    expect((await stored(database, 'c')).content).toEqual({ name: 'c' });
  });

  it('keeps a map in the bin that another window still edits', async () => {
    await newMap('a', 'a');
    time = 0;
    value(await library.remove('a'));
    time = Date.now() + DAY;
    expect(value(await library.emptyBin())).toBe(0);
  });

  it('passes over an entry that it cannot read', async () => {
    await newMap('a', 'Jinhua');
    await set(['library', 'b'], { id: 'b', title: 5 }, store);
    expect((await listed()).maps).toEqual(['Jinhua']);
  });

  it('says what is wrong when the database fails', async () => {
    const broken = createLibrary(() => Promise.reject(new DOMException('denied', 'SecurityError')));
    const result = await broken.list();
    expect(!result.ok && result.problem.code).toBe('storage-missing');
  });
});
