import type { Language, Localized } from '../base/localized.ts';
import type { Detail, MatrixDetail, RowsDetail, Sentence } from '../metrics/detail.ts';
import { formatValue } from '../metrics/format.ts';
import { textTable } from './text-table.ts';

/** What fits a terminal of a detail: its rows and facts; whole partitions and curves are in the JSON. */
export function detailText(detail: Detail | null, language: Language): string {
  if (!detail) return '—\n';
  const facts = detail.facts.map((fact) => [
    fact.name[language],
    fact.says?.[language] ?? formatValue(fact.value, fact, language),
  ]);
  return `${rowsOf(detail, language)}${textTable(facts, ['left', 'right'])}`;
}

const TEST_COLUMNS: Localized<readonly string[]> = {
  en: ['observed', 'mean by chance', 'p'],
  zh: ['观测值', '随机均值', 'p'],
};

function rowsOf(detail: Detail, language: Language): string {
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
  return detail.kind === 'matrix' ? matrixText(detail, language) : '';
}

function matrixText({ rows, columns, layers }: MatrixDetail, language: Language): string {
  const [layer] = layers;
  if (!layer) return '';
  const width = columns.ids.length;
  return textTable(
    [
      [layer.name[language], ...columns.ids],
      ...rows.ids.map((id, row) => [
        id,
        ...columns.ids.map((_, column) => formatValue(layer.values[row * width + column], layer, language)),
      ]),
    ],
    ['left', ...columns.ids.map(() => 'right' as const)],
  );
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
