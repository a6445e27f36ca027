import {
  annotationOf,
  ACTOR_ROLES,
  AMOUNT_ROLES,
  resourceOf,
  rolesByHeader,
  TIE_ROLES,
  type Role,
} from './columns.ts';
import type { Choice, Choices } from './format.ts';
import { isNumberColumn } from './kinds.ts';
import { LIMITS } from './limits.ts';
import { isSectorWord, isTieWord } from './recognise.ts';
import { cellText, isBlank, type Cell, type Row, type Table } from './table.ts';
import { cleanText, fold, isoDate } from './text.ts';

/** Role id -> column index. */
export type Mapping = ReadonlyMap<string, number>;

/** A row's cells by the roles of their columns. */
export interface RowReader {
  readonly cell: (role: string) => Cell;
  /** Cleaned; '' where there is nothing. */
  readonly text: (role: string) => string;
}

export function rowReader(row: Row, mapping: Mapping): RowReader {
  const cell = (role: string): Cell => {
    const at = mapping.get(role);
    return at === undefined ? undefined : row.cells[at];
  };
  return { cell, text: (role) => cleanText(cellText(cell(role))).trim() };
}

const DIRECTION_WORDS: ReadonlyMap<string, 'one-way' | 'mutual'> = new Map(
  Object.entries({
    'one-way': 'directed oneway unidirectional single true yes 1 单向 有向 单向关系 单向联系 是',
    mutual:
      'undirected mutual bidirectional twoway both reciprocal symmetric false no 0 双向 无向 互惠 相互 双向关系 双向联系 否',
  }).flatMap(([direction, words]) =>
    words.split(' ').map((word) => [fold(word), direction as 'one-way' | 'mutual'] as const),
  ),
);

/** What a cell says of the direction of its tie; undefined when it says nothing known. */
export function directionOf(text: string): 'one-way' | 'mutual' | undefined {
  const trimmed = text.trim();
  if (['->', '→', '>'].includes(trimmed)) return 'one-way';
  if (['<->', '<>', '↔', '--', '—'].includes(trimmed)) return 'mutual';
  return DIRECTION_WORDS.get(fold(trimmed));
}

/** The ends of one time interval, as Gephi writes it: `[2016-02-03, Infinity]`. */
export function intervalOf(text: string): readonly [from: string, to: string] | undefined {
  const inside = /^[<[(]{1,2}([^<>[\]();]{1,100})[\])>;]{1,3}$/u.exec(text.trim())?.[1];
  const [from, to, ...more] = inside?.split(',') ?? [];
  return from === undefined || to === undefined || more.length > 0 ? undefined : [from.trim(), to.trim()];
}

export function isOpenEnd(text: string): boolean {
  return /^[+-]?\s*(?:inf|infinity|∞)$/iu.test(text.trim());
}

/** Times that are no dates (steps, several intervals at once) stay in fields of their own, as they are. */
function dropNonDates(table: Table, found: Map<string, number>): void {
  const isDate = (text: string): boolean => isOpenEnd(text) || isoDate(text) !== undefined;
  const isInterval = (text: string): boolean => {
    const ends = intervalOf(text);
    return ends !== undefined && ends.every(isDate);
  };
  for (const [role, test, least] of [
    ['from', isDate, 0.5],
    ['to', isDate, 0.5],
    ['interval', isInterval, 1],
  ] as const) {
    const at = found.get(role);
    if (at !== undefined && shareOf(table, at, test) < least) found.delete(role);
  }
}

export function actorMapping(
  table: Table,
  index: number,
  choices: Choices,
): { mapping: Mapping; choices: Choice[] } {
  const found = rolesByHeader(ACTOR_ROLES, table.columns);
  if (!table.holds) dropRepeatedCodes(table, found);
  if (!table.holds && !found.has('id') && !found.has('name')) {
    const free = table.columns.map((_, at) => at).filter((at) => !taken(found, at) && !isExact(table, at));
    const name = free.find((at) => !isNumberColumn(table.rows, at)) ?? free[0];
    if (name !== undefined) found.set('name', name);
  }
  if (!isVocabulary(table, found.get('sector')) && !isMeant(table, found.get('sector'), 'sector', choices))
    found.delete('sector');
  if (!found.has('sector')) {
    // Columns of another name are a sector when their values are known ones.
    const sector = table.columns.findIndex(
      (_, at) => !taken(found, at) && isVocabulary(table, at) && shareOf(table, at, isSectorWord) >= 0.5,
    );
    if (sector >= 0) found.set('sector', sector);
  }
  dropDrawing(table, found);
  dropNonDates(table, found);
  return chosen(table, index, ACTOR_ROLES, found, choices);
}

export function amountMapping(
  table: Table,
  index: number,
  choices: Choices,
): { mapping: Mapping; choices: Choice[] } {
  return chosen(table, index, AMOUNT_ROLES, rolesByHeader(AMOUNT_ROLES, table.columns), choices);
}

