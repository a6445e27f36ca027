import type { MatrixDetail, MatrixLayer } from '../../metrics/detail.ts';
import type { Graph, Tie } from '../../model/graph.ts';

/** How strongly a cell is coloured, in [-1, 1]: below zero where it is less than the middle. NaN = null. */
export function cellShade(layer: MatrixLayer, index: number): number {
  const value = layer.values[index] ?? NaN;
  if (Number.isNaN(value)) return NaN;
  const { middle } = layer;
  // A ratio: twice as much is as far from even as half as much, whatever else the matrix holds.
  if (middle !== undefined && middle > 0)
    return value >= middle ? 1 - middle / value : Math.max(0, value) / middle - 1;
  let largest = 0;
  for (const each of layer.values) if (!Number.isNaN(each)) largest = Math.max(largest, Math.abs(each));
  return largest === 0 ? 0 : value / largest;
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
