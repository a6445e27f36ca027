import { promisifyRequest, type UseStore } from 'idb-keyval';
import { compareIds } from '../base/ids.ts';
import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { isForkPoint, type ForkPoint } from '../model/scenario/fork-point.ts';
import type { WholePoint } from '../model/scenario/portable.ts';
import {
  changedEntry,
  isEntry,
  type LibraryEntry,
  type MapFacts,
  type ScenarioLink,
} from './library-entry.ts';
import { change } from './map-change.ts';
import { newId } from './new-id.ts';
import { attempt } from './problems.ts';
import {
  appendIdOf,
  appendKey,
  checked,
  entryKey,
  freshHead,
  headKey,
  pointKey,
  pointMapKey,
  pointRange,
  unchecked,
} from './records.ts';

/** A scenario that is not stored yet. */
export interface NewScenario {
  readonly id: string;
  /** The bytes of its document. */
  readonly updates: readonly Uint8Array[];
  readonly facts: MapFacts;
  readonly link: ScenarioLink;
  readonly point: WholePoint;
}

const POINT_MISSING = problem('fork-point-missing', {
  en: 'The state that this scenario and its base had in common cannot be read, so they cannot be compared. Both maps are untouched: open the scenario and go on from there, or make a new one.',
  zh: '该情景与基准图分开时的状态无法读取，因而无法比较两者。两张地图均未受影响：可打开该情景继续使用，或新建情景。',
});

/**
 * What makes a map a scenario: the link to its base, in its library entry, and its fork points, beside its document as
 * rounds are, so that what copies, throws away or rescues the map takes them along. A point is written once and never
 * changed.
 */
export interface Scenarios {
  /** Stores map, link and first fork point together, or none of it. */
  make(scenario: NewScenario): Promise<Result<LibraryEntry>>;
  /** Makes a stored map a scenario, or gives it another colour or base. @returns false when the map is not there */
  link(id: string, link: ScenarioLink): Promise<Result<boolean>>;
  /** Ordered by number, then id. A record that can't be read is left out. */
  points(id: string): Promise<Result<readonly ForkPoint[]>>;
  /** The state that a fork point keeps. */
  pointMap(id: string, point: string): Promise<Result<string>>;
  addPoints(id: string, points: readonly WholePoint[]): Promise<Result<undefined>>;
}

export function createScenarios(store: UseStore, now: () => number = Date.now): Scenarios {
  return {
    make: ({ id, updates, facts, link, point }) =>
      attempt(() =>
        store('readwrite', (records) => {
          const entry: LibraryEntry = { ...changedEntry(undefined, id, facts, now()), scenario: link };
          const source = newId();
          records.put(freshHead(), headKey(id));
          for (const [index, update] of updates.entries())
            records.put(checked(update), appendKey(id, appendIdOf(source, index)));
          putPoint(records, id, point);
          records.put(entry, entryKey(id));
          return Promise.resolve(entry);
        }),
      ),

    link: (id, link) =>
      attempt(() =>
        store('readwrite', async (records) => {
          const entry = await promisifyRequest<unknown>(records.get(entryKey(id)));
          if (!isEntry(entry)) return false;
          records.put({ ...entry, scenario: link }, entryKey(id));
          return true;
        }),
      ),

    points: (id) =>
      attempt(async () => {
        const found = await store('readonly', (records) =>
          promisifyRequest<unknown[]>(records.getAll(pointRange(id))),
        );
        return found.filter(isForkPoint).sort((a, b) => a.number - b.number || compareIds(a.id, b.id));
      }),

    pointMap: async (id, point) => {
      const found = await attempt(() =>
        store('readonly', (records) => promisifyRequest<unknown>(records.get(pointMapKey(id, point)))),
      );
      if (!found.ok) return found;
      const bytes = unchecked(found.value);
      return bytes ? ok(new TextDecoder().decode(bytes)) : failed(POINT_MISSING);
    },

    addPoints: (id, points) =>
      change(store, id, (records) => {
        for (const point of points) putPoint(records, id, point);
        return undefined;
      }),
  };
}

function putPoint(records: IDBObjectStore, mapId: string, { map, ...point }: WholePoint): void {
  records.put(point, pointKey(mapId, point.id));
  records.put(checked(new TextEncoder().encode(map)), pointMapKey(mapId, point.id));
}
