import { set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SCHEMA_VERSION } from '../../src/model/schema-version.ts';
import type { UseStore } from '../../src/storage/database.ts';
import { createJournal, type Journal } from '../../src/storage/journal.ts';
import { createLibrary } from '../../src/storage/library.ts';
import { appendKey, checked, headKey, snapshotKey } from '../../src/storage/records.ts';
import { newDatabase, Replica, stored, storeOn, value } from './stand-ins.ts';

const MAP = 'map-1';
let database: IDBFactory;
let store: UseStore;
let journal: Journal;
let count: number;

beforeEach(() => {
  database = newDatabase();
  store = storeOn(database);
  journal = createJournal(store);
  count = 0;
});

function write(update: Uint8Array, options: { first?: boolean; id?: string; mapId?: string } = {}) {
  const append = { id: options.id ?? `w/${count++}`, update };
  return journal.append(options.mapId ?? MAP, [append], { first: options.first ?? true, now: 1 });
}

/** The updates of some edits, one each. */
function edits(keys: readonly string[], replica = new Replica()): Uint8Array[] {
  const updates: Uint8Array[] = [];
  replica.onUpdate = (update) => updates.push(update);
  for (const key of keys) replica.set(key, key.length);
  return updates;
}

function keysOf(): Promise<readonly IDBValidKey[]> {
  return store('readonly', (records) => {
    const request = records.getAllKeys();
    return new Promise((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
  });
}

describe('the journal', () => {
  it('gives back what was appended, in any order, and knows a new map', async () => {
    expect(value(await journal.load(MAP))).toMatchObject({ isNew: true, updates: [], token: '' });
    for (const update of edits(['a', 'bb', 'ccc']).reverse()) value(await write(update));
    expect(value(await journal.load(MAP)).isNew).toBe(false);
    expect((await stored(database, MAP)).content).toEqual({ a: 1, bb: 2, ccc: 3 });
  });

  it('keeps maps apart whose ids begin alike', async () => {
    const [a = new Uint8Array()] = edits(['a']);
    value(await write(a));
    expect(value(await journal.load(`${MAP}0`)).isNew).toBe(true);
    expect(value(await journal.load('map-')).isNew).toBe(true);
  });

  it('stores the whole of a change that is a view of a larger buffer, and no more', async () => {
    const [update = new Uint8Array()] = edits(['a']);
    const buffer = new Uint8Array(1000);
    buffer.set(update, 100);
    value(await write(buffer.subarray(100, 100 + update.length)));
    expect((await stored(database, MAP)).content).toEqual({ a: 1 });
    expect(value(await journal.load(MAP)).appendBytes).toBe(update.length);
  });

  it('folds the appends into a snapshot without the deleted, and is then shorter', async () => {
    const replica = new Replica();
    for (const update of edits(Array<string>(50).fill('a'), replica)) value(await write(update));
    const before = value(await journal.load(MAP));
    const folded = value(await journal.compact(MAP));
    expect(folded).toMatchObject({ kind: 'folded', from: '', ids: before.appendIds });
    const after = value(await journal.load(MAP));
    expect(after.appendIds).toEqual([]);
    expect(after.token).not.toBe('');
    expect((await stored(database, MAP)).content).toEqual(replica.content);
    expect(value(await journal.compact(MAP))).toEqual({ kind: 'nothing-to-fold' });
  });

  it('cuts a large map into pieces that a window can apply one by one', async () => {
    const replica = new Replica();
    let whole = new Uint8Array();
    replica.onUpdate = (update) => (whole = new Uint8Array(update));
    replica.doc.transact(() => {
      for (let actor = 0; actor < 3000; actor++) {
        const record = new Y.Map();
        for (const key of ['name', 'sector', 'size']) record.set(key, actor);
        replica.set(`actor ${actor}`, record);
      }
    });
    value(await write(whole));
    expect(value(await journal.load(MAP)).updates.length).toBeGreaterThan(2);
    value(await journal.compact(MAP));
    expect(value(await journal.load(MAP)).updates.length).toBeGreaterThan(2);
    expect((await stored(database, MAP)).content).toEqual(replica.content);
  });

  it('keeps an append that another window makes while the journal is folded', async () => {
    const replica = new Replica();
    const updates = edits(['a', 'b', 'c', 'd', 'e', 'f'], replica);
    for (const update of updates.slice(0, 3)) value(await write(update));
    const other = createJournal(storeOn(database));
    const late = updates.slice(3).map((update, index) => ({ id: `other/${index}`, update }));
    await Promise.all([
      journal.compact(MAP),
      ...late.map((append) => other.append(MAP, [append], { first: false, now: 1 })),
      other.compact(MAP),
    ]);
    const after = await stored(database, MAP);
    expect(after.content).toEqual(replica.content);
    expect(after.pending).toBe(false);
  });

  it('lets only one of two windows fold, with and without locks', async () => {
    for (const update of edits(['a', 'b', 'c'])) value(await write(update));
    const both = await Promise.all([journal.compact(MAP), createJournal(storeOn(database)).compact(MAP)]);
    expect(both.map((result) => value(result).kind).sort()).toEqual(['busy', 'folded']);
    for (const update of edits(['d'])) value(await write(update));
    const held = {
      request: (_: string, __: LockOptions, callback: (lock: Lock | null) => unknown) =>
        Promise.resolve(callback(null)),
    } as unknown as LockManager;
    expect(value(await createJournal(store, { locks: held }).compact(MAP))).toEqual({ kind: 'busy' });
    expect(value(await journal.load(MAP)).appendIds).toHaveLength(1);
  });

  it('leaves the journal as it is when the folding breaks off', async () => {
    for (const update of edits(['a', 'b'])) value(await write(update));
    const keys = await keysOf();
    const broken = createJournal(store, { fold: () => Promise.reject(new Error('The worker has stopped.')) });
    expect((await broken.compact(MAP)).ok).toBe(false);
    expect(await keysOf()).toEqual(keys);
    expect(value(await journal.compact(MAP)).kind).toBe('folded');
  });

  it('tells a missing record, shows the rest, folds nothing, and is whole when the record comes', async () => {
    const first = new Replica();
    const second = new Replica();
    const [a = new Uint8Array()] = edits(['a'], first);
    second.apply(a);
    const later = edits(['a', 'b'], second);
    for (const update of later) value(await write(update));
    const map = value(await journal.load(MAP));
    expect(map.trouble).toMatchObject({ readOnly: false, problem: { code: 'record-missing' } });
    const keys = await keysOf();
    expect(value(await journal.compact(MAP))).toMatchObject({
      kind: 'refused',
      problem: { code: 'record-missing' },
    });
    expect(await keysOf()).toEqual(keys);
    value(await write(a));
    expect(value(await journal.load(MAP)).trouble).toBeUndefined();
    expect(value(await journal.compact(MAP)).kind).toBe('folded');
    expect((await stored(database, MAP)).content).toEqual(second.content);
  });

  it('tells a record missing after a snapshot', async () => {
    const replica = new Replica();
    const updates = edits(['a', 'b', 'c'], replica);
    const [a = new Uint8Array(), , c = new Uint8Array()] = updates;
    value(await write(a));
    value(await journal.compact(MAP));
    value(await write(c));
    expect(value(await journal.load(MAP)).trouble?.problem.code).toBe('record-missing');
  });

  it('opens a map of a newer version for reading only and writes nothing to it', async () => {
    for (const update of edits(['a'])) value(await write(update));
    const head = { version: SCHEMA_VERSION + 1, token: '', vector: new Uint8Array([0]) };
    await set(headKey(MAP), head, store);
    const map = value(await journal.load(MAP));
    expect(map.trouble).toMatchObject({ readOnly: true, problem: { code: 'newer-version' } });
    expect(map.updates).toHaveLength(1);
    const keys = await keysOf();
    const [late = new Uint8Array()] = edits(['late']);
    const refused = await write(late, { id: 'late' });
    expect(!refused.ok && refused.problem.code).toBe('newer-version');
    expect(value(await journal.compact(MAP))).toMatchObject({ kind: 'refused' });
    expect(await keysOf()).toEqual(keys);
    const news = await journal.since(MAP, '', new Set());
    expect(!news.ok && news.problem.code).toBe('newer-version');
  });

  it('never overwrites what cannot be read, shows the rest and gives all the bytes', async () => {
    for (const update of edits(['a', 'b'])) value(await write(update));
    value(await journal.compact(MAP));
    for (const update of edits(['c'])) value(await write(update));
    const damages: readonly [name: string, key: IDBValidKey, record: unknown, readable: object][] = [
      ['no bytes', appendKey(MAP, 'x'), 'nonsense', { a: 1, b: 1, c: 1 }],
      ['a wrong checksum', appendKey(MAP, 'x'), { bytes: new Uint8Array([1]), sum: 5 }, { a: 1, b: 1, c: 1 }],
      ['no update', appendKey(MAP, 'x'), checked(new Uint8Array([7, 7, 7])), { a: 1, b: 1, c: 1 }],
      ['no snapshot', snapshotKey(MAP), [checked(new Uint8Array([1])), 3], {}],
      ['no head', headKey(MAP), { version: 'one' }, { a: 1, b: 1, c: 1 }],
    ];
    const copy = await store('readonly', async (records) => {
      const read = (request: IDBRequest): Promise<unknown> =>
        new Promise((resolve) => {
          request.onsuccess = () => resolve(request.result);
        });
      return [await read(records.getAllKeys()), await read(records.getAll())] as const;
    });
    for (const [name, key, record, readable] of damages) {
      const damaged = newDatabase();
      const there = storeOn(damaged);
      const [keys, values] = copy as readonly [readonly IDBValidKey[], readonly unknown[]];
      for (const [index, each] of keys.entries()) await set(each, values[index], there);
      await set(key, record, there);
      const reader = createJournal(there);
      const map = value(await reader.load(MAP));
      expect(map.trouble, name).toMatchObject({ readOnly: true, problem: { code: 'unreadable' } });
      if (name !== 'no snapshot') expect((await stored(damaged, MAP)).content, name).toEqual(readable);
      expect(value(await reader.compact(MAP)), name).toMatchObject({ kind: 'refused' });
      const raw = new TextDecoder().decode(value(await reader.rawBytes(MAP)));
      expect((JSON.parse(raw) as { records: unknown[] }).records.length, name).toBeGreaterThan(2);
    }
  });

  it('writes the library entry in the transaction of the change', async () => {
    const [update = new Uint8Array()] = edits(['a']);
    const facts = { title: 'Jinhua', actors: 1, ties: 0 };
    value(await journal.append(MAP, [{ id: 'w/0', update }], { first: true, now: 5, facts }));
    value(await journal.append(MAP, [{ id: 'w/1', update }], { first: false, now: 9 }));
    expect(value(await createLibrary(store).get(MAP))).toEqual({
      id: MAP,
      ...facts,
      createdAt: 5,
      openedAt: 5,
      changedAt: 9,
    });
  });

  it('does not bring back a map that was deleted for good', async () => {
    const updates = edits(['a', 'b']);
    value(await write(updates[0] ?? new Uint8Array()));
    const library = createLibrary(store);
    value(await library.remove(MAP));
    value(await library.purge(MAP));
    const refused = await write(updates[1] ?? new Uint8Array(), { first: false });
    expect(!refused.ok && refused.problem.code).toBe('map-gone');
    expect(await keysOf()).toEqual([]);
  });

  it('tells a window only what it has not seen', async () => {
    const updates = edits(['a', 'b', 'c']);
    for (const update of updates) value(await write(update));
    const news = value(await journal.since(MAP, '', new Set(['w/0', 'w/2'])));
    expect(news.appends.map(({ id }) => id)).toEqual(['w/1']);
    expect(news.snapshot).toEqual([]);
    value(await journal.compact(MAP));
    const later = value(await journal.since(MAP, '', new Set(['w/0', 'w/2'])));
    expect(later.appends).toEqual([]);
    expect(later.snapshot.length).toBeGreaterThan(0);
    expect(value(await journal.since(MAP, later.token, new Set())).snapshot).toEqual([]);
  });
});
