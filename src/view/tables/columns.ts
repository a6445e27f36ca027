import type { Language, Localized } from '../../base/localized.ts';
import { problem } from '../../base/problem.ts';
import { failed, ok, type Result } from '../../base/result.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';
import { columnFormat } from '../../metrics/format.ts';
import type { ActorMeasure, TieMeasure } from '../../metrics/measure.ts';
import { ACTOR_MEASURES, TIE_MEASURES } from '../../metrics/registry.ts';
import { foldName } from '../../model/commands/checks.ts';
import type { ActorChanges } from '../../model/commands/edit-actors.ts';
import type { TieChanges } from '../../model/commands/edit-ties.ts';
import type { Actor, FieldValue, Tie } from '../../model/graph.ts';
import {
  strangerSector,
  strangerTieType,
  type Direction,
  type Field,
  type Scheme,
  type Sector,
  type TieType,
} from '../../model/scheme.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  /** Further texts by which it may be meant. */
  readonly names: readonly string[];
}

/** One column of a table of records R; `read` turns what was typed into changes C. */
export interface Column<R, C> {
  readonly id: string;
  readonly title: string;
  /** What stands in the header if the title is too long for it. */
  readonly short?: string;
  /** Id of the measure that the column shows. */
  readonly measure?: string;
  readonly width: number;
  readonly numeric?: boolean;
  readonly choices?: readonly Choice[];
  /** What rows are sorted by; null where there is nothing. */
  readonly value: (record: R) => string | number | null;
  /** What is seen and copied. */
  readonly text: (record: R) => string;
  /** What the editor starts with: the text, or the id of the choice. */
  readonly draft: (record: R) => string;
  readonly swatch?: (record: R) => Sector | TieType;
  /** Absent where the values are computed or fixed. */
  readonly read?: (typed: string) => Result<C>;
}

export type ActorColumn = Column<Actor, ActorChanges>;
export type TieColumn = Column<Tie, TieChanges>;

type Words = Dictionary['tables'];

/** Values of measures by measure id and id of the actor or tie. */
type Values = Pick<ReadonlyMap<string, ReadonlyMap<string, number | null>>, 'get'>;

export function actorColumns(
  scheme: Scheme,
  values: Values,
  words: Words,
  language: Language,
  measures: readonly ActorMeasure[] = ACTOR_MEASURES,
): readonly ActorColumn[] {
  const sectors = new Map(scheme.sectors.map((sector) => [sector.id, sector]));
  const sectorOf = ({ sector }: Actor): Sector => sectors.get(sector) ?? strangerSector(sector);
  return [
    plain(
      'name',
      words.name,
      230,
      ({ name }) => name,
      (name) => ok({ name }),
    ),
    plain(
      'secondName',
      words.secondName,
      160,
      ({ secondName }) => secondName,
      (text) => ok({ secondName: text === '' ? undefined : text }),
    ),
    {
      id: 'sector',
      title: words.sector,
      width: 150,
      choices: choicesOf(scheme.sectors, language),
      value: (actor) => sectorOf(actor).name[language],
      text: (actor) => sectorOf(actor).name[language],
      draft: ({ sector }) => sector,
      swatch: sectorOf,
      read: (typed) =>
        mapped(readChoice(typed, choicesOf(scheme.sectors, language)), (sector) => ({ sector })),
    },
    {
      ...amount('size', words.size, 90, ({ size }: Actor) => size, language),
      read: (typed) => mapped(readNumber(typed), (size) => ({ size })),
    },
    ...scheme.fields
      .filter(({ on }) => on === 'actor')
      .map((field): ActorColumn => fieldColumn(field, language)),
    ...measures.map((measure): ActorColumn => measureColumn(measure, values, language)),
  ];
}

