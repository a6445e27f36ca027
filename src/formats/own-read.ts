import { compareIds } from '../base/ids.ts';
import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import type { Actor, MapInfo, Project, Tie } from '../model/graph.ts';
import { cutName, noteLongName } from './actors.ts';
import type { Frame } from './build.ts';
import type { Steps } from './format.ts';
import { parseJson } from './json-text.ts';
import { LIMITS } from './limits.ts';
import type { NoteBook } from './note-book.ts';
import { readScheme } from './own-scheme.ts';
import { endId, get, isNumber, isRecord, present, Values, type JsonObject } from './own-values.ts';
import { readView } from './own-view.ts';
import { UNSPECIFIED } from './recognise.ts';
import { cleanText, short } from './text.ts';

/** Version of our own format that this program writes, and the newest that it reads. */
export const FORMAT_VERSION = 1;

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

const ACTOR_KEYS = new Set(
  'id name secondName aliases sector size sizeChange inflow outflow supply demand from to notes position pinned fields'.split(
    ' ',
  ),
);
const TIE_KEYS = new Set('id source target type direction weight from to project notes fields'.split(' '));
const PROJECT_KEYS = new Set(['id', 'name', 'actors']);
const ROUND_KEYS = new Set(['name', 'time', 'note', 'map']);
const INFO_KEYS = new Set([
  'title',
  'description',
  'author',
  'date',
  'source',
  'distinct',
  'adopted',
  'brought',
]);

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
    'scenario',
    'id',
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
    adopted: values.lists('adopted'),
    brought: values.list('brought'),
    unknown: values.unknown(INFO_KEYS),
  } as MapInfo);
}
