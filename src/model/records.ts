import type { Localized } from '../base/localized.ts';
import { appearanceFrom, DEFAULT_APPEARANCE } from './appearance.ts';
import type { Actor, FieldValue, Json, MapInfo, Position, Project, Tie } from './graph.ts';
import {
  allowedOption,
  DEFAULT_MEASURE_OPTIONS,
  type MeasureOptions,
  type OptionId,
} from './measure-options.ts';
import { COLOUR_KINDS, encodingFrom, encodingText, SIZE_KINDS } from './encoding-text.ts';
import { readSavedViews, savedViewKeys } from './saved-view-keys.ts';
import type { Direction } from './scheme.ts';
import {
  DASHES,
  DIMENSIONS,
  MECHANISMS,
  SHAPES,
  type Field,
  type FieldKind,
  type Resource,
  type Sector,
  type TieType,
} from './scheme.ts';
import {
  DEFAULT_VIEW,
  LABEL_CHOICES,
  TIE_COLOURS,
  type ColourBy,
  type Region,
  type SizeBy,
  type View,
  type ViewChange,
} from './view.ts';

/**
 * How records lie in the document: flat keys and plain values, so that two windows which set different keys of one
 * record (a supply each, say) both keep theirs. `supply:talent` is a key; a position is one value. Reading never
 * fails: what is malformed reads as absent or as its default, so that no update from elsewhere can break a window.
 */
export type FlatValue = null | boolean | number | string | readonly (number | string)[] | Localized;
export type Flat = ReadonlyMap<string, FlatValue>;

/** The tables of the document: each holds records by id. */
export const TABLES = ['actors', 'ties', 'projects', 'sectors', 'tieTypes', 'resources', 'fields'] as const;
export type Table = (typeof TABLES)[number];

/** The document's single records. */
export const SINGLES = ['map', 'view'] as const;
export type Single = (typeof SINGLES)[number];

const FIELD_KINDS: readonly FieldKind[] = ['text', 'number', 'category', 'date', 'list'];

// --- reading -------------------------------------------------------------------------------------------------------

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function text(flat: Flat, key: string): string | undefined {
  const value = flat.get(key);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function number(flat: Flat, key: string): number | undefined {
  const value = flat.get(key);
  return isNumber(value) ? value : undefined;
}

function texts(flat: Flat, key: string): readonly string[] | undefined {
  const value = flat.get(key);
  if (!Array.isArray(value)) return undefined;
  const list = value.filter((item): item is string => typeof item === 'string' && item !== '');
  return list.length > 0 ? list : undefined;
}

function position(flat: Flat): Position | undefined {
  const value = flat.get('position');
  if (!Array.isArray(value) || value.length !== 2) return undefined;
  const [x, y] = value as readonly unknown[];
  return isNumber(x) && isNumber(y) ? [x, y] : undefined;
}

function oneOf<T extends string>(flat: Flat, key: string, allowed: readonly T[], otherwise: T): T {
  const value = flat.get(key);
  return allowed.find((item) => item === value) ?? otherwise;
}

function localized(flat: Flat, key: string, otherwise: string): Localized {
  const value = flat.get(key);
  if (typeof value === 'string') return { en: value, zh: value };
  if (typeof value === 'object' && value !== null && 'en' in value && 'zh' in value) {
    const { en, zh } = value;
    if (typeof en === 'string' && typeof zh === 'string') return { en, zh };
  }
  return { en: otherwise, zh: otherwise };
}

/** The entries under `prefix:`, without it, in the order of their keys. */
function under<T>(
  flat: Flat,
  prefix: string,
  read: (value: FlatValue) => T | undefined,
): Readonly<Record<string, T>> {
  const found: [string, T][] = [];
  for (const [key, value] of flat) {
    if (!key.startsWith(prefix)) continue;
    const item = read(value);
    if (item !== undefined) found.push([key.slice(prefix.length), item]);
  }
  if (found.length > 1) found.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(found);
}

const amount = (value: FlatValue): number | undefined => (isNumber(value) && value >= 0 ? value : undefined);

const finite = (value: FlatValue): number | undefined => (isNumber(value) ? value : undefined);

function fieldValue(value: FlatValue): FieldValue | undefined {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return finite(value);
  return Array.isArray(value) ? value.map(String) : undefined;
}

function unknownValue(value: FlatValue): Json | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return undefined;
  }
}

