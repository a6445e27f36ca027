import { promisifyRequest, type UseStore } from 'idb-keyval';
import { compareIds } from '../base/ids.ts';
import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { isRoundLabel, type Round, type RoundLabel } from '../model/round.ts';
import { change } from './map-change.ts';
import { attempt } from './problems.ts';
import { checked, roundKey, roundMapKey, roundRange, unchecked } from './records.ts';

/** A round as it is stored: what it is called, without the map that it keeps. */
export interface StoredRound extends RoundLabel {
  readonly id: string;
}

/** A round with the id that it has, or is to have. */
export interface WholeRound extends Round {
  readonly id: string;
}

/** The round was deleted in another window, or its map is damaged. */
const ROUND_MISSING = problem('round-missing', {
  en: 'This round is no longer there; it may have been deleted in another window. The map itself is untouched.',
  zh: '该轮次已不存在，可能已在另一窗口中删除。地图本身未受影响。',
});

const ROUND_DAMAGED = problem('round-damaged', {
  en: 'The map that this round keeps cannot be read: its stored data is damaged. The map itself and the other rounds are untouched.',
  zh: '该轮次保存的地图无法读取：存储的数据已损坏。地图本身及其他轮次未受影响。',
});

/**
 * The rounds of every map: whole states of it under a name. They lie in the map's range of keys, so that what copies,
 * throws away or rescues the map takes them along. The map that a round keeps is written once and never changed; each
 * step is one transaction, so that a round is whole or not there.
 */
export interface Rounds {
  /** By time, the earliest first. A record that can't be read is left out. */
  list(mapId: string): Promise<Result<readonly StoredRound[]>>;
  read(mapId: string, id: string): Promise<Result<WholeRound>>;
  /** Adds rounds, all or none. The map must be stored already. */
  add(mapId: string, rounds: readonly WholeRound[]): Promise<Result<undefined>>;
  /** Gives a round another name or note; an empty note is none. */
  label(
    mapId: string,
    id: string,
    label: { readonly name?: string; readonly note?: string },
  ): Promise<Result<undefined>>;
  remove(mapId: string, id: string): Promise<Result<undefined>>;
}

export function createRounds(store: UseStore): Rounds {
  return {
    list: (mapId) =>
      attempt(async () => {
        const [keys, labels] = await store('readonly', (records) =>
          Promise.all([
            promisifyRequest(records.getAllKeys(roundRange(mapId))),
            promisifyRequest<unknown[]>(records.getAll(roundRange(mapId))),
          ]),
        );
        return keys
          .flatMap((key, index): readonly StoredRound[] => {
            const label = labels[index];
            return Array.isArray(key) && isRoundLabel(label) ? [{ ...label, id: String(key[3]) }] : [];
          })
          .sort((a, b) => compareIds(a.time, b.time) || compareIds(a.id, b.id));
      }),

    read: async (mapId, id) => {
      const found = await attempt(() =>
        store('readonly', (records) =>
          Promise.all([
            promisifyRequest<unknown>(records.get(roundKey(mapId, id))),
            promisifyRequest<unknown>(records.get(roundMapKey(mapId, id))),
          ]),
        ),
      );
      if (!found.ok) return found;
      const [label, map] = found.value;
      if (!isRoundLabel(label)) return failed(ROUND_MISSING);
      const bytes = unchecked(map);
      return bytes ? ok({ ...label, id, map: new TextDecoder().decode(bytes) }) : failed(ROUND_DAMAGED);
    },

    add: (mapId, rounds) =>
      change(store, mapId, (records) => {
        for (const { id, map, ...label } of rounds) {
          records.put(label, roundKey(mapId, id));
          records.put(checked(new TextEncoder().encode(map)), roundMapKey(mapId, id));
        }
        return undefined;
      }),

    label: (mapId, id, changes) =>
      change(store, mapId, async (records) => {
        const label = await promisifyRequest<unknown>(records.get(roundKey(mapId, id)));
        if (!isRoundLabel(label)) return ROUND_MISSING;
        const { note, ...rest } = { ...label, ...changes };
        records.put({ ...rest, ...(note !== undefined && note !== '' && { note }) }, roundKey(mapId, id));
        return undefined;
      }),

    remove: (mapId, id) =>
      change(store, mapId, (records) => {
        records.delete(roundKey(mapId, id));
        records.delete(roundMapKey(mapId, id));
        return undefined;
      }),
  };
}
