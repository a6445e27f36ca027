import { problem, type Problem } from '../base/problem.ts';
import { failed, ok } from '../base/result.ts';
import { knownHeaders } from './columns.ts';
import type { Option, Steps } from './format.ts';
import { LIMITS } from './limits.ts';

/** Text of rows and cells (CSV and its kin, RFC 4180 and what spreadsheets make of it). */

export interface TextRow {
  /** The line on which the row starts, as an editor shows it. */
  readonly at: number;
  readonly cells: readonly string[];
}

export const DELIMITERS: readonly Option[] = [
  { value: ',', label: { en: 'Comma ,', zh: '逗号 ,' } },
  { value: ';', label: { en: 'Semicolon ;', zh: '分号 ;' } },
  { value: '\t', label: { en: 'Tab', zh: '制表符' } },
  { value: '|', label: { en: 'Bar |', zh: '竖线 |' } },
  { value: '，', label: { en: 'Chinese comma ，', zh: '中文逗号 ，' } },
  { value: ' ', label: { en: 'Space', zh: '空格' } },
];

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/**
 * The rows one by one, blank ones left out. A quoted cell may hold delimiters, line ends and doubled quotes. Returns a
 * problem when a quote is never closed.
 */
function* rowsOf(text: string, delimiter: string): Generator<TextRow, Problem | undefined, void> {
  const delimiterCode = delimiter.charCodeAt(0);
  const spaced = delimiterCode === SPACE;
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = line;
    const cells: string[] = [];
    let blank = true;
    for (;;) {
      let from = at;
      while (text.charCodeAt(from) === SPACE) from++;
      if (spaced) at = from;
      let cell = '';
      const quoted = text.charCodeAt(from) === QUOTE;
      if (quoted) {
        const end = closingQuote(text, from + 1);
        if (end < 0) return openQuote(line);
        cell = text.slice(from + 1, end).replaceAll('""', '"');
        line += lineEnds(text, from + 1, end);
        at = end + 1;
      }
      const rest = at;
      let code = text.charCodeAt(at);
      while (at < text.length && code !== delimiterCode && code !== LF && code !== CR)
        code = text.charCodeAt(++at);
      cell += quoted ? text.slice(rest, at).trimEnd() : text.slice(rest, at);
      if (blank && cell.trim() !== '') blank = false;
      cells.push(cell);
      if (at < text.length && code === delimiterCode) {
        at++;
        if (!spaced || !/^ *(?:[\r\n]|$)/u.test(text.slice(at, at + 200))) continue;
        while (text.charCodeAt(at) === SPACE) at++;
        code = text.charCodeAt(at);
      }
      if (code === CR && text.charCodeAt(at + 1) === LF) at++;
      at++;
      line++;
      break;
    }
    if (!blank) yield { at: start, cells };
  }
  return undefined;
}

function closingQuote(text: string, from: number): number {
  let end = text.indexOf('"', from);
  while (end >= 0 && text.charCodeAt(end + 1) === QUOTE) end = text.indexOf('"', end + 2);
  return end;
}

function lineEnds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === LF || (code === CR && text.charCodeAt(at + 1) !== LF)) count++;
  }
  return count;
}

function openQuote(line: number): Problem {
  return problem(
    'quote-open',
    {
      en: `A quotation mark opened on line ${line} is never closed, so the rest can't be told apart. Close it (or double it where it belongs to the text) and open the file again. Is the file complete?`,
      zh: `第 ${line} 行的引号没有闭合，其后内容无法区分。请补上引号（若引号属于文字，请写成两个），并确认文件完整后重新打开。`,
    },
    line,
  );
}

/** All rows of a text; a line `sep=;` as Excel writes it is no row. */
export function* readRows(text: string, delimiter: string): Steps<readonly TextRow[]> {
  const rows: TextRow[] = [];
  let cells = 0;
  const source = rowsOf(text, delimiter);
  for (;;) {
    const next = source.next();
    if (next.done) {
      if (next.value) return failed(next.value);
      const marked = /^sep=.?$/iu.test(rows[0]?.cells.join(delimiter).trim() ?? '') ? 1 : 0;
      return ok(marked > 0 ? rows.slice(marked) : rows);
    }
    rows.push(next.value);
    cells += next.value.cells.length;
    if (cells > LIMITS.cells || next.value.cells.length > LIMITS.columns)
      return failed(
        problem(
          'too-many-cells',
          {
            en: `The table is too large at line ${next.value.at}: at most ${LIMITS.cells} cells and ${LIMITS.columns} columns are read. Split the file.`,
            zh: `表格在第 ${next.value.at} 行超出上限：最多读取 ${LIMITS.cells} 个单元格、${LIMITS.columns} 列。请拆分文件。`,
          },
          next.value.at,
        ),
      );
    if (rows.length % 2000 === 0) yield Math.min(0.99, rows.length / 500_000);
  }
}

const SAMPLE_ROWS = 40;

/**
 * The delimiter under which the first rows have equally many cells and known headers. A space counts only with known
 * headers or between numbers, since names have spaces.
 */
export function detectDelimiter(text: string): string {
  const excel = /^sep=(.)[\r\n]/iu.exec(text)?.[1];
  if (excel !== undefined) return excel;
  const sample = text.slice(0, 200_000);
  let best = ',';
  let bestScore = 0;
  for (const { value: delimiter } of DELIMITERS) {
    const rows: TextRow[] = [];
    for (const row of rowsOf(sample, delimiter)) {
      rows.push(row);
      if (rows.length === SAMPLE_ROWS) break;
    }
    const first = rows[0];
    if (!first) continue;
    const widths = new Map<number, number>();
    for (const row of rows) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1);
    const [width, count] = [...widths].reduce((most, next) => (next[1] > most[1] ? next : most));
    if (width < 2) continue;
    const known = knownHeaders(first.cells);
    const digits = rows.every((row) => row.cells.every((cell) => /^\d+(\.\d+)?$/u.test(cell)));
    if (delimiter === ' ' && known < 2 && !digits) continue;
    const score = count / rows.length + Math.min(known, 5) + Math.min(width, 9) / 100;
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return best;
}
