import { printedTable } from './printed.ts';
import type { DataTable } from './table.ts';
import { TABLE_TEXTS } from './table-texts.ts';

/** As GitHub and most of its kin read it: pipes, with the sides of columns marked. */
export function tableMarkdown(table: DataTable): string {
  const { heads, rows } = printedTable(table);
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  const sides = table.columns.map(({ kind }) => (kind === 'number' ? '---:' : ':---'));
  const notes = table.notes.map((note) => `- ${plain(note)}\n`).join('');
  return [
    `### ${plain(table.title)}\n\n`,
    `${line(heads)}\n`,
    `| ${sides.join(' | ')} |\n`,
    ...rows.map((row) => `${line(row)}\n`),
    notes === '' ? '' : `\n${TABLE_TEXTS.notes[table.language]}\n\n${notes}`,
  ].join('');
}

/** Text that means nothing but itself: a name may hold stars, pipes, tags and links. */
function plain(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>#|~$!]/gu, '\\$&')
    .replace(/&(?=[#\w]+;)/gu, '&amp;')
    .replace(/^([-+]|\d+[.)])(?=\s)/u, (sign) => `${sign.slice(0, -1)}\\${sign.slice(-1)}`);
}
