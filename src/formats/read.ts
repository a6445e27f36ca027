import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import { build } from './build.ts';
import { decode, ENCODINGS } from './decode.ts';
import { DELIMITERS, detectDelimiter, readRows } from './delimited.ts';
import { containerOf, textKind, unsupportedFormat } from './detect.ts';
import { FIGURE_WITH_MAP, readFigure } from './figure-read.ts';
import type { Choice, Choices, Fact, Reading, SourceFile, Steps } from './format.ts';
import { readGraphml } from './graphml-read.ts';
import { tableOf } from './header.ts';
import { networkOfJson } from './json-dialects.ts';
import { parseJson } from './json-text.ts';
import { LIMITS } from './limits.ts';
import { NoteBook } from './note-book.ts';
import { isRecord } from './own-values.ts';
import { readWithRounds } from './own-rounds.ts';
import { within } from './steps.ts';
import type { Row, Table } from './table.ts';
import { titleOf, unguarded } from './text.ts';
import { readWorkbook } from './xlsx.ts';

/**
 * Files to a map that the user reviews. Several files at once are tables of one map (a list of actors and a list of
 * ties). What a file is, is told by its content first and its name second. Yields the share done in [0, 1]; never
 * throws on any bytes.
 */
export function* readFiles(files: readonly SourceFile[], choices: Choices): Steps<Reading> {
  const [first] = files;
  if (!first) return failed(empty(''));
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const container = containerOf(first.bytes);
  // A figure for a poster is large by its pixels, not by its map.
  const limit = looksOwn(first.bytes) || container === 'png' ? LIMITS.ownBytes : LIMITS.bytes;
  if (size > limit) return failed(tooLarge(size, limit));
  if (files.length === 1 && container === 'zip') return yield* readXlsx(first, choices);
  if (files.length === 1 && container === 'png') return yield* readMapOfFigure(first.bytes, first.name, []);

  const texts: Text[] = [];
  for (const [index, file] of files.entries()) {
    const text = decoded(file, index, choices);
    if (!text.ok) return text;
    texts.push(text.value);
  }
  return yield* readTexts(texts, choices);
}

/** Pasted text: cells of a spreadsheet, CSV, JSON or GraphML. */
export function* readText(text: string, choices: Choices = {}): Steps<Reading> {
  if (text.length > LIMITS.bytes) return failed(tooLarge(text.length, LIMITS.bytes));
  return yield* readTexts(
    [{ name: '', text: text.replace(/^\ufeff/u, ''), facts: [], offered: [] }],
    choices,
  );
}

const ENCODING: Localized = { en: 'Encoding', zh: '编码' };
const DELIMITER: Localized = { en: 'Delimiter', zh: '分隔符' };

interface Text {
  readonly name: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly offered: readonly Choice[];
}

function decoded({ name, bytes }: SourceFile, index: number, choices: Choices): Result<Text> {
  const container = containerOf(bytes);
  if (container === 'empty') return failed(empty(name));
  if (container === 'old-excel') return failed(oldExcel(name));
  if (container === 'zip' || container === 'png') return failed(together(name));
  if (container === 'binary') return failed(binary(name));
  const id = `encoding.${index}`;
  const result = decode(bytes, choices[id]);
  if (!result.ok) return failed({ ...result.problem, message: about(name, result.problem.message) });
  const { text, encoding } = result.value;
  // Pasted text is a file without a name; nobody asks for its encoding.
  if (name === '') return ok({ name, text, facts: [], offered: [] });
  const label = { en: `Encoding of ${name}`, zh: `${name} 的编码` };
  const value = ENCODINGS.find((option) => option.value === encoding)?.label ?? {
    en: encoding,
    zh: encoding,
  };
  return ok({
    name,
    text,
    facts: [{ id, label, value }],
    offered: [{ id, of: name, label: ENCODING, value: encoding, options: ENCODINGS }],
  });
}

