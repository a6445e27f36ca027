import { compareIds } from '../base/ids.ts';
import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import type { Actor, FieldValue, Json, MapInfo, Project, Tie } from '../model/graph.ts';
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
import {
  allowedOption,
  DEFAULT_MEASURE_OPTIONS,
  type MeasureOptions,
  type OptionId,
} from '../model/measure-options.ts';
import {
  DEFAULT_VIEW,
  TIE_COLOURS,
  type ColourBy,
  type LayoutChoice,
  type Region,
  type SizeBy,
  type ViewChange,
} from '../model/view.ts';
import { cutName, noteLongName, sorted } from './actors.ts';
import type { Frame } from './build.ts';
import { isFieldValue } from './fields.ts';
import type { Steps } from './format.ts';
import { parseJson } from './json-text.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { readViews } from './own-views.ts';
import { UNSPECIFIED } from './recognise.ts';
import { cleanText, isoDate, short } from './text.ts';

/** Version of our own format that this program writes, and the newest that it reads. */
export const FORMAT_VERSION = 1;

type JsonObject = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own keys only: `__proto__` and its like are names as any other. */
function get(record: JsonObject, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Refuses what a newer program wrote: it may mean what this one would lose. */
export function versionProblem(record: JsonObject): Problem | undefined {
  const version = get(record, 'version');
  if (version === undefined || (typeof version === 'number' && version <= FORMAT_VERSION && version >= 1))
    return undefined;
  const shown = short(JSON.stringify(version));
  return problem('newer-version', {
    en: `This file was written by a newer Ecotone (format ${shown}; this one reads up to ${FORMAT_VERSION}). Update Ecotone to open it. The file was not changed.`,
    zh: `该文件由更新版本的 Ecotone 写成（格式 ${shown}，本版本最高支持 ${FORMAT_VERSION}）。请更新 Ecotone 后打开。文件未被更改。`,
  });
}

/** Reads values of one record, telling of each that can't be used. */
class Values {
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

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function present<T extends object>(entries: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as T;
}

const ACTOR_KEYS = new Set(
  'id name secondName aliases sector size sizeChange inflow outflow supply demand from to notes position pinned fields'.split(
    ' ',
  ),
);
const TIE_KEYS = new Set('id source target type direction weight from to project notes fields'.split(' '));
const PROJECT_KEYS = new Set(['id', 'name', 'actors']);
const ROUND_KEYS = new Set(['name', 'time', 'note', 'map']);
const INFO_KEYS = new Set(['title', 'description', 'author', 'date', 'source', 'distinct']);

/** The keys that a record of our own format gives a meaning to. */
export const KNOWN_KEYS = {
  actor: ACTOR_KEYS,
  tie: TIE_KEYS,
  project: PROJECT_KEYS,
  info: INFO_KEYS,
  round: ROUND_KEYS,
} as const;

/** A map of our own format, once its JSON is parsed. What is malformed is left out and told, never fatal. */
export function* readOwnMap(value: JsonObject, title: string, notes: NoteBook): Steps<Draft> {
  const wrong = versionProblem(value);
  if (wrong) return failed(wrong);
  const rawActors = listOf(value, 'actors', notes);
  const rawTies = listOf(value, 'ties', notes);
  if (rawActors.length > LIMITS.actors || rawTies.length > LIMITS.ties)
    return failed(
      problem('too-large', {
        en: `The map has ${rawActors.length} actors and ${rawTies.length} ties; at most ${LIMITS.actors} and ${LIMITS.ties} are read.`,
        zh: `地图含 ${rawActors.length} 个主体和 ${rawTies.length} 条关系，最多读取 ${LIMITS.actors} 个和 ${LIMITS.ties} 条。`,
      }),
    );
  const frame = frameOf(value, title, notes);
  const total = rawActors.length + rawTies.length + 1;

  const actors = new Map<string, Actor>();
  const idOf = idTaker(notes);
  for (const [index, raw] of rawActors.entries()) {
    const actor = readActor(raw, index, (id, place) => idOf(actors, id, 'actor', index, place), notes);
    actors.set(actor.id, actor);
    if (index % 1000 === 999) yield index / total;
  }
  const ties = new Map<string, Tie>();
  let untyped = 0;
  for (const [index, raw] of rawTies.entries()) {
    const tie = readTie(raw, index, actors, (id, place) => idOf(ties, id, 'tie', index, place), notes);
    if (!tie) continue;
    if (tie.type === UNSPECIFIED.id) untyped++;
    ties.set(tie.id, tie);
    if (index % 1000 === 999) yield (rawActors.length + index) / total;
  }
  const { info, scheme, view } = frame;
  const lacksUntyped = untyped > 0 && !scheme.tieTypes.some((type) => type.id === UNSPECIFIED.id);
  return ok({
    info,
    actors: [...actors.values()],
    ties: [...ties.values()],
    projects: frame.projects.map((project) => ({
      ...project,
      actors: project.actors.filter((id) => actors.has(id)),
    })),
    scheme: {
      complete: true,
      ...scheme,
      ...(lacksUntyped ? { tieTypes: [...scheme.tieTypes, UNSPECIFIED] } : {}),
    },
    view,
  });
}

/** What a map says beside its actors and ties, from the JSON that our GraphML carries. */
export function readFrame(text: string, title: string, notes: NoteBook): Result<Frame> {
  const parsed = parseJson(text);
  if (!parsed.ok) return parsed;
  const value = isRecord(parsed.value) ? parsed.value : {};
  const wrong = versionProblem(value);
  return wrong ? failed(wrong) : ok(frameOf(value, title, notes));
}

function frameOf(value: JsonObject, title: string, notes: NoteBook): Frame {
  const known = new Set([
    'format',
    'version',
    'map',
    'scheme',
    'actors',
    'ties',
    'projects',
    'view',
    'rounds',
  ]);
  for (const key of Object.keys(value))
    if (!known.has(key))
      notes.add('warning', 'key-left-out', {
        en: `The part “${short(key)}” of the file is not known and was left out.`,
        zh: `文件中的“${short(key)}”部分无法识别，已略去。`,
      });
  return {
    info: readInfo(get(value, 'map'), title, notes),
    scheme: readScheme(get(value, 'scheme'), notes),
    projects: readProjects(listOf(value, 'projects', notes), notes),
    view: readView(get(value, 'view')),
  };
}

function listOf(value: JsonObject, key: string, notes: NoteBook): readonly unknown[] {
  const list = get(value, key);
  if (Array.isArray(list)) return list;
  if (list !== undefined)
    notes.add('warning', 'value-left-out', {
      en: `“${key}” is not a list; it was left out.`,
      zh: `“${key}”不是列表，已略去。`,
    });
  return [];
}

/** Gives each record an id of its own, and tells when that is not the one in the file. */
function idTaker(notes: NoteBook) {
  return (
    taken: ReadonlyMap<string, unknown>,
    raw: unknown,
    kind: string,
    index: number,
    place: Localized,
  ): string => {
    const wanted = typeof raw === 'string' || typeof raw === 'number' ? cleanText(String(raw)).trim() : '';
    const base = wanted === '' || wanted.length > LIMITS.idLength ? `${kind}-${index + 1}` : wanted;
    let id = base;
    for (let k = 2; taken.has(id); k++) id = `${base}-${k}`;
    if (id !== raw)
      notes.add('warning', 'id-changed', {
        en: `${place.en}: the id ${short(JSON.stringify(raw) ?? 'missing', 40)} can't be used or is used twice; “${short(id)}” stands for it. Ties go to the first of its bearers.`,
        zh: `${place.zh}：编号 ${short(JSON.stringify(raw) ?? '缺失', 40)} 不可用或重复，已改为“${short(id)}”；关系归于先出现者。`,
      });
    return id;
  };
}

type TakeId = (raw: unknown, place: Localized) => string;

function readActor(raw: unknown, index: number, takeId: TakeId, notes: NoteBook): Actor {
  const record = isRecord(raw) ? raw : {};
  const place = `actors[${index}]`;
  const values = new Values(record, place, notes);
  const id = takeId(get(record, 'id'), { en: place, zh: place });
  const said = get(record, 'name');
  const name = typeof said === 'string' ? cleanText(said) : id;
  const cut = cutName(name);
  if (cut.whole !== undefined) noteLongName(notes, cut.name, { en: place, zh: place });
  const comments = values.text('notes');
  return present<Actor>({
    id,
    name: cut.whole === undefined ? name : cut.name,
    secondName: values.text('secondName'),
    aliases: values.list('aliases'),
    sector: values.text('sector') ?? 'other',
    size: values.number('size', 0),
    sizeChange: values.number('sizeChange'),
    inflow: values.number('inflow', 0),
    outflow: values.number('outflow', 0),
    supply: values.amounts('supply'),
    demand: values.amounts('demand'),
    from: values.date('from'),
    to: values.date('to'),
    notes: cut.whole === undefined ? comments : [comments ?? '', cut.whole].join('\n\n').trim(),
    position: values.position(),
    pinned: get(record, 'pinned') === true ? true : undefined,
    fields: values.fields(),
    unknown: values.unknown(ACTOR_KEYS),
  } as Actor);
}

function readTie(
  raw: unknown,
  index: number,
  actors: Map<string, Actor>,
  takeId: TakeId,
  notes: NoteBook,
): Tie | undefined {
  const record = isRecord(raw) ? raw : {};
  const place = `ties[${index}]`;
  const values = new Values(record, place, notes);
  const [source, target] = [endId(record, 'source'), endId(record, 'target')];
  const weight = get(record, 'weight') ?? 1;
  if (source === '' || target === '' || !isNumber(weight) || weight <= 0) {
    const bad = source === '' || target === '' ? '' : short(JSON.stringify(weight), 40);
    notes.add('warning', bad === '' ? 'tie-without-end' : 'weight-left-out', {
      en:
        bad === ''
          ? `${place}: an end is missing; the tie was left out.`
          : `${place}: the weight ${bad} is not a number above 0; the tie was left out.`,
      zh:
        bad === ''
          ? `${place}：缺少一端，已略去该关系。`
          : `${place}：权重 ${bad} 不是大于 0 的数，已略去该关系。`,
    });
    return undefined;
  }
  for (const id of [source, target])
    if (!actors.has(id)) {
      actors.set(id, {
        id,
        name: cutName(id).name,
        sector: 'other',
        supply: {},
        demand: {},
        fields: {},
        unknown: {},
      });
      notes.add('warning', 'unknown-actor', {
        en: `${place}: “${short(id)}” is not among the actors; it was added.`,
        zh: `${place}：“${short(id)}”不在主体之中，已补充为新主体。`,
      });
    }
  const direction = get(record, 'direction');
  if (direction !== 'one-way' && direction !== 'mutual')
    notes.add('warning', 'direction-unknown', {
      en: `${place}: the direction is missing or not known; the tie was read as one-way.`,
      zh: `${place}：方向缺失或无法识别，已按单向读取。`,
    });
  return present<Tie>({
    id: takeId(get(record, 'id'), { en: place, zh: place }),
    source,
    target,
    type: values.text('type') ?? UNSPECIFIED.id,
    direction: direction === 'mutual' ? 'mutual' : 'one-way',
    weight,
    from: values.date('from'),
    to: values.date('to'),
    project: values.text('project'),
    notes: values.text('notes'),
    fields: values.fields(),
    unknown: values.unknown(TIE_KEYS),
  } as Tie);
}

function endId(record: JsonObject, key: string): string {
  const value = get(record, key);
  return typeof value === 'string' || typeof value === 'number' ? cleanText(String(value)).trim() : '';
}

function readProjects(list: readonly unknown[], notes: NoteBook): readonly Project[] {
  const projects = new Map<string, Project>();
  const idOf = idTaker(notes);
  for (const [index, raw] of list.entries()) {
    const record = isRecord(raw) ? raw : {};
    const place = `projects[${index}]`;
    const values = new Values(record, place, notes);
    const id = idOf(projects, get(record, 'id'), 'project', index, { en: place, zh: place });
    const said = get(record, 'name');
    projects.set(id, {
      id,
      name: typeof said === 'string' ? cleanText(said) : id,
      actors: [...new Set(values.list('actors') ?? [])].sort(compareIds),
      unknown: values.unknown(PROJECT_KEYS),
    });
  }
  return [...projects.values()];
}

function readInfo(raw: unknown, title: string, notes: NoteBook): MapInfo {
  const record = isRecord(raw) ? raw : {};
  const values = new Values(record, 'map', notes);
  return present<MapInfo>({
    title: values.text('title') ?? title,
    description: values.text('description'),
    author: values.text('author'),
    date: values.text('date'),
    source: values.text('source'),
    distinct: values.pairs('distinct'),
    unknown: values.unknown(INFO_KEYS),
  } as MapInfo);
}

/** A file without a scheme means the default one; a list that is there counts as it is, though empty. */
function readScheme(raw: unknown, notes: NoteBook): Scheme {
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

function readView(raw: unknown): ViewChange {
  if (!isRecord(raw)) return {};
  const maybe = <T extends string>(key: string, allowed: readonly T[]): T | undefined =>
    allowed.find((item) => item === get(raw, key));
  const flag = (key: string): boolean | undefined => {
    const value = get(raw, key);
    return typeof value === 'boolean' ? value : undefined;
  };
  return present<ViewChange>({
    size: readBy<SizeBy>(get(raw, 'size'), 'same'),
    colour: readBy<ColourBy>(get(raw, 'colour'), 'sector'),
    width: maybe('width', ['weight', 'same']),
    tieColour: maybe('tieColour', TIE_COLOURS),
    labels: maybe('labels', ['auto', 'all', 'none']),
    ignoreDirection: flag('ignoreDirection'),
    ignoreWeights: flag('ignoreWeights'),
    measures: readOptions(get(raw, 'measures')),
    regions: readRegions(get(raw, 'regions')),
    layout: readLayout(get(raw, 'layout')),
    views: readViews(get(raw, 'views'), (look) => ({
      size: readBy<SizeBy>(get(look, 'size'), 'same') ?? DEFAULT_VIEW.size,
      colour: readBy<ColourBy>(get(look, 'colour'), 'sector') ?? DEFAULT_VIEW.colour,
    })),
  });
}

/** Areas that can be read, with ids of their own; undefined where there are none. */
function readRegions(raw: unknown): readonly Region[] | undefined {
  const found = new Map<string, Region>();
  for (const entry of Array.isArray(raw) ? raw.slice(0, LIMITS.regions) : []) {
    if (!isRecord(entry)) continue;
    const [id, x, y, width, height] = ['id', 'x', 'y', 'width', 'height'].map((key) => get(entry, key));
    if (typeof id !== 'string' || id === '' || id.length > LIMITS.idLength) continue;
    if (!isNumber(x) || !isNumber(y) || !isNumber(width) || !isNumber(height)) continue;
    if (width > 0 && height > 0) found.set(cleanText(id), { id: cleanText(id), x, y, width, height });
  }
  return found.size > 0 ? [...found.values()].sort((a, b) => compareIds(a.id, b.id)) : undefined;
}

function readLayout(raw: unknown): Partial<LayoutChoice> | undefined {
  if (!isRecord(raw)) return undefined;
  const [id, options] = [get(raw, 'id'), get(raw, 'options')];
  const numbers = isRecord(options) ? Object.entries(options).filter(([, value]) => isNumber(value)) : [];
  return present<Partial<LayoutChoice>>({
    id: typeof id === 'string' && id !== '' ? cleanText(id) : undefined,
    options: numbers.length > 0 ? (Object.fromEntries(numbers) as Record<string, number>) : undefined,
  });
}

/** Options of measures that this version knows, with values that it allows; undefined where there are none. */
function readOptions(raw: unknown): Partial<MeasureOptions> | undefined {
  if (!isRecord(raw)) return undefined;
  const known = (Object.keys(DEFAULT_MEASURE_OPTIONS) as OptionId[]).flatMap((id) => {
    const value = allowedOption(id, get(raw, id));
    return value === undefined ? [] : [[id, value] as const];
  });
  return known.length > 0 ? (Object.fromEntries(known) as Partial<MeasureOptions>) : undefined;
}

function readBy<T extends SizeBy | ColourBy>(raw: unknown, plain: 'same' | 'sector'): T | undefined {
  if (!isRecord(raw)) return undefined;
  const [kind, id] = [get(raw, 'kind'), get(raw, 'id')];
  if (kind === plain) return { kind } as T;
  if (
    (kind === 'measure' || kind === 'field' || (kind === 'group' && plain === 'sector')) &&
    typeof id === 'string'
  )
    return { kind, id: cleanText(id) } as unknown as T;
  return undefined;
}
