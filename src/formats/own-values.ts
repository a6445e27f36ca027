import { compareIds } from '../base/ids.ts';
import type { FieldValue, Json } from '../model/graph.ts';
import { sorted } from './actors.ts';
import { isFieldValue } from './fields.ts';
import type { NoteBook } from './note-book.ts';
import { cleanText, isoDate, short } from './text.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own keys only: `__proto__` and its like are names as any other. */
export function get(record: JsonObject, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Reads values of one record, telling of each that can't be used. */
export class Values {
  constructor(
    private readonly record: JsonObject,
    private readonly place: string,
    private readonly notes: NoteBook,
  ) {}

  text(key: string): string | undefined {
    const value = get(this.record, key);
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string') return cleanText(value) || undefined;
    return this.#leftOut(key, value);
  }

  date(key: string): string | undefined {
    const text = this.text(key);
    return text === undefined || isoDate(text) !== undefined ? text : this.#leftOut(key, text);
  }

  number(key: string, least = -Infinity): number | undefined {
    const value = get(this.record, key);
    if (value === undefined || value === null) return undefined;
    return isNumber(value) && value >= least ? value : this.#leftOut(key, value);
  }

  list(key: string): readonly string[] | undefined {
    const value = get(this.record, key);
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) return this.#leftOut(key, value);
    const texts = value.filter((item) => typeof item === 'string').map(cleanText);
    return texts.length > 0 ? texts : undefined;
  }

  /** Lists of texts by name; those that are none are left out. */
  lists(key: string): Readonly<Record<string, readonly string[]>> | undefined {
    const found = this.#entries(
      key,
      (value): value is readonly string[] =>
        Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string'),
    );
    return Object.keys(found).length > 0 ? found : undefined;
  }

  /** Pairs of ids, the smaller first, ordered; one that is none is left out. */
  pairs(key: string): readonly (readonly [string, string])[] | undefined {
    const value = get(this.record, key);
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) return this.#leftOut(key, value);
    const pairs = new Map<string, readonly [string, string]>();
    for (const item of value as readonly unknown[]) {
      const [a, b] = Array.isArray(item) ? (item as readonly unknown[]) : [];
      if (typeof a !== 'string' || typeof b !== 'string') this.#leftOut(key, item);
      else pairs.set(JSON.stringify(a < b ? [a, b] : [b, a]), a < b ? [a, b] : [b, a]);
    }
    const found = [...pairs].sort(([a], [b]) => compareIds(a, b)).map(([, pair]) => pair);
    return found.length > 0 ? found : undefined;
  }

  amounts(key: string): Readonly<Record<string, number>> {
    return this.#entries(key, (value): value is number => isNumber(value) && value >= 0);
  }

  fields(): Readonly<Record<string, FieldValue>> {
    const values = this.#entries('fields', isFieldValue);
    return Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        typeof value === 'string' ? cleanText(value) : value,
      ]),
    );
  }

  position(): readonly [number, number] | undefined {
    const value = get(this.record, 'position');
    if (value === undefined || value === null) return undefined;
    const [x, y] = Array.isArray(value) ? (value as readonly unknown[]) : [];
    return isNumber(x) && isNumber(y) ? [x, y] : this.#leftOut('position', value);
  }

  unknown(known: ReadonlySet<string>): Readonly<Record<string, Json>> {
    const found = new Map<string, Json>();
    for (const [key, value] of Object.entries(this.record))
      if (!known.has(key)) found.set(cleanText(key), value as Json);
    return sorted(found);
  }

  #entries<T>(key: string, test: (value: unknown) => value is T): Readonly<Record<string, T>> {
    const value = get(this.record, key);
    if (value === undefined || value === null) return {};
    if (!isRecord(value)) {
      this.#leftOut(key, value);
      return {};
    }
    const found = new Map<string, T>();
    for (const [name, item] of Object.entries(value)) {
      if (test(item)) found.set(cleanText(name), item);
      else this.#leftOut(`${key}.${name}`, item);
    }
    return sorted(found);
  }

  #leftOut(key: string, value: unknown): undefined {
    const shown = short(JSON.stringify(value) ?? '', 40);
    this.notes.add('warning', 'value-left-out', {
      en: `${this.place}: ${shown} can't be the value of “${short(key)}”; it was left out.`,
      zh: `${this.place}：${shown} 不能作为“${short(key)}”的值，已略去。`,
    });
    return undefined;
  }
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** What is there of the entries. */
export function present<T extends object>(entries: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as T;
}

export function endId(record: JsonObject, key: string): string {
  const value = get(record, key);
  return typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)).trim() : '';
}
