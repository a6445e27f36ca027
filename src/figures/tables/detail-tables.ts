import type {
  CurveDetail,
  Detail,
  Fact,
  PartitionDetail,
  PointsDetail,
  RadarDetail,
  RowsDetail,
  TestsDetail,
} from '../../metrics/detail.ts';
import { formatValue } from '../../metrics/format.ts';
import { measureById } from '../../metrics/registry.ts';
import { nameOf, sentenceOf } from '../figure-names.ts';
import { COLON } from '../figure-texts.ts';
import { matrixEntries } from '../matrix-entries.ts';
import { conventionNotes, withNotes } from './conventions.ts';
import { layerTables } from './matrix-tables.ts';
import { numberColumn, textColumn, type DataTable, type TableCell } from './table.ts';
import type { TableView } from './table-source.ts';
import { TABLE_TEXTS } from './table-texts.ts';

type Body = Pick<DataTable, 'columns' | 'rows'>;

/** What is more than one number, as tables: several where a matrix has several layers, none where it is undefined. */
export function detailTables(view: TableView, id: string): readonly DataTable[] {
  const measure = measureById(id);
  const detail = view.values.details.get(id);
  if (!measure || !detail) return [];
  const named = { id, title: measure.name[view.language] };
  const notes = [...conventionNotes(view, [id]), ...factNotes(detail.facts, view)];
  if (detail.kind === 'matrix') return layerTables(view, detail, named, notes);
  return [withNotes({ ...named, ...bodyOf(view, detail) }, view, notes, [id])];
}

/** The single numbers that stand with a finding, as a sentence. */
function factNotes(facts: readonly Fact[], { language }: TableView): readonly string[] {
  if (facts.length === 0) return [];
  const written = facts.map((fact) => {
    const value = fact.says?.[language] ?? formatValue(fact.value, fact, language);
    return `${fact.name[language]}${COLON[language]}${value}`;
  });
  return [language === 'zh' ? `${written.join('；')}。` : `${written.join('; ')}.`];
}

function bodyOf(view: TableView, detail: Exclude<Detail, { readonly kind: 'matrix' }>): Body {
  switch (detail.kind) {
    case 'partition':
      return partitionBody(view, detail);
    case 'curve':
      return curveBody(view, detail);
    case 'tests':
      return testsBody(view, detail);
    case 'points':
      return pointsBody(view, detail);
    case 'rows':
      return rowsBody(view, detail);
    case 'radar':
      return radarBody(view, detail);
    case 'census': {
      const { language } = view;
      return {
        columns: [
          textColumn('kind', TABLE_TEXTS.kind[language]),
          numberColumn('count', TABLE_TEXTS.count[language], { style: 'count', digits: 3 }),
        ],
        rows: detail.rows.map(({ id, name, value }) => [name[language] || id, value]),
      };
    }
  }
}

function known(value: number | null | undefined): number | null {
  return value === null || value === undefined || !Number.isFinite(value) ? null : value;
}

function actorNames({ values, names }: TableView): readonly string[] {
  return values.actorIds.map((id) => nameOf(names, { of: 'actor', id }));
}

function partitionBody(view: TableView, { of, names, certainty }: PartitionDetail): Body {
  const { language } = view;
  const groupOf = (group: number): TableCell =>
    group < 0 ? '' : (names?.[group]?.[language] ?? String(group + 1));
  return {
    columns: [
      textColumn('actor', TABLE_TEXTS.actor[language]),
      textColumn('group', TABLE_TEXTS.group[language]),
      ...(certainty
        ? [numberColumn('certainty', TABLE_TEXTS.certainty[language], { style: 'share', digits: 3 })]
        : []),
    ],
    rows: actorNames(view).map((name, k) => [
      name,
      groupOf(of[k] ?? -1),
      ...(certainty ? [known(certainty[k])] : []),
    ]),
  };
}

