import { same } from '../base/localized.ts';
import type { FieldValue, Json } from '../model/graph.ts';
import type { Field, FieldKind } from '../model/scheme.ts';
import { annotationOf, resourceOf, type Annotation } from './columns.ts';
import { parseJson } from './json-text.ts';
import { safeId } from './recognise.ts';
import { cellText, isBlank, type Cell, type Table } from './table.ts';
import { cleanText, isoDate, parseNumber, type Decimal } from './text.ts';

/** A column that fills a custom field, or one of our own exact columns. */
export interface FieldColumn {
  readonly index: number;
  readonly field: Field;
}

export interface ExactColumn {
  readonly index: number;
  readonly exact: Annotation;
}

export interface ResourceColumn {
  readonly index: number;
  readonly side: 'supply' | 'demand';
  /** As the header names it. */
  readonly resource: string;
}

export interface Extras {
  readonly fields: readonly FieldColumn[];
  readonly resources: readonly ResourceColumn[];
  readonly exact: readonly ExactColumn[];
}

/** The columns that have no role. Columns without any value make no field. `taken` collects the ids of fields. */
export function extraColumns(
  table: Table,
  on: Field['on'],
  used: ReadonlySet<number>,
  decimal: Decimal,
  taken: Set<string>,
): Extras {
  const fields: FieldColumn[] = [];
  const resources: ResourceColumn[] = [];
  const exact: ExactColumn[] = [];
  for (const [index, column] of table.columns.entries()) {
    if (used.has(index)) continue;
    const annotation = annotationOf(column.name);
    if (annotation) {
      exact.push({ index, exact: annotation });
      continue;
    }
    if (table.rows.every((row) => isBlank(row.cells[index]))) continue;
    const resource = on === 'actor' ? resourceOf(column.name) : undefined;
    if (resource) {
      resources.push({ index, ...resource });
      continue;
    }
    const { kind, categories } = inferKind(table, index, column.kind, decimal);
    const name = cleanText(column.name).replace(/\s+/gu, ' ').trim();
    fields.push({
      index,
      field: {
        id: free(safeId(name), taken),
        on,
        name: same(name),
        kind,
        ...(categories ? { categories } : {}),
      },
    });
  }
  return { fields, resources, exact };
}

function free(base: string, taken: Set<string>): string {
  let id = base;
  for (let k = 2; taken.has(id); k++) id = `${base}-${k}`;
  taken.add(id);
  return id;
}

const MOST_CATEGORIES = 20;

/** 007 is a text: a number that is written with leading zeros, or with more digits than a number keeps, is a code. */
function isQuantity(text: string, decimal: Decimal): boolean {
  const trimmed = text.trim();
  return (
    parseNumber(trimmed, decimal) !== undefined &&
    !/^[+-]?0\d/u.test(trimmed) &&
    trimmed.replace(/\D/gu, '').length <= 15
  );
}

function inferKind(
  table: Table,
  index: number,
  declared: FieldKind | undefined,
  decimal: Decimal,
): { kind: FieldKind; categories?: readonly string[] } {
  let numbers = declared !== 'text';
  let dates = true;
  let lists = false;
  let filled = 0;
  const values = new Set<string>();
  for (const row of table.rows) {
    const cell = row.cells[index];
    if (isBlank(cell)) continue;
    filled++;
    if (Array.isArray(cell)) {
      lists = true;
      continue;
    }
    const text = cellText(cell).trim();
    if (typeof cell !== 'number') {
      numbers &&= typeof cell !== 'boolean' && isQuantity(text, decimal);
      dates &&= /^\d{4}\D/u.test(text) && isoDate(text) !== undefined;
      lists ||= /[^|]\|[^|]/u.test(text);
    } else dates = false;
    if (values.size <= MOST_CATEGORIES) values.add(text);
  }
  if (lists) return { kind: 'list' };
  if (numbers) return { kind: 'number' };
  if (dates) return { kind: 'date' };
  const few =
    values.size <= MOST_CATEGORIES && values.size < filled && [...values].every((v) => v.length <= 60);
  return few ? { kind: 'category', categories: [...values].map(cleanText).sort() } : { kind: 'text' };
}

/** The value of a cell for a field of this kind; undefined for a blank cell. */
export function fieldValue(cell: Cell, kind: FieldKind, decimal: Decimal): FieldValue | undefined {
  if (cell === undefined || isBlank(cell)) return undefined;
  const text = cleanText(cellText(cell));
  if (kind === 'number') return typeof cell === 'number' ? cell : (parseNumber(text, decimal) ?? text);
  if (kind === 'list') {
    const items = typeof cell === 'object' ? cell.map(cleanText) : text.split('|');
    return items.map((item) => item.trim()).filter((item) => item !== '');
  }
  if (kind === 'date') return isoDate(text) ?? text;
  return kind === 'category' ? text.trim() : text;
}

/** The value of a cell of one of our own columns, exactly as it was written; undefined for an empty cell. */
export function exactValue(cell: Cell, kind: Annotation['kind']): Json | undefined {
  if (cell === undefined || cell === '') return undefined;
  const text = cleanText(cellText(cell));
  if (kind === 'number' || kind === 'supply' || kind === 'demand')
    return typeof cell === 'number' ? cell : parseNumber(text);
  if (kind === 'list') return text.split('|');
  if (kind !== 'json' && kind !== 'unknown') return text;
  const value = parseJson(text);
  return value.ok ? (value.value as Json) : undefined;
}

export function isFieldValue(value: unknown): value is FieldValue {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