/** Leaves out what is undefined: an optional key is absent or has a value. */
function present<T extends object>(entries: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as T;
}

export function readActor(id: string, flat: Flat): Actor {
  return present<Actor>({
    id,
    name: text(flat, 'name') ?? '',
    secondName: text(flat, 'secondName'),
    aliases: texts(flat, 'aliases'),
    sector: text(flat, 'sector') ?? 'other',
    size: number(flat, 'size'),
    sizeChange: number(flat, 'sizeChange'),
    inflow: number(flat, 'inflow'),
    outflow: number(flat, 'outflow'),
    supply: under(flat, 'supply:', amount),
    demand: under(flat, 'demand:', amount),
    from: text(flat, 'from'),
    to: text(flat, 'to'),
    notes: text(flat, 'notes'),
    position: position(flat),
    pinned: flat.get('pinned') === true ? true : undefined,
    fields: under(flat, 'field:', fieldValue),
    unknown: under(flat, 'unknown:', unknownValue),
  } as Actor);
}

export function readTie(id: string, flat: Flat): Tie {
  const weight = number(flat, 'weight');
  return present<Tie>({
    id,
    source: text(flat, 'source') ?? '',
    target: text(flat, 'target') ?? '',
    type: text(flat, 'type') ?? '',
    direction: oneOf<Direction>(flat, 'direction', ['one-way', 'mutual'], 'one-way'),
    weight: weight !== undefined && weight > 0 ? weight : 1,
    from: text(flat, 'from'),
    to: text(flat, 'to'),
    project: text(flat, 'project'),
    notes: text(flat, 'notes'),
    fields: under(flat, 'field:', fieldValue),
    unknown: under(flat, 'unknown:', unknownValue),
  } as Tie);
}

/** `actors` may name actors that are missing: `Graph` leaves them out. */
export function readProject(id: string, flat: Flat): Project {
  return {
    id,
    name: text(flat, 'name') ?? id,
    actors: Object.keys(under(flat, 'actor:', (value) => (value === true ? true : undefined))),
    unknown: under(flat, 'unknown:', unknownValue),
  };
}

export function readSector(id: string, flat: Flat): Sector {
  return {
    id,
    name: localized(flat, 'name', id),
    colour: colour(flat, '#7F7F7F'),
    shape: oneOf(flat, 'shape', SHAPES, 'octagon'),
  };
}

export function readTieType(id: string, flat: Flat): TieType {
  const factor = number(flat, 'factor');
  return {
    id,
    name: localized(flat, 'name', id),
    colour: colour(flat, '#6E7480'),
    dash: oneOf(flat, 'dash', DASHES, 'solid'),
    direction: oneOf<Direction>(flat, 'direction', ['one-way', 'mutual'], 'one-way'),
    factor: factor !== undefined && factor > 0 ? factor : 1,
    mechanism: oneOf(flat, 'mechanism', MECHANISMS, 'symbiosis'),
    dimension: oneOf(flat, 'dimension', DIMENSIONS, 'economy'),
  };
}

export function readResource(id: string, flat: Flat): Resource {
  return {
    id,
    name: localized(flat, 'name', id),
    dimension: oneOf(flat, 'dimension', DIMENSIONS, 'economy'),
  };
}

export function readField(id: string, flat: Flat): Field {
  return present<Field>({
    id,
    on: oneOf<'actor' | 'tie'>(flat, 'on', ['actor', 'tie'], 'actor'),
    name: localized(flat, 'name', id),
    kind: oneOf(flat, 'kind', FIELD_KINDS, 'text'),
    unit: text(flat, 'unit'),
    categories: texts(flat, 'categories'),
  } as Field);
}

function colour(flat: Flat, otherwise: string): string {
  const value = flat.get('colour');
  return typeof value === 'string' && /^#[0-9a-fA-F]{6}$/.test(value) ? value : otherwise;
}

export function readInfo(flat: Flat): MapInfo {
  return present<MapInfo>({
    title: text(flat, 'title') ?? '',
    description: text(flat, 'description'),
    author: text(flat, 'author'),
    date: text(flat, 'date'),
    source: text(flat, 'source'),
    distinct: readDistinct(flat),
    adopted: readAdopted(flat),
    brought: texts(flat, 'brought'),
    unknown: under(flat, 'unknown:', unknownValue),
  } as MapInfo);
}

