import { problem } from '../../base/problem.ts';
import { failed, ok } from '../../base/result.ts';
import type { Graph } from '../graph.ts';
import type { Write } from '../write.ts';
import { flatSchemeEntry } from '../records.ts';
import type { Field, Resource, Sector, TieType } from '../scheme.ts';
import { cleanName } from './checks.ts';
import { ALWAYS, type Command } from './command.ts';

export type SchemeTable = 'sectors' | 'tieTypes' | 'resources' | 'fields';
export type SchemeEntry = Sector | TieType | Resource | Field;

/** Adds an entry, or sets one that is there. */
export const setSchemeEntry: Command<{ readonly table: SchemeTable; readonly entry: SchemeEntry }> = {
  id: 'set-scheme-entry',
  title: { en: 'Edit the vocabulary', zh: '编辑分类体系' },
  keys: [],
  available: ALWAYS,
  plan(graph, { table, entry }) {
    if (cleanName(entry.name.en) === '' && cleanName(entry.name.zh) === '')
      return failed(
        problem('entry-unnamed', {
          en: 'This entry needs a name in one language at least.',
          zh: '该条目至少需要一种语言的名称。',
        }),
      );
    if ('factor' in entry && !(Number.isFinite(entry.factor) && entry.factor > 0))
      return failed(
        problem('factor-invalid', {
          en: 'A weight factor is a number above 0.',
          zh: '权重系数须为大于 0 的数。',
        }),
      );
    const entries: readonly SchemeEntry[] = graph.scheme[table];
    const index = entries.findIndex(({ id }) => id === entry.id);
    const name = { en: entry.name.en || entry.name.zh, zh: entry.name.zh || entry.name.en };
    const record = flatSchemeEntry({ ...entry, name }, index < 0 ? entries.length : index);
    const before = index < 0 ? undefined : entries[index];
    const write: Write = before
      ? { kind: 'set', table, id: entry.id, changes: withCleared(record, Object.keys(before)) }
      : { kind: 'put', table, id: entry.id, record };
    return ok({
      step:
        index < 0
          ? { en: `Add “${name.en}”`, zh: `添加“${name.zh}”` }
          : { en: `Edit “${name.en}”`, zh: `编辑“${name.zh}”` },
      writes: [write],
    });
  },
};

/** Removes an entry that nothing uses, or gives what uses it to another entry. */
export const removeSchemeEntry: Command<{
  readonly table: SchemeTable;
  readonly id: string;
  readonly replaceBy?: string;
}> = {
  id: 'remove-scheme-entry',
  title: { en: 'Remove from the vocabulary', zh: '从分类体系中移除' },
  keys: [],
  available: ALWAYS,
  plan(graph, { table, id, replaceBy }) {
    const entry = (graph.scheme[table] as readonly SchemeEntry[]).find((item) => item.id === id);
    if (!entry)
      return failed(problem('entry-missing', { en: 'This entry is already gone.', zh: '该条目已不存在。' }));
    const users = usersOf(graph, table, id);
    if (users.length > 0 && replaceBy === undefined && (table === 'sectors' || table === 'tieTypes'))
      return failed(
        problem('entry-used', {
          en: `“${entry.name.en}” is used ${users.length} times. Choose what takes its place.`,
          zh: `“${entry.name.zh}”被使用了 ${users.length} 次。请选择由哪一项替代。`,
        }),
      );
    const record = table === 'sectors' ? 'sector' : 'type';
    const moves: Write[] = users.map((user) => {
      const changes = new Map<string, string | undefined>();
      if (table === 'sectors' || table === 'tieTypes') changes.set(record, replaceBy);
      else for (const key of user.keys) changes.set(key, undefined);
      return { kind: 'set', table: user.table, id: user.id, changes };
    });
    return ok({
      step: { en: `Remove “${entry.name.en}”`, zh: `移除“${entry.name.zh}”` },
      writes: [...moves, { kind: 'remove', table, id }],
    });
  },
};

/** Moves an entry one place up (-1) or down (+1). */
export const moveSchemeEntry: Command<{
  readonly table: SchemeTable;
  readonly id: string;
  readonly by: -1 | 1;
}> = {
  id: 'move-scheme-entry',
  title: { en: 'Reorder the vocabulary', zh: '调整顺序' },
  keys: [],
  available: ALWAYS,
  plan(graph, { table, id, by }) {
    const order = (graph.scheme[table] as readonly SchemeEntry[]).map((entry) => entry.id);
    const from = order.indexOf(id);
    const to = from + by;
    if (from >= 0 && to >= 0 && to < order.length) order.splice(to, 0, ...order.splice(from, 1));
    return ok({
      step: { en: 'Reorder the vocabulary', zh: '调整顺序' },
      writes: order.map((entry, index) => ({
        kind: 'set',
        table,
        id: entry,
        changes: new Map([['order', index]]),
      })),
    });
  },
};

interface User {
  readonly table: 'actors' | 'ties';
  readonly id: string;
  readonly keys: readonly string[];
}

function usersOf(graph: Graph, table: SchemeTable, id: string): User[] {
  const users: User[] = [];
  for (const actor of graph.actors.values()) {
    const keys: string[] = [];
    if (table === 'sectors' && actor.sector === id) keys.push('sector');
    if (table === 'resources' && Object.hasOwn(actor.supply, id)) keys.push(`supply:${id}`);
    if (table === 'resources' && Object.hasOwn(actor.demand, id)) keys.push(`demand:${id}`);
    if (table === 'fields' && Object.hasOwn(actor.fields, id)) keys.push(`field:${id}`);
    if (keys.length > 0) users.push({ table: 'actors', id: actor.id, keys });
  }
  for (const tie of graph.ties.values()) {
    const keys: string[] = [];
    if (table === 'tieTypes' && tie.type === id) keys.push('type');
    if (table === 'fields' && Object.hasOwn(tie.fields, id)) keys.push(`field:${id}`);
    if (keys.length > 0) users.push({ table: 'ties', id: tie.id, keys });
  }
  return users;
}

/** A set must also clear what the entry had and has no more. */
function withCleared<T>(
  record: ReadonlyMap<string, T>,
  before: readonly string[],
): Map<string, T | undefined> {
  const changes = new Map<string, T | undefined>(record);
  for (const key of before) if (key !== 'id' && !changes.has(key)) changes.set(key, undefined);
  return changes;
}
