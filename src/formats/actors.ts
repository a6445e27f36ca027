import type { Localized } from '../base/localized.ts';
import { cleanName, foldName, NAME_LIMIT } from '../model/commands/checks.ts';
import type { Actor, FieldValue, Json } from '../model/graph.ts';
import { exactValue, fieldValue, isFieldValue, type Extras } from './fields.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import type { Resource, Sector } from '../model/scheme.ts';
import type { Vocabulary } from './recognise.ts';
import { intervalOf, isOpenEnd, rowReader, type Mapping } from './mapping.ts';
import { cellText, isBlank, type Cell, type Row, type Table } from './table.ts';
import { cleanText, isoDate, parseNumber, short, type Decimal } from './text.ts';

export type Duplicates = 'merge-equal' | 'merge' | 'apart';

/** What the readers of actors and of ties share while a map is put together. */
export interface Workshop {
  readonly notes: NoteBook;
  readonly decimal: Decimal;
  readonly duplicates: Duplicates;
  readonly sectors: Vocabulary<Sector>;
  readonly resources: Vocabulary<Resource>;
}

/** Where something stands, for messages: a line of a text, a row of a sheet, an entry of a list. */
export function where(table: Table, row: Row): Localized {
  const words = { line: ['line', '行'], row: ['row', '行'], entry: ['entry', '项'] } as const;
  const [en, zh] = words[table.place];
  return { en: `${table.name}, ${en} ${row.at}`, zh: `${table.name} 第 ${row.at} ${zh}` };
}

/** The actors of a map in the making, by the keys that the file uses for them. */
export class ActorList {
  readonly #byKey = new Map<string, Actor>();
  readonly #byName = new Map<string, string | null>();
  readonly #ids = new Set<string>();
  /** True once a table of actors was read: then an unknown name in a tie deserves a warning. */
  listed = false;

  get size(): number {
    return this.#byKey.size;
  }

