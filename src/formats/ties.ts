import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import type { Tie } from '../model/graph.ts';
import type { Direction } from '../model/scheme.ts';
import type { TieType } from '../model/scheme.ts';
import { actorOf, dates, fieldsOf, unknownOf, where, type ActorList, type Workshop } from './actors.ts';
import type { Extras } from './fields.ts';
import { LIMITS } from './limits.ts';
import { directionOf, rowReader, type Mapping } from './mapping.ts';
import { UNSPECIFIED, type Vocabulary } from './recognise.ts';
import { cellText, isBlank, type Cell, type Row, type Table } from './table.ts';
import { cleanText, parseNumber, short } from './text.ts';

export type WeightMeaning = 'strength' | 'distance' | 'rank' | 'ignore';

export interface TieRules extends Workshop {
  readonly types: Vocabulary<TieType>;
  /** Of ties of which the file says no direction. */
  readonly otherwise: Direction;
  /** 'file', or one direction for all. */
  readonly direction: 'file' | Direction;
  readonly weights: WeightMeaning;
  readonly loops: 'drop' | 'keep';
  readonly strangers: 'make' | 'drop';
}

/** The ties of a map in the making. */
export class TieList {
  readonly ties: Tie[] = [];
  readonly #ids = new Set<string>();
  /** Project id -> its name and the actors of its ties. */
  readonly projects = new Map<string, { name: string; actors: Set<string> }>();
  read = 0;
  loops = 0;
  strangers = 0;
  /** Ends that name an actor of the list by its name, not its id. */
  byName = 0;
  untyped = 0;
  emptyWeights = 0;
  /** The first tie that was left out for its weight. */
  firstRefused: Problem | undefined;

  add(tie: Tie): void {
    this.#ids.add(tie.id);
    this.ties.push(tie);
  }

