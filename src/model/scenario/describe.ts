import type { Localized } from '../../base/localized.ts';
import type { Graph } from '../graph.ts';
import type { Flat, Single, Table } from '../records.ts';
import type { Scheme } from '../scheme.ts';
import { actorName } from '../shown-name.ts';
import type { Conflict, OrderConflict, RemovalConflict, Side, ValueConflict } from './conflict.ts';
import { keyName } from './key-names.ts';
import type { Reference } from './references.ts';
import type { ThreeWay } from './three-way.ts';
import { endsText, valueText } from './value-text.ts';

/** A conflict in words. */
export interface ConflictText {
  /** What it is about: “X: Weight”. */
  readonly about: Localized;
  /** What each map says. */
  readonly base: Localized;
  readonly scenario: Localized;
  /** What it was when the two parted; absent where that says nothing. */
  readonly before?: Localized;
}

const KINDS: Readonly<Record<Table, Localized>> = {
  actors: { en: 'Actor', zh: '主体' },
  ties: { en: 'Tie', zh: '关系' },
  projects: { en: 'Joint project', zh: '合作项目' },
  sectors: { en: 'Sector', zh: '主体类型' },
  tieTypes: { en: 'Tie type', zh: '关系类型' },
  resources: { en: 'Resource', zh: '资源' },
  fields: { en: 'Field', zh: '字段' },
};

const LISTS: Readonly<Record<keyof Scheme, Localized>> = {
  sectors: { en: 'Order of the sectors', zh: '主体类型的顺序' },
  tieTypes: { en: 'Order of the tie types', zh: '关系类型的顺序' },
  resources: { en: 'Order of the resources', zh: '资源的顺序' },
  fields: { en: 'Order of the fields', zh: '字段的顺序' },
};

const REMOVED: Localized = { en: 'Removed', zh: '已删除' };

export function describeConflict(conflict: Conflict, { graphs }: Pick<ThreeWay, 'graphs'>): ConflictText {
  switch (conflict.kind) {
    case 'value':
      return valueWords(conflict, graphs);
    case 'removal':
      return removalWords(conflict, graphs);
    case 'order':
      return orderWords(conflict, graphs);
  }
}

/** What a record is called: an actor's name, “A → B”, an entry's name. Looked for in these states, in turn. */
export function recordName(table: Table | Single, id: string, states: readonly Graph[]): Localized {
  for (const graph of states) {
    const found = nameIn(table, id, graph);
    if (found) return found;
  }
  return { en: id, zh: id };
}

function nameIn(table: Table | Single, id: string, graph: Graph): Localized | undefined {
  switch (table) {
    case 'actors':
      return graph.actors.has(id) ? actorName(graph, id) : undefined;
    case 'ties': {
      const tie = graph.ties.get(id);
      return tie && endsText(graph, [tie.source, tie.target], tie.direction === 'mutual');
    }
    case 'projects': {
      const name = graph.projects.get(id)?.name;
      return name === undefined ? undefined : { en: name, zh: name };
    }
    case 'map':
      return { en: 'Map', zh: '地图' };
    case 'view':
      return { en: 'Style', zh: '样式' };
    case 'sectors':
    case 'tieTypes':
    case 'resources':
    case 'fields':
      return graph.scheme[table].find((entry) => entry.id === id)?.name;
  }
}

function valueWords(conflict: ValueConflict, graphs: ThreeWay['graphs']): ConflictText {
  const { table, record, key } = conflict;
  const name = recordName(table, record, [graphs.scenario, graphs.base, graphs.fork]);
  const named = keyName(table, key, graphs.scenario);
  const word = (side: Side | 'fork'): Localized => valueText(table, key, conflict[side], graphs[side]);
  return {
    about: { en: `${name.en}: ${named.en}`, zh: `${name.zh}：${named.zh}` },
    base: word('base'),
    scenario: word('scenario'),
    ...(conflict.fork !== undefined && { before: word('fork') }),
  };
}

function removalWords(conflict: RemovalConflict, graphs: ThreeWay['graphs']): ConflictText {
  const { table, record, removedBy } = conflict;
  const keeper = removedBy === 'base' ? 'scenario' : 'base';
  const kind = KINDS[table];
  const name = recordName(table, record, [graphs[keeper], graphs.fork]);
  const about = { en: `${kind.en} ${name.en}`, zh: `${kind.zh} ${name.zh}` };
  const kept = keptWords(conflict, graphs[keeper], [graphs[keeper], graphs[removedBy], graphs.fork]);
  return removedBy === 'base'
    ? { about, base: REMOVED, scenario: kept }
    : { about, base: kept, scenario: REMOVED };
}

const MOST_NAMED = 3;

/** “Kept; changed: Weight 3; used by A → B”. */
function keptWords(
  { table, changes, users }: RemovalConflict,
  graph: Graph,
  states: readonly Graph[],
): Localized {
  const changed = changes.map(({ key, to }): Localized => {
    const [name, value] = [keyName(table, key, graph), valueText(table, key, to, graph)];
    return { en: `${name.en} ${value.en}`, zh: `${name.zh} ${value.zh}` };
  });
  const parts: Localized[] = [{ en: 'Kept', zh: '保留' }];
  if (changed.length > 0) {
    const list = listed(changed);
    parts.push({ en: `changed: ${list.en}`, zh: `已更改：${list.zh}` });
  }
  if (users.length > 0) {
    const list = listed(users.map((user: Reference) => recordName(user.table, user.id, states)));
    parts.push({ en: `new or changed with it: ${list.en}`, zh: `与之相关的新增或更改：${list.zh}` });
  }
  return { en: parts.map(({ en }) => en).join('; '), zh: parts.map(({ zh }) => zh).join('；') };
}

function listed(items: readonly Localized[]): Localized {
  const shown = items.slice(0, MOST_NAMED);
  const more = items.length - shown.length;
  return {
    en: `${shown.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    zh: `${shown.map(({ zh }) => zh).join('、')}${more > 0 ? ` 等 ${items.length} 项` : ''}`,
  };
}

function orderWords(conflict: OrderConflict, graphs: ThreeWay['graphs']): ConflictText {
  const words = (side: Side): Localized => {
    const names = conflict[side].map((id) => recordName(conflict.table, id, [graphs[side]]));
    return { en: names.map(({ en }) => en).join(', '), zh: names.map(({ zh }) => zh).join('、') };
  };
  return { about: LISTS[conflict.table], base: words('base'), scenario: words('scenario') };
}

/** The keys of a record that an effect changes, as people call them. */
export function changedKeys(
  table: Table | Single,
  before: Flat,
  after: Flat,
  graph: Graph,
): readonly { readonly name: Localized; readonly from: Localized; readonly to: Localized }[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const [from, to] = [before.get(key), after.get(key)];
    if (JSON.stringify(from) === JSON.stringify(to)) return [];
    return [
      {
        name: keyName(table, key, graph),
        from: valueText(table, key, from, graph),
        to: valueText(table, key, to, graph),
      },
    ];
  });
}
