import { changesTo } from '../field-changes.ts';
import type { Write } from '../write.ts';
import type { Graph } from '../graph.ts';
import type { FlatValue, Single, Table } from '../records.ts';
import { asStored } from './flat-state.ts';
import type { LISTS } from './order.ts';
import type { Effect, Resolution } from './resolve.ts';

/**
 * The writes that carry a resolution out on the map that it was worked out for: records that go first, then those that
 * come, so that no tie lacks its ends. It has followed all consequences itself: projects go by naming those that stay, so
 * that the editor does not take ties out of a project that the other side has left them in.
 */
export function resolutionWrites(
  { effects, orders }: Resolution,
  current: Pick<Graph, 'projects'>,
): readonly Write[] {
  const removals = effects.filter(({ after }) => after === undefined);
  const others = effects.filter(({ after }) => after !== undefined);
  const added = new Set(others.flatMap(({ table, id, before }) => (before ? [] : [`${table}/${id}`])));
  const projects = new Set(removals.flatMap(({ table, id }) => (table === 'projects' ? [id] : [])));
  const staying = [...current.projects.keys()].filter((id) => !projects.has(id));
  return [
    ...(projects.size > 0
      ? [{ kind: 'keep', table: 'projects', ids: new Set(staying) } satisfies Write]
      : []),
    ...removals.flatMap(({ table, id }): readonly Write[] =>
      table === 'projects' ? [] : [{ kind: 'remove', table: table as Table, id }],
    ),
    ...others.map((effect) => written(effect, orders)),
    ...[...orders].flatMap(([table, ids]) =>
      ids.flatMap((id, index): readonly Write[] =>
        added.has(`${table}/${id}`) ? [] : [{ kind: 'set', table, id, changes: new Map([['order', index]]) }],
      ),
    ),
  ];
}

function written({ table, id, before, after }: Effect, orders: Resolution['orders']): Write {
  const changes = asStored(changesTo(before, after ?? new Map()));
  if (table === 'map' || table === 'view')
    return { kind: 'set-single', single: table satisfies Single, changes };
  if (before) return { kind: 'set', table, id, changes };
  // A tie of this id may wait unseen for an actor that another window deleted: what comes takes its place.
  const record = new Map<string, FlatValue>();
  for (const [key, value] of changes) if (value !== undefined) record.set(key, value);
  const order = orders.get(table as (typeof LISTS)[number])?.indexOf(id);
  if (order !== undefined) record.set('order', order);
  return { kind: 'replace', table, id, record };
}