  all(): readonly Actor[] {
    return [...this.#byKey.values()];
  }

  byKey(key: string): Actor | undefined {
    return this.#byKey.get(key);
  }

  /** The only actor of that name, whatever its case. */
  byName(text: string): Actor | undefined {
    const key = this.#byName.get(foldName(text));
    return typeof key === 'string' ? this.#byKey.get(key) : undefined;
  }

  put(key: string, actor: Actor): void {
    if (!this.#byKey.has(key)) {
      const name = foldName(actor.name);
      this.#byName.set(name, this.#byName.has(name) ? null : key);
      this.#ids.add(actor.id);
    }
    this.#byKey.set(key, actor);
  }

  /** The key itself as id, or a short one where it is too long; never one that is taken. */
  freeId(key: string): string {
    const wanted = key.length > LIMITS.idLength ? `actor-${this.#byKey.size + 1}` : key;
    let id = wanted;
    for (let k = 2; this.#ids.has(id); k++) id = `${wanted}-${k}`;
    return id;
  }
}

/** A name within the limit; what is cut off is kept whole for the notes. */
export function cutName(text: string): { readonly name: string; readonly whole?: string } {
  const name = cleanName(cleanText(text));
  if (name.length <= NAME_LIMIT) return { name };
  const cut = name.slice(0, NAME_LIMIT - 1).replace(/[\ud800-\udbff]$/u, '');
  return { name: `${cut}…`, whole: name };
}

export function noteLongName(notes: NoteBook, name: string, place: Localized, line?: number): void {
  notes.add(
    'warning',
    'name-cut',
    {
      en: `${place.en}: the name “${short(name, 20)}” is longer than ${NAME_LIMIT} characters and was cut; the whole of it is in the notes.`,
      zh: `${place.zh}：名称“${short(name, 20)}”超过 ${NAME_LIMIT} 个字符，已截短，全文保留在备注中。`,
    },
    line,
  );
}

/**
 * The actor that a row of another table names, by its key or, where actors are listed, by its name; made when the file
 * has not listed it, or left out with a note that says what else was (`lost`).
 */
export function actorOf(
  key: string,
  row: Row,
  place: Localized,
  actors: ActorList,
  { notes, strangers }: Pick<Workshop, 'notes'> & { readonly strangers: 'make' | 'drop' },
  lost: Localized,
): { readonly id?: string; readonly known?: Actor; readonly byName?: true } {
  const known = actors.byKey(key);
  if (known) return { id: known.id, known };
  if (actors.listed) {
    const named = actors.byName(key);
    if (named) return { id: named.id, known: named, byName: true };
    const made = strangers === 'make';
    notes.add(
      'warning',
      'unknown-actor',
      {
        en: `${place.en}: “${short(key)}” is not in the list of actors; ${made ? 'it was added' : lost.en}.`,
        zh: `${place.zh}：“${short(key)}”不在主体名单中，${made ? '已补充为新主体' : lost.zh}。`,
      },
      row.at,
    );
    if (!made) return {};
  }
  const { name, whole } = cutName(key);
  if (whole !== undefined) noteLongName(notes, name, place, row.at);
  const id = actors.freeId(key);
  actors.put(key, {
    id,
    name,
    sector: 'other',
    supply: {},
    demand: {},
    ...(whole === undefined ? {} : { notes: whole }),
    fields: {},
    unknown: {},
  });
  return { id };
}

/** Reads a table of actors, yielding the share done. */
export function* readActors(
  table: Table,
  mapping: Mapping,
  extras: Extras,
  list: ActorList,
  shop: Workshop,
): Generator<number, void, void> {
  list.listed = true;
  for (const [index, row] of table.rows.entries()) {
    readRow(table, row, mapping, extras, list, shop);
    if (index % 1000 === 999) yield index / table.rows.length;
  }
}

function readRow(
  table: Table,
  row: Row,
  mapping: Mapping,
  extras: Extras,
  list: ActorList,
  shop: Workshop,
): void {
  const { cell, text } = rowReader(row, mapping);
  const place = where(table, row);
  const key = text('id') || cleanName(text('name'));
  if (key === '') {
    shop.notes.add(
      'warning',
      'row-without-name',
      {
        en: `${place.en}: there is neither an id nor a name, so the row was left out.`,
        zh: `${place.zh}：既无编号也无名称，已略去该行。`,
      },
      row.at,
    );
    return;
  }
  const { name, whole } = cutName(text('name') || key);
  if (whole !== undefined) noteLongName(shop.notes, name, place, row.at);
  const notes = [cleanText(cellText(cell('notes'))), ...(whole === undefined ? [] : [whole])]
    .filter((part) => part.trim() !== '')
    .join('\n\n');
  const actor: Actor = {
    id: list.freeId(key),
    name,
    ...optional('secondName', cutName(text('secondName')).name),
    ...optionalList('aliases', aliasesOf(cell('aliases'))),
    sector: sectorOf(text('sector'), text('sectorId'), shop),
    ...amount('size', cell, place, row, shop, 0),
    ...amount('sizeChange', cell, place, row, shop),
    ...amount('inflow', cell, place, row, shop, 0),
    ...amount('outflow', cell, place, row, shop, 0),
    supply: resources('supply', table, row, extras, shop),
    demand: resources('demand', table, row, extras, shop),
    ...dates(cell, place, row, shop),
    ...optional('notes', notes),
    ...position(cell, shop),
    ...(/^(?:true|yes|1|是)$/iu.test(text('pinned')) ? { pinned: true as const } : {}),
    fields: fieldsOf(row, extras, shop.decimal),
    unknown: unknownOf(row, extras),
  };
  const before = list.byKey(key);
  if (!before) list.put(key, actor);
  else settleDuplicate(key, before, actor, row, place, list, shop);
}

function settleDuplicate(
  key: string,
  before: Actor,
  actor: Actor,
  row: Row,
  place: Localized,
  list: ActorList,
  shop: Workshop,
): void {
  const { merged, conflicts } = merge(before, actor);
  if (shop.duplicates === 'merge' || (shop.duplicates === 'merge-equal' && conflicts.length === 0)) {
    list.put(key, merged);
    const lost = conflicts.join(', ');
    shop.notes.add(
      'warning',
      'duplicate-merged',
      conflicts.length > 0
        ? {
            en: `${place.en}: “${short(key)}” was there already; the rows were made one, and the first kept its ${lost}.`,
            zh: `${place.zh}：“${short(key)}”重复出现，已合并；${lost} 以先出现者为准。`,
          }
        : {
            en: `${place.en}: “${short(key)}” was there already and says nothing else; the rows were made one.`,
            zh: `${place.zh}：“${short(key)}”重复出现且内容不冲突，已合并。`,
          },
      row.at,
    );
    return;
  }
  list.put(actor.id, actor);
  shop.notes.add(
    'warning',
    'duplicate-renamed',
    {
      en: `${place.en}: “${short(key)}” was there already and says something else (${conflicts.join(', ') || 'nothing'}); it was kept as an actor of its own with the id “${short(actor.id)}”. Ties go to the first.`,
      zh: `${place.zh}：“${short(key)}”重复出现且内容不同（${conflicts.join('、') || '无'}），已保留为另一主体，编号“${short(actor.id)}”；关系归于先出现者。`,
    },
    row.at,
  );
}

/** The first of two records of one actor, completed by the second; and the keys on which they disagree. */
function merge(first: Actor, second: Actor): { merged: Actor; conflicts: string[] } {
  const conflicts: string[] = [];
  const both = <T>(a: Readonly<Record<string, T>>, b: Readonly<Record<string, T>>): Record<string, T> => {
    const entries = new Map(Object.entries(a));
    for (const [key, value] of Object.entries(b)) {
      if (!entries.has(key)) entries.set(key, value);
      else if (JSON.stringify(entries.get(key)) !== JSON.stringify(value)) conflicts.push(key);
    }
    return Object.fromEntries(entries);
  };
  const { id: _first, supply, demand, fields, unknown, sector, ...plain } = first;
  const { id: _second, supply: s, demand: d, fields: f, unknown: u, sector: other, ...more } = second;
  const rest = both<unknown>(plain, more) as typeof plain;
  if (sector !== other && sector !== 'other' && other !== 'other') conflicts.push('sector');
  const merged: Actor = {
    ...rest,
    id: first.id,
    sector: sector === 'other' ? other : sector,
    supply: both(supply, s),
    demand: both(demand, d),
    fields: both(fields, f),
    unknown: both(unknown, u),
  };
  return { merged, conflicts };
}

function sectorOf(word: string, id: string, shop: Workshop): string {
  if (id !== '') return shop.sectors.withId(id, word || id).id;
  return word === '' ? 'other' : shop.sectors.named(word).id;
}

function aliasesOf(cell: Cell): readonly string[] {
  if (typeof cell === 'object') return cell.map(cleanName).filter((alias) => alias !== '');
  const text = cellText(cell);
  if (text.startsWith('["'))
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return list.filter((item) => typeof item === 'string').map(cleanText);
    } catch {
      // An alias that only looks like a list is a text.
    }
  return text
    .split(/[|;；、]/u)
    .map(cleanName)
    .filter((alias) => alias !== '');
}

function optional<K extends string>(key: K, text: string): { [P in K]?: string } {
  return (text === '' ? {} : { [key]: text }) as { [P in K]?: string };
}

function optionalList<K extends string>(key: K, list: readonly string[]): { [P in K]?: readonly string[] } {
  return (list.length === 0 ? {} : { [key]: list }) as { [P in K]?: readonly string[] };
}

function amount<K extends 'size' | 'sizeChange' | 'inflow' | 'outflow'>(
  key: K,
  cell: (role: string) => Cell,
  place: Localized,
  row: Row,
  shop: Workshop,
  least = -Infinity,
): { [P in K]?: number } {
  const raw = cell(key);
  if (isBlank(raw)) return {};
  const value = typeof raw === 'number' ? raw : parseNumber(cellText(raw), shop.decimal);
  if (value !== undefined && Number.isFinite(value) && value >= least)
    return { [key]: value } as { [P in K]?: number };
  shop.notes.add(
    'warning',
    'amount-left-out',
    {
      en: `${place.en}: “${short(cellText(raw))}” is no amount for “${key}”, which was left empty.`,
      zh: `${place.zh}：“${short(cellText(raw))}”不是“${key}”的有效数值，已留空。`,
    },
    row.at,
  );
  return {};
}

/** From and to, from two columns or from an interval as Gephi writes it; open ends are absent. */
export function dates(
  cell: (role: string) => Cell,
  place: Localized,
  row: Row,
  shop: Pick<Workshop, 'notes'>,
): { from?: string; to?: string } {
  const found: { from?: string; to?: string } = {};
  const interval = intervalOf(cellText(cell('interval')));
  const parts = [
    ['from', cellText(cell('from')) || (interval?.[0] ?? '')],
    ['to', cellText(cell('to')) || (interval?.[1] ?? '')],
  ] as const;
  for (const [key, raw] of parts) {
    if (raw.trim() === '' || isOpenEnd(raw)) continue;
    const date = isoDate(raw);
    if (date !== undefined) found[key] = date;
    else
      shop.notes.add(
        'warning',
        'date-left-out',
        {
          en: `${place.en}: “${short(raw)}” is no date in the order year, month, day; it was left out.`,
          zh: `${place.zh}：“${short(raw)}”不是“年-月-日”形式的日期，已略去。`,
        },
        row.at,
      );
  }
  return found;
}

function position(cell: (role: string) => Cell, shop: Workshop): Pick<Actor, 'position'> {
  const [x, y] = ['x', 'y'].map((role) => {
    const raw = cell(role);
    return typeof raw === 'number' ? raw : parseNumber(cellText(raw), shop.decimal);
  });
  return x === undefined || y === undefined || !Number.isFinite(x) || !Number.isFinite(y)
    ? {}
    : { position: [x, y] };
}

function resources(
  side: 'supply' | 'demand',
  table: Table,
  row: Row,
  extras: Extras,
  shop: Workshop,
): Readonly<Record<string, number>> {
  const found = new Map<string, number>();
  const put = (id: string, raw: Cell): void => {
    const value = typeof raw === 'number' ? raw : parseNumber(cellText(raw), shop.decimal);
    if (value !== undefined && Number.isFinite(value) && value >= 0) found.set(id, value);
    else if (!isBlank(raw)) {
      const place = where(table, row);
      shop.notes.add(
        'warning',
        'amount-left-out',
        {
          en: `${place.en}: “${short(cellText(raw))}” is no amount of a resource; it was left out.`,
          zh: `${place.zh}：“${short(cellText(raw))}”不是资源数量，已略去。`,
        },
        row.at,
      );
    }
  };
  for (const { index, exact } of extras.exact)
    if (exact.kind === side && !isBlank(row.cells[index]))
      put(
        shop.resources.withId(exact.id, exact.name.replace(/^(?:Supply|Demand): /u, '') || exact.id).id,
        row.cells[index],
      );
  for (const column of extras.resources)
    if (column.side === side && !isBlank(row.cells[column.index]))
      put(shop.resources.named(column.resource).id, row.cells[column.index]);
  return sorted(found);
}

export function fieldsOf(row: Row, extras: Extras, decimal: Decimal): Readonly<Record<string, FieldValue>> {
  const found = new Map<string, FieldValue>();
  for (const { index, field } of extras.fields) {
    const value = fieldValue(row.cells[index], field.kind, decimal);
    if (value !== undefined) found.set(field.id, value);
  }
  for (const { index, exact } of extras.exact) {
    if (exact.kind === 'supply' || exact.kind === 'demand' || exact.kind === 'unknown') continue;
    const value = exactValue(row.cells[index], exact.kind);
    if (isFieldValue(value)) found.set(exact.id, value);
  }
  return sorted(found);
}

export function unknownOf(row: Row, extras: Extras): Readonly<Record<string, Json>> {
  const found = new Map<string, Json>();
  for (const { index, exact } of extras.exact) {
    if (exact.kind !== 'unknown') continue;
    const value = exactValue(row.cells[index], 'unknown');
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [key, item] of Object.entries(value)) found.set(key, item as Json);
  }
  return sorted(found);
}

/** A record with its keys in order, so that equal records are written as equal bytes. */
export function sorted<T>(entries: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
