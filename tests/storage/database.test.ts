import { get, set } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/storage/database.ts';
import { attempt } from '../../src/storage/problems.ts';
import { newDatabase, storeOn } from './stand-ins.ts';

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('not opened'));
  });
}

describe('the store', () => {
  it('keeps values from one opening to the next', async () => {
    const database = newDatabase();
    await set(['map', 'a'], 'kept', storeOn(database));
    expect(await get(['map', 'a'], storeOn(database))).toBe('kept');
  });

  it('asks for strict durability', async () => {
    const store = storeOn(newDatabase());
    expect(await store('readwrite', (records) => records.transaction.durability)).toBe('strict');
  });

  it('resolves a write when the transaction has completed, not before', async () => {
    const store = storeOn(newDatabase());
    let completed = false;
    await store('readwrite', (records) => {
      records.transaction.addEventListener('complete', () => (completed = true));
      records.put(1, 'key');
    });
    expect(completed).toBe(true);
  });

  it('closes when another window upgrades the database, and says so when it is needed again', async () => {
    const database = newDatabase();
    const store = storeOn(database);
    await set('key', 1, store);
    const upgraded = await opened(database.open('ecotone', 2));
    upgraded.close();
    const result = await attempt(() => get('key', store));
    expect(!result.ok && result.problem.code).toBe('storage-newer');
  });

  it('opens again after another window deleted the database', async () => {
    const database = newDatabase();
    const store = storeOn(database);
    await set('key', 1, store);
    await opened(database.deleteDatabase('ecotone'));
    expect(await get('key', store)).toBeUndefined();
    await set('key', 2, store);
    expect(await get('key', store)).toBe(2);
  });

  it('replaces a connection that the browser has dropped', async () => {
    const database = newDatabase();
    const connections: IDBDatabase[] = [];
    const watched = {
      open: (name: string, version: number) => {
        const request = database.open(name, version);
        request.addEventListener('success', () => connections.push(request.result));
        return request;
      },
    } as unknown as IDBFactory;
    const store = openStore('ecotone', watched);
    await set('key', 1, store);
    connections[0]?.close();
    expect(await get('key', store)).toBe(1);
    expect(connections).toHaveLength(2);
  });

  it('says that another window blocks the opening', async () => {
    const database = newDatabase();
    const request = database.open('ecotone', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('records');
    const stubborn = await opened(request);
    const newer = {
      open: (name: string) => database.open(name, 2),
    } as unknown as IDBFactory;
    const result = await attempt(() => get('key', openStore('ecotone', newer)));
    expect(!result.ok && result.problem.code).toBe('storage-blocked');
    stubborn.close();
  });

  it('undoes all of a transaction that fails, and tells why it failed', async () => {
    const store = storeOn(newDatabase());
    const result = await attempt(() =>
      store('readwrite', (records) => {
        records.put(1, 'key');
        throw new DOMException('The disk is full.', 'QuotaExceededError');
      }),
    );
    expect(!result.ok && result.problem.code).toBe('storage-full');
    expect(await get('key', store)).toBeUndefined();
  });

  it('tells that there is no database', async () => {
    const refusing = {
      open: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    } as unknown as IDBFactory;
    const result = await attempt(() => get('key', openStore('ecotone', refusing)));
    expect(!result.ok && result.problem.code).toBe('storage-missing');
  });

  it('tries again after an opening that failed', async () => {
    const database = newDatabase();
    let failing = true;
    const moody = {
      open: (name: string, version: number) => {
        if (failing) throw new DOMException('not now', 'UnknownError');
        return database.open(name, version);
      },
    } as unknown as IDBFactory;
    const store = openStore('ecotone', moody);
    expect((await attempt(() => get('key', store))).ok).toBe(false);
    failing = false;
    expect((await attempt(() => get('key', store))).ok).toBe(true);
  });
});
