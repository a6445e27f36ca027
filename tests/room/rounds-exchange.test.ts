import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { seededRandom } from '../../src/base/random.ts';
import type { Round, RoundLabel } from '../../src/model/round.ts';
import { RoundsCopy } from '../../src/model/rounds-copy.ts';
import { packed, unpacked } from '../../src/room/packing.ts';
import { RoundsExchange, type RoundsHere } from '../../src/room/rounds-exchange.ts';

const pause = () => Promise.resolve();

function round(name: string, map = `{"map":"${name}"}`): Round {
  return { name, time: '2026-03-01T10:40:00.000Z', actors: 1, ties: 0, unknown: {}, map };
}

/** A browser with rounds of its own, and its copy of the room's. */
class Browser {
  readonly removed: string[] = [];
  readonly problems: string[] = [];
  copy = new RoundsCopy(() => undefined);
  exchange: RoundsExchange;

  /** @param stored shared with another window of the same browser, where both are in the room */
  constructor(readonly stored = new Map<string, Round>()) {
    this.exchange = this.#exchange();
  }

  /** Comes back to the room with what is stored alone, as after a reload. */
  reload(): void {
    this.exchange.stop();
    this.copy = new RoundsCopy(() => undefined);
    this.exchange = this.#exchange();
  }

  #exchange(): RoundsExchange {
    return new RoundsExchange(this.#here(), this.copy);
  }

  #here(): RoundsHere {
    const { stored } = this;
    return {
      list: async () =>
        new Map([...stored].map(([id, { map: _, ...label }]): [string, RoundLabel] => [id, label])),
      read: async (id) => stored.get(id),
      checked: async (read) => (read.map.startsWith('{') ? read : undefined),
      add: async (id, added) => stored.set(id, added).has(id),
      label: async (id, { name, note }) => {
        const known = stored.get(id);
        if (known) stored.set(id, { ...known, name, ...(note !== undefined && { note }) });
        return known !== undefined;
      },
      remove: async (id) => stored.delete(id),
      wereRemoved: (rounds) => this.removed.push(...[...rounds.values()].map(({ name }) => name)),
      problem: ({ code }) => this.problems.push(code),
      pause,
    };
  }
}

/** What the line does with a change from the room. */
function receive(copy: RoundsCopy, update: Uint8Array): ReturnType<RoundsCopy['receive']> {
  return copy.receive(update, () => Y.applyUpdate(copy.doc, update, 'line'));
}

/** The room's server: brings everybody what it has, and takes what they have. */
async function meet(room: Y.Doc, ...browsers: readonly Browser[]): Promise<void> {
  for (const { copy } of browsers) {
    Y.applyUpdate(room, Y.encodeStateAsUpdate(copy.doc, Y.encodeStateVector(room)));
    expect(receive(copy, Y.encodeStateAsUpdate(room, Y.encodeStateVector(copy.doc)))).toBeUndefined();
  }
  for (const { exchange } of browsers) await exchange.wake();
}

/** Until nothing moves any more. */
async function settle(room: Y.Doc, ...browsers: readonly Browser[]): Promise<void> {
  for (let k = 0; k < 2 * browsers.length + 2; k++) await meet(room, ...browsers);
}

/**
 * Until nothing moves any more, whoever meets the room first each time. Two windows of one browser that both exchange
 * (without Web Locks) may take each other's doing for someone's wish while one of them is behind; met in turn for ever
 * they would go on so, and no line keeps such a turn.
 */
async function settleAsItComes(room: Y.Doc, browsers: readonly Browser[], seed: number): Promise<void> {
  const random = seededRandom(seed);
  for (let k = 0, quiet = 0; k < 100 && quiet < 4; k++) {
    const before = JSON.stringify([room.toJSON(), browsers.map(shown)]);
    const order = browsers.map((browser): [number, Browser] => [random(), browser]);
    await meet(room, ...order.sort(([a], [b]) => a - b).map(([, browser]) => browser));
    quiet = JSON.stringify([room.toJSON(), browsers.map(shown)]) === before ? quiet + 1 : 0;
  }
}

const shown = ({ stored }: Browser) => Object.fromEntries([...stored].sort());

