import { problem } from '../../base/problem.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import { tableCsv } from './csv.ts';
import { tablesHtml } from './html.ts';
import { tablesLatex } from './latex.ts';
import { tableMarkdown } from './markdown.ts';
import type { DataTable } from './table.ts';
import { tablesXlsx } from './xlsx.ts';

export const TABLE_FORMATS = ['csv', 'xlsx', 'tex', 'md', 'html'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

/** A file of tables; CSV holds one, the other formats all. */
export interface TableFile {
  /** Of what it holds: goes behind the title of the map. */
  readonly name: string;
  readonly mime: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

const MIMES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  tex: 'application/x-tex',
  md: 'text/markdown',
  html: 'text/html',
};

/** More cells than this make files that no program opens with ease. */
const MOST_CELLS = 2_000_000;

/**
 * Tables as files: one file, or of CSV one for each table. Refuses what is too large to be of use.
 * @param title of the map, for formats that state one
 */
export function writeTables(
  tables: readonly DataTable[],
  format: TableFormat,
  title: string,
): Result<readonly TableFile[]> {
  if (tables.length === 0) return failed(NOTHING);
  const cells = tables.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
  if (cells > MOST_CELLS) return failed(tooLarge(cells));
  if (format === 'csv')
    return ok(tables.map((table) => ({ name: table.title, mime: MIMES.csv, content: tableCsv(table) })));
  const [first] = tables;
  const name = tables.length === 1 && first ? first.title : '';
  return ok([{ name, mime: MIMES[format], content: contentOf(tables, format, title) }]);
}

function contentOf(
  tables: readonly DataTable[],
  format: Exclude<TableFormat, 'csv'>,
  title: string,
): TableFile['content'] {
  switch (format) {
    case 'xlsx':
      return tablesXlsx(tables);
    case 'tex':
      return tablesLatex(tables);
    case 'md':
      return tables.map(tableMarkdown).join('\n');
    case 'html':
      return tablesHtml(tables, title);
  }
}

const NOTHING = problem('no-table', {
  en: 'There is no such table of this map: what it would show is undefined here. Choose another.',
  zh: '本地图没有这样的表：其内容在此无定义。请选择其他表。',
});

function tooLarge(cells: number) {
  return problem('table-too-large', {
    en: `The table would have ${cells} cells; ${MOST_CELLS} are the most that is written. Filter the map, or choose a matrix of sectors.`,
    zh: `该表将有 ${cells} 个单元格，超过可写出的上限 ${MOST_CELLS}。请先筛选地图，或改用主体类型之间的矩阵。`,
  });
}
