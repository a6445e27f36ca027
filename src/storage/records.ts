import { fnv1a } from '../base/hash.ts';
import { SCHEMA_VERSION } from '../model/schema-version.ts';

/** What the database holds, and under which keys. */

/** Bytes with a checksum: a damaged record is noticed before it gets into a document. */
export interface Checked {
  readonly bytes: Uint8Array;
  readonly sum: number;
}

/** Says which snapshot a map has and which version wrote it; read in every transaction that writes to the map. */
export interface Head {
  readonly version: number;
  /** Another one with each snapshot; empty as long as there is none. */
  readonly token: string;
  /** State vector of the snapshot. */
  readonly vector: Uint8Array;
}

/** The head of a map that has no snapshot yet. */
export function freshHead(): Head {
  return { version: SCHEMA_VERSION, token: '', vector: new Uint8Array([0]) };
}

/** One append: made by one window, never changed, in no order. `id` is unlike that of any other append of the map. */
export interface Append {
  readonly id: string;
  readonly update: Uint8Array;
}

export const headKey = (mapId: string): IDBValidKey => ['map', mapId, 'head'];
export const snapshotKey = (mapId: string): IDBValidKey => ['map', mapId, 'snapshot'];
export const appendKey = (mapId: string, id: string): IDBValidKey => ['map', mapId, 'append', id];
/** What a round is called. */
export const roundKey = (mapId: string, id: string): IDBValidKey => ['map', mapId, 'round', id];
/** The map that a round keeps. */
export const roundMapKey = (mapId: string, id: string): IDBValidKey => ['map', mapId, 'round-map', id];
/** A state that a scenario had in common with its base: which one. */
export const pointKey = (mapId: string, id: string): IDBValidKey => ['map', mapId, 'fork', id];
/** The state itself. */
export const pointMapKey = (mapId: string, id: string): IDBValidKey => ['map', mapId, 'fork-map', id];
export const entryKey = (mapId: string): IDBValidKey => ['library', mapId];
/** A style of this browser's, for any map. */
export const styleKey = (id: string): IDBValidKey => ['style', id];

// An array sorts after every string, so [] ends a range of keys.
export const mapRange = (mapId: string): IDBKeyRange => IDBKeyRange.bound(['map', mapId], ['map', mapId, []]);
export const appendRange = (mapId: string): IDBKeyRange =>
  IDBKeyRange.bound(['map', mapId, 'append'], ['map', mapId, 'append', []]);
export const roundRange = (mapId: string): IDBKeyRange =>
  IDBKeyRange.bound(['map', mapId, 'round'], ['map', mapId, 'round', []]);
export const pointRange = (mapId: string): IDBKeyRange =>
  IDBKeyRange.bound(['map', mapId, 'fork'], ['map', mapId, 'fork', []]);
export const entryRange = (): IDBKeyRange => IDBKeyRange.bound(['library'], ['library', []]);
export const styleRange = (): IDBKeyRange => IDBKeyRange.bound(['style'], ['style', []]);

/** The id of the `count`-th append of a source, such as a window: ids of one source sort in the order they were made in. */
export function appendIdOf(source: string, count: number): string {
  return `${source}/${String(count).padStart(9, '0')}`;
}

/** The append's id from its key. */
export function appendId(key: IDBValidKey): string {
  return Array.isArray(key) ? String(key[3]) : '';
}

export function checked(bytes: Uint8Array): Checked {
  // The database stores the whole buffer behind a view.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  return { bytes: own, sum: fnv1a(own) };
}

/** The bytes, or undefined when this is no record of ours or is damaged. */
export function unchecked(record: unknown): Uint8Array | undefined {
  if (typeof record !== 'object' || record === null || !('bytes' in record) || !('sum' in record))
    return undefined;
  const { bytes, sum } = record;
  return bytes instanceof Uint8Array && fnv1a(bytes) === sum ? bytes : undefined;
}

export function isHead(record: unknown): record is Head {
  return (
    typeof record === 'object' &&
    record !== null &&
    'version' in record &&
    typeof record.version === 'number' &&
    'token' in record &&
    typeof record.token === 'string' &&
    'vector' in record &&
    record.vector instanceof Uint8Array
  );
}