describe('the rounds of a map in a room', () => {
  test('go to everybody, with what becomes of their names; who deletes one deletes it for all', async () => {
    const [room, one, other] = [new Y.Doc(), new Browser(), new Browser()];
    one.stored.set('a', round('as is, 10:40'));
    other.stored.set('b', { ...round('as is, 11:00'), note: 'after lunch' });
    await settle(room, one, other);
    expect(shown(one)).toEqual(shown(other));
    expect(Object.keys(shown(one))).toEqual(['a', 'b']);

    other.stored.set('a', { ...round('before'), map: one.stored.get('a')?.map ?? '' });
    await other.exchange.wake();
    await settle(room, one, other);
    expect(one.stored.get('a')?.name).toBe('before');

    one.stored.delete('b');
    await one.exchange.wake();
    await settle(room, one, other);
    expect([...other.stored.keys()]).toEqual(['a']);
    expect(other.removed).toEqual(['as is, 11:00']);
  });

  test('a deleted round that someone takes back is there again for all', async () => {
    const [room, one, other] = [new Y.Doc(), new Browser(), new Browser()];
    one.stored.set('a', round('A'));
    await settle(room, one, other);
    one.stored.delete('a');
    await one.exchange.wake();
    await settle(room, one, other);
    expect(other.stored.size).toBe(0);
    other.stored.set('a', round('A'));
    await other.exchange.wake();
    await settle(room, one, other);
    expect(one.stored.get('a')).toEqual(round('A'));
  });

  test('a laptop that comes later hears what was deleted, and a room that is empty again gets all', async () => {
    const [room, one, late] = [new Y.Doc(), new Browser(), new Browser()];
    for (const { stored } of [one, late]) stored.set('a', round('A')).set('b', round('B'));
    await settle(room, one);
    one.stored.delete('a');
    await one.exchange.wake();
    await settle(room, one, late);
    expect([...late.stored.keys()]).toEqual(['b']);

    const empty = new Y.Doc();
    late.reload();
    await settle(empty, one, late);
    expect(shown(late)).toEqual(shown(one));
    expect(late.stored.get('b')).toEqual(round('B'));
  });

  test('all end with the same rounds, whatever they do, cut off or not, and none comes from nowhere', async () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    const who = fc.nat(3);
    const act = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), who, id }),
      fc.record({
        kind: fc.constant('name' as const),
        who,
        id,
        name: fc.string({ minLength: 1 }),
      }),
      fc.record({ kind: fc.constant('remove' as const), who, id }),
      fc.record({ kind: fc.constant('reload' as const), who, id }),
      fc.record({ kind: fc.constant('meet' as const), who, id }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), fc.nat(), async (acts, seed) => {
        const room = new Y.Doc();
        const first = new Browser();
        const browsers = [first, new Browser(first.stored), new Browser(), new Browser()];
        const ever = new Set<string>();
        for (const each of acts) {
          const browser = browsers[each.who];
          if (!browser) continue;
          const known = browser.stored.get(each.id);
          if (each.kind === 'add' && !known) browser.stored.set(each.id, round('A', `{"${each.id}":1}`));
          if (each.kind === 'add') ever.add(each.id);
          if (each.kind === 'name' && known) browser.stored.set(each.id, { ...known, name: each.name });
          if (each.kind === 'remove') browser.stored.delete(each.id);
          if (each.kind === 'reload') browser.reload();
          if (each.kind === 'meet') await meet(room, browser);
        }
        await settleAsItComes(room, browsers, seed);
        for (const browser of browsers) expect(shown(browser)).toEqual(shown(first));
        for (const [key, { map }] of first.stored) {
          expect(ever.has(key)).toBe(true);
          expect(map).toBe(`{"${key}":1}`);
        }
        expect(browsers.flatMap(({ problems }) => problems)).toEqual([]);
      }),
      {
        examples: [
          [
            [
              { kind: 'add', who: 0, id: 'a' },
              { kind: 'meet', who: 1, id: 'a' },
              { kind: 'remove', who: 0, id: 'a' },
            ],
            1,
          ],
        ],
      },
    );
  });

  test('what is no round is left out and said once; what is no entry closes the line', async () => {
    const [room, one] = [new Y.Doc(), new Browser()];
    const put = async (id: string, text: string): Promise<void> => {
      const { map: _, ...label } = round('Bad');
      room.getMap('rounds').set(id, label);
      room.getMap('maps').set(id, await packed(text, pause));
    };
    await put('bad', 'no map');
    await put('worse', 'none either');
    room.getMap('maps').set('worse', Uint8Array.of(7, 7, 7));
    await put('good', '{}');
    await settle(room, one);
    expect([...one.stored.keys()]).toEqual(['good']);
    expect(one.problems).toEqual(['round-unreadable']);

    for (const spoil of [
      (doc: Y.Doc) => doc.getMap('rounds').set('x', { name: 7 }),
      (doc: Y.Doc) => doc.getMap('rounds').set('x', { ...round('x'), time: 'noon' }),
      (doc: Y.Doc) => doc.getMap('rounds').set('../x', null),
      (doc: Y.Doc) => doc.getMap('maps').set('x', 'text'),
      (doc: Y.Doc) => doc.getMap('maps').set('x', new Y.Map()),
      (doc: Y.Doc) => doc.getArray('rounds').push([1]),
    ]) {
      const hostile = new Y.Doc();
      spoil(hostile);
      expect(receive(new RoundsCopy(() => undefined), Y.encodeStateAsUpdate(hostile))?.code).toBe(
        'room-garbage',
      );
    }
  });

  test('a round that the room has no space for stays here, which is said once', async () => {
    const [room, one] = [new Y.Doc(), new Browser()];
    const { map: _, ...label } = round('Fills it');
    expect(one.copy.put('full', label, new Uint8Array(8 * 1024 * 1024 - 100))).toBe(true);
    one.stored.set('full', round('Fills it'));
    const random = seededRandom(1);
    const noise = Array.from({ length: 400 }, () => String.fromCharCode(35 + 80 * random())).join('');
    one.stored.set('large', round('Large', `{${noise}`)).set('small', round('Small'));
    one.stored.set('another', round('Another', `{${noise}`));
    await settle(room, one);
    expect([...room.getMap('rounds').keys()].sort()).toEqual(['full', 'small']);
    expect(one.problems).toEqual(['rounds-too-large']);
    expect(one.stored.size).toBe(4);
  });
});

describe('packing', () => {
  test('gives back every text, and the same bytes for the same text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.nat(2000), async (text, times) => {
        const long = text.repeat(times);
        const bytes = await packed(long, pause);
        expect(await packed(long, pause)).toEqual(bytes);
        expect((await unpacked(bytes, pause)) === long).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test('bytes that are cut short, damaged or of an endless text are none', async () => {
    const bytes = await packed('{"name":"Ada"}'.repeat(50), pause);
    expect(await unpacked(bytes.subarray(0, -3), pause)).toBeUndefined();
    expect(await unpacked(Uint8Array.of(7, 7, 7), pause)).toBeUndefined();
    const endless = await packed(' '.repeat(33 * 1024 * 1024), pause);
    expect(await unpacked(endless, pause)).toBeUndefined();
  });
});
