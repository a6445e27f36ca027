import { compareIds } from '../base/ids.ts';
import type { Actor, FieldValue, Graph, Tie } from '../model/graph.ts';
import { actorsInOrder, tiesInOrder } from '../model/graph.ts';
import { DEFAULT_SCHEME, type Field, type Scheme } from '../model/scheme.ts';
import { annotated } from './columns.ts';
import type { WrittenFile } from './format.ts';
import { fileNameOf, guarded } from './text.ts';

/** A column of one of our tables: its header and the text of its cells. */
export interface WrittenColumn<T> {
  readonly header: string;
  readonly kind: 'text' | 'number';
  readonly cell: (record: T) => string;
}

/** A map as two tables for spreadsheets, Gephi and Kumu. Names of the scheme, projects and the look stay behind. */
export function writeCsv(graph: Graph): readonly WrittenFile[] {
  const base = fileNameOf(graph.info.title);
  const mime = 'text/csv';
  return [
    { name: `${base} actors.csv`, mime, text: MARK + csvText(actorColumns(graph), actorsInOrder(graph)) },
    { name: `${base} ties.csv`, mime, text: MARK + csvText(tieColumns(graph), tiesInOrder(graph)) },
  ];
}

/** A byte order mark, which makes Excel read UTF-8. */
export const MARK = '\ufeff';

/** As RFC 4180 has it, and with no text that a spreadsheet would take for a formula. */
export function csvText<T>(columns: readonly WrittenColumn<T>[], records: readonly T[]): string {
  const rows = [
    columns.map((column) => quoted(guarded(column.header))),
    ...records.map((record) =>
      columns.map(({ cell, kind }) => quoted(kind === 'number' ? cell(record) : guarded(cell(record)))),
    ),
  ];
  return `${rows.map((row) => row.join(',')).join('\r\n')}\r\n`;
}