  /** The file's id where it is free, or a number that keeps the order of the file. */
  freeId(wanted: string): string {
    if (wanted !== '' && wanted.length <= LIMITS.idLength && !this.#ids.has(wanted)) return wanted;
    const base = `tie-${String(this.read).padStart(6, '0')}`;
    let id = base;
    for (let k = 2; this.#ids.has(id); k++) id = `${base}-${k}`;
    return id;
  }

  hasId(id: string): boolean {
    return this.#ids.has(id);
  }
}

/** Reads a table of ties, yielding the share done. */
export function* readTies(
  table: Table,
  mapping: Mapping,
  extras: Extras,
  actors: ActorList,
  list: TieList,
  rules: TieRules,
): Generator<number, void, void> {
  const worst = rules.weights === 'rank' ? largest(table, mapping, rules) : 0;
  for (const [index, row] of table.rows.entries()) {
    readRow(table, row, mapping, extras, actors, list, rules, worst);
    if (index % 1000 === 999) yield index / table.rows.length;
  }
}

function largest(table: Table, mapping: Mapping, rules: TieRules): number {
  const at = mapping.get('weight') ?? -1;
  let most = 0;
  for (const row of table.rows) most = Math.max(most, numberOf(row.cells[at], rules) ?? 0);
  return most;
}

function numberOf(cell: Cell, rules: TieRules): number | undefined {
  return typeof cell === 'number' ? cell : parseNumber(cellText(cell), rules.decimal);
}

function readRow(
  table: Table,
  row: Row,
  mapping: Mapping,
  extras: Extras,
  actors: ActorList,
  list: TieList,
  rules: TieRules,
  worst: number,
): void {
  const { cell, text } = rowReader(row, mapping);
  const place = where(table, row);
  list.read++;

  const ends = [text('source'), text('target')] as const;
  if (ends[0] === '' || ends[1] === '') {
    const named = ends.find((end) => end !== '');
    // A name alone is an actor without ties, as in edge lists with isolates.
    if (named !== undefined) endOf(named, row, place, actors, list, rules);
    rules.notes.add(
      'warning',
      'tie-without-end',
      {
        en: `${place.en}: one end of the tie is empty; no tie was made.`,
        zh: `${place.zh}：关系缺少一端，未建立关系。`,
      },
      row.at,
    );
    return;
  }
  const weight = weightOf(cell('weight'), row, place, list, rules, worst);
  const source = endOf(ends[0], row, place, actors, list, rules);
  const target = endOf(ends[1], row, place, actors, list, rules);
  if (weight === undefined || source === undefined || target === undefined) return;
  if (source === target) {
    list.loops++;
    const dropped = rules.loops === 'drop';
    rules.notes.add(
      dropped ? 'warning' : 'info',
      'self-loop',
      {
        en: `${place.en}: “${short(ends[0])}” is tied to itself; ${dropped ? 'the tie was left out' : 'measures of ties between actors don’t count it'}.`,
        zh: `${place.zh}：“${short(ends[0])}”与自身相连；${dropped ? '已略去' : '各项指标只计主体之间的关系，不计此项'}。`,
      },
      row.at,
    );
    if (dropped) return;
  }
  const id = text('id');
  if (id !== '' && list.hasId(id))
    rules.notes.add(
      'info',
      'tie-id-renamed',
      {
        en: `${place.en}: the id “${short(id)}” is used twice; this tie got another.`,
        zh: `${place.zh}：编号“${short(id)}”重复，该关系已改用其他编号。`,
      },
      row.at,
    );
  const notes = cleanText(cellText(cell('notes')));
  const project = projectOf(text('project'), text('projectId'), [source, target], list);
  list.add({
    id: list.freeId(id),
    source,
    target,
    type: typeOf(text('type'), text('typeId'), list, rules),
    direction: direction(cell('direction'), row, place, rules),
    weight,
    ...dates(cell, place, row, rules),
    ...(project === undefined ? {} : { project }),
    ...(notes.trim() === '' ? {} : { notes }),
    fields: fieldsOf(row, extras, rules.decimal),
    unknown: unknownOf(row, extras),
  });
}

/** The id of the actor at one end; made when the file has not listed it. */
function endOf(
  key: string,
  row: Row,
  place: Localized,
  actors: ActorList,
  list: TieList,
  rules: TieRules,
): string | undefined {
  const { id, known, byName } = actorOf(key, row, place, actors, rules, {
    en: 'the tie was left out',
    zh: '已略去该关系',
  });
  if (byName) list.byName++;
  if (!known && actors.listed) list.strangers++;
  return id;
}

function weightOf(
  cell: Cell,
  row: Row,
  place: Localized,
  list: TieList,
  rules: TieRules,
  worst: number,
): number | undefined {
  if (rules.weights === 'ignore') return 1;
  if (isBlank(cell)) {
    list.emptyWeights++;
    return 1;
  }
  const value = numberOf(cell, rules);
  if (value !== undefined && Number.isFinite(value) && value > 0) {
    const weight =
      rules.weights === 'distance' ? 1 / value : rules.weights === 'rank' ? worst + 1 - value : value;
    if (Number.isFinite(weight) && weight > 0) return weight;
  }
  const shown = short(cellText(cell).trim());
  const message = {
    en: `${place.en}: the weight “${shown}” is not a number above 0; the tie was left out.`,
    zh: `${place.zh}：权重“${shown}”不是大于 0 的数，已略去该关系。`,
  };
  rules.notes.add('warning', 'weight-left-out', message, row.at);
  list.firstRefused ??= problem('no-valid-weight', message, row.at);
  return undefined;
}

function typeOf(word: string, id: string, list: TieList, rules: TieRules): string {
  if (id !== '') return rules.types.withId(id, word || id).id;
  if (word !== '') return rules.types.named(word).id;
  list.untyped++;
  return rules.types.withEntry(UNSPECIFIED).id;
}

function direction(cell: Cell, row: Row, place: Localized, rules: TieRules): Direction {
  if (rules.direction !== 'file') return rules.direction;
  if (isBlank(cell)) return rules.otherwise;
  const said = directionOf(cellText(cell));
  if (said === undefined)
    rules.notes.add(
      'warning',
      'direction-unknown',
      {
        en: `${place.en}: “${short(cellText(cell))}” names no direction; the tie was read as ${rules.otherwise}.`,
        zh: `${place.zh}：“${short(cellText(cell))}”不表示方向，已按${rules.otherwise === 'mutual' ? '双向' : '单向'}读取。`,
      },
      row.at,
    );
  return said ?? rules.otherwise;
}

function projectOf(name: string, id: string, ends: readonly string[], list: TieList): string | undefined {
  const key = id || name;
  if (key === '') return undefined;
  const project = list.projects.get(key) ?? { name: name || key, actors: new Set<string>() };
  for (const end of ends) project.actors.add(end);
  list.projects.set(key, project);
  return key;
}

/**
 * Ties of the same ends, type and direction made one, their weights summed; the rest is the first's. Returns how many
 * were taken in by another.
 */
export function sumParallel(ties: readonly Tie[]): { readonly ties: Tie[]; readonly merged: number } {
  const byEnds = new Map<string, Tie>();
  for (const tie of ties) {
    const key = parallelKey(tie);
    const first = byEnds.get(key);
    byEnds.set(key, first ? { ...first, weight: first.weight + tie.weight } : tie);
  }
  return { ties: [...byEnds.values()], merged: ties.length - byEnds.size };
}

export function parallelKey({ source, target, type, direction }: Tie): string {
  const ends = direction === 'mutual' && target < source ? [target, source] : [source, target];
  return JSON.stringify([...ends, type, direction]);
}
