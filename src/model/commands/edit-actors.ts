import type { Localized } from '../../base/localized.ts';
import { failed, ok } from '../../base/result.ts';
import type { Problem } from '../../base/problem.ts';
import type { FieldValue } from '../graph.ts';
import type { FlatValue } from '../records.ts';
import { amountProblem, cleanName, missingActor, nameProblem } from './checks.ts';
import { namedActors, needsActors, quoted, type Command } from './command.ts';

/** What may be set on an actor; `undefined` clears it. */
export interface ActorChanges {
  readonly name?: string;
  readonly secondName?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly sector?: string;
  readonly size?: number | undefined;
  readonly sizeChange?: number | undefined;
  readonly inflow?: number | undefined;
  readonly outflow?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly notes?: string | undefined;
  readonly pinned?: boolean;
  readonly supply?: Readonly<Record<string, number | undefined>>;
  readonly demand?: Readonly<Record<string, number | undefined>>;
  readonly fields?: Readonly<Record<string, FieldValue | undefined>>;
}

export interface EditActorsArgs {
  readonly ids: readonly string[];
  readonly changes: ActorChanges;
}

export const editActors: Command<EditActorsArgs> = {
  id: 'edit-actors',
  title: { en: 'Edit actors', zh: '编辑主体' },
  keys: ['F2', 'p', 'Alt+p'],
  available: needsActors,
  plan(graph, { ids, changes }) {
    const missing = ids.find((id) => !graph.actors.has(id));
    if (missing !== undefined) return failed(missingActor(missing));
    const wrong = wrongValue(changes);
    if (wrong) return failed(wrong);
    const flat = flatChanges(changes);
    const subject = namedActors(graph, ids);
    return ok({
      step: stepName(changes, subject),
      writes: ids.map((id) => ({ kind: 'set', table: 'actors', id, changes: flat })),
    });
  },
};

function wrongValue(changes: ActorChanges): Problem | undefined {
  if (changes.name !== undefined) {
    const wrong = nameProblem(changes.name);
    if (wrong) return wrong;
  }
  const amounts = [
    changes.size,
    changes.inflow,
    changes.outflow,
    ...Object.values(changes.supply ?? {}),
    ...Object.values(changes.demand ?? {}),
  ];
  for (const value of amounts) {
    const wrong = value === undefined ? undefined : amountProblem(value);
    if (wrong) return wrong;
  }
  if (changes.sizeChange !== undefined && !Number.isFinite(changes.sizeChange))
    return amountProblem(changes.sizeChange);
  return undefined;
}

function flatChanges(changes: ActorChanges): Map<string, FlatValue | undefined> {
  const flat = new Map<string, FlatValue | undefined>();
  for (const [key, value] of Object.entries(changes)) {
    if (key === 'supply' || key === 'demand' || key === 'fields') {
      const prefix = key === 'fields' ? 'field' : key;
      for (const [id, item] of Object.entries(value as Record<string, FlatValue | undefined>))
        flat.set(`${prefix}:${id}`, item);
    } else if (key === 'name') flat.set(key, cleanName(String(value)));
    else if (key === 'pinned') flat.set(key, value === true ? true : undefined);
    else
      flat.set(
        key,
        value === '' || (Array.isArray(value) && value.length === 0)
          ? undefined
          : (value as FlatValue | undefined),
      );
  }
  return flat;
}

function stepName(changes: ActorChanges, subject: Localized): Localized {
  const keys = Object.keys(changes);
  const [only] = keys;
  if (keys.length === 1 && only === 'name') {
    const to = quoted(cleanName(changes.name ?? ''));
    return { en: `Rename ${subject.en} to ${to.en}`, zh: `将${subject.zh}改名为${to.zh}` };
  }
  if (keys.length === 1 && only === 'sector')
    return { en: `Change the sector of ${subject.en}`, zh: `更改${subject.zh}的类型` };
  if (keys.length === 1 && only === 'supply')
    return { en: `Change the supply of ${subject.en}`, zh: `更改${subject.zh}的供给` };
  if (keys.length === 1 && only === 'demand')
    return { en: `Change the demand of ${subject.en}`, zh: `更改${subject.zh}的需求` };
  if (keys.length === 1 && only === 'pinned')
    return changes.pinned
      ? { en: `Pin ${subject.en}`, zh: `固定${subject.zh}` }
      : { en: `Unpin ${subject.en}`, zh: `取消固定${subject.zh}` };
  return { en: `Edit ${subject.en}`, zh: `编辑${subject.zh}` };
}
