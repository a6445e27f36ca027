import { TIE_MEASURES } from '../../metrics/registry.ts';
import { tiesInOrder, type Tie } from '../../model/graph.ts';
import { nameOf } from '../figure-names.ts';
import { conventionNotes, unitOf, withNotes } from './conventions.ts';
import { fieldColumns, statedColumn, type Filled } from './stated-columns.ts';
import { numberColumn, textColumn, type DataTable } from './table.ts';
import type { TableView } from './table-source.ts';
import { TABLE_NOTES, TABLE_TEXTS } from './table-texts.ts';

/** Ties as they are drawn, parallel ones apart, in the order of their ids; columns that none fills are left out. */
export function tiesTable(view: TableView): DataTable {
  const ties = tiesInOrder(view.graph);
  const measures = TIE_MEASURES.filter(({ id }) => view.values.tie.has(id));
  const ids = measures.map(({ id }) => id);
  const columns = [...statedOf(view, ties), ...measuredOf(view, measures)];
  return withNotes(
    {
      id: 'ties',
      title: TABLE_TEXTS.ties[view.language],
      columns: columns.map(({ column }) => column),
      rows: ties.map((tie) => columns.map(({ cell }) => cell(tie))),
    },
    view,
    [TABLE_NOTES.direction[view.language], ...conventionNotes(view, ids)],
    ids,
  );
}

function statedOf(view: TableView, ties: readonly Tie[]): readonly Filled<Tie>[] {
  const { graph, language, names } = view;
  const text = TABLE_TEXTS;
  const actor = (id: string): string => nameOf(names, { of: 'actor', id });
  const always: readonly Filled<Tie>[] = [
    { column: textColumn('source', text.giver[language]), cell: ({ source }) => actor(source) },
    { column: textColumn('target', text.receiver[language]), cell: ({ target }) => actor(target) },
    {
      column: textColumn('type', text.type[language]),
      cell: ({ type }) => nameOf(names, { of: 'tie-type', id: type }),
    },
    {
      column: textColumn('direction', text.direction[language]),
      cell: ({ direction }) => text[direction === 'mutual' ? 'mutual' : 'oneWay'][language],
    },
    { column: numberColumn('weight', text.weight[language]), cell: ({ weight }) => weight },
  ];
  const perhaps: readonly Filled<Tie>[] = [
    statedColumn(textColumn('from', text.from[language]), ({ from }) => from),
    statedColumn(textColumn('to', text.to[language]), ({ to }) => to),
    statedColumn(textColumn('project', text.project[language]), ({ project }) =>
      project === undefined ? undefined : nameOf(names, { of: 'project', id: project }),
    ),
    ...fieldColumns<Tie>(graph.scheme, 'tie', language),
    statedColumn(textColumn('notes', text.remarks[language]), ({ notes }) => notes),
  ];
  return [...always, ...perhaps.filter(({ cell }) => ties.some((tie) => cell(tie) !== ''))];
}

function measuredOf(view: TableView, measures: typeof TIE_MEASURES): readonly Filled<Tie>[] {
  const { values, language } = view;
  const place = new Map(values.tieIds.map((id, k) => [id, k]));
  return measures.map((measure) => {
    const column = values.tie.get(measure.id);
    return {
      column: numberColumn(measure.id, measure.name[language], measure, unitOf(measure, view)),
      cell: ({ id }) => {
        const value = column?.[place.get(id) ?? -1] ?? NaN;
        return Number.isFinite(value) ? value : null;
      },
    };
  });
}
