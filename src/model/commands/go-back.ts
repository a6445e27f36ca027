import { ok } from '../../base/result.ts';
import { differenceWrites } from '../difference.ts';
import type { Graph } from '../graph.ts';
import { ALWAYS, type Command } from './command.ts';

/** Makes the map what it was in a round: one step, undone as any other. */
export const goBack: Command<{ readonly name: string; readonly graph: Graph }> = {
  id: 'go-back',
  title: { en: 'Go back to a round', zh: '回到某一轮次' },
  keys: [],
  available: ALWAYS,
  plan: (current, { name, graph }) =>
    ok({
      step: { en: `Back to “${name}”`, zh: `回到“${name}”` },
      writes: differenceWrites(current, graph),
    }),
};