/** Each pair lies under a key of its own: two windows that set different ones apart both keep theirs. */
function readDistinct(flat: Flat): MapInfo['distinct'] {
  const pairs = Object.values(
    under(flat, 'distinct:', (value): readonly [string, string] | undefined => {
      if (!Array.isArray(value) || value.length !== 2) return undefined;
      const [a, b] = value as readonly unknown[];
      return typeof a === 'string' && typeof b === 'string' ? [a, b] : undefined;
    }),
  );
  return pairs.length > 0 ? pairs : undefined;
}

function readAdopted(flat: Flat): MapInfo['adopted'] {
  const marks = under(flat, 'adopted:', (value) => texts(new Map([['marks', value]]), 'marks'));
  return Object.keys(marks).length > 0 ? marks : undefined;
}

export function readView(flat: Flat): View {
  return {
    size: encodingFrom<SizeBy>(flat.get('size'), SIZE_KINDS) ?? DEFAULT_VIEW.size,
    colour: encodingFrom<ColourBy>(flat.get('colour'), COLOUR_KINDS) ?? DEFAULT_VIEW.colour,
    width: oneOf(flat, 'width', ['weight', 'same'], DEFAULT_VIEW.width),
    tieColour: oneOf(flat, 'tieColour', TIE_COLOURS, DEFAULT_VIEW.tieColour),
    labels: oneOf(flat, 'labels', LABEL_CHOICES, DEFAULT_VIEW.labels),
    ...DEFAULT_APPEARANCE,
    ...appearanceFrom((key) => flat.get(key)),
    ignoreDirection: flat.get('ignoreDirection') === true,
    ignoreWeights: flat.get('ignoreWeights') === true,
    measures: readOptions(flat),
    regions: readRegions(flat),
    layout: {
      id: text(flat, 'layout') ?? DEFAULT_VIEW.layout.id,
      options: under(flat, 'layout:', finite),
    },
    diagnosis: {
      thresholds: under(flat, 'threshold:', finite),
      muted: under(flat, 'mute:', (value) => (typeof value === 'string' ? value : undefined)),
      costs: under(flat, 'cost:', (value) => (isNumber(value) && value > 0 ? value : undefined)),
    },
    views: readSavedViews(flat),
  };
}

/** A region is one value: two windows never mix halves of it. */
function readRegions(flat: Flat): readonly Region[] {
  const boxes = under(flat, 'region:', (value) => (Array.isArray(value) ? box(value) : undefined));
  return Object.entries(boxes).map(([id, place]) => ({ id, ...place }));
}

function box(value: readonly unknown[]): Omit<Region, 'id'> | undefined {
  const [x, y, width, height] = value;
  return value.length === 4 &&
    isNumber(x) &&
    isNumber(y) &&
    isNumber(width) &&
    isNumber(height) &&
    width > 0 &&
    height > 0
    ? { x, y, width, height }
    : undefined;
}

/** Each option lies under a key of its own: two windows that set different ones both keep theirs. */
function readOptions(flat: Flat): MeasureOptions {
  const options: Record<string, unknown> = { ...DEFAULT_MEASURE_OPTIONS };
  for (const id of Object.keys(DEFAULT_MEASURE_OPTIONS) as OptionId[])
    options[id] = allowedOption(id, flat.get(`option:${id}`)) ?? DEFAULT_MEASURE_OPTIONS[id];
  return options as unknown as MeasureOptions;
}

// --- writing -------------------------------------------------------------------------------------------------------

/** Undefined means "remove this key". */
export type Changes = ReadonlyMap<string, FlatValue | undefined>;

function put(flat: Map<string, FlatValue>, key: string, value: FlatValue | undefined): void {
  if (value !== undefined && value !== '') flat.set(key, value);
}

function putAll(
  flat: Map<string, FlatValue>,
  prefix: string,
  values: Readonly<Record<string, FlatValue>>,
): void {
  for (const [key, value] of Object.entries(values)) flat.set(prefix + key, value);
}

function putUnknown(flat: Map<string, FlatValue>, unknown: Readonly<Record<string, Json>>): void {
  for (const [key, value] of Object.entries(unknown)) flat.set(`unknown:${key}`, JSON.stringify(value));
}

