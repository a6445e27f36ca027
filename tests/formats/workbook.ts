import { strToU8, zipSync } from 'fflate';

/** A cell of a test's workbook; `xml` is put in as it stands. */
export type TestCell = string | number | boolean | null | { readonly xml: string };

export interface TestParts {
  readonly styles?: string;
  readonly strings?: string;
  readonly date1904?: boolean;
  readonly hidden?: string;
}

/** A small workbook with inline strings. */
export function workbook(
  sheets: readonly (readonly [name: string, rows: readonly (readonly TestCell[])[]])[],
  { styles, strings, date1904 = false, hidden = '' }: TestParts = {},
): Uint8Array {
  const list = sheets.map(
    ([name], k) =>
      `<sheet name="${escape(name)}" sheetId="${k + 1}" r:id="rId${k + 1}"${name === hidden ? ' state="hidden"' : ''}/>`,
  );
  const relations = sheets.map(
    (_, k) => `<Relationship Id="rId${k + 1}" Target="worksheets/sheet${k + 1}.xml"/>`,
  );
  const files = new Map<string, Uint8Array>([
    [
      'xl/workbook.xml',
      strToU8(
        `<workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
      ),
    ],
    ['xl/_rels/workbook.xml.rels', strToU8(`<Relationships>${relations.join('')}</Relationships>`)],
  ]);
  for (const [k, [, rows]] of sheets.entries())
    files.set(
      `xl/worksheets/sheet${k + 1}.xml`,
      strToU8(`<worksheet><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`),
    );
  if (styles !== undefined) files.set('xl/styles.xml', strToU8(styles));
  if (strings !== undefined) files.set('xl/sharedStrings.xml', strToU8(strings));
  return zipSync(Object.fromEntries(files));
}

function row(cells: readonly TestCell[], index: number): string {
  const written = cells.map((cell, column) => {
    const at = `r="${String.fromCharCode(65 + column)}${index + 1}"`;
    if (cell === null) return '';
    if (typeof cell === 'object') return cell.xml.replace('<c', `<c ${at}`);
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`;
    return `<c ${at} t="inlineStr"><is><t xml:space="preserve">${escape(cell)}</t></is></c>`;
  });
  return `<row r="${index + 1}">${written.join('')}</row>`;
}

function escape(text: string): string {
  // eslint-disable-next-line no-control-regex -- characters that XML can't carry
  const carried = text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, '');
  return carried.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
