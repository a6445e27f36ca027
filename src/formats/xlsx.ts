import { unzipSync } from 'fflate';
import { TextDecoder } from '../base/platform.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Steps } from './format.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { within } from './steps.ts';
import type { Cell, Row } from './table.ts';
import { readXml, type XmlHandler } from './xml.ts';

/** Reads the cells of a workbook (Office Open XML, ECMA-376): values as they are stored, dates as ISO 8601. */

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly Row[];
}

type Entries = ReadonlyMap<string, Uint8Array>;

export function* readWorkbook(bytes: Uint8Array, notes: NoteBook): Steps<readonly Sheet[]> {
  const unpacked = unpack(bytes);
  if (!unpacked.ok) return unpacked;
  const entries = unpacked.value;
  const workbook = new Collector(['sheet', 'workbookPr']);
  const relations = new Collector(['Relationship']);
  for (const [path, handler] of [
    ['xl/workbook.xml', workbook],
    ['xl/_rels/workbook.xml.rels', relations],
  ] as const) {
    const text = textOf(entries, path);
    if (text === undefined) return failed(replacedBytes(bytes) ? damaged(bytes) : noWorkbook());
    const read = yield* within(readXml(text, handler), 0, 0);
    if (!read.ok) return read;
  }
  const strings = new SharedStrings();
  const sharedText = textOf(entries, 'xl/sharedStrings.xml');
  if (sharedText !== undefined) {
    const read = yield* within(readXml(sharedText, strings), 0, 0.3);
    if (!read.ok) return read;
  }
  const styles = new Styles();
  const styleText = textOf(entries, 'xl/styles.xml');
  if (styleText !== undefined) {
    const read = yield* within(readXml(styleText, styles), 0.3, 0.3);
    if (!read.ok) return read;
  }
  const since1904 = /^(?:1|true)$/u.test(
    workbook.found.find(({ name }) => name === 'workbookPr')?.attributes.get('date1904') ?? '',
  );
  const targets = new Map(
    relations.found.map(({ attributes }) => [attributes.get('Id') ?? '', attributes.get('Target') ?? '']),
  );
  const sheets: Sheet[] = [];
  let cells = 0;
  for (const [done, { name, attributes }] of workbook.found.entries()) {
    if (name !== 'sheet') continue;
    const target = targets.get(attributes.get('id') ?? '') ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//u, '')}`;
    const text = textOf(entries, path);
    // A sheet of charts has no cells.
    if (text === undefined || !path.includes('worksheets')) continue;
    const title = attributes.get('name') ?? `sheet ${sheets.length + 1}`;
    const reader = new SheetReader(strings.texts, styles, since1904, cells);
    const from = 0.3 + (0.7 * done) / workbook.found.length;
    const read = yield* within(readXml(text, reader), from, from + 0.7 / workbook.found.length);
    if (reader.tooLarge !== undefined) return failed(tooLarge(title, reader.tooLarge));
    if (!read.ok) return read;
    cells = reader.cells;
    tell(notes, title, reader);
    sheets.push({
      name: title,
      hidden: (attributes.get('state') ?? 'visible') !== 'visible',
      rows: reader.rows,
    });
  }
  return sheets.length === 0 ? failed(noWorkbook()) : ok(sheets);
}

function tell(notes: NoteBook, sheet: string, { errors, uncomputed, merged }: SheetReader): void {
  notes.total('warning', 'cell-errors', errors, {
    en: `${sheet}: ${errors} cells show an error such as #N/A; they were read as empty.`,
    zh: `${sheet}：${errors} 个单元格显示错误（如 #N/A），按空白读取。`,
  });
  notes.total('warning', 'formulas-without-value', uncomputed, {
    en: `${sheet}: ${uncomputed} formulas have no stored value; they were read as empty. Open and save the workbook in a spreadsheet program to have them computed.`,
    zh: `${sheet}：${uncomputed} 个公式没有保存结果，按空白读取。请在电子表格软件中打开并保存后重试。`,
  });
  notes.total('warning', 'merged-cells', merged, {
    en: `${sheet}: ${merged} groups of cells are merged; their value stands in the first cell only.`,
    zh: `${sheet}：有 ${merged} 处合并单元格，其值只在首格中。`,
  });
}

