import type { Localized } from '../base/localized.ts';
import type { Actor } from '../model/graph.ts';
import { actorOf, sorted, where, type ActorList, type Workshop } from './actors.ts';
import { rowReader, type Mapping } from './mapping.ts';
import { cellText, isBlank, type Cell, type Row, type Table } from './table.ts';
import { parseNumber, short } from './text.ts';

const SIDES = ['supply', 'demand'] as const;
type Side = (typeof SIDES)[number];

/** What tables of resources, one a row, add to the actors of a map in the making. */
export class AmountList {
  readonly #byActor = new Map<string, Record<Side, Map<string, number>>>();
  /** Rows whose amount was added to that of an earlier one. */
  summed = 0;
  strangers = 0;

  add(actor: string, side: Side, resource: string, amount: number): void {
    let stated = this.#byActor.get(actor);
    if (!stated) this.#byActor.set(actor, (stated = { supply: new Map(), demand: new Map() }));
    const before = stated[side].get(resource);
    if (before !== undefined) this.summed++;
    stated[side].set(resource, (before ?? 0) + amount);
  }

  /** The actors with their amounts; what their own list states stays. */
  applied(actors: readonly Actor[]): readonly Actor[] {
    if (this.#byActor.size === 0) return actors;
    return actors.map((actor) => {
      const stated = this.#byActor.get(actor.id);
      if (!stated) return actor;
      const together = (side: Side): Readonly<Record<string, number>> =>
        sorted(new Map([...stated[side], ...Object.entries(actor[side])]));
      return { ...actor, supply: together('supply'), demand: together('demand') };
    });
  }
}

/** Reads a table of actor, resource, supply and demand, yielding the share done. */
export function* readAmounts(
  table: Table,
  mapping: Mapping,
  actors: ActorList,
  list: AmountList,
  shop: Workshop & { readonly strangers: 'make' | 'drop' },
): Generator<number, void, void> {
  noteOtherColumns(table, mapping, shop);
  for (const [index, row] of table.rows.entries()) {
    readRow(table, row, mapping, actors, list, shop);
    if (index % 1000 === 999) yield index / table.rows.length;
  }
}

function readRow(
  table: Table,
  row: Row,
  mapping: Mapping,
  actors: ActorList,
  list: AmountList,
  shop: Workshop & { readonly strangers: 'make' | 'drop' },
): void {
  const { cell, text } = rowReader(row, mapping);
  const place = where(table, row);
  const [key, word] = [text('actor'), text('resource')];
  if (key === '' || word === '') {
    if (row.cells.every(isBlank)) return;
    shop.notes.add(
      'warning',
      'amount-without-name',
      {
        en: `${place.en}: the ${key === '' ? 'actor' : 'resource'} is not named, so the row was left out.`,
        zh: `${place.zh}：未写明${key === '' ? '主体' : '资源'}，已略去该行。`,
      },
      row.at,
    );
    return;
  }
  const actor = actorOf(key, row, place, actors, shop, {
    en: 'its amount was left out',
    zh: '已略去其资源数量',
  });
  if (!actor.known) list.strangers++;
  if (!actor.id) return;
  for (const side of SIDES) {
    const raw = cell(side);
    if (isBlank(raw)) continue;
    const amount = typeof raw === 'number' ? raw : parseNumber(cellText(raw), shop.decimal);
    if (amount === undefined || !Number.isFinite(amount) || amount < 0) {
      noteNoAmount(raw, place, row, shop);
      continue;
    }
    const { id } = shop.resources.named(word);
    const own = actor.known?.[side] ?? {};
    if (!Object.hasOwn(own, id)) list.add(actor.id, side, id, amount);
    else if (own[id] !== amount) noteConflict(word, raw, own[id] ?? 0, place, row, shop);
  }
}

function noteNoAmount(raw: Cell, place: Localized, row: Row, { notes }: Workshop): void {
  const shown = short(cellText(raw));
  notes.add(
    'warning',
    'amount-left-out',
    {
      en: `${place.en}: “${shown}” is no amount of a resource; it was left out.`,
      zh: `${place.zh}：“${shown}”不是资源数量，已略去。`,
    },
    row.at,
  );
}

function noteConflict(
  word: string,
  raw: Cell,
  own: number,
  place: Localized,
  row: Row,
  { notes }: Workshop,
): void {
  const [resource, shown] = [short(word), short(cellText(raw))];
  notes.add(
    'warning',
    'amount-conflict',
    {
      en: `${place.en}: the list of actors states ${own} of “${resource}”, this row ${shown}; that of the list was kept.`,
      zh: `${place.zh}：主体名单中“${resource}”为 ${own}，此行为 ${shown}；以名单为准。`,
    },
    row.at,
  );
}

function noteOtherColumns(table: Table, mapping: Mapping, { notes }: Workshop): void {
  const read = new Set(mapping.values());
  const others = table.columns.filter(
    (_, at) => !read.has(at) && table.rows.some((row) => !isBlank(row.cells[at])),
  );
  const names = others.slice(0, 12).map(({ name }) => short(name));
  notes.total('info', 'amount-columns', others.length, {
    en: `Of ${table.name} these columns were not read: ${names.join(', ')}${others.length > 12 ? ' …' : ''}.`,
    zh: `${table.name} 中以下各列未读取：${names.join('、')}${others.length > 12 ? ' …' : ''}。`,
  });
}
