import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { UseStore } from '../../src/storage/database.ts';
import { createJournal } from '../../src/storage/journal.ts';
import type { Replica } from './stand-ins.ts';
import { newDatabase, openWindow, stored, storeOn, until, type TestWindow } from './stand-ins.ts';

/** A BroadcastChannel whose owner can die and whose messages can be lost. */
class Channel {
  static readonly open = new Set<Channel>();
  static underWay = 0;
  /** Whoever opens the next channel. */
  static owner: Life = { alive: true, full: false, deaf: false };
  onmessage: ((event: { data: unknown }) => void) | null = null;
  readonly owner = Channel.owner;
  readonly name: string;

  constructor(name: string) {
    this.name = name;
    Channel.open.add(this);
  }

  postMessage(data: unknown): void {
    if (!this.owner.alive) return;
    for (const other of Channel.open)
      if (other !== this && other.name === this.name && !other.owner.deaf) {
        Channel.underWay++;
        setTimeout(() => {
          Channel.underWay--;
          if (other.owner.alive) other.onmessage?.({ data: structuredClone(data) });
        });
      }
  }

  close(): void {
    Channel.open.delete(this);
  }
}

/** What befalls a window. */
interface Life {
  alive: boolean;
  /** Its writes fail. */
  full: boolean;
  /** It gets no messages, as a frozen page. */
  deaf: boolean;
}

/** A store that stops with its window: transactions that have not ended are undone. */
function mortal(store: UseStore, life: Life): UseStore {
  return (mode, callback) =>
    store(mode, async (records) => {
      const result = await callback(records);
      if (!life.alive) throw new DOMException('The window is gone.', 'AbortError');
      if (life.full && mode === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
      return result;
    });
}

interface Player extends TestWindow {
  readonly life: Life;
  readonly mine: string[];
}

type Step =
  | { readonly kind: 'edit' | 'overwrite' | 'remove'; readonly who: number; readonly key: number }
  | {
      readonly kind: 'crash' | 'fold' | 'sync' | 'settle' | 'full' | 'room' | 'deaf' | 'hear' | 'retry';
      readonly who: number;
    }
  | { readonly kind: 'pause' };

const who = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'edit' as const, 'overwrite' as const, 'remove' as const),
      who,
      key: fc.nat(5),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('fold' as const, 'settle' as const), who }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('full' as const, 'room' as const, 'deaf' as const, 'hear' as const),
      who,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom('crash' as const, 'sync' as const, 'retry' as const),
      who,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pause' as const) }) },
);

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function play(steps: readonly Step[]): Promise<void> {
  const database = newDatabase();
  const acknowledged = new Set<string>();
  let edits = 0;

  const enter = async (): Promise<Player> => {
    const life: Life = { alive: true, full: false, deaf: false };
    Channel.owner = life;
    const journal = createJournal(mortal(storeOn(database), life));
    const opened = await openWindow('map', journal, { appends: 5, bytes: 10_000 });
    expect(opened.session.trouble).toBeUndefined();
    expect(opened.replica.pending).toBe(false);
    for (const key of acknowledged) expect(opened.replica.content).toHaveProperty([key]);
    return { ...opened, life, mine: [] };
  };
  const note = ({ life, session, mine }: Player): void => {
    if (life.alive && session.state.kind === 'saved') for (const key of mine) acknowledged.add(key);
  };

  const players = [await enter(), await enter()];
  for (const each of steps) {
    if (each.kind === 'pause') {
      await nextTask();
      players.forEach(note);
      continue;
    }
    const player = players[each.who];
    if (!player) continue;
    note(player);
    const { replica, session, life, mine } = player;
    switch (each.kind) {
      case 'edit': {
        // Every edit has a key of its own, so that a lost one shows.
        const key = `edit ${edits++}`;
        mine.push(key);
        replica.set(key, edits);
        break;
      }
      case 'overwrite':
        replica.set(`shared ${each.key}`, edits++);
        break;
      case 'remove':
        replica.remove(`shared ${each.key}`);
        break;
      case 'fold':
        void createJournal(mortal(storeOn(database), life)).compact('map');
        break;
      case 'settle':
        await session.settled();
        break;
      case 'sync':
        await session.sync();
        break;
      case 'retry':
        await session.retry();
        break;
      case 'full':
        life.full = true;
        break;
      case 'room':
        life.full = false;
        break;
      case 'deaf':
        life.deaf = true;
        break;
      case 'hear':
        life.deaf = false;
        break;
      case 'crash':
        life.alive = false;
        replica.onUpdate = () => undefined;
        players[each.who] = await enter();
    }
    players.forEach(note);
  }

  for (const { life } of players) life.full = false;
  for (const { session } of players) await session.settled();
  await until(() => Channel.underWay === 0);
  for (const { session } of players) await session.retry();
  for (const { session } of players) expect((await session.sync(), session.state.kind)).toBe('saved');
  const kept: Replica = await stored(database, 'map');
  expect(kept.pending).toBe(false);
  for (const key of acknowledged) expect(kept.content).toHaveProperty([key]);
  for (const player of players) {
    // Both have stored everything and looked twice: they must have what the database has.
    await player.session.sync();
    expect(player.replica.content).toEqual(kept.content);
    await player.session.close();
  }
  Channel.open.clear();
}

describe('a map on which two windows edit, fold, fall silent, run out of room and crash', () => {
  beforeAll(() => {
    vi.stubGlobal('BroadcastChannel', Channel);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  it(
    'never loses a change that was shown as saved, and both windows end equal',
    { timeout: 120_000 },
    async () => {
      await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), play), {
        numRuns: 150,
      });
    },
  );
});