/** The parts that are read, unpacked within the limits. Sizes are those that the archive declares and can't exceed. */
function unpack(bytes: Uint8Array): Result<Entries> {
  let entries = 0;
  let total = 0;
  let bomb = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > LIMITS.zipEntries) bomb = true;
        const wanted =
          /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/u;
        if (bomb || !wanted.test(name)) return false;
        total += originalSize;
        if (total > LIMITS.zipBytes || (originalSize > 1 << 20 && originalSize > size * LIMITS.zipRatio))
          bomb = true;
        return !bomb;
      },
    });
    if (bomb)
      return failed(
        problem('zip-bomb', {
          en: `Unpacked, this file would be far larger than a spreadsheet of ${LIMITS.actors} actors. It was not read. Copy the cells you need into a new workbook.`,
          zh: '解压后的内容远超正常表格的大小，未予读取。请将需要的单元格复制到新工作簿。',
        }),
      );
    return ok(new Map(Object.entries(files)));
  } catch {
    return failed(damaged(bytes));
  }
}

/** True when a program that took the archive for text put U+FFFD (EF BF BD) where it understood no character. */
function replacedBytes(bytes: Uint8Array): boolean {
  let found = 0;
  for (let at = 0; at + 2 < Math.min(bytes.length, 20_000); at++)
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) found++;
  return found > 10;
}

function damaged(bytes: Uint8Array): Problem {
  return replacedBytes(bytes)
    ? problem('zip-damaged', {
        en: 'This workbook is damaged: on its way some program took it for text and replaced its bytes (EF BF BD). They can’t be brought back. Download or copy the original again.',
        zh: '该工作簿已损坏：传输中被某程序当作文本处理，字节被替换（EF BF BD），无法恢复。请重新下载或复制原文件。',
      })
    : problem('zip-damaged', {
        en: 'This workbook is damaged or not complete. Get the original again, or open it in a spreadsheet program and save it anew.',
        zh: '该工作簿已损坏或不完整。请重新获取原文件，或在电子表格软件中打开后另存。',
      });
}

function noWorkbook(): Problem {
  return problem('unsupported-format', {
    en: 'This archive is no Excel workbook (.xlsx) with sheets of cells. Save it as .xlsx or CSV in the program that made it.',
    zh: '该压缩文件不是含单元格的 Excel 工作簿（.xlsx）。请用原程序另存为 .xlsx 或 CSV。',
  });
}

function tooLarge(sheet: string, row: number): Problem {
  return problem(
    'too-many-cells',
    {
      en: `The sheet ${sheet} is too large at row ${row}: at most ${LIMITS.cells} cells are read. Split it.`,
      zh: `工作表 ${sheet} 在第 ${row} 行超出上限：最多读取 ${LIMITS.cells} 个单元格。请拆分。`,
    },
    row,
  );
}

function textOf(entries: Entries, path: string): string | undefined {
  const bytes = entries.get(path);
  return bytes && new TextDecoder('utf-8').decode(bytes);
}

/** The elements of some names, with their attributes. */
class Collector implements XmlHandler {
  readonly found: { readonly name: string; readonly attributes: ReadonlyMap<string, string> }[] = [];
  constructor(private readonly names: readonly string[]) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (this.names.includes(name)) this.found.push({ name, attributes });
  }
  close(): void {}
  text(): void {}
}

/** Texts in runs, without the phonetic guides that East Asian versions add. */
class TextRuns {
  #text = '';
  #phonetic = false;
  #reading = false;

  open(name: string): void {
    if (name === 'rPh') this.#phonetic = true;
    this.#reading = name === 't' && !this.#phonetic;
  }
  close(name: string): void {
    if (name === 'rPh') this.#phonetic = false;
    if (name === 't') this.#reading = false;
  }
  add(text: string): void {
    if (this.#reading) this.#text += text;
  }
  take(): string {
    // _x000D_ is how the format writes characters that XML can't.
    const text = this.#text.replace(/_x([0-9A-Fa-f]{4})_/gu, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
    this.#text = '';
    return text;
  }
}

class SharedStrings implements XmlHandler {
  readonly texts: string[] = [];
  readonly #runs = new TextRuns();

  open(name: string): void {
    this.#runs.open(name);
  }
  close(name: string): void {
    this.#runs.close(name);
    if (name === 'si') this.texts.push(this.#runs.take());
  }
  text(text: string): void {
    this.#runs.add(text);
  }
}

/** Which styles show a number as a date, or with leading zeros. */
class Styles implements XmlHandler {
  readonly #formats = new Map<number, string>();
  readonly #ofStyle: number[] = [];
  #inStyles = false;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'numFmt')
      this.#formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
    if (name === 'cellXfs') this.#inStyles = true;
    if (name === 'xf' && this.#inStyles) this.#ofStyle.push(Number(attributes.get('numFmtId') ?? 0));
  }
  close(name: string): void {
    if (name === 'cellXfs') this.#inStyles = false;
  }
  text(): void {}

