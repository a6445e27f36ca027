import { failed, ok } from '../../base/result.ts';
import { missingTie, weightProblem } from './checks.ts';
import { needsTies, type Command } from './command.ts';
import { tieNames } from './edit-ties.ts';

export interface StepWeightsArgs {
  readonly ids: readonly string[];
  readonly direction: 1 | -1;
}

const FACTOR = 1.25;

/**
 * The next weight up or down: by 1 among whole numbers, by a quarter of it otherwise and below 1, so that up and down
 * undo each other; rounded to six digits, and always above 0.
 */
export function steppedWeight(weight: number, direction: 1 | -1): number {
  if (Number.isInteger(weight) && (direction === 1 || weight > 1)) return weight + direction;
  return Number((direction === 1 ? weight * FACTOR : weight / FACTOR).toPrecision(6));
}

/** Makes each of the ties a step heavier or lighter, from its own weight. */
export const stepWeights: Command<StepWeightsArgs> = {
  id: 'step-weights',
  title: { en: 'More or less weight', zh: '增减权重' },
  keys: ['+', '-'],
  available: needsTies,
  plan(graph, { ids, direction }) {
    const writes = [];
    for (const id of new Set(ids)) {
      const tie = graph.ties.get(id);
      if (!tie) return failed(missingTie(id));
      const weight = steppedWeight(tie.weight, direction);
      const wrong = weightProblem(weight);
      if (wrong) return failed(wrong);
      writes.push({ kind: 'set', table: 'ties', id, changes: new Map([['weight', weight]]) } as const);
    }
    const subject = tieNames(graph, ids);
    const [only] = writes;
    const to = writes.length === 1 && only ? String(only.changes.get('weight')) : undefined;
    return ok({
      step:
        to === undefined
          ? {
              en: `${direction === 1 ? 'More' : 'Less'} weight for ${subject.en}`,
              zh: `${direction === 1 ? '增加' : '减小'}${subject.zh}的权重`,
            }
          : { en: `Weight ${to} for ${subject.en}`, zh: `${subject.zh}的权重改为 ${to}` },
      writes,
    });
  },
};
