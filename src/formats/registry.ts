import type { Format } from './format.ts';
import { writeCsv } from './csv-write.ts';
import { writeGraphml } from './graphml-write.ts';
import { writeOwn } from './own-write.ts';

/** The formats that are read, written, or both, in the order in which they are offered. */
export const FORMATS: readonly Format[] = [
  {
    id: 'ecotone',
    name: { en: 'Ecotone map (everything)', zh: 'Ecotone 地图（完整）' },
    extensions: ['json'],
    mime: 'application/json',
    reads: true,
    write: writeOwn,
  },
  {
    id: 'csv',
    name: { en: 'Two tables (CSV): actors and ties', zh: '两个表格（CSV）：主体与关系' },
    extensions: ['csv', 'tsv', 'txt'],
    mime: 'text/csv',
    reads: true,
    write: writeCsv,
  },
  {
    id: 'xlsx',
    name: { en: 'Excel workbook', zh: 'Excel 工作簿' },
    extensions: ['xlsx'],
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    reads: true,
  },
  {
    id: 'graphml',
    name: { en: 'GraphML (Gephi, yEd, igraph)', zh: 'GraphML（Gephi、yEd、igraph）' },
    extensions: ['graphml', 'xml'],
    mime: 'application/graphml+xml',
    reads: true,
    write: writeGraphml,
  },
];
