import { strToU8, zipSync } from 'fflate';
import { escaped } from '../svg.ts';
import { SheetStyles } from './sheet-styles.ts';
import { sheetNames } from './sheet-names.ts';
import { tableSheet, textSheet } from './sheet.ts';
import type { DataTable } from './table.ts';
import { TABLE_TEXTS } from './table-texts.ts';

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A zip states a time; the same tables give the same bytes. */
const TIME = new Date(1980, 0, 1);

/** A workbook (ECMA-376) with a sheet for each table, and one for what is to be said of them. */
export function tablesXlsx(tables: readonly DataTable[]): Uint8Array<ArrayBuffer> {
  const styles = new SheetStyles();
  const noted = tables.filter(({ notes }) => notes.length > 0);
  const notesTitle = TABLE_TEXTS.notes[tables[0]?.language ?? 'en'];
  const titles = [...tables.map(({ title }) => title), ...(noted.length > 0 ? [notesTitle] : [])];
  const sheets = [
    ...tables.map((table) => tableSheet(table, styles)),
    ...(noted.length > 0 ? [textSheet(noteLines(noted), styles)] : []),
  ];
  const names = sheetNames(titles);
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': contentTypes(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(names),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, k) => ['worksheet', `worksheets/sheet${k + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': styles.xml(),
    ...Object.fromEntries(sheets.map((sheet, k) => [`xl/worksheets/sheet${k + 1}.xml`, sheet])),
  };
  const bytes = zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])),
    { mtime: TIME },
  );
  return bytes.slice();
}

function noteLines(
  tables: readonly DataTable[],
): readonly { readonly text: string; readonly strong: boolean }[] {
  return tables.flatMap(({ title, notes }) => [
    { text: title, strong: true },
    ...notes.map((text) => ({ text, strong: false })),
    { text: '', strong: false },
  ]);
}

function contentTypes(sheets: number): string {
  const part = (path: string, type: string): string =>
    `<Override PartName="/${path}" ContentType="${TYPES}.${type}+xml"/>`;
  return [
    PROLOGUE,
    `<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    part('xl/workbook.xml', 'sheet.main'),
    ...Array.from({ length: sheets }, (_, k) => part(`xl/worksheets/sheet${k + 1}.xml`, 'worksheet')),
    part('xl/styles.xml', 'styles'),
    '</Types>',
  ].join('');
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const each = list.map(
    ([type, target], k) => `<Relationship Id="rId${k + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`,
  );
  return `${PROLOGUE}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, k) => `<sheet name="${escaped(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"/>`,
  );
  return `${PROLOGUE}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${sheets.join('')}</sheets></workbook>`;
}
