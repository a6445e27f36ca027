import { promisifyRequest, type UseStore } from 'idb-keyval';
import type { Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { arrange, foldUpdates, type FoldedUpdates, type Folding } from '../model/bytes.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';
import { changedEntry, isEntry, type MapFacts } from './library-entry.ts';
import { attempt, MAP_GONE, NEWER_VERSION, RECORD_MISSING, UNREADABLE } from './problems.ts';
import {
  appendId,
  appendKey,
  appendRange,
  checked,
  entryKey,
  freshHead,
  headKey,
  isHead,
  mapRange,
  snapshotKey,
  unchecked,
  type Append,
  type Head,
} from './records.ts';
import { newId } from './new-id.ts';

/** Structs in one piece of a snapshot: some 10 ms of work for the window that opens it. */
const PIECE = 4000;

/** A map as stored, in pieces to apply one by one. */
export interface StoredMap {
  /** Nothing is stored under this id yet. */
  readonly isNew: boolean;
  /** Which snapshot this is; empty for none. */
  readonly token: string;
  readonly updates: readonly Uint8Array[];
  /** Ids of the appends in `updates`. */
  readonly appendIds: readonly string[];
  /** Size of the appends together: what a compaction would fold. */
  readonly appendBytes: number;
  /** What is wrong with the stored map. */
  readonly trouble?: Trouble;
}

/** Why a stored map is not whole. When `readOnly`, nothing may be written; `rawBytes` gives what is stored. */
export interface Trouble {
  readonly problem: Problem;
  readonly readOnly: boolean;
}

/** What came into the store since a window last looked. */
export interface News {
  readonly token: string;
  /** Pieces of the snapshot, when it is another one than the window knew. */
  readonly snapshot: readonly Uint8Array[];
  readonly appends: readonly Append[];
  /** Ids of all appends that are in the journal now. */
  readonly present: readonly string[];
}

export type Compaction =
  | { readonly kind: 'nothing-to-fold' }
  /** Another window is at it, or was faster. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | ({ readonly kind: 'folded' } & Folded);

/** Which appends went into which snapshot, and what it replaced. */
export interface Folded {
  readonly from: string;
  readonly token: string;
  readonly ids: readonly string[];
}

/** What is written with an append in the same transaction. */
export interface AppendNote {
  /** The window loaded the map as new: only then may the append be the first. */
  readonly first: boolean;
  readonly now: number;
  readonly facts?: MapFacts | undefined;
}

/**
 * The journal of every map: immutable appends that need no order, and a snapshot when there are many. Appends of
 * several windows never meet, since each has its own ids.
 */
export interface Journal {
  /** Resolves only when the appends and the library entry are on disk together. The same append may be put twice. */
  append(mapId: string, appends: readonly Append[], note: AppendNote): Promise<Result<undefined>>;
  load(mapId: string): Promise<Result<StoredMap>>;
  since(mapId: string, token: string, seen: ReadonlySet<string>): Promise<Result<News>>;
  compact(mapId: string): Promise<Result<Compaction>>;
  /** All records of a map as JSON, bytes in base64: for safekeeping when they cannot be read. */
  rawBytes(mapId: string): Promise<Result<Uint8Array>>;
}

/** Makes a snapshot: `foldUpdates`, here or in a worker. A rejection only means that nothing is folded. */
export type Fold = (folding: Folding) => Promise<FoldedUpdates | undefined>;

export interface JournalOptions {
  /** Keeps two windows from folding at once; absent on plain http, where the check of the token does. */
  readonly locks?: LockManager | undefined;
  readonly fold?: Fold;
}

interface RawMap {
  readonly head: unknown;
  readonly snapshot: unknown;
  readonly appendIds: readonly string[];
  readonly appends: readonly unknown[];
}

/** @param store every write must be one transaction that resolves when it is complete */
export function createJournal(
  store: UseStore,
  {
    locks = (globalThis.navigator as Navigator | undefined)?.locks,
    fold = (folding) => Promise.resolve(foldUpdates(folding)),
  }: JournalOptions = {},
): Journal {
  return {
    append: (mapId, appends, note) => append(store, mapId, appends, note),
    load: (mapId) => attempt(async () => assess(await readMap(store, mapId)).map),
    since: (mapId, token, seen) => since(store, mapId, token, seen),
    compact: async (mapId) => {
      if (!locks) return compact(store, mapId, fold);
      const locked = await attempt(() =>
        locks.request(`ecotone:compact:${mapId}`, { ifAvailable: true }, (lock) =>
          lock ? compact(store, mapId, fold) : ok<Compaction>({ kind: 'busy' }),
        ),
      );
      return locked.ok ? locked.value : locked;
    },
    rawBytes: (mapId) => attempt(() => rawBytes(store, mapId)),
  };
}

async function append(
  store: UseStore,
  mapId: string,
  appends: readonly Append[],
  note: AppendNote,
): Promise<Result<undefined>> {
  const written = await attempt(() =>
    store('readwrite', async (records): Promise<Problem | undefined> => {
      const [head, entry] = await Promise.all([
        promisifyRequest<unknown>(records.get(headKey(mapId))),
        promisifyRequest<unknown>(records.get(entryKey(mapId))),
      ]);
      if (head === undefined) {
        if (!note.first) return MAP_GONE;
        records.put(freshHead(), headKey(mapId));
      } else if (!isHead(head)) return UNREADABLE;
      else if (head.version > SCHEMA_VERSION) return NEWER_VERSION;
      for (const { id, update } of appends) records.put(checked(update), appendKey(mapId, id));
      records.put(
        changedEntry(isEntry(entry) ? entry : undefined, mapId, note.facts, note.now),
        entryKey(mapId),
      );
      return undefined;
    }),
  );
  if (!written.ok) return written;
  return written.value ? failed(written.value) : ok(undefined);
}

/** All records of a map, in one transaction. */
function readMap(store: UseStore, mapId: string): Promise<RawMap> {
  return store('readonly', async (records) => {
    const [head, snapshot, keys, appends] = await Promise.all([
      promisifyRequest<unknown>(records.get(headKey(mapId))),
      promisifyRequest<unknown>(records.get(snapshotKey(mapId))),
      promisifyRequest(records.getAllKeys(appendRange(mapId))),
      promisifyRequest<unknown[]>(records.getAll(appendRange(mapId))),
    ]);
    return { head, snapshot, appendIds: keys.map(appendId), appends };
  });
}

/** Tells what of the records can be read, in which order, and what is wrong. */
function assess(raw: RawMap): { map: StoredMap; bytes: readonly Uint8Array[] } {
  const head = isHead(raw.head) ? raw.head : undefined;
  const snapshot = readPieces(raw.snapshot);
  const appends = raw.appends.map(unchecked);
  const intact = appends.filter((bytes) => bytes !== undefined);
  const arranged = arrange(intact, head?.vector, PIECE);

  const isNew = raw.head === undefined && raw.snapshot === undefined && raw.appends.length === 0;
  const damaged =
    (!head && !isNew) ||
    snapshot.damaged ||
    (head !== undefined && head.token !== '' && snapshot.pieces.length === 0) ||
    intact.length < appends.length ||
    arranged.unreadable.length > 0;
  const trouble: Trouble | undefined =
    head && head.version > SCHEMA_VERSION
      ? { problem: NEWER_VERSION, readOnly: true }
      : damaged
        ? { problem: UNREADABLE, readOnly: true }
        : arranged.complete
          ? undefined
          : { problem: RECORD_MISSING, readOnly: false };
  const map: StoredMap = {
    isNew,
    token: head?.token ?? '',
    updates: [...snapshot.pieces, ...arranged.pieces],
    appendIds: raw.appendIds,
    appendBytes: intact.reduce((sum, bytes) => sum + bytes.length, 0),
    ...(trouble && { trouble }),
  };
  return { map, bytes: [...snapshot.pieces, ...intact] };
}

function readPieces(record: unknown): { pieces: readonly Uint8Array[]; damaged: boolean } {
  if (record === undefined) return { pieces: [], damaged: false };
  const records: readonly unknown[] = Array.isArray(record) ? record : [record];
  const pieces = records.map(unchecked).filter((bytes) => bytes !== undefined);
  return { pieces, damaged: pieces.length < records.length };
}

async function since(
  store: UseStore,
  mapId: string,
  token: string,
  seen: ReadonlySet<string>,
): Promise<Result<News>> {
  const found = await attempt(() =>
    store('readonly', async (records): Promise<Result<News>> => {
      const [head, keys] = await Promise.all([
        promisifyRequest<unknown>(records.get(headKey(mapId))),
        promisifyRequest(records.getAllKeys(appendRange(mapId))),
      ]);
      if (head === undefined) return token === '' && seen.size === 0 ? ok(NO_NEWS) : failed(MAP_GONE);
      if (!isHead(head)) return failed(UNREADABLE);
      if (head.version > SCHEMA_VERSION) return failed(NEWER_VERSION);
      const unseen = keys.filter((key) => !seen.has(appendId(key)));
      const [snapshot, ...updates] = await Promise.all([
        head.token === token ? undefined : promisifyRequest<unknown>(records.get(snapshotKey(mapId))),
        ...unseen.map((key) => promisifyRequest<unknown>(records.get(key))),
      ]);
      const appends: Append[] = [];
      for (const [index, key] of unseen.entries()) {
        const update = unchecked(updates[index]);
        if (!update) return failed(UNREADABLE);
        appends.push({ id: appendId(key), update });
      }
      const { pieces, damaged } = readPieces(snapshot);
      if (damaged) return failed(UNREADABLE);
      return ok({ token: head.token, snapshot: pieces, appends, present: keys.map(appendId) });
    }),
  );
  return found.ok ? found.value : found;
}

const NO_NEWS: News = { token: '', snapshot: [], appends: [], present: [] };

/**
 * Folds the appends into a new snapshot. Merging takes long on a large map, so it happens between two transactions,
 * and no window's saving waits for it: what was read never changes, and the second transaction deletes exactly that,
 * provided that the snapshot is still the one that was read.
 */
async function compact(store: UseStore, mapId: string, fold: Fold): Promise<Result<Compaction>> {
  return attempt(async (): Promise<Compaction> => {
    const { map, bytes } = assess(await readMap(store, mapId));
    if (map.trouble) return { kind: 'refused', problem: map.trouble.problem };
    if (map.appendIds.length === 0) return { kind: 'nothing-to-fold' };
    const snapshot = await fold({ updates: bytes, size: PIECE });
    if (!snapshot) return { kind: 'refused', problem: RECORD_MISSING };
    const head: Head = { version: SCHEMA_VERSION, token: newId(), vector: snapshot.stateVector };
    const pieces = snapshot.pieces.map(checked);
    return store('readwrite', async (records): Promise<Compaction> => {
      const current = await promisifyRequest<unknown>(records.get(headKey(mapId)));
      if (!isHead(current) || current.token !== map.token || current.version > SCHEMA_VERSION)
        return { kind: 'busy' };
      records.put(head, headKey(mapId));
      records.put(pieces, snapshotKey(mapId));
      for (const id of map.appendIds) records.delete(appendKey(mapId, id));
      return { kind: 'folded', from: map.token, token: head.token, ids: map.appendIds };
    });
  });
}

async function rawBytes(store: UseStore, mapId: string): Promise<Uint8Array> {
  const [keys, values] = await store('readonly', (records) =>
    Promise.all([
      promisifyRequest(records.getAllKeys(mapRange(mapId))),
      promisifyRequest<unknown[]>(records.getAll(mapRange(mapId))),
    ]),
  );
  const records = keys.map((key, index) => ({ key, value: values[index] }));
  const text = JSON.stringify({ ecotone: 'stored records', map: mapId, records }, (_, value: unknown) =>
    value instanceof Uint8Array ? { base64: base64(value) } : value,
  );
  return new TextEncoder().encode(text);
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
