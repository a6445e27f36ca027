import { promisifyRequest, type UseStore } from 'idb-keyval';
import { DatabaseBlocked } from './problems.ts';

export type { UseStore };

const STORE = 'records';
const VERSION = 1;

/**
 * The browser's database as idb-keyval takes it: one object store, so that one transaction can cover a map's journal,
 * its snapshot and its library entry. Beyond idb-keyval's own store:
 * - writes are strict (on disk before they count) and the promise waits for the end of the transaction, where a full
 *   disk shows;
 * - the connection closes when another window wants to upgrade, else that window would wait for ever, and opens again
 *   when it is needed;
 * - a connection that the browser has dropped in the meantime is replaced, once.
 */
export function openStore(name = 'ecotone', factory?: IDBFactory): UseStore {
  let connection: Promise<IDBDatabase> | undefined;

  const open = (): Promise<IDBDatabase> => {
    if (connection) return connection;
    const opening = connect(name, factory, () => {
      if (connection === opening) connection = undefined;
    });
    connection = opening;
    opening.catch(() => {
      if (connection === opening) connection = undefined;
    });
    return opening;
  };

  const begin = async (mode: IDBTransactionMode): Promise<IDBTransaction> => {
    const database = await open();
    try {
      return database.transaction(STORE, mode, { durability: 'strict' });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'InvalidStateError')) throw error;
      connection = undefined;
      return (await open()).transaction(STORE, mode, { durability: 'strict' });
    }
  };

  return async (mode, callback) => {
    const transaction = await begin(mode);
    const ended = endOf(transaction);
    try {
      const result = await callback(transaction.objectStore(STORE));
      if (mode !== 'readonly') await ended;
      return result;
    } catch (error) {
      abort(transaction);
      // The transaction's own error says why (quota); a request that it took down only says that it was aborted.
      await ended.catch((reason: unknown) => {
        throw reason instanceof DOMException && reason.name !== 'AbortError' ? reason : error;
      });
      throw error;
    }
  };
}

async function connect(
  name: string,
  factory: IDBFactory | undefined,
  onGone: () => void,
): Promise<IDBDatabase> {
  const indexedDatabases = factory ?? (globalThis.indexedDB as IDBFactory | undefined);
  if (!indexedDatabases) throw new DOMException('no indexedDB', 'SecurityError');
  const request = indexedDatabases.open(name, VERSION);
  request.onupgradeneeded = () => {
    if (!request.result.objectStoreNames.contains(STORE)) request.result.createObjectStore(STORE);
  };
  const blocked = new Promise<never>((_, reject) => {
    request.onblocked = () => {
      // Should it open later after all, nobody waits for it any more.
      request.addEventListener('success', () => request.result.close());
      reject(new DatabaseBlocked());
    };
  });
  const database = await Promise.race([promisifyRequest(request), blocked]);
  database.onversionchange = () => {
    database.close();
    onGone();
  };
  database.onclose = onGone;
  return database;
}

/** Settles when the transaction has: listeners, since idb-keyval sets the handler properties. */
function endOf(transaction: IDBTransaction): Promise<void> {
  const ended = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () =>
      reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError')),
    );
  });
  // Whoever does not wait for it has been told already.
  ended.catch(() => undefined);
  return ended;
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}