function curveBody({ language, names }: TableView, { at, x, y, series, ...shown }: CurveDetail): Body {
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const nameOfSeries = ({ name, sector, actor }: CurveDetail['series'][number]): string => {
    if (sector !== undefined) return nameOf(names, { of: 'sector', id: sector });
    return actor === undefined ? name[language] : nameOf(names, { of: 'actor', id: actor });
  };
  return {
    columns: [
      numberColumn('x', x[language]),
      ...series.map((line) =>
        numberColumn(line.id, series.length > 1 ? nameOfSeries(line) : y[language], shown),
      ),
    ],
    rows: Array.from({ length }, (_, k) => [
      at?.[k] ?? k,
      ...series.map(({ values }) => (k < values.length ? known(values[k]) : '')),
    ]),
  };
}

function testsBody({ language }: TableView, { rows, style, digits }: TestsDetail): Body {
  const text = TABLE_TEXTS;
  const shown = { style, digits };
  return {
    columns: [
      textColumn('row', ''),
      numberColumn('observed', text.observed[language], shown),
      numberColumn('mean', text.mean[language], shown),
      numberColumn('deviation', text.deviation[language], shown),
      numberColumn('z', text.z[language], { style: 'number', digits: 3 }),
      numberColumn('p', text.p[language], { style: 'number', digits: 2 }),
    ],
    rows: rows.map(({ name, test }) => [
      name[language],
      known(test?.observed),
      known(test?.mean),
      known(test?.deviation),
      known(test?.z),
      known(test?.p),
    ]),
  };
}

function pointsBody(view: TableView, detail: PointsDetail): Body {
  const { language } = view;
  const { x, y, xs, ys, fromXs, fromYs } = detail;
  const before = (name: string): string =>
    language === 'zh' ? `${TABLE_TEXTS.before.zh}${name}` : `${name} ${TABLE_TEXTS.before.en}`;
  const columns = [
    { column: numberColumn('x', x.name[language], x), values: xs },
    { column: numberColumn('y', y.name[language], y), values: ys },
    ...(fromXs ? [{ column: numberColumn('from-x', before(x.name[language]), x), values: fromXs }] : []),
    ...(fromYs ? [{ column: numberColumn('from-y', before(y.name[language]), y), values: fromYs }] : []),
  ];
  return {
    columns: [textColumn('actor', TABLE_TEXTS.actor[language]), ...columns.map(({ column }) => column)],
    rows: actorNames(view).map((name, k) => [name, ...columns.map(({ values }) => known(values[k]))]),
  };
}

function rowsBody({ language, names }: TableView, { columns, rows }: RowsDetail): Body {
  const told = rows.some(({ tag }) => tag);
  const explained = rows.some(({ why }) => why);
  return {
    columns: [
      textColumn('finding', TABLE_TEXTS.finding[language]),
      ...(told ? [textColumn('kind', TABLE_TEXTS.kind[language])] : []),
      ...columns.map((column) => numberColumn(column.id, column.name[language], column)),
      ...(explained ? [textColumn('why', TABLE_TEXTS.why[language])] : []),
    ],
    rows: rows.map(({ says, tag, why, values }) => [
      sentenceOf(says, names, language),
      ...(told ? [tag?.name[language] ?? ''] : []),
      ...columns.map((_, k) => known(values[k])),
      ...(explained ? [why ? sentenceOf(why, names, language) : ''] : []),
    ]),
  };
}

function radarBody({ language, names }: TableView, { axes, series, style, digits }: RadarDetail): Body {
  return {
    columns: [
      textColumn('sector', TABLE_TEXTS.sector[language]),
      ...matrixEntries(axes, names, language).map(({ name }, k) =>
        numberColumn(`axis-${k}`, name, { style, digits }),
      ),
    ],
    rows: series.map(({ sector, values }) => [
      nameOf(names, { of: 'sector', id: sector }),
      ...Array.from(values, known),
    ]),
  };
}