function* readTexts(texts: readonly Text[], choices: Choices): Steps<Reading> {
  const [first] = texts;
  if (!first) return failed(empty(''));
  for (const { text, name } of texts) {
    const kind = textKind(text, name);
    if (kind.kind === 'empty') return failed(empty(name));
    if (kind.kind === 'unsupported') return failed(unsupportedFormat(kind.dialect));
    if (kind.kind !== 'delimited' && texts.length > 1) return failed(together(name));
  }
  const title = titleOf(first.name);
  const { kind } = textKind(first.text, first.name);
  if (kind === 'graphml') return yield* readGraphml(first.text, title, choices, first.facts, first.offered);
  if (kind === 'json') return yield* readJson(first, title, choices);
  if (kind === 'figure') return yield* readMapOfFigure(first.text, first.name, first.facts);
  return yield* readTables(texts, choices);
}

function* readJson({ text, facts, offered }: Text, title: string, choices: Choices): Steps<Reading> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  yield 0.3;
  const notes = new NoteBook();
  const { value } = parsed;
  if (isRecord(value) && value['format'] === 'ecotone-backup') return failed(isBackup());
  if (isRecord(value) && value['format'] === 'ecotone') {
    const read = yield* within(readWithRounds(value, title, notes), 0.3, 1);
    if (!read.ok) return read;
    return ok(ownReading(read.value, facts, notes));
  }
  const network = networkOfJson(value, notes);
  if (!network.ok) return network;
  return yield* within(build({ title, facts, offered, ...network.value }, choices, notes), 0.3, 1);
}

function* readMapOfFigure(figure: Uint8Array | string, name: string, facts: readonly Fact[]): Steps<Reading> {
  const notes = new NoteBook();
  const read = yield* readFigure(figure, titleOf(name), notes);
  if (!read.ok) return failed({ ...read.problem, message: about(name, read.problem.message) });
  return ok(ownReading(read.value, facts, notes, FIGURE_WITH_MAP));
}

const OWN_FORMAT: Localized = { en: 'Ecotone map', zh: 'Ecotone 地图' };

function ownReading(
  draft: Draft,
  facts: readonly Fact[],
  notes: NoteBook,
  format: Localized = OWN_FORMAT,
): Reading {
  const report = {
    format,
    facts,
    actors: draft.actors.length,
    ties: draft.ties.length,
    notes: notes.list(),
    choices: [],
  };
  return { draft, report };
}

function* readTables(texts: readonly Text[], choices: Choices): Steps<Reading> {
  const notes = new NoteBook();
  const tables: Table[] = [];
  const facts: Fact[] = [];
  const offered: Choice[] = [];
  for (const [index, { name, text, facts: known, offered: before }] of texts.entries()) {
    const id = `delimiter.${index}`;
    const detected = detectDelimiter(text);
    const delimiter = DELIMITERS.find((option) => option.value === choices[id])?.value ?? detected;
    const rows = yield* within(
      readRows(text, delimiter),
      (index / texts.length) * 0.5,
      ((index + 1) / texts.length) * 0.5,
    );
    if (!rows.ok) return failed({ ...rows.problem, message: about(name, rows.problem.message) });
    const shown = name || 'text';
    const label = { en: `Delimiter of ${shown}`, zh: `${shown} 的分隔符` };
    const body = rows.value.map((row): Row => ({ at: row.at, cells: row.cells.map(unguarded) }));
    const { table, choice } = tableOf(shown, 'line', body, `header.${index}`, choices);
    tables.push(table);
    facts.push(...known, {
      id,
      label,
      value: DELIMITERS.find((option) => option.value === delimiter)?.label ?? {
        en: delimiter,
        zh: delimiter,
      },
    });
    offered.push(
      ...before,
      { id, of: shown, label: DELIMITER, value: delimiter, options: DELIMITERS },
      choice,
    );
  }
  const source = {
    format: { en: 'Table (CSV)', zh: '表格（CSV）' },
    title: commonTitle(texts.map((text) => titleOf(text.name))),
    facts,
    tables,
    otherwise: 'one-way' as const,
    offered,
  };
  return yield* within(build(source, choices, notes), 0.5, 1);
}