export function tieColumns(
  scheme: Scheme,
  nameOf: (actor: string) => string,
  values: Values,
  words: Words,
  language: Language,
): readonly TieColumn[] {
  const types = new Map(scheme.tieTypes.map((type) => [type.id, type]));
  const typeOf = ({ type }: Tie): TieType => types.get(type) ?? strangerTieType(type);
  const directions: readonly Choice[] = (['one-way', 'mutual'] as const).map((id) => ({
    id,
    label: words.directions[id],
    names: id === 'one-way' ? ['→', '->'] : ['↔', '<->'],
  }));
  return [
    plain('source', words.source, 190, ({ source }: Tie) => nameOf(source)),
    plain('target', words.target, 190, ({ target }: Tie) => nameOf(target)),
    {
      id: 'type',
      title: words.type,
      width: 160,
      choices: choicesOf(scheme.tieTypes, language),
      value: (tie) => typeOf(tie).name[language],
      text: (tie) => typeOf(tie).name[language],
      draft: ({ type }) => type,
      swatch: typeOf,
      read: (typed) => mapped(readChoice(typed, choicesOf(scheme.tieTypes, language)), (type) => ({ type })),
    },
    {
      id: 'direction',
      title: words.direction,
      width: 120,
      choices: directions,
      value: ({ direction }) => words.directions[direction],
      text: ({ direction }) => words.directions[direction],
      draft: ({ direction }) => direction,
      read: (typed) =>
        mapped(readChoice(typed, directions), (direction) => ({ direction: direction as Direction })),
    },
    {
      ...amount('weight', words.weight, 90, ({ weight }: Tie) => weight, language),
      read: (typed) => {
        const read = readNumber(typed);
        if (!read.ok) return read;
        return read.value === undefined ? failed(notANumber(typed)) : ok({ weight: read.value });
      },
    },
    plain(
      'from',
      words.from,
      120,
      ({ from }: Tie) => from,
      (typed) => mapped(readDate(typed), (from) => ({ from })),
    ),
    plain(
      'to',
      words.to,
      120,
      ({ to }: Tie) => to,
      (typed) => mapped(readDate(typed), (to) => ({ to })),
    ),
    plain(
      'notes',
      words.notes,
      240,
      ({ notes }: Tie) => notes,
      (text) => ok({ notes: text === '' ? undefined : text }),
    ),
    ...scheme.fields.filter(({ on }) => on === 'tie').map((field): TieColumn => fieldColumn(field, language)),
    ...TIE_MEASURES.map((measure): TieColumn => measureColumn(measure, values, language)),
  ];
}

function measureColumn<R extends { readonly id: string }>(
  measure: ActorMeasure | TieMeasure,
  values: Values,
  language: Language,
): Column<R, never> {
  const column = values.get(measure.id);
  const format = columnFormat(column?.values() ?? [], measure, language);
  return {
    id: `measure:${measure.id}`,
    title: measure.name[language],
    short: measure.symbol,
    measure: measure.id,
    width: 104,
    numeric: true,
    value: ({ id }) => column?.get(id) ?? null,
    text: ({ id }) => (column ? format(column.get(id) ?? null) : ''),
    draft: () => '',
  };
}

function plain<R, C>(
  id: string,
  title: string,
  width: number,
  get: (record: R) => string | undefined,
  read?: (typed: string) => Result<C>,
): Column<R, C> {
  const text = (record: R): string => get(record) ?? '';
  return {
    id,
    title,
    width,
    value: (record) => get(record) ?? null,
    text,
    draft: text,
    ...(read ? { read: (typed: string) => read(typed.trim()) } : {}),
  };
}

/** A column of numbers >= 0 or none, without what reads them. */
export function amount<R>(
  id: string,
  title: string,
  width: number,
  get: (record: R) => number | undefined,
  language: Language,
): Omit<Column<R, never>, 'read'> {
  const format = new Intl.NumberFormat(language, { maximumSignificantDigits: 12 });
  return {
    id,
    title,
    width,
    numeric: true,
    value: (record) => get(record) ?? null,
    text: (record) => {
      const value = get(record);
      return value === undefined ? '' : format.format(value);
    },
    draft: (record) => String(get(record) ?? ''),
  };
}

type FieldChanges = { readonly fields: Readonly<Record<string, FieldValue | undefined>> };
type WithFields = { readonly fields: Readonly<Record<string, FieldValue>> };

