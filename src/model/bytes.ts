import * as Y from 'yjs';

/** Several updates made one: what a compaction stores. */
export interface MergedState {
  /** The whole document as one update, without the content that was deleted. */
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
  /** False when an update that others build on is missing: then nothing may be deleted on the strength of `state`. */
  readonly complete: boolean;
}

/**
 * The document that the updates make together, whatever their order. A fresh document, and not `Y.mergeUpdates`, which
 * keeps what was deleted for ever.
 * @throws on bytes that are no update: ask `arrange` first
 */
export function mergeState(updates: readonly Uint8Array[]): MergedState {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const merged = {
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
    complete: doc.store.pendingStructs === null && doc.store.pendingDs === null,
  };
  doc.destroy();
  return merged;
}

/** Several updates made one and cut into pieces again: a snapshot. */
export interface FoldedUpdates {
  readonly pieces: readonly Uint8Array[];
  readonly stateVector: Uint8Array;
}

/** What `foldUpdates` is given. */
export interface Folding {
  readonly updates: readonly Uint8Array[];
  /** See `arrange`. */
  readonly size: number;
}

/**
 * The document that the updates make together, without what was deleted, in pieces to apply one by one. Takes some
 * 0.3 s for 2,000 actors and 6,000 ties: work for a worker.
 * @returns undefined when an update that others build on is missing: then nothing may be deleted
 */
export function foldUpdates({ updates, size }: Folding): FoldedUpdates | undefined {
  const { state, stateVector, complete } = mergeState(updates);
  const { pieces, complete: whole } = arrange([state], undefined, size);
  return complete && whole ? { pieces, stateVector } : undefined;
}

/** The updates in an order and in sizes that a window can apply one by one. */
export interface Arranged {
  /** Applied in this order after `known`, they give the document; each builds only on those before it. */
  readonly pieces: readonly Uint8Array[];
  /** False when an update that others build on is missing; `pieces` are then the readable updates as they came. */
  readonly complete: boolean;
  /** Indices into `updates` of those that are no update of Yjs. */
  readonly unreadable: readonly number[];
}

type Struct = Y.Item | Y.GC | Y.Skip;
type Range = { readonly clock: number; readonly len: number };

/** Structs of one client in one piece, contiguous in its clock. */
interface Run {
  readonly start: number;
  readonly structs: { readonly struct: Struct; readonly offset: number }[];
}

/**
 * Orders updates by what they build on, and cuts them into pieces: applying a large map at once would freeze the
 * window, and applying updates before what they build on costs Yjs a detour for each.
 * @param updates in any order; they may overlap
 * @param known state vector of what is already there; nothing when absent
 * @param size structs (records, values) in one piece at most; Yjs applies some 300 to 500 in a millisecond
 */
export function arrange(
  updates: readonly Uint8Array[],
  known: Uint8Array | undefined,
  size: number,
): Arranged {
  const readable: Uint8Array[] = [];
  const unreadable: number[] = [];
  const queues = new Map<number, Struct[]>();
  const deleted = new Map<number, Range[]>();
  for (const [index, update] of updates.entries()) {
    const decoded = decode(update);
    if (!decoded) {
      unreadable.push(index);
      continue;
    }
    readable.push(update);
    for (const struct of decoded.structs)
      if (!(struct instanceof Y.Skip)) listAt(queues, struct.id.client).push(struct);
    for (const [client, ranges] of decoded.deleted) listAt(deleted, client).push(...ranges);
  }
  for (const queue of queues.values()) queue.sort((a, b) => a.id.clock - b.id.clock);
  const state = known ? Y.decodeStateVector(known) : new Map<number, number>();
  const pieces = inOrder(queues, state, size);
  const complete = pieces !== undefined && covers(state, deleted);
  if (!complete) return { pieces: readable, complete, unreadable };
  if (deleted.size > 0) pieces.push(encodePiece(new Map(), deleted));
  return { pieces, complete, unreadable };
}

function decode(update: Uint8Array): { structs: Struct[]; deleted: Map<number, Range[]> } | undefined {
  try {
    const { structs, ds } = Y.decodeUpdate(update);
    return { structs, deleted: ds.clients };
  } catch {
    return undefined;
  }
}

/** Takes structs from the queues as soon as all that they build on is in `state`; undefined when something is missing. */
function inOrder(
  queues: ReadonlyMap<number, readonly Struct[]>,
  state: Map<number, number>,
  size: number,
): Uint8Array[] | undefined {
  const pieces: Uint8Array[] = [];
  const taken = new Map<number, number>();
  let runs = new Map<number, Run>();
  let count = 0;
  for (const first of queues.keys()) {
    const waiting = [first];
    for (let client = waiting.at(-1); client !== undefined; client = waiting.at(-1)) {
      const index = taken.get(client) ?? 0;
      const struct = queues.get(client)?.[index];
      if (!struct) {
        // The first client's queue has ended; one that is waited for has nothing to give.
        if (waiting.length > 1) return undefined;
        break;
      }
      const clock = state.get(client) ?? 0;
      if (struct.id.clock > clock) return undefined;
      if (struct.id.clock + struct.length > clock) {
        const missing = buildsOn(struct, state);
        if (missing !== undefined) {
          // Longer than all clients means that they wait for each other, which no real history does.
          if (waiting.length > queues.size) return undefined;
          waiting.push(missing);
          continue;
        }
        let run = runs.get(client);
        if (!run) runs.set(client, (run = { start: clock, structs: [] }));
        run.structs.push({ struct, offset: clock - struct.id.clock });
        state.set(client, struct.id.clock + struct.length);
        count++;
      }
      taken.set(client, index + 1);
      if (waiting.length > 1) waiting.pop();
      if (count >= size) {
        pieces.push(encodePiece(runs, new Map()));
        runs = new Map();
        count = 0;
      }
    }
  }
  if (count > 0) pieces.push(encodePiece(runs, new Map()));
  return pieces;
}

/** A client whose structs are needed before this one, or undefined when all are there. */
function buildsOn(struct: Struct, state: ReadonlyMap<number, number>): number | undefined {
  if (!(struct instanceof Y.Item)) return undefined;
  for (const id of [struct.origin, struct.rightOrigin, struct.parent])
    if (id instanceof Y.ID && id.client !== struct.id.client && id.clock >= (state.get(id.client) ?? 0))
      return id.client;
  return undefined;
}

function covers(state: ReadonlyMap<number, number>, deleted: ReadonlyMap<number, readonly Range[]>): boolean {
  for (const [client, ranges] of deleted)
    for (const { clock, len } of ranges) if (clock + len > (state.get(client) ?? 0)) return false;
  return true;
}

/** One update in Yjs' first format: runs of structs by client, then what is deleted. */
function encodePiece(
  runs: ReadonlyMap<number, Run>,
  deleted: ReadonlyMap<number, readonly Range[]>,
): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoder.writeLen(runs.size);
  for (const [client, run] of runs) {
    encoder.writeLen(run.structs.length);
    encoder.writeClient(client);
    encoder.writeLen(run.start);
    for (const { struct, offset } of run.structs) struct.write(encoder, offset);
  }
  encoder.writeLen(deleted.size);
  for (const [client, ranges] of deleted) {
    encoder.writeClient(client);
    encoder.writeLen(ranges.length);
    for (const { clock, len } of ranges) {
      encoder.writeDsClock(clock);
      encoder.writeDsLen(len);
    }
  }
  return encoder.toUint8Array();
}

function listAt<T>(lists: Map<number, T[]>, key: number): T[] {
  let list = lists.get(key);
  if (!list) lists.set(key, (list = []));
  return list;
}