function* readXlsx({ name, bytes }: SourceFile, choices: Choices): Steps<Reading> {
  const notes = new NoteBook();
  const read = yield* within(readWorkbook(bytes, notes), 0, 0.5);
  if (!read.ok) return failed({ ...read.problem, message: about(name, read.problem.message) });
  const tables: Table[] = [];
  const headers: Choice[] = [];
  for (const [index, sheet] of read.value.filter(({ rows }) => rows.length > 0).entries()) {
    const { table, choice } = tableOf(sheet.name, 'row', sheet.rows, `header.${index}`, choices);
    tables.push(sheet.hidden && choices[`table.${index}`] === undefined ? { ...table, columns: [] } : table);
    headers.push(choice);
    notes.total('info', 'hidden-sheet', sheet.hidden ? 1 : 0, {
      en: `The sheet ${sheet.name} is hidden and was not read; say below what it holds to have it read.`,
      zh: `工作表 ${sheet.name} 已隐藏，未读取；如需读取请在下方指定其内容。`,
    });
  }
  if (tables.length === 0) return failed(empty(name));
  const names = read.value.map((sheet) => sheet.name);
  const source = {
    format: { en: 'Excel workbook', zh: 'Excel 工作簿' },
    title: titleOf(name),
    facts: [
      {
        id: 'sheets',
        label: { en: 'Sheets', zh: '工作表' },
        value: { en: names.join(', '), zh: names.join('、') },
      },
    ],
    tables,
    otherwise: 'one-way' as const,
    offered: headers,
  };
  return yield* within(build(source, choices, notes), 0.5, 1);
}

/** What the names of several files begin with in common: the map that they are parts of. */
function commonTitle(titles: readonly string[]): string {
  const [first = '', ...rest] = titles;
  let common = first;
  for (const title of rest) while (!title.startsWith(common)) common = common.slice(0, -1);
  const trimmed = common.replace(/[\s._-]+$/u, '');
  return rest.length === 0 || trimmed === '' ? first : trimmed;
}

function about(name: string, message: Localized): Localized {
  return name === '' ? message : { en: `${name}: ${message.en}`, zh: `${name}：${message.zh}` };
}

function empty(name: string): Problem {
  return problem(
    'empty',
    about(name, {
      en: 'There is nothing in it. Choose a file with actors or ties.',
      zh: '其中没有内容。请选择含有主体或关系的文件。',
    }),
  );
}

function binary(name: string): Problem {
  return problem(
    'binary',
    about(name, {
      en: 'This is not a file of a network. Choose a CSV, XLSX, GraphML or JSON file.',
      zh: '这不是网络数据文件。请选择 CSV、XLSX、GraphML 或 JSON 文件。',
    }),
  );
}

function oldExcel(name: string): Problem {
  return problem(
    'old-excel',
    about(name, {
      en: 'This workbook is in the old format (.xls) or has a password. Save it as .xlsx without a password.',
      zh: '该工作簿为旧格式（.xls）或设有密码。请另存为不带密码的 .xlsx。',
    }),
  );
}

function together(name: string): Problem {
  return problem(
    'not-together',
    about(name, {
      en: 'Only tables (CSV) are opened together, as a list of actors and a list of ties. Open this file by itself.',
      zh: '只有表格（CSV）可以同时打开，作为主体名单与关系名单。请单独打开该文件。',
    }),
  );
}

/** By the first bytes, as we write them. */
function looksOwn(bytes: Uint8Array): boolean {
  return /^\ufeff?\s*\{\s*"format":\s*"ecotone(?:-backup)?"/u.test(
    String.fromCharCode(...bytes.subarray(0, 60)),
  );
}

function tooLarge(size: number, most: number): Problem {
  const [is, limit] = [size, most].map((bytes) => Math.ceil(bytes / (1024 * 1024)));
  return problem('too-large', {
    en: `This is ${is} MB; at most ${limit} MB are read. Leave out columns that the map does not need, or split the file.`,
    zh: `文件大小为 ${is} MB，最多读取 ${limit} MB。请删去地图不需要的列，或拆分文件。`,
  });
}

function isBackup(): Problem {
  return problem('is-backup', {
    en: 'This is a backup of a whole library. Restore it from the start screen: its maps are added as new ones.',
    zh: '这是整个地图库的备份。请在开始界面选择恢复，其中的地图会作为新地图添加。',
  });
}