  isDate(style: number): boolean {
    const id = this.#ofStyle[style] ?? 0;
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
    const code = (this.#formats.get(id) ?? '').replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '');
    return /[yd年日]/iu.test(code) && !/general/iu.test(code);
  }

  /** The digits that a format such as 000 shows at least. */
  zeros(style: number): number {
    const code = this.#formats.get(this.#ofStyle[style] ?? 0) ?? '';
    return /^0{2,}$/u.test(code) ? code.length : 0;
  }
}

class SheetReader implements XmlHandler {
  readonly rows: Row[] = [];
  errors = 0;
  uncomputed = 0;
  merged = 0;
  /** The row at which the limit of cells was passed. */
  tooLarge: number | undefined;
  readonly #runs = new TextRuns();
  #cells: Cell[] = [];
  #row = 0;
  #column = -1;
  #type = 'n';
  #style = 0;
  #value = '';
  #hasFormula = false;
  #inValue = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly styles: Styles,
    private readonly since1904: boolean,
    public cells: number,
  ) {}

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    this.#runs.open(name);
    if (name === 'row') {
      const row = Number(attributes.get('r'));
      this.#row = Number.isInteger(row) && row > this.#row ? row : this.#row + 1;
      this.#column = -1;
      this.#cells = [];
    } else if (name === 'c') {
      const column = columnOf(attributes.get('r') ?? '') ?? this.#column + 1;
      if (column >= LIMITS.columns) this.tooLarge ??= this.#row;
      this.#column = Math.min(column, LIMITS.columns - 1);
      this.#type = attributes.get('t') ?? 'n';
      this.#style = Number(attributes.get('s') ?? 0);
      this.#value = '';
      this.#hasFormula = false;
    } else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#hasFormula = true;
    else if (name === 'mergeCell') this.merged++;
  }

  close(name: string): void {
    this.#runs.close(name);
    if (name === 'v') this.#inValue = false;
    else if (name === 'c') this.#closeCell();
    else if (name === 'row') this.#closeRow();
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    this.#runs.add(text);
  }

  #closeCell(): void {
    const inline = this.#runs.take();
    const value = this.#type === 'inlineStr' ? inline : this.#cellValue();
    if (value === undefined && this.#hasFormula && this.#value === '' && this.#type !== 'e')
      this.uncomputed++;
    if (value === undefined || value === '') return;
    while (this.#cells.length < this.#column) this.#cells.push(undefined);
    this.#cells[this.#column] = value;
  }

  #cellValue(): Cell {
    const raw = this.#value;
    switch (this.#type) {
      case 's':
        return this.strings[Number(raw)];
      case 'str':
        return raw;
      case 'b':
        return raw === '1' || raw === 'true';
      case 'd':
        return raw.slice(0, 10);
      case 'e':
        this.errors++;
        return undefined;
      default: {
        const number = Number(raw);
        if (raw.trim() === '' || !Number.isFinite(number)) return undefined;
        if (this.styles.isDate(this.#style)) return dateOfSerial(number, this.since1904) ?? number;
        const zeros = this.styles.zeros(this.#style);
        return zeros > 0 && Number.isInteger(number) && number >= 0
          ? String(number).padStart(zeros, '0')
          : number;
      }
    }
  }

  #closeRow(): void {
    this.cells += this.#cells.length;
    if (this.cells > LIMITS.cells) this.tooLarge ??= this.#row;
    if (this.tooLarge !== undefined) return;
    if (this.#cells.some((cell) => cell !== undefined && cell !== ''))
      this.rows.push({ at: this.#row, cells: this.#cells });
    this.#cells = [];
  }
}

/** `AB12` -> 27. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/**
 * A day of Excel's calendar. Its 1900 has a 29 February, so days before 1 March 1900 lie one later than they count;
 * day 60 is that day which never was.
 */
function dateOfSerial(serial: number, since1904: boolean): string | undefined {
  const day = Math.floor(serial);
  if (day < 0 || day > 2_958_465 || (!since1904 && day === 60)) return undefined;
  const epoch = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * 86_400_000).toISOString().slice(0, 10);
}