function fieldColumn<R extends WithFields>(field: Field, language: Language): Column<R, FieldChanges> {
  const { id, kind, unit } = field;
  const get = ({ fields }: R): FieldValue | undefined => (Object.hasOwn(fields, id) ? fields[id] : undefined);
  const set = (value: FieldValue | undefined): FieldChanges => ({
    fields: Object.fromEntries([[id, value]]),
  });
  const title = unit === undefined ? field.name[language] : `${field.name[language]} (${unit})`;
  const common = { id: `field:${id}`, title, width: kind === 'number' || kind === 'date' ? 120 : 180 };
  if (kind === 'number')
    return {
      ...common,
      ...amount(
        common.id,
        title,
        common.width,
        (record: R) => {
          const value = get(record);
          return typeof value === 'number' ? value : undefined;
        },
        language,
      ),
      read: (typed) => mapped(readNumber(typed), set),
    };
  const text = (record: R): string => {
    const value = get(record);
    if (value === undefined) return '';
    return Array.isArray(value) ? value.join('; ') : String(value);
  };
  const categories = (field.categories ?? []).map((name) => ({ id: name, label: name, names: [] }));
  const choices: readonly Choice[] = [{ id: '', label: '', names: [] }, ...categories];
  return {
    ...common,
    ...(kind === 'category' && categories.length > 0 ? { choices } : {}),
    value: (record) => text(record) || null,
    text,
    draft: text,
    read: (typed) => {
      const trimmed = typed.trim();
      if (trimmed === '') return ok(set(undefined));
      if (kind === 'date') return mapped(readDate(trimmed), set);
      if (kind === 'category' && categories.length > 0) return mapped(readChoice(trimmed, categories), set);
      if (kind !== 'list') return ok(set(trimmed));
      const items = trimmed
        .split(/[;；\n]/u)
        .map((item) => item.trim())
        .filter((item) => item !== '');
      return ok(set(items.length > 0 ? items : undefined));
    },
  };
}

function mapped<A, B>(result: Result<A>, make: (value: A) => B): Result<B> {
  return result.ok ? ok(make(result.value)) : result;
}

function choicesOf(entries: readonly (Sector | TieType)[], language: Language): readonly Choice[] {
  return entries.map(({ id, name }) => ({ id, label: name[language], names: [name.en, name.zh] }));
}

/** Empty is undefined; grouping commas and full-width digits are understood. */
export function readNumber(typed: string): Result<number | undefined> {
  const text = typed
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/,(?=\d{3}(?:\D|$))/gu, '');
  if (text === '') return ok(undefined);
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/iu.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? ok(value) : failed(notANumber(typed));
}

function notANumber(typed: string) {
  return problem('cell-number', {
    en: `A number belongs here; “${typed.trim()}” is not one. Type one such as 12 or 0.5, or press Esc.`,
    zh: `此处应为数字，“${typed.trim()}”不是数字。请输入如 12 或 0.5 的数字，或按 Esc 取消。`,
  });
}

/** A year, a year and month, or a day; empty is undefined. */
export function readDate(typed: string): Result<string | undefined> {
  const text = typed.normalize('NFKC').trim().replaceAll('/', '-');
  if (text === '') return ok(undefined);
  const parts = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(text);
  const [, year = '', month, day] = parts ?? [];
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
  if (parts && isDate(Number(year), Number(month ?? 1), Number(day ?? 1))) return ok(date);
  return failed(
    problem('cell-date', {
      en: `“${text}” is not a date. Type a year, a month or a day: 2024, 2024-05 or 2024-05-31.`,
      zh: `“${text}”不是日期。请输入年、年月或年月日，如 2024、2024-05 或 2024-05-31。`,
    }),
  );
}

function isDate(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= days;
}

/** The choice that is meant: by id or a name of it, or by the beginning of one name. */
export function readChoice(typed: string, choices: readonly Choice[]): Result<string> {
  const wanted = foldName(typed);
  const names = ({ id, label, names: more }: Choice): string[] => [id, label, ...more].map(foldName);
  const exact =
    choices.find((choice) => choice.id === typed) ?? choices.find((choice) => names(choice).includes(wanted));
  if (exact) return ok(exact.id);
  const beginning =
    wanted === '' ? [] : choices.filter((choice) => names(choice).some((name) => name.startsWith(wanted)));
  const [only] = beginning;
  if (only && beginning.length === 1) return ok(only.id);
  const known: Localized = {
    en: choices.map(({ label }) => label).join(', '),
    zh: choices.map(({ label }) => label).join('、'),
  };
  return failed(
    problem('cell-choice', {
      en: `“${typed}” cannot stand here. Choose one of: ${known.en}.`,
      zh: `此处不能填“${typed}”。可选：${known.zh}。`,
    }),
  );
}
