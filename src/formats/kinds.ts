import { fold, isoDate, parseNumber } from './text.ts';
import type { Choice, Choices } from './format.ts';
import { ACTOR_ROLES, AMOUNT_ROLES, TIE_ROLES, rolesByHeader } from './columns.ts';
import { cellText, isBlank, type Cell, type Row, type Table } from './table.ts';

/** What a table holds. */
export type TableKind = 'actors' | 'ties' | 'amounts' | 'matrix' | 'ignore';

const KINDS: readonly TableKind[] = ['actors', 'ties', 'amounts', 'matrix', 'ignore'];

const SAMPLE = 200;

function isNumberCell(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  if (typeof cell !== 'string') return false;
  return parseNumber(cell) !== undefined || parseNumber(cell, 'comma') !== undefined;
}

/** True when the column has values and all of them are numbers. */
export function isNumberColumn(rows: readonly Row[], index: number): boolean {
  let some = false;
  for (const row of rows.slice(0, SAMPLE)) {
    const cell = row.cells[index];
    if (isBlank(cell)) continue;
    if (!isNumberCell(cell)) return false;
    some = true;
  }
  return some;
}

export function detectKind(table: Table, among: number): TableKind {
  if (table.holds) return table.holds;
  if (table.columns.length === 0) return 'ignore';
  const tie = rolesByHeader(TIE_ROLES, table.columns);
  const actor = rolesByHeader(ACTOR_ROLES, table.columns);
  const source = tie.get('source');
  if (source !== undefined && tie.has('target') && !areDates(table, source)) return 'ties';
  const target = fold(table.columns[tie.get('target') ?? -1]?.name ?? '');
  if (actor.has('name') && /^(?:partner|合作)/u.test(target)) return 'ties';
  const amounts = rolesByHeader(AMOUNT_ROLES, table.columns);
  if (amounts.has('actor') && amounts.has('resource') && (amounts.has('supply') || amounts.has('demand')))
    return 'amounts';
  if (isMatrix(table)) return 'matrix';
  if (actor.has('id') || actor.has('name') || actor.has('sector')) return 'actors';
  const name = fold(table.name);
  if (/edge|link|tie|connection|relation|关系|联系|连接/u.test(name)) return 'ties';
  if (/node|element|actor|vert|节点|主体|机构/u.test(name)) return 'actors';
  if (among > 1) return 'ignore';
  const words = table.columns.filter((_, index) => !isNumberColumn(table.rows, index)).length;
  if (table.columns.length < 2) return 'actors';
  return words === 2 || table.columns.length <= 4 ? 'ties' : 'actors';
}

/** `from` and `to` of actors are dates, those of ties are names. */
function areDates(table: Table, index: number): boolean {
  if (fold(table.columns[index]?.name ?? '') !== 'from') return false;
  const filled = table.rows.slice(0, SAMPLE).filter((row) => !isBlank(row.cells[index]));
  return filled.length > 0 && filled.every((row) => isoDate(cellText(row.cells[index])) !== undefined);
}

/**
 * The same names down the first column as across the header, and numbers or nothing elsewhere; or, for two kinds of
 * nodes, an empty corner above such a body.
 */
function isMatrix(table: Table): boolean {
  const across = table.columns.slice(1).map((column) => fold(column.name));
  const down = table.rows.map((row) => fold(cellText(row.cells[0])));
  if (across.length < 2 || down.length < 2) return false;
  const corner = table.columns[0]?.name ?? '';
  const names = new Set(across);
  const square = across.length === down.length && down.every((name) => names.has(name));
  if (!square && corner !== 'column 1') return false;
  return table.rows.every((row) => row.cells.slice(1).every((cell) => isBlank(cell) || isNumberCell(cell)));
}

export function kindChoice(table: Table, index: number, kind: TableKind): Choice {
  return {
    id: `table.${index}`,
    of: table.name,
    label: { en: 'Holds', zh: '内容' },
    value: kind,
    options: [
      { value: 'actors', label: { en: 'Actors, one a row', zh: '主体（每行一个）' } },
      { value: 'ties', label: { en: 'Ties, one a row', zh: '关系（每行一条）' } },
      { value: 'amounts', label: { en: 'Resources of actors, one a row', zh: '主体的资源（每行一项）' } },
      { value: 'matrix', label: { en: 'A matrix of ties', zh: '关系矩阵' } },
      { value: 'ignore', label: { en: 'Nothing to read', zh: '不读取' } },
    ],
  };
}

export function chosenKind(choices: Choices, index: number, detected: TableKind): TableKind {
  const chosen = choices[`table.${index}`];
  return KINDS.find((kind) => kind === chosen) ?? detected;
}
