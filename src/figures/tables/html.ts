import { block, element, markupText, type Markup } from '../strategy/markup.ts';
import { printedTable } from './printed.ts';
import type { DataTable } from './table.ts';
import { TABLE_TEXTS } from './table-texts.ts';

/** Lines as a journal has them: above, below the headings and at the end. */
const STYLE = `body { margin: 2rem; color: #1d1d1b; background: #fff; font: 14px/1.45 Arial, Helvetica, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', sans-serif; }
table { border-collapse: collapse; border-block: 1.5px solid; font-variant-numeric: tabular-nums; }
caption { padding-bottom: .5em; text-align: start; font-weight: 600; }
thead { border-bottom: 1px solid; }
th, td { padding: .25em .7em; text-align: start; vertical-align: top; font-weight: 400; }
thead th { vertical-align: bottom; font-weight: 600; }
.number { text-align: end; white-space: nowrap; }
.notes { max-width: 70ch; margin: .7em 0 2.5em; padding: 0; color: #575752; font-size: 12px; list-style: none; }
`;

/** A page that needs nothing else: to be opened, or pasted into a document. */
export function tablesHtml(tables: readonly DataTable[], title: string): string {
  const language = tables[0]?.language === 'zh' ? 'zh-CN' : 'en';
  const page = element(
    'html',
    { lang: language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, title),
      element('style', {}, STYLE),
    ),
    element('body', {}, tables.flatMap(markupOf)),
  );
  return `<!doctype html>\n${markupText(page)}\n`;
}

function markupOf(table: DataTable): readonly Markup[] {
  const { heads, rows } = printedTable(table);
  const side = (k: number): string | undefined =>
    table.columns[k]?.kind === 'number' ? 'number' : undefined;
  const body = rows.map((cells) =>
    element(
      'tr',
      {},
      cells.map((text, k) =>
        k === 0
          ? element('th', { scope: 'row', class: side(k) }, text)
          : element('td', { class: side(k) }, text),
      ),
    ),
  );
  return [
    element(
      'table',
      {},
      element('caption', {}, table.title),
      element(
        'thead',
        {},
        element(
          'tr',
          {},
          heads.map((name, k) => element('th', { scope: 'col', class: side(k) }, name)),
        ),
      ),
      element('tbody', {}, body),
    ),
    ...(table.notes.length === 0 ? [] : [notesOf(table)]),
  ];
}

function notesOf({ notes, language }: DataTable): Markup {
  return element(
    'ul',
    { class: 'notes', 'aria-label': TABLE_TEXTS.notes[language] },
    notes.map((note) => block('note', 'li', note)),
  );
}
