import type { Language } from '../../base/localized.ts';
import type { Axis, MatrixDetail } from '../../metrics/detail.ts';
import { actorsInOrder, type Graph, type Tie } from '../../model/graph.ts';
import {
  DIMENSION_NAMES,
  DIMENSIONS,
  strangerSector,
  strangerTieType,
  type Sector,
  type TieType,
} from '../../model/scheme.ts';
import { actorName } from './names.ts';
import { sentenceText } from './sentence.ts';

/** A row or column with its name in the language shown. */
export interface AxisEntry {
  readonly id: string;
  readonly name: string;
  /** How it looks on the map: of an actor, its sector. */
  readonly look?: Sector | TieType;
}

export function axisEntries(
  { of, ids, names, labels }: Axis,
  graph: Pick<Graph, 'actors' | 'projects' | 'scheme'>,
  language: Language,
): readonly AxisEntry[] {
  const { sectors, tieTypes, resources } = graph.scheme;
  const sectorOf = new Map(sectors.map((sector) => [sector.id, sector]));
  return ids.map((id, place): AxisEntry => {
    const label = labels?.[place];
    const given = label ? sentenceText(label, graph, language) : names?.[place]?.[language];
    switch (of) {
      case 'actor': {
        const sector = graph.actors.get(id)?.sector;
        const look = sector === undefined ? undefined : (sectorOf.get(sector) ?? strangerSector(sector));
        return { id, name: given ?? actorName(graph, id, language), ...(look && { look }) };
      }
      case 'sector': {
        const look = sectorOf.get(id) ?? strangerSector(id);
        return { id, name: given ?? look.name[language], look };
      }
      case 'tie-type': {
        const look = tieTypes.find((type) => type.id === id) ?? strangerTieType(id);
        return { id, name: given ?? look.name[language], look };
      }
      case 'resource':
        return { id, name: given ?? resources.find((each) => each.id === id)?.name[language] ?? id };
      case 'dimension': {
        const dimension = DIMENSIONS.find((each) => each === id);
        return { id, name: given ?? (dimension ? DIMENSION_NAMES[dimension][language] : id) };
      }
      case 'state':
        return { id, name: given ?? id };
    }
  });
}

/** The actors that a cell is about: those that its row and column are, or those of their sectors. */
export function actorsOfCell(
  graph: Pick<Graph, 'actors'>,
  { rows, columns }: Pick<MatrixDetail, 'rows' | 'columns'>,
  row: number,
  column: number,
): readonly string[] {
  const of = (axis: Axis, id: string | undefined): readonly string[] => {
    if (id === undefined) return [];
    if (axis.of === 'actor') return graph.actors.has(id) ? [id] : [];
    if (axis.of !== 'sector') return [];
    return actorsInOrder(graph).flatMap((actor) => (actor.sector === id ? [actor.id] : []));
  };
  return [...new Set([...of(rows, rows.ids[row]), ...of(columns, columns.ids[column])])];
}

/** The visible ties that a cell is about: those from the row's sector to the column's, or pairs that share both types. */
export function tiesOfCell(
  graph: Pick<Graph, 'actors' | 'ties'>,
  visible: ReadonlySet<string>,
  { rows, columns }: Pick<MatrixDetail, 'rows' | 'columns'>,
  row: number,
  column: number,
  directed: boolean,
): readonly string[] {
  const from = rows.ids[row];
  const to = columns.ids[column];
  const ties = [...graph.ties.values()].filter((tie) => visible.has(tie.id) && tie.source !== tie.target);
  if (rows.of === 'sector' && columns.of === 'sector') {
    const sector = (id: string): string | undefined => graph.actors.get(id)?.sector;
    const joins = (a: string, b: string): boolean => sector(a) === from && sector(b) === to;
    return ties
      .filter(
        (tie) =>
          joins(tie.source, tie.target) ||
          ((!directed || tie.direction === 'mutual') && joins(tie.target, tie.source)),
      )
      .map(({ id }) => id);
  }
  if (rows.of === 'tie-type' && columns.of === 'tie-type') {
    const pair = ({ source, target }: Tie): string => [source, target].sort().join('\n');
    const types = new Map<string, Set<string>>();
    for (const tie of ties) {
      const known = types.get(pair(tie));
      if (known) known.add(tie.type);
      else types.set(pair(tie), new Set([tie.type]));
    }
    const both = (tie: Tie): boolean => {
      const known = types.get(pair(tie));
      return known?.has(from ?? '') === true && known.has(to ?? '');
    };
    return ties.filter((tie) => (tie.type === from || tie.type === to) && both(tie)).map(({ id }) => id);
  }
  // Sectors against tie types: ties of the type at actors of the sector.
  const [sector, type] = rows.of === 'sector' ? [from, to] : [to, from];
  return ties
    .filter(
      (tie) =>
        tie.type === type &&
        (graph.actors.get(tie.source)?.sector === sector || graph.actors.get(tie.target)?.sector === sector),
    )
    .map(({ id }) => id);
}
