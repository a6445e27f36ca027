import type { Round, RoundLabel } from '../model/round.ts';
import { RoundsCopy } from '../model/rounds-copy.ts';
import type { RoomLine } from '../room/line.ts';
import { RoundsExchange, type RoundsHere } from '../room/rounds-exchange.ts';
import type { MapState } from './map.svelte.ts';
import { notices } from './notices.svelte.ts';
import { roundGraph, roundText } from './round-files.ts';
import { library, rounds } from './stores.ts';

/** Shares the rounds of a map that is shared on this line, until the returned function is called. */
export function shareRounds(map: MapState, line: RoomLine): () => void {
  const copy: RoundsCopy = new RoundsCopy(() => wake());
  const exchange = new RoundsExchange(roundsHere(map), copy);
  let synced = false;
  const wake = (): void => {
    // Before it is known what the room has, nothing counts as missing there.
    if (synced) void exchange.wake();
  };
  const stopFollowing = map.rounds.follow(wake);
  line.joinRounds(map.id, copy, () => {
    synced = true;
    wake();
  });
  return () => {
    exchange.stop();
    stopFollowing();
    copy.destroy();
  };
}

function roundsHere(map: MapState): RoundsHere {
  return {
    list: async () => {
      // Rounds lie beside what is stored.
      await map.stored();
      const [entry, listed] = [await library.get(map.id), await rounds.list(map.id)];
      if (!entry.ok || !entry.value || !listed.ok) return undefined;
      return new Map(listed.value.map(({ id, ...label }) => [id, label]));
    },
    read: async (id) => {
      const read = await rounds.read(map.id, id);
      if (!read.ok) return undefined;
      const { id: _, ...round } = read.value;
      return round;
    },
    checked: async (round) => {
      const read = await roundGraph(round.map);
      if (!read.ok) return undefined;
      const { actors, ties } = read.value;
      return { ...round, actors: actors.size, ties: ties.size, map: await roundText(read.value) };
    },
    add: (id, round) => map.rounds.change(rounds.add(map.id, [{ ...round, id }])),
    label: (id, { name, note = '' }) => map.rounds.change(rounds.label(map.id, id, { name, note })),
    remove: (id) => map.rounds.change(rounds.remove(map.id, id)),
    wereRemoved: (removed) => sayRemoved(map, removed),
    problem: (problem) => notices.problem(problem),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

/** What others delete is deleted here too; whoever would rather keep it brings it back, for all. */
function sayRemoved(map: MapState, removed: ReadonlyMap<string, Round>): void {
  const names = [...removed.values()].map(({ name }: RoundLabel) => name);
  const kept = [...removed].map(([id, round]) => ({ ...round, id }));
  notices.info(
    {
      en:
        names.length === 1
          ? `Someone in the room deleted the round “${names[0] ?? ''}”`
          : `Someone in the room deleted ${names.length} rounds`,
      zh:
        names.length === 1
          ? `协作室中有人删除了轮次“${names[0] ?? ''}”`
          : `协作室中有人删除了 ${names.length} 个轮次`,
    },
    {
      label: { en: 'Keep', zh: '保留' },
      run: () => void map.rounds.change(rounds.add(map.id, kept)),
    },
  );
}
