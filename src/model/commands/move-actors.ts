import type { Localized } from '../../base/localized.ts';
import { failed, ok } from '../../base/result.ts';
import type { Position } from '../graph.ts';
import type { FlatValue } from '../records.ts';
import { missingActor } from './checks.ts';
import { ALWAYS, namedActors, type Command } from './command.ts';

export interface MoveActorsArgs {
  readonly positions: ReadonlyMap<string, Position>;
  /** Fix them where they are put. */
  readonly pin?: boolean;
  readonly step?: Localized;
}

/** Positions are kept to 0.1 map unit: finer is not seen, and shorter is smaller. Actors that are gone are passed over. */
export const moveActors: Command<MoveActorsArgs> = {
  id: 'move-actors',
  title: { en: 'Move', zh: '移动' },
  keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'],
  available: ALWAYS,
  plan(graph, { positions, pin, step }) {
    const moved = [...positions].filter(([id]) => graph.actors.has(id));
    const [first] = positions.keys();
    if (moved.length === 0 && first !== undefined) return failed(missingActor(first));
    const subject = namedActors(
      graph,
      moved.map(([id]) => id),
    );
    return ok({
      step: step ?? { en: `Move ${subject.en}`, zh: `移动${subject.zh}` },
      writes: moved.map(([id, [x, y]]) => {
        const changes = new Map<string, FlatValue>([['position', [rounded(x), rounded(y)]]]);
        if (pin) changes.set('pinned', true);
        return { kind: 'set', table: 'actors', id, changes };
      }),
    });
  },
};

function rounded(value: number): number {
  return Math.round(value * 10) / 10 || 0;
}
