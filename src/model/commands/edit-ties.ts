import type { Localized } from '../../base/localized.ts';
import { failed, ok } from '../../base/result.ts';
import type { FieldValue, Graph } from '../graph.ts';
import type { Direction } from '../scheme.ts';
import type { FlatValue } from '../records.ts';
import { actorName } from '../shown-name.ts';
import { missingTie, weightProblem } from './checks.ts';
import { named, needsTies, type Command } from './command.ts';

/** What may be set on a tie; `undefined` clears it. */
export interface TieChanges {
  readonly type?: string;
  readonly direction?: Direction;
  readonly weight?: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly project?: string | undefined;
  readonly notes?: string | undefined;
  readonly fields?: Readonly<Record<string, FieldValue | undefined>>;
}

export interface EditTiesArgs {
  readonly ids: readonly string[];
  readonly changes: TieChanges;
}

export const editTies: Command<EditTiesArgs> = {
  id: 'edit-ties',
  title: { en: 'Edit ties', zh: '编辑关系' },
  keys: [],
  available: needsTies,
  plan(graph, { ids, changes }) {
    const missing = ids.find((id) => !graph.ties.has(id));
    if (missing !== undefined) return failed(missingTie(missing));
    const wrong = changes.weight === undefined ? undefined : weightProblem(changes.weight);
    if (wrong) return failed(wrong);
    const flat = new Map<string, FlatValue | undefined>();
    for (const [key, value] of Object.entries(changes)) {
      if (key === 'fields')
        for (const [id, item] of Object.entries(value as Record<string, FlatValue | undefined>))
          flat.set(`field:${id}`, item);
      else flat.set(key, value === '' ? undefined : (value as FlatValue | undefined));
    }
    const subject = tieNames(graph, ids);
    return ok({
      step: { en: `Edit ${subject.en}`, zh: `编辑${subject.zh}` },
      writes: ids.map((id) => ({ kind: 'set', table: 'ties', id, changes: flat })),
    });
  },
};

export const reverseTies: Command<{ readonly ids: readonly string[] }> = {
  id: 'reverse-ties',
  title: { en: 'Reverse the direction', zh: '反转方向' },
  keys: ['r', 'Alt+r'],
  available: needsTies,
  plan(graph, { ids }) {
    const missing = ids.find((id) => !graph.ties.has(id));
    if (missing !== undefined) return failed(missingTie(missing));
    const subject = tieNames(graph, ids);
    return ok({
      step: { en: `Reverse ${subject.en}`, zh: `反转${subject.zh}的方向` },
      writes: ids.flatMap((id) => {
        const tie = graph.ties.get(id);
        if (!tie) return [];
        const changes = new Map([
          ['source', tie.target],
          ['target', tie.source],
        ]);
        return [{ kind: 'set', table: 'ties', id, changes }];
      }),
    });
  },
};

/** “A → B”, or "3 ties". */
export function tieNames(graph: Graph, ids: readonly string[]): Localized {
  return named(
    ids.map((id) => {
      const tie = graph.ties.get(id);
      if (!tie) return id;
      const [from, to] = [actorName(graph, tie.source), actorName(graph, tie.target)];
      const arrow = tie.direction === 'mutual' ? '↔' : '→';
      return { en: `${from.en} ${arrow} ${to.en}`, zh: `${from.zh} ${arrow} ${to.zh}` };
    }),
    'ties',
    '条关系',
  );
}
