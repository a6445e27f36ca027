import type { Axis, MatrixDetail, MatrixLayer } from '../../metrics/detail.ts';
import { nameOf } from '../figure-names.ts';
import { matrixEntries } from '../matrix-entries.ts';
import { withNotes } from './conventions.ts';
import { numberColumn, textColumn, type DataTable } from './table.ts';
import type { TableView } from './table-source.ts';
import { TABLE_NOTES, TABLE_SENTENCES, TABLE_TEXTS } from './table-texts.ts';

/**
 * W, or the part of it that ties of one type make: who gives how much to whom. Parallel ties are added up, self-loops left
 * out; actors in the order of their ids.
 */
export function adjacencyTable(view: TableView, type?: string): DataTable {
  const { network, names, language } = view;
  const { ids, source, target, weight, mutual, types, typeIds } = network.ties;
  const n = network.n;
  const cells = new Float64Array(n * n);
  for (const k of ids.keys()) {
    const [from, to] = [source[k] ?? 0, target[k] ?? 0];
    if (from === to || (type !== undefined && typeIds[types[k] ?? -1] !== type)) continue;
    add(cells, from * n + to, weight[k] ?? 0);
    if (mutual[k] === 1) add(cells, to * n + from, weight[k] ?? 0);
  }
  const title = TABLE_TEXTS.adjacency[language];
  const actors = network.actorIds.map((id) => nameOf(names, { of: 'actor', id }));
  return withNotes(
    {
      id: type === undefined ? 'adjacency' : `adjacency-${type}`,
      title:
        type === undefined
          ? title
          : TABLE_SENTENCES.ofType[language](title, nameOf(names, { of: 'tie-type', id: type })),
      columns: [
        textColumn('actor', TABLE_TEXTS.actor[language]),
        ...actors.map((actor, k) => numberColumn(`to-${k}`, actor)),
      ],
      alike: true,
      rows: actors.map((actor, row) => [actor, ...cells.subarray(row * n, (row + 1) * n)]),
    },
    view,
    [
      TABLE_NOTES.adjacency[language],
      ...(view.graph.scheme.tieTypes.some(({ factor }) => factor !== 1)
        ? [TABLE_NOTES.factors[language]]
        : []),
      ...(network.selfLoops > 0 ? [TABLE_NOTES.selfLoops[language]] : []),
    ],
    [],
  );
}

function add(cells: Float64Array, at: number, weight: number): void {
  cells[at] = (cells[at] ?? 0) + weight;
}

/** A table for each layer of a matrix: different numbers in the same cells. */
export function layerTables(
  view: TableView,
  detail: MatrixDetail,
  named: { readonly id: string; readonly title: string },
  notes: readonly string[],
): readonly DataTable[] {
  const { names, language } = view;
  const entries = (axis: Axis): readonly string[] =>
    matrixEntries(axis, names, language).map(({ name }) => name);
  const [rows, columns] = [entries(detail.rows), entries(detail.columns)];
  const several = detail.layers.length > 1;
  return detail.layers.map((layer) =>
    withNotes(
      {
        id: several ? `${named.id}-${layer.id}` : named.id,
        title: several ? `${named.title}${DASH[language]}${layer.name[language]}` : named.title,
        columns: [
          textColumn('row', headOf(detail.rows, language)),
          ...columns.map((name, k) => numberColumn(`column-${k}`, name, layer)),
        ],
        alike: true,
        rows: rows.map((name, row) => [name, ...cellsOf(layer, row, columns.length)]),
      },
      view,
      notes,
      [named.id],
    ),
  );
}

const DASH = { en: ': ', zh: '：' } as const;

function headOf({ of }: Axis, language: TableView['language']): string {
  if (of === 'actor') return TABLE_TEXTS.actor[language];
  if (of === 'sector') return TABLE_TEXTS.sector[language];
  return of === 'tie-type' ? TABLE_TEXTS.type[language] : '';
}

function cellsOf({ values }: MatrixLayer, row: number, width: number): readonly (number | null)[] {
  return Array.from(values.subarray(row * width, (row + 1) * width), (value) =>
    Number.isFinite(value) ? value : null,
  );
}