export function tieMapping(
  table: Table,
  index: number,
  choices: Choices,
): { mapping: Mapping; choices: Choice[] } {
  const found = rolesByHeader(TIE_ROLES, table.columns);
  giveTypeToDirection(table, found);
  if (!found.has('source') || !found.has('target')) {
    const free = table.columns.map((_, at) => at).filter((at) => !taken(found, at) && !isExact(table, at));
    const words = free.filter((at) => !isNumberColumn(table.rows, at));
    const ends = words.length >= 2 ? words : free;
    for (const role of ['source', 'target'] as const)
      if (!found.has(role)) {
        const next = ends.find((at) => !taken(found, at));
        if (next !== undefined) found.set(role, next);
      }
    const numbers = free.filter((at) => !taken(found, at) && isNumberColumn(table.rows, at));
    if (!found.has('weight') && numbers[0] !== undefined) found.set('weight', numbers[0]);
    const rest = words.filter((at) => !taken(found, at));
    if (!found.has('type') && rest.length === 1 && rest[0] !== undefined) found.set('type', rest[0]);
  }
  if (!isVocabulary(table, found.get('type')) && !isMeant(table, found.get('type'), 'tietype', choices))
    found.delete('type');
  if (!found.has('type')) {
    const known = table.columns.findIndex(
      (_, at) => !taken(found, at) && isVocabulary(table, at) && shareOf(table, at, isTieWord) >= 0.5,
    );
    if (known >= 0) found.set('type', known);
  }
  dropNonDates(table, found);
  return chosen(table, index, TIE_ROLES, found, choices);
}

/** Gephi's Type says Directed or Undirected: then it is the direction, and another column may be the type. */
function giveTypeToDirection(table: Table, found: Map<string, number>): void {
  const at = table.columns.findIndex(
    ({ name }, index) =>
      ['type', '类型'].includes(fold(name)) &&
      (found.get('type') === index || !taken(found, index)) &&
      shareOf(table, index, (word) => directionOf(word) !== undefined) === 1,
  );
  if (at < 0 || found.has('direction')) return;
  found.set('direction', at);
  if (found.get('type') !== at) return;
  found.delete('type');
  const others = table.columns.map((column, index) => (taken(found, index) ? { name: '' } : column));
  const type = rolesByHeader(
    TIE_ROLES.filter((role) => role.id === 'type'),
    others,
  ).get('type');
  if (type !== undefined) found.set('type', type);
}

/** A column whose header says exactly what it holds has no other role. */
function isExact(table: Table, at: number): boolean {
  const name = table.columns[at]?.name ?? '';
  return (annotationOf(name) ?? resourceOf(name)) !== undefined;
}

function taken(found: Mapping, at: number): boolean {
  return [...found.values()].includes(at);
}

/** A column of few distinct words, as sectors and types are. */
function isVocabulary(table: Table, at: number | undefined): boolean {
  if (at === undefined || isExact(table, at)) return false;
  const words = new Set<string>();
  for (const row of table.rows) {
    const cell = row.cells[at];
    if (!isBlank(cell)) words.add(fold(cellText(cell)));
    if (words.size > LIMITS.kinds) return false;
  }
  return words.size > 0;
}

/** Where words count as written, a column of this very name is meant, however many words it has. */
function isMeant(table: Table, at: number | undefined, name: string, choices: Choices): boolean {
  return (
    choices['words'] === 'as-written' && at !== undefined && fold(table.columns[at]?.name ?? '') === name
  );
}

/** The share of distinct values that pass. */
function shareOf(table: Table, at: number, test: (word: string) => boolean): number {
  const words = new Set<string>();
  for (const row of table.rows) if (!isBlank(row.cells[at])) words.add(cellText(row.cells[at]));
  if (words.size === 0) return 0;
  let count = 0;
  for (const word of words) if (test(word)) count++;
  return count / words.size;
}

/** A code that several rows share, or some lack, tells no actors apart (a code of an industry, say). */
function dropRepeatedCodes(table: Table, found: Map<string, number>): void {
  const at = found.get('id');
  if (at === undefined || !found.has('name') || /id|编号/u.test(fold(table.columns[at]?.name ?? ''))) return;
  const codes = new Set(table.rows.map((row) => cellText(row.cells[at]).trim()));
  if (codes.has('') || codes.size < table.rows.length) found.delete('id');
}

/** Beside colours (r, g, b), a size is the size of a dot that some program drew, not that of an organisation. */
function dropDrawing(table: Table, found: Map<string, number>): void {
  const names = table.columns.map((column) => fold(column.name));
  if (['r', 'g', 'b'].every((name) => names.includes(name)) || names.includes('vizsize'))
    found.delete('size');
}

function chosen(
  table: Table,
  index: number,
  roles: readonly Role[],
  detected: Map<string, number>,
  choices: Choices,
): { mapping: Mapping; choices: Choice[] } {
  // What a format fixes (the ends of an edge in GraphML) is no question.
  const fixed: readonly string[] = table.holds ? ['id', 'source', 'target'] : [];
  const offered = roles.filter((role) => role.offered && !fixed.includes(role.id));
  const options = table.columns
    .map((column, at) => ({ value: String(at), label: { en: column.name, zh: column.name } }))
    .filter((_, at) => !isExact(table, at));
  const mapping = new Map(detected);
  const asked = new Map<number, string>();
  for (const { id } of offered) {
    const value = choices[`column.${index}.${id}`];
    if (value === undefined) continue;
    const at = Number(value);
    if (options.some((option) => option.value === value)) {
      mapping.set(id, at);
      asked.set(at, id);
    } else if (value === '') mapping.delete(id);
  }
  // A column that was asked for one role leaves the role that it was detected for.
  for (const [id, at] of mapping) {
    const owner = asked.get(at);
    if (owner !== undefined && owner !== id) mapping.delete(id);
  }
  return {
    mapping,
    choices: offered.map((role) => ({
      id: `column.${index}.${role.id}`,
      of: table.name,
      label: role.label,
      value: mapping.has(role.id) ? String(mapping.get(role.id)) : '',
      options: [{ value: '', label: { en: 'none', zh: '无' } }, ...options],
    })),
  };
}
