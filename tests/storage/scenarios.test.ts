import { set } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UseStore } from '../../src/storage/database.ts';
import { createJournal } from '../../src/storage/journal.ts';
import { createLibrary } from '../../src/storage/library.ts';
import { headKey, pointMapKey } from '../../src/storage/records.ts';
import { createScenarios, type NewScenario, type Scenarios } from '../../src/storage/scenarios.ts';
import { fillableStore, newDatabase, openWindow, Replica, stored, storeOn, value } from './stand-ins.ts';

let database: IDBFactory;
let store: UseStore;
let scenarios: Scenarios;

/** A scenario whose document says `name`. */
function scenario(id: string, base = 'base'): NewScenario {
  const replica = new Replica();
  const updates: Uint8Array[] = [];
  replica.onUpdate = (update) => updates.push(update);
  replica.set('name', id);
  replica.set('more', 1);
  return {
    id,
    updates,
    facts: { title: id, actors: 2, ties: 1 },
    link: { base, colour: '#E69F00' },
    point: { id: `${id}-fork`, kind: 'fork', number: 0, after: [], map: '{"名":"金华"}' },
  };
}

beforeEach(() => {
  database = newDatabase();
  store = storeOn(database);
  scenarios = createScenarios(store, () => 7);
});

describe('a scenario in the store', () => {
  it('is a map of the library that knows its base, with its first fork point beside it', async () => {
    const made = value(await scenarios.make(scenario('s')));
    const library = createLibrary(store);
    expect(value(await library.get('s'))).toEqual(made);
    expect(made).toMatchObject({ title: 's', actors: 2, createdAt: 7, scenario: { base: 'base' } });
    expect((await stored(database, 's')).content).toEqual({ name: 's', more: 1 });
    expect(value(await scenarios.points('s'))).toEqual([
      { id: 's-fork', kind: 'fork', number: 0, after: [] },
    ]);
    expect(value(await scenarios.pointMap('s', 's-fork'))).toBe('{"名":"金华"}');
  });

  it('is edited as any map is: its link and points outlive changes, folding and another name', async () => {
    value(await scenarios.make(scenario('s')));
    const journal = createJournal(store);
    const { replica, session } = await openWindow('s', journal);
    replica.onUpdate = (update) => session.save(update, { title: 'other', actors: 3, ties: 1 });
    replica.set('name', 'other');
    await session.close();
    value(await journal.compact('s'));
    expect(value(await createLibrary(store).get('s'))).toMatchObject({
      title: 'other',
      scenario: { base: 'base', colour: '#E69F00' },
    });
    expect(value(await scenarios.points('s'))).toHaveLength(1);
    expect((await stored(database, 's')).content).toEqual({ name: 'other', more: 1 });
  });

  it('goes into the bin, comes back, is copied and deleted for good with all that belongs to it', async () => {
    value(await scenarios.make(scenario('s')));
    const library = createLibrary(store);
    value(await library.remove('s'));
    expect(value(await library.list()).deleted).toMatchObject([{ id: 's', scenario: { base: 'base' } }]);
    value(await library.restore('s'));
    const copy = value(await library.duplicate('s', 'copy'));
    expect(copy).toMatchObject({ scenario: { base: 'base' } });
    value(await library.remove('s'));
    value(await library.purge('s'));
    expect(value(await scenarios.points('s'))).toEqual([]);
    expect(value(await scenarios.pointMap(copy?.id ?? '', 's-fork'))).toBe('{"名":"金华"}');
  });

  it('is whole or not there when the disk is full', async () => {
    const disk = fillableStore(store);
    disk.full = true;
    expect(await createScenarios(disk.store).make(scenario('s'))).toMatchObject({
      ok: false,
      problem: { code: 'storage-full' },
    });
    expect(value(await createLibrary(store).list()).maps).toEqual([]);
    expect(value(await createJournal(store).load('s')).isNew).toBe(true);
    expect(value(await scenarios.points('s'))).toEqual([]);
  });

  it('takes another colour, and another base', async () => {
    value(await scenarios.make(scenario('s')));
    expect(value(await scenarios.link('s', { base: 'other', colour: '#882255' }))).toBe(true);
    expect(value(await createLibrary(store).get('s'))?.scenario).toEqual({
      base: 'other',
      colour: '#882255',
    });
    expect(value(await scenarios.link('nobody', { base: 'other', colour: '#882255' }))).toBe(false);
  });
});

describe('fork points', () => {
  it('are listed by number; those of a newer version are left alone, and damage is told', async () => {
    value(await scenarios.make(scenario('s')));
    const point = (id: string, number: number) => ({
      id,
      kind: 'adopted' as const,
      number,
      after: [],
      map: `{"of":"${id}"}`,
    });
    value(await scenarios.addPoints('s', [point('b', 2), point('a', 1)]));
    expect(value(await scenarios.points('s')).map(({ id }) => id)).toEqual(['s-fork', 'a', 'b']);
    await set(pointMapKey('s', 'a'), { bytes: new Uint8Array([1]), sum: 0 }, store);
    for (const missing of ['a', 'nothing'])
      expect(await scenarios.pointMap('s', missing)).toMatchObject({
        ok: false,
        problem: { code: 'fork-point-missing' },
      });
    await set(headKey('s'), { version: 99, token: '', vector: new Uint8Array([0]) }, store);
    expect(await scenarios.addPoints('s', [point('c', 3)])).toMatchObject({
      ok: false,
      problem: { code: 'newer-version' },
    });
  });
});
