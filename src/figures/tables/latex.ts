import { printedTable } from './printed.ts';
import type { DataTable, TableColumn } from './table.ts';
import { TABLE_TEXTS } from './table-texts.ts';

/** Longer tables run over pages. */
const MOST_ROWS = 45;
/** Longer texts are set in lines, in a column of a share of the page. */
const MOST_LETTERS = 40;

/** Tables with the rules of booktabs, to be read into a document; what its preamble needs stands in front as a comment. */
export function tablesLatex(tables: readonly DataTable[]): string {
  const parts = tables.map(latexOf);
  return `${preamble(tables, parts.join(''))}\n${parts.join('\n')}`;
}

function preamble(tables: readonly DataTable[], text: string): string {
  const lines = ['% Needs in the preamble: \\usepackage{booktabs}'];
  if (tables.some(isLong)) lines.push('% and \\usepackage{longtable}');
  if (/\p{Script=Han}/u.test(text))
    lines.push('% Chinese text: \\usepackage{xeCJK} (or the class ctexart), and XeLaTeX to typeset it');
  else if (/[^\p{ASCII}\u00a0-\u00ff–—‘’“”]/u.test(text))
    lines.push('% Signs beyond Latin-1: XeLaTeX or LuaLaTeX typesets them');
  return `${lines.join('\n')}\n`;
}

function isLong({ rows }: DataTable): boolean {
  return rows.length > MOST_ROWS;
}

function latexOf(table: DataTable): string {
  const printed = printedTable(table);
  const heads = printed.heads.map(escapedLatex);
  const rows = printed.rows.map((cells) =>
    cells.map((text, k) => (table.columns[k]?.kind === 'number' ? numeric(text) : escapedLatex(text))),
  );
  const columns = columnsOf(table.columns, printed.rows);
  const head = `    \\toprule\n    ${heads.join(' & ')} \\\\\n    \\midrule\n`;
  const body = rows.map((cells) => `    ${cells.join(' & ')} \\\\\n`).join('');
  const caption = `\\caption{${escapedLatex(table.title)}}`;
  const label = `\\label{tab:${table.id.replace(/[^\w-]+/gu, '-')}}`;
  return isLong(table)
    ? [
        `\\begin{longtable}{${columns}}\n    ${caption} ${label} \\\\\n`,
        head,
        '    \\endfirsthead\n',
        head,
        '    \\endhead\n    \\bottomrule\n    \\endfoot\n',
        body,
        `\\end{longtable}\n${notesOf(table)}`,
      ].join('')
    : [
        `\\begin{table}[htbp]\n  \\centering\n  ${caption}\n  ${label}\n  \\begin{tabular}{${columns}}\n`,
        head,
        body,
        `    \\bottomrule\n  \\end{tabular}\n${notesOf(table)}\\end{table}\n`,
      ].join('');
}

function columnsOf(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const wide = columns.map(
    ({ kind }, k) => kind === 'text' && rows.some((row) => [...(row[k] ?? '')].length > MOST_LETTERS),
  );
  const count = wide.filter(Boolean).length;
  const share = Math.floor(65 / Math.max(1, count)) / 100;
  return columns
    .map(({ kind }, k) => (kind === 'number' ? 'r' : wide[k] ? `p{${share}\\linewidth}` : 'l'))
    .join('');
}

function notesOf({ notes, language }: DataTable): string {
  if (notes.length === 0) return '';
  const text = notes.map(escapedLatex).join(language === 'zh' ? '' : ' ');
  const name = escapedLatex(TABLE_TEXTS.notes[language]);
  // Chinese letters have no slanted form.
  const head = language === 'zh' ? `${name}：` : `\\textit{${name}.} `;
  return `  \\par\\medskip\\noindent\n  \\begin{minipage}{\\linewidth}\\footnotesize\n    ${head}${text}\n  \\end{minipage}\n`;
}

/** Numbers with the sign of mathematics. */
function numeric(text: string): string {
  const negative = /^−([\d.,]+)(%?)$/u.exec(text);
  if (!negative) return escapedLatex(text);
  const [, digits = '', percent = ''] = negative;
  return `$-${digits.replaceAll(',', '{,}')}$${percent === '' ? '' : '\\%'}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  _: '\\_',
  '%': '\\%',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // What would be read as an option of the line break before it, or as its star.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
};

/** Text that LaTeX sets as it is: no command, no comment, no ligature of typewriter signs. */
export function escapedLatex(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\{}$&#_%~^<>|[\]*]/gu, (sign) => SIGNS[sign] ?? '')
    .replace(/-(?=-)|`(?=`)|'(?=')|,(?=,)|[?!](?=`)/gu, '$&{}');
}
