import type { Localized } from '../../base/localized.ts';
import { ACTOR_MEASURES, measureById, MEASURES, NETWORK_MEASURES } from '../../metrics/registry.ts';
import { actorsTable } from './actors-table.ts';
import { detailTables } from './detail-tables.ts';
import { diagnosisTable } from './diagnosis-table.ts';
import { adjacencyTable } from './matrix-tables.ts';
import { networkTable, rankingTable, sectorsTable } from './measure-tables.ts';
import type { DataTable } from './table.ts';
import type { TableView } from './table-source.ts';
import { TABLE_TEXTS } from './table-texts.ts';
import { tiesTable } from './ties-table.ts';

/** What a table is of; those that are of one thing alone name it behind a colon. */
export const TABLE_KINDS = [
  'actors',
  'ties',
  'network',
  'ranking',
  'sectors',
  'adjacency',
  'detail',
  'diagnosis',
] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** A table that is wanted, such as `ranking` of `betweenness`, `adjacency` of a type of tie, `detail` of `niche-overlap`. */
export interface TableWanted {
  readonly kind: TableKind;
  /** The measure of a ranking or a detail, the type of the ties of an adjacency matrix (all without it). */
  readonly of?: string;
  /** Of actors and of ties: the measures that stand beside them. */
  readonly measures?: readonly string[];
  /** Of actors: false where what is stated of them is left out. */
  readonly stated?: boolean;
}

export const TABLE_NAMES: Readonly<Record<TableKind, Localized>> = {
  actors: TABLE_TEXTS.actors,
  ties: TABLE_TEXTS.ties,
  network: TABLE_TEXTS.network,
  ranking: { en: 'Ranking of actors', zh: '主体排序' },
  sectors: TABLE_TEXTS.sectors,
  adjacency: TABLE_TEXTS.adjacency,
  detail: { en: 'Matrices and other findings', zh: '矩阵与其他结果' },
  diagnosis: TABLE_TEXTS.diagnosis,
};

/** What tables of actors have unless other measures are chosen. */
export const USUAL_ACTOR_MEASURES: readonly string[] = [
  'degree',
  'strength',
  'betweenness',
  'burt-constraint',
].filter((id) => measureById(id)?.level === 'actor');

/** Measures of actors by which a ranking can be made, in the order of the registry. */
export const RANKED: readonly { readonly id: string; readonly name: Localized }[] = ACTOR_MEASURES;

/** Findings that are more than one number, in the order of the registry. */
export const DETAILED: readonly { readonly id: string; readonly name: Localized }[] = MEASURES.filter(
  ({ level }) => level === 'detail',
);

/** `ranking:betweenness` as a table that is wanted; undefined for what is none. */
export function tableWanted(text: string): TableWanted | undefined {
  const at = text.indexOf(':');
  const name = at < 0 ? text : text.slice(0, at);
  const of = at < 0 ? undefined : text.slice(at + 1);
  const kind = TABLE_KINDS.find((each) => each === name);
  if (kind === undefined)
    return measureById(text)?.level === 'detail' ? { kind: 'detail', of: text } : undefined;
  if (kind === 'ranking')
    return measureById(of ?? 'degree')?.level === 'actor' ? { kind, of: of ?? 'degree' } : undefined;
  if (kind === 'detail')
    return of !== undefined && measureById(of)?.level === 'detail' ? { kind, of } : undefined;
  if (kind === 'adjacency') return of === undefined ? { kind } : { kind, of };
  return of === undefined ? { kind } : undefined;
}

/** The measures that a table shows. */
export function measuresOfTable({ kind, of, measures }: TableWanted): readonly string[] {
  switch (kind) {
    case 'actors':
      return (measures ?? USUAL_ACTOR_MEASURES).filter((id) => measureById(id)?.level === 'actor');
    case 'ties':
      return (measures ?? []).filter((id) => measureById(id)?.level === 'tie');
    case 'network':
      return NETWORK_MEASURES.filter(({ onRequest }) => !onRequest).map(({ id }) => id);
    case 'sectors':
      return MEASURES.filter(({ level }) => level === 'sector').map(({ id }) => id);
    case 'ranking':
    case 'detail':
      return of === undefined ? [] : [of];
    case 'adjacency':
    case 'diagnosis':
      return [];
  }
}

/** The tables of what was wanted and computed: none where it is undefined, several where a matrix has layers. */
export function tablesOf(view: TableView, { kind, of = '', ...wanted }: TableWanted): readonly DataTable[] {
  const own = new Set(measuresOfTable({ kind, of, ...wanted }));
  const alone = (table: DataTable | null): readonly DataTable[] => (table ? [table] : []);
  switch (kind) {
    case 'actors':
      return [actorsTable(only(view, own), wanted.stated)];
    case 'ties':
      return [tiesTable(only(view, own))];
    case 'network':
      return [networkTable(only(view, own))];
    case 'sectors':
      return [sectorsTable(only(view, own))];
    case 'ranking':
      return alone(rankingTable(view, of));
    case 'adjacency':
      if (of === '') return [adjacencyTable(view)];
      return isTieType(view, of) ? [adjacencyTable(view, of)] : [];
    case 'detail':
      return detailTables(view, of);
    case 'diagnosis':
      return alone(diagnosisTable(view));
  }
}

/** A type that the vocabulary or a tie knows: of another one all would be 0. */
function isTieType({ graph, network }: TableView, type: string): boolean {
  return graph.scheme.tieTypes.some(({ id }) => id === type) || network.ties.typeIds.includes(type);
}

/** Of all that was computed for several tables, what belongs to one of them. */
function only(view: TableView, measures: ReadonlySet<string>): TableView {
  const kept = <T>(values: ReadonlyMap<string, T>): ReadonlyMap<string, T> =>
    new Map([...values].filter(([id]) => measures.has(id)));
  const { actor, tie, sector, network } = view.values;
  return {
    ...view,
    values: {
      ...view.values,
      actor: kept(actor),
      tie: kept(tie),
      sector: kept(sector),
      network: kept(network),
    },
  };
}