export function flatActor(actor: Omit<Actor, 'id'>): Flat {
  const flat = new Map<string, FlatValue>();
  put(flat, 'name', actor.name);
  put(flat, 'secondName', actor.secondName);
  put(flat, 'aliases', actor.aliases);
  put(flat, 'sector', actor.sector);
  put(flat, 'size', actor.size);
  put(flat, 'sizeChange', actor.sizeChange);
  put(flat, 'inflow', actor.inflow);
  put(flat, 'outflow', actor.outflow);
  putAll(flat, 'supply:', actor.supply);
  putAll(flat, 'demand:', actor.demand);
  put(flat, 'from', actor.from);
  put(flat, 'to', actor.to);
  put(flat, 'notes', actor.notes);
  put(flat, 'position', actor.position);
  put(flat, 'pinned', actor.pinned);
  putAll(flat, 'field:', actor.fields);
  putUnknown(flat, actor.unknown);
  return flat;
}

export function flatTie(tie: Omit<Tie, 'id'>): Flat {
  const flat = new Map<string, FlatValue>();
  put(flat, 'source', tie.source);
  put(flat, 'target', tie.target);
  put(flat, 'type', tie.type);
  put(flat, 'direction', tie.direction);
  put(flat, 'weight', tie.weight);
  put(flat, 'from', tie.from);
  put(flat, 'to', tie.to);
  put(flat, 'project', tie.project);
  put(flat, 'notes', tie.notes);
  putAll(flat, 'field:', tie.fields);
  putUnknown(flat, tie.unknown);
  return flat;
}

export function flatProject(project: Omit<Project, 'id'>): Flat {
  const flat = new Map<string, FlatValue>([['name', project.name]]);
  for (const id of project.actors) flat.set(`actor:${id}`, true);
  putUnknown(flat, project.unknown);
  return flat;
}

/** A scheme entry; `order` is its place in the list. */
export function flatSchemeEntry(entry: Sector | TieType | Resource | Field, order: number): Flat {
  const flat = new Map<string, FlatValue>([['order', order]]);
  for (const [key, value] of Object.entries(entry)) if (key !== 'id') put(flat, key, value as FlatValue);
  return flat;
}

/** Where the document keeps that a pair of actors, the smaller id first, is not the same. */
export function distinctKey([a, b]: readonly [string, string]): string {
  return `distinct:${JSON.stringify([a, b])}`;
}

export function infoChanges(info: Partial<MapInfo>): Changes {
  const changes = new Map<string, FlatValue | undefined>();
  for (const [key, value] of Object.entries(info))
    if (key !== 'unknown' && key !== 'distinct' && key !== 'adopted')
      changes.set(key, value === '' ? undefined : (value as string | readonly string[]));
  for (const pair of info.distinct ?? []) changes.set(distinctKey(pair), [...pair]);
  for (const [scenario, marks] of Object.entries(info.adopted ?? {}))
    changes.set(`adopted:${scenario}`, marks);
  for (const [key, value] of Object.entries(info.unknown ?? {}))
    changes.set(`unknown:${key}`, JSON.stringify(value));
  return changes;
}

export function viewChanges({
  measures,
  regions,
  layout,
  views,
  diagnosis,
  style,
  ...view
}: ViewChange): Changes {
  const changes = new Map<string, FlatValue | undefined>();
  for (const [key, value] of Object.entries(view)) {
    if (typeof value === 'object') changes.set(key, encodingText(value));
    else changes.set(key, value);
  }
  if (style !== undefined) changes.set('style', style ? [style.id, style.name] : undefined);
  for (const [id, value] of Object.entries(measures ?? {})) changes.set(`option:${id}`, value);
  for (const { id, x, y, width, height } of regions ?? []) changes.set(`region:${id}`, [x, y, width, height]);
  if (layout?.id !== undefined) changes.set('layout', layout.id);
  for (const [id, value] of Object.entries(layout?.options ?? {})) changes.set(`layout:${id}`, value);
  for (const [id, value] of Object.entries(diagnosis?.thresholds ?? {}))
    changes.set(`threshold:${id}`, value);
  for (const [code, reason] of Object.entries(diagnosis?.muted ?? {})) changes.set(`mute:${code}`, reason);
  for (const [kind, value] of Object.entries(diagnosis?.costs ?? {})) changes.set(`cost:${kind}`, value);
  for (const [order, saved] of (views ?? []).entries())
    for (const [key, value] of savedViewKeys(saved, order)) changes.set(key, value);
  return changes;
}
