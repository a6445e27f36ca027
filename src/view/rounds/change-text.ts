import type { ChangeKind } from '../../model/compare.ts';
import type { Graph, Tie } from '../../model/graph.ts';
import type { FlatValue } from '../../model/records.ts';
import { strangerSector, strangerTieType } from '../../model/scheme.ts';
import { shownName } from '../../model/shown-name.ts';
import type { MapState } from '../../state/map.svelte.ts';
import { preferences } from '../../state/preferences.svelte.ts';

export const CHANGE_KINDS: readonly ChangeKind[] = ['added', 'removed', 'changed'];

/** What the two states that are compared are called. */
export function stateNames(map: MapState, now: string): { readonly before: string; readonly after: string } {
  const { against, looked } = map.rounds;
  return {
    before: against?.kind === 'round' ? against.opened.round.name : now,
    after: looked?.round.name ?? now,
  };
}

export function tieText(tie: Tie, graph: Graph): string {
  const name = (id: string): string => {
    const actor = graph.actors.get(id);
    return actor ? shownName(actor, preferences.language) : id;
  };
  return `${name(tie.source)} ${tie.direction === 'mutual' ? '↔' : '→'} ${name(tie.target)}`;
}

/** A field of a record by the name that its own panel gives it. */
export function fieldText(key: string, { scheme }: Graph): string {
  const t = preferences.t.selection;
  const [prefix, id] = parts(key);
  const resource = (): string => {
    const found = scheme.resources.find((each) => each.id === id);
    return found ? preferences.say(found.name) : id;
  };
  switch (prefix) {
    case 'supply':
      return `${t.supply}: ${resource()}`;
    case 'demand':
      return `${t.demand}: ${resource()}`;
    case 'field': {
      const field = scheme.fields.find((each) => each.id === id);
      return field ? preferences.say(field.name) : id;
    }
    case 'source':
      return t.giver;
    case 'target':
      return t.receiver;
    case 'name':
    case 'secondName':
    case 'aliases':
    case 'sector':
    case 'size':
    case 'sizeChange':
    case 'inflow':
    case 'outflow':
    case 'from':
    case 'to':
    case 'notes':
    case 'type':
    case 'direction':
    case 'weight':
    case 'project':
      return t[prefix];
    default:
      return id === '' ? prefix : id;
  }
}

/** A value as its own panel shows it; a dash where there is none. */
export function valueText(key: string, value: FlatValue | undefined, graph: Graph): string {
  const { t, say, language } = preferences;
  if (value === undefined || value === null) return '—';
  if (typeof value === 'number')
    return new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(value);
  if (typeof value === 'boolean') return value ? '✓' : '—';
  if (typeof value !== 'string')
    return 'en' in value ? say(value) : value.join(language === 'zh' ? '、' : ', ');
  if (key === 'sector')
    return say((graph.scheme.sectors.find(({ id }) => id === value) ?? strangerSector(value)).name);
  if (key === 'type')
    return say((graph.scheme.tieTypes.find(({ id }) => id === value) ?? strangerTieType(value)).name);
  if (key === 'direction') return value === 'mutual' ? t.selection.mutualTie : t.selection.oneWay;
  if (key === 'project') return graph.projects.get(value)?.name ?? value;
  const end = key === 'source' || key === 'target' ? graph.actors.get(value) : undefined;
  return end ? shownName(end, language) : value;
}

function parts(key: string): readonly [prefix: string, id: string] {
  const colon = key.indexOf(':');
  return colon < 0 ? [key, ''] : [key.slice(0, colon), key.slice(colon + 1)];
}
