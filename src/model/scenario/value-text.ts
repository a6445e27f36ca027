import type { Localized } from '../../base/localized.ts';
import { same } from '../../base/localized.ts';
import type { Graph } from '../graph.ts';
import type { FlatValue, Single, Table } from '../records.ts';
import {
  DIMENSION_NAMES,
  MECHANISM_NAMES,
  strangerSector,
  strangerTieType,
  type Dimension,
  type Mechanism,
} from '../scheme.ts';
import { actorName } from '../shown-name.ts';
import { ENDS } from './flat-state.ts';

const LIST_MARK = { en: ', ', zh: '、' } as const;

/** “A → B”, or with “↔” for a mutual tie. */
export function endsText(graph: Graph, ends: readonly string[], mutual: boolean): Localized {
  const [source, target] = ends.map((id) => actorName(graph, id));
  const arrow = mutual ? '↔' : '→';
  return {
    en: `${source?.en ?? '?'} ${arrow} ${target?.en ?? '?'}`,
    zh: `${source?.zh ?? '?'} ${arrow} ${target?.zh ?? '?'}`,
  };
}

/** A value as people read it; a dash where there is none. */
export function valueText(
  table: Table | Single,
  key: string,
  value: FlatValue | undefined,
  graph: Graph,
): Localized {
  if (value === undefined || value === null) return same('–');
  if (typeof value === 'boolean') return value ? { en: 'Yes', zh: '是' } : { en: 'No', zh: '否' };
  if (typeof value === 'number') return same(String(value));
  if (typeof value === 'string') return wordText(table, key, value, graph);
  if ('en' in value) return value;
  if (key === ENDS) return endsText(graph, value as readonly string[], false);
  if (key.startsWith('distinct:')) {
    const names = value.map((id) => actorName(graph, String(id)));
    return {
      en: names.map(({ en }) => en).join(LIST_MARK.en),
      zh: names.map(({ zh }) => zh).join(LIST_MARK.zh),
    };
  }
  return { en: value.join(LIST_MARK.en), zh: value.join(LIST_MARK.zh) };
}

function wordText(table: Table | Single, key: string, value: string, graph: Graph): Localized {
  const { scheme, projects } = graph;
  if (key === 'sector') return (scheme.sectors.find(({ id }) => id === value) ?? strangerSector(value)).name;
  if (table === 'ties' && key === 'type')
    return (scheme.tieTypes.find(({ id }) => id === value) ?? strangerTieType(value)).name;
  if (key === 'project') return same(projects.get(value)?.name ?? value);
  if (key === 'direction')
    return value === 'mutual' ? { en: 'Mutual', zh: '双向' } : { en: 'One-way', zh: '单向' };
  if (key === 'mechanism') return MECHANISM_NAMES[value as Mechanism];
  if (key === 'dimension') return DIMENSION_NAMES[value as Dimension];
  return same(value);
}
