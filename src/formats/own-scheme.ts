import type { Localized } from '../base/localized.ts';
import {
  DASHES,
  DEFAULT_SCHEME,
  DIMENSIONS,
  MECHANISMS,
  SHAPES,
  type Field,
  type FieldKind,
  type Resource,
  type Scheme,
  type Sector,
  type TieType,
} from '../model/scheme.ts';
import type { NoteBook } from './note-book.ts';
import { endId, get, isNumber, isRecord, present, Values, type JsonObject } from './own-values.ts';
import { cleanText } from './text.ts';

/** A file without a scheme means the default one; a list that is there counts as it is, though empty. */
export function readScheme(raw: unknown, notes: NoteBook): Scheme {
  if (!isRecord(raw)) return DEFAULT_SCHEME;
  const entries = <T extends { readonly id: string }>(
    key: keyof Scheme,
    standard: readonly T[],
    read: (record: JsonObject, id: string) => T,
  ): readonly T[] => {
    const list = get(raw, key);
    if (!Array.isArray(list)) return standard;
    const found = new Map<string, T>();
    for (const [index, item] of list.entries()) {
      const id = isRecord(item) ? endId(item, 'id') : '';
      if (isRecord(item) && id !== '' && !found.has(id)) found.set(id, read(item, id));
      else
        notes.add('warning', 'scheme-entry-left-out', {
          en: `scheme.${key}[${index}] has no id of its own; it was left out.`,
          zh: `scheme.${key}[${index}] 没有独立编号，已略去。`,
        });
    }
    return [...found.values()];
  };
  return {
    sectors: entries<Sector>('sectors', DEFAULT_SCHEME.sectors, (record, id) => ({
      id,
      name: localized(record, id),
      colour: colour(record, '#7F7F7F'),
      shape: oneOf(get(record, 'shape'), SHAPES, 'octagon'),
    })),
    tieTypes: entries<TieType>('tieTypes', DEFAULT_SCHEME.tieTypes, (record, id) => {
      const factor = get(record, 'factor');
      return {
        id,
        name: localized(record, id),
        colour: colour(record, '#6E7480'),
        dash: oneOf(get(record, 'dash'), DASHES, 'solid'),
        direction: oneOf(get(record, 'direction'), ['one-way', 'mutual'], 'one-way'),
        factor: isNumber(factor) && factor > 0 ? factor : 1,
        mechanism: oneOf(get(record, 'mechanism'), MECHANISMS, 'symbiosis'),
        dimension: oneOf(get(record, 'dimension'), DIMENSIONS, 'economy'),
      };
    }),
    resources: entries<Resource>('resources', DEFAULT_SCHEME.resources, (record, id) => ({
      id,
      name: localized(record, id),
      dimension: oneOf(get(record, 'dimension'), DIMENSIONS, 'economy'),
    })),
    fields: entries<Field>('fields', DEFAULT_SCHEME.fields, (record, id) => {
      const values = new Values(record, `field ${id}`, notes);
      return present<Field>({
        id,
        on: oneOf(get(record, 'on'), ['actor', 'tie'], 'actor'),
        name: localized(record, id),
        kind: oneOf<FieldKind>(get(record, 'kind'), ['text', 'number', 'category', 'date', 'list'], 'text'),
        unit: values.text('unit'),
        categories: values.list('categories'),
      } as Field);
    }),
  };
}

function localized(record: JsonObject, otherwise: string): Localized {
  const value = get(record, 'name');
  if (typeof value === 'string') return { en: cleanText(value), zh: cleanText(value) };
  const [en, zh] = isRecord(value) ? [get(value, 'en'), get(value, 'zh')] : [];
  const clean = (text: unknown): string | undefined =>
    typeof text === 'string' ? cleanText(text) : undefined;
  return { en: clean(en) ?? clean(zh) ?? otherwise, zh: clean(zh) ?? clean(en) ?? otherwise };
}

function colour(record: JsonObject, otherwise: string): string {
  const value = get(record, 'colour');
  return typeof value === 'string' && /^#[0-9a-fA-F]{6}$/u.test(value) ? value : otherwise;
}

function oneOf<T extends string>(value: unknown, allowed: readonly T[], otherwise: T): T {
  return allowed.find((item) => item === value) ?? otherwise;
}
