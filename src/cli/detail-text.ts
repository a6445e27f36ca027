import type { Language, Localized } from '../base/localized.ts';
import type {
  Axis,
  Detail,
  MatrixDetail,
  MatrixLayer,
  PointsDetail,
  RadarDetail,
  RowsDetail,
  Sentence,
} from '../metrics/detail.ts';
import { columnFormat, formatValue } from '../metrics/format.ts';
import { textTable } from './text-table.ts';

/**
 * What fits a terminal of a detail: its rows and facts; whole partitions and curves are in the JSON.
 * @param ids of the actors, in the network's order
 */
export function detailText(detail: Detail | null, language: Language, ids: readonly string[]): string {
  if (!detail) return '—\n';
  const facts = detail.facts.map((fact) => [
    fact.name[language],
    fact.says?.[language] ?? formatValue(fact.value, fact, language),
  ]);
  return `${rowsOf(detail, language, ids)}${textTable(facts, ['left', 'right'])}`;
}

const TEST_COLUMNS: Localized<readonly string[]> = {
  en: ['observed', 'mean by chance', 'p'],
  zh: ['观测值', '随机均值', 'p'],
};

function rowsOf(detail: Detail, language: Language, ids: readonly string[]): string {
  if (detail.kind === 'census')
    return textTable(
      detail.rows.map(({ id, name, value }) => [id, name[language], String(value)]),
      ['left', 'left', 'right'],
    );
  if (detail.kind === 'tests')
    return textTable(
      [
        ['', ...TEST_COLUMNS[language]],
        ...detail.rows.map(({ name, test }) => [
          name[language],
          ...[test?.observed, test?.mean].map((value) => formatValue(value, detail, language)),
          formatValue(test?.p, { style: 'number', digits: 2 }, language),
        ]),
      ],
      ['left', 'right', 'right', 'right'],
    );
  if (detail.kind === 'rows') return findingsText(detail, language);
  if (detail.kind === 'points') return pointsText(detail, language, ids);
  if (detail.kind === 'radar') return radarText(detail, language);
  if (detail.kind !== 'matrix') return '';
  return detail.layers
    .slice(0, detail.beside ? 2 : 1)
    .map((layer) => matrixText(detail, layer, language))
    .join('\n');
}

const BEFORE: Localized<(name: string) => string> = {
  en: (name) => `${name} before`,
  zh: (name) => `此前的${name}`,
};

/** A line for each actor that has a place; with where it was, when two states are compared. */
function pointsText(
  { x, y, xs, ys, fromXs, fromYs }: PointsDetail,
  language: Language,
  ids: readonly string[],
): string {
  const columns = [
    { axis: x, name: x.name[language], values: xs },
    { axis: y, name: y.name[language], values: ys },
    ...(fromXs && fromYs
      ? [
          { axis: x, name: BEFORE[language](x.name[language]), values: fromXs },
          { axis: y, name: BEFORE[language](y.name[language]), values: fromYs },
        ]
      : []),
  ].map(({ axis, name, values }) => ({ name, values, format: columnFormat(values, axis, language) }));
  return textTable(
    [
      ['', ...columns.map(({ name }) => name)],
      ...ids.flatMap((id, k) =>
        Number.isNaN((xs[k] ?? NaN) + (ys[k] ?? NaN))
          ? []
          : [[id, ...columns.map(({ values, format }) => format(values[k] ?? null))]],
      ),
    ],
    ['left', ...columns.map(() => 'right' as const)],
  );
}

/** A line a sector, a column an axis. */
function radarText({ axes, series, ...style }: RadarDetail, language: Language): string {
  const heads = axisTexts(axes, language);
  return textTable(
    [
      ['', ...heads],
      ...series.map(({ sector, values }) => [
        sector,
        ...Array.from(values, (value) => formatValue(value, style, language)),
      ]),
    ],
    ['left', ...heads.map(() => 'right' as const)],
  );
}

function matrixText({ rows, columns }: MatrixDetail, layer: MatrixLayer, language: Language): string {
  const heads = axisTexts(columns, language);
  return textTable(
    [
      [layer.name[language], ...heads],
      ...axisTexts(rows, language).map((head, row) => [
        head,
        ...heads.map((_, column) => formatValue(layer.values[row * heads.length + column], layer, language)),
      ]),
    ],
    ['left', ...heads.map(() => 'right' as const)],
  );
}

/** Ids, except of what is no thing of the map. */
function axisTexts({ of, ids, names, labels }: Axis, language: Language): readonly string[] {
  if (of !== 'state') return ids;
  return ids.map((id, k) => {
    const label = labels?.[k];
    return label ? sentenceText(label, language) : (names?.[k]?.[language] ?? id);
  });
}

function findingsText({ columns, rows, none }: RowsDetail, language: Language): string {
  if (rows.length === 0) return `${none[language]}\n`;
  return textTable(
    [
      ['', '', ...columns.map(({ name }) => name[language])],
      ...rows.map(({ says, tag, values }) => [
        sentenceText(says, language),
        tag?.name[language] ?? '',
        ...columns.map((column, k) => formatValue(values[k], column, language)),
      ]),
    ],
    ['left', 'left', ...columns.map(() => 'right' as const)],
  );
}

/** With the ids of what it names, as everywhere in a terminal. */
function sentenceText(sentence: Sentence, language: Language): string {
  return sentence[language].map((phrase) => (typeof phrase === 'string' ? phrase : phrase.id)).join('');
}
