import type { Language, Localized } from '../base/localized.ts';
import { csvText, type WrittenColumn } from '../formats/csv-write.ts';
import { columnFormat, formatValue } from '../metrics/format.ts';
import { textTable } from './text-table.ts';

export type Values = readonly (number | null)[];

/** Of whom the values are; name and sector where the file is a map. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly sector?: string;
}

/** What `niche`, `flow` and `symbiosis` find: every digit that a double has, null where undefined. */
export interface EcologyResult {
  readonly file: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly people: readonly Person[];
  /** The states of a niche, or the types of ties that flow. */
  readonly resources: readonly string[];
  readonly actorMeasures: Readonly<Record<string, Values>>;
  /** n x n, rows first. */
  readonly pairMeasures: Readonly<Record<string, readonly Values[]>>;
  readonly networkMeasures: Readonly<Record<string, number | null>>;
  readonly notes: readonly Localized[];
}

/** Null where it is no finite number. */
export function valueOf(value: number | null | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function valuesOf(values: ArrayLike<number>): Values {
  return Array.from(values, valueOf);
}

/** A few of these names, and how many more. */
export function namesText(ids: readonly string[]): Localized {
  const shown = ids.slice(0, 5);
  const more = ids.length - shown.length;
  return {
    en: shown.join(', ') + (more > 0 ? ` and ${more} more` : ''),
    zh: shown.join('、') + (more > 0 ? `等 ${ids.length} 个` : ''),
  };
}

export function ecologyJson(result: EcologyResult, language: Language): string {
  const { file, options, people, resources, actorMeasures, pairMeasures, networkMeasures, notes } = result;
  const whole = {
    file,
    options,
    actors: people.map(({ id }) => id),
    resources,
    actorMeasures,
    pairMeasures,
    networkMeasures,
    notes: notes.map((note) => note[language]),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** One row an actor: who it is and its values; those of pairs are in the JSON alone. */
export function ecologyCsv({ people, actorMeasures }: EcologyResult): string {
  const text = (key: keyof Person): WrittenColumn<number> => ({
    header: key,
    kind: 'text',
    cell: (index) => people[index]?.[key] ?? '',
  });
  const known = (['name', 'sector'] as const).filter((key) => people.some((person) => key in person));
  const numbers = Object.entries(actorMeasures).map(([header, values]): WrittenColumn<number> => ({
    header,
    kind: 'number',
    cell: (index) => String(values[index] ?? ''),
  }));
  return csvText(
    [text('id'), ...known.map(text), ...numbers],
    people.map((_, index) => index),
  );
}

const SHOWN = { style: 'number', digits: 4 } as const;
/** Columns of values that a terminal has room for. */
const ACROSS = 7;

/** For reading in a terminal: the network's values, tables of actors, the notes. */
export function ecologyText(result: EcologyResult, language: Language): string {
  const whole = Object.entries(result.networkMeasures).map(([id, value]) => [
    id,
    formatValue(value, SHOWN, language),
  ]);
  const parts = [textTable(whole, ['left', 'right'])];
  const columns = Object.entries(result.actorMeasures).map(([id, values]) => [
    id,
    ...values.map(columnFormat(values, SHOWN, language)),
  ]);
  const heads = [
    '',
    ...result.people.map(({ id, name }) =>
      inOneLine(name === undefined || name === id ? id : `${name} (${id})`),
    ),
  ];
  for (let from = 0; from < columns.length; from += ACROSS) {
    const shown = columns.slice(from, from + ACROSS);
    parts.push(
      textTable(
        heads.map((head, row) => [head, ...shown.map((column) => column[row] ?? '')]),
        ['left', ...shown.map(() => 'right' as const)],
      ),
    );
  }
  parts.push(result.notes.map((note) => `${note[language]}\n`).join(''));
  return parts.filter((part) => part !== '').join('\n');
}

function inOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
