import { set } from 'idb-keyval';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { UseStore } from '../../src/storage/database.ts';
import { createJournal } from '../../src/storage/journal.ts';
import { createLibrary } from '../../src/storage/library.ts';
import { headKey, roundMapKey } from '../../src/storage/records.ts';
import { createRounds, type Rounds, type WholeRound } from '../../src/storage/rounds.ts';
import { openRoundsLine } from '../../src/storage/rounds-line.ts';
import { fillableStore, newDatabase, openWindow, storeOn, until, value } from './stand-ins.ts';

let database: IDBFactory;
let store: UseStore;
let rounds: Rounds;

function round(id: string, time = '2026-03-01T10:40:00.000Z', map = `{"of":"${id}"}`): WholeRound {
  return { id, name: `as is ${id}`, time, actors: 2, ties: 1, unknown: {}, map };
}

async function storeMap(id: string): Promise<void> {
  const { replica, session } = await openWindow(id, createJournal(store));
  replica.onUpdate = (update) => session.save(update, { title: id, actors: 1, ties: 0 });
  replica.set('name', id);
  await session.close();
}

async function names(mapId: string): Promise<string[]> {
  return value(await rounds.list(mapId)).map(({ id }) => id);
}

beforeEach(async () => {
  database = newDatabase();
  store = storeOn(database);
  rounds = createRounds(store);
  await storeMap('m');
});

describe('the rounds of a map', () => {
  it('are listed by their time and read whole, in any language', async () => {
    value(
      await rounds.add('m', [round('b', '2026-03-02T00:00:00.000Z'), round('a', undefined, '{"名":"金华"}')]),
    );
    expect(await names('m')).toEqual(['a', 'b']);
    expect(value(await rounds.read('m', 'a'))).toEqual(round('a', undefined, '{"名":"金华"}'));
  });

  it('take another name and note, and keep their map', async () => {
    value(await rounds.add('m', [round('a')]));
    value(await rounds.label('m', 'a', { name: 'After lunch', note: 'with the bank' }));
    expect(value(await rounds.read('m', 'a'))).toEqual({
      ...round('a'),
      name: 'After lunch',
      note: 'with the bank',
    });
    value(await rounds.label('m', 'a', { note: '' }));
    expect(value(await rounds.read('m', 'a'))).toEqual({ ...round('a'), name: 'After lunch' });
  });

  it('are gone when they are deleted, and back when they are added again', async () => {
    value(await rounds.add('m', [round('a'), round('b')]));
    const kept = value(await rounds.read('m', 'a'));
    value(await rounds.remove('m', 'a'));
    expect(await names('m')).toEqual(['b']);
    expect(await rounds.read('m', 'a')).toMatchObject({ ok: false, problem: { code: 'round-missing' } });
    expect(await rounds.label('m', 'a', { name: 'x' })).toMatchObject({ ok: false });
    value(await rounds.add('m', [kept]));
    expect(value(await rounds.read('m', 'a'))).toEqual(kept);
  });

  it('are copied and deleted for good with their map, and no map without one gets any', async () => {
    value(await rounds.add('m', [round('a')]));
    const library = createLibrary(store);
    const copy = value(await library.duplicate('m', 'copy'));
    expect(await names(copy?.id ?? '')).toEqual(['a']);
    value(await rounds.remove('m', 'a'));
    expect(await names(copy?.id ?? '')).toEqual(['a']);
    value(await library.remove(copy?.id ?? ''));
    value(await library.purge(copy?.id ?? ''));
    expect(await names(copy?.id ?? '')).toEqual([]);
    expect(await rounds.add(copy?.id ?? '', [round('z')])).toMatchObject({
      ok: false,
      problem: { code: 'map-gone' },
    });
  });

  it('lie beside the journal: neither loading nor folding the map sees them', async () => {
    const journal = createJournal(store);
    const before = value(await journal.load('m'));
    value(await rounds.add('m', [round('a')]));
    expect(value(await journal.load('m'))).toEqual(before);
    value(await journal.compact('m'));
    expect(value(await rounds.read('m', 'a'))).toEqual(round('a'));
  });

  it('of a map from a newer version are read and not changed', async () => {
    value(await rounds.add('m', [round('a')]));
    await set(headKey('m'), { version: 99, token: '', vector: new Uint8Array([0]) }, store);
    expect(await names('m')).toEqual(['a']);
    for (const step of [rounds.add('m', [round('b')]), rounds.remove('m', 'a')])
      expect(await step).toMatchObject({ ok: false, problem: { code: 'newer-version' } });
    expect(await names('m')).toEqual(['a']);
  });

  it('say so when their bytes are damaged', async () => {
    value(await rounds.add('m', [round('a')]));
    await set(roundMapKey('m', 'a'), { bytes: new Uint8Array([1, 2]), sum: 0 }, store);
    expect(await rounds.read('m', 'a')).toMatchObject({ ok: false, problem: { code: 'round-damaged' } });
  });

  it('are told to the other windows', async () => {
    let heard = 0;
    const [one, two] = [openRoundsLine('m', () => undefined), openRoundsLine('m', () => heard++)];
    const elsewhere = openRoundsLine('other', () => (heard += 100));
    one.tell();
    await until(() => heard > 0);
    for (const line of [one, two, elsewhere]) line.close();
    one.tell();
    expect(heard).toBe(1);
  });

  it('are whole or not there, whenever the disk is full or the window dies', async () => {
    const step = fc.record({
      kind: fc.constantFrom('add' as const, 'add' as const, 'label' as const, 'remove' as const),
      id: fc.constantFrom('a', 'b', 'c'),
      fails: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        database = newDatabase();
        store = storeOn(database);
        await storeMap('m');
        const disk = fillableStore(store);
        const failing = createRounds(disk.store);
        const expected = new Map<string, WholeRound>();
        for (const [k, { kind, id, fails }] of steps.entries()) {
          disk.full = fails;
          const made = round(id, undefined, `{"k":${k}}`);
          const known = expected.get(id);
          const done =
            kind === 'add'
              ? await failing.add('m', [made])
              : kind === 'label'
                ? await failing.label('m', id, { name: `${k}` })
                : await failing.remove('m', id);
          expect(done.ok).toBe(!fails && (kind !== 'label' || known !== undefined));
          if (!done.ok) continue;
          if (kind === 'remove') expected.delete(id);
          else if (kind === 'add') expected.set(id, made);
          else if (known) expected.set(id, { ...known, name: `${k}` });
        }
        // What another window sees.
        const seen = createRounds(storeOn(database));
        const listed = value(await seen.list('m'));
        expect(listed.map(({ id }) => id)).toEqual([...expected.keys()].sort());
        for (const { id } of listed) expect(value(await seen.read('m', id))).toEqual(expected.get(id));
      }),
      { numRuns: 40 },
    );
  });
});