function quoted(text: string): string {
  return /["\r\n,;\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function text<T>(header: string, cell: (record: T) => string | undefined): WrittenColumn<T> {
  return { header, kind: 'text', cell: (record) => cell(record) ?? '' };
}

function number<T>(header: string, cell: (record: T) => number | undefined): WrittenColumn<T> {
  return { header, kind: 'number', cell: (record) => String(cell(record) ?? '') };
}

/**
 * The columns of actors; those that no actor fills are left out. Ids of the scheme stand beside its names where a name
 * alone would not lead back to them, or always when `exact`.
 */
export function actorColumns(graph: Graph, exact = false): readonly WrittenColumn<Actor>[] {
  const actors = actorsInOrder(graph);
  const sectors = new Map(
    graph.scheme.sectors.map((sector) => [sector.id, sector.name.en || sector.name.zh]),
  );
  const standard =
    !exact &&
    isStandard(
      DEFAULT_SCHEME.sectors,
      sectors,
      actors.map((actor) => actor.sector),
    );
  return [
    text<Actor>('Id', (actor) => actor.id),
    text<Actor>('Label', (actor) => actor.name),
    ...filled(actors, [
      text<Actor>('Second name', (actor) => actor.secondName),
      text<Actor>('Aliases', (actor) => actor.aliases && listText(actor.aliases)),
      text<Actor>('Sector', (actor) => sectors.get(actor.sector) ?? actor.sector),
      ...(standard ? [] : [text<Actor>('Sector id', (actor) => actor.sector)]),
      number<Actor>('Size', (actor) => actor.size),
      number<Actor>('Size change', (actor) => actor.sizeChange),
      number<Actor>('Inflow', (actor) => actor.inflow),
      number<Actor>('Outflow', (actor) => actor.outflow),
      ...amountColumns(graph, 'supply'),
      ...amountColumns(graph, 'demand'),
      text<Actor>('Start', (actor) => actor.from),
      text<Actor>('End', (actor) => actor.to),
      text<Actor>('Notes', (actor) => actor.notes),
      number<Actor>('x', (actor) => actor.position?.[0]),
      number<Actor>('y', (actor) => actor.position?.[1]),
      text<Actor>('Pinned', (actor) => (actor.pinned ? 'yes' : undefined)),
      ...fieldColumns(graph.scheme, 'actor', actors),
      unknownColumn<Actor>(),
    ]),
  ];
}

export function tieColumns(graph: Graph, exact = false): readonly WrittenColumn<Tie>[] {
  const ties = tiesInOrder(graph);
  const types = new Map(graph.scheme.tieTypes.map((type) => [type.id, type.name.en || type.name.zh]));
  const standard =
    !exact &&
    isStandard(
      DEFAULT_SCHEME.tieTypes,
      types,
      ties.map((tie) => tie.type),
    );
  const projectName = (tie: Tie): string | undefined =>
    tie.project === undefined ? undefined : graph.projects.get(tie.project)?.name || tie.project;
  return [
    text<Tie>('Id', (tie) => tie.id),
    text<Tie>('Source', (tie) => tie.source),
    text<Tie>('Target', (tie) => tie.target),
    // The names of Gephi: its Type is the direction.
    text<Tie>('Type', (tie) => (tie.direction === 'mutual' ? 'Undirected' : 'Directed')),
    number<Tie>('Weight', (tie) => tie.weight),
    text<Tie>('Tie type', (tie) => types.get(tie.type) ?? tie.type),
    ...filled(ties, [
      ...(standard ? [] : [text<Tie>('Tie type id', (tie) => tie.type)]),
      text<Tie>('Start', (tie) => tie.from),
      text<Tie>('End', (tie) => tie.to),
      text<Tie>('Project', projectName),
      text<Tie>('Project id', (tie) => tie.project),
      text<Tie>('Notes', (tie) => tie.notes),
      ...fieldColumns(graph.scheme, 'tie', ties),
      unknownColumn<Tie>(),
    ]),
  ];
}

function filled<T>(records: readonly T[], columns: readonly WrittenColumn<T>[]): readonly WrittenColumn<T>[] {
  return columns.filter(({ cell }) => records.some((record) => cell(record) !== ''));
}

/** True when every id in use is one of the default scheme under its own name, which leads back to it. */
function isStandard(
  standard: readonly { readonly id: string; readonly name: { readonly en: string } }[],
  names: ReadonlyMap<string, string>,
  used: readonly string[],
): boolean {
  const known = new Map(standard.map((entry) => [entry.id, entry.name.en]));
  return [...new Set(used)].every((id) => known.has(id) && names.get(id) === known.get(id));
}

function amountColumns(graph: Graph, kind: 'supply' | 'demand'): readonly WrittenColumn<Actor>[] {
  const names = new Map(graph.scheme.resources.map(({ id, name }) => [id, name.en || name.zh]));
  const ids = new Set<string>(actorsInOrder(graph).flatMap((actor) => Object.keys(actor[kind])));
  const word = kind === 'supply' ? 'Supply' : 'Demand';
  return [...ids]
    .sort(compareIds)
    .map((id) =>
      number<Actor>(annotated({ name: `${word}: ${oneLine(names.get(id) ?? id)}`, kind, id }), (actor) =>
        Object.hasOwn(actor[kind], id) ? actor[kind][id] : undefined,
      ),
    );
}

/**
 * One column a field, with its kind and id in the header. A value that a cell of that kind can't show exactly (a text
 * in a field of numbers, an empty list) stands in a second column, as JSON.
 */
function fieldColumns<T extends Actor | Tie>(
  scheme: Scheme,
  on: Field['on'],
  records: readonly T[],
): readonly WrittenColumn<T>[] {
  const defined = new Map(scheme.fields.filter((field) => field.on === on).map((field) => [field.id, field]));
  const used = new Set(records.flatMap((record) => Object.keys(record.fields)));
  const ids = [...new Set([...defined.keys(), ...[...used].sort(compareIds)])];
  const valueOf = (record: T, id: string): FieldValue | undefined =>
    Object.hasOwn(record.fields, id) ? record.fields[id] : undefined;
  return ids.flatMap((id): WrittenColumn<T>[] => {
    const field = defined.get(id);
    const name = oneLine(field ? field.name.en || field.name.zh : id);
    const plain = (record: T): string | undefined => {
      const value = valueOf(record, id);
      return field && value !== undefined ? plainText(value, field.kind) : undefined;
    };
    const exact = text<T>(annotated({ name, kind: 'json', id }), (record) => {
      const value = valueOf(record, id);
      return value === undefined || plain(record) !== undefined ? undefined : JSON.stringify(value);
    });
    if (!field) return [exact];
    const header = annotated({ name, kind: field.kind, id });
    return [
      field.kind === 'number'
        ? { header, kind: 'number', cell: (record) => plain(record) ?? '' }
        : text<T>(header, plain),
      exact,
    ];
  });
}

/** How a cell shows a value so that reading gives exactly it back; undefined when it can't. */
function plainText(value: FieldValue, kind: Field['kind']): string | undefined {
  if (kind === 'number') return typeof value === 'number' ? String(value) : undefined;
  if (kind === 'list')
    return typeof value === 'object' &&
      value.length > 0 &&
      value.every((item) => !/\||^\s|\s$|^$/u.test(item))
      ? value.join('|')
      : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function unknownColumn<T extends Actor | Tie>(): WrittenColumn<T> {
  return text<T>(annotated({ name: 'Other keys', kind: 'unknown', id: '' }), ({ unknown }) =>
    Object.keys(unknown).length === 0 ? undefined : JSON.stringify(unknown),
  );
}

function listText(list: readonly string[]): string {
  return list.every((item) => !/[|;；、]|^\s|\s$|^$|^\["/u.test(item))
    ? list.join('|')
    : JSON.stringify(list);
}

/** Headers stand in one line. */
function oneLine(name: string): string {
  return name.replace(/\s+/gu, ' ').trim();
}
