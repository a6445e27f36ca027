import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import { attempt, MAP_GONE, NEWER_VERSION, UNREADABLE } from './problems.ts';
import { headKey, isHead } from './records.ts';

/** One transaction on a map that is there and that this version may write to. */
export async function change(
  store: UseStore,
  mapId: string,
  write: (records: IDBObjectStore) => Problem | undefined | Promise<Problem | undefined>,
): Promise<Result<undefined>> {
  const written = await attempt(() =>
    store('readwrite', async (records): Promise<Problem | undefined> => {
      const head = await promisifyRequest<unknown>(records.get(headKey(mapId)));
      if (head === undefined) return MAP_GONE;
      if (!isHead(head)) return UNREADABLE;
      return head.version > SCHEMA_VERSION ? NEWER_VERSION : write(records);
    }),
  );
  if (!written.ok) return written;
  return written.value ? failed(written.value) : ok(undefined);
}
