import { ok } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import type { Json } from '../model/graph.ts';
import { graphOfDraft } from '../model/graph-of-draft.ts';
import { roundTime, type Round } from '../model/round.ts';
import { cutName } from './actors.ts';
import type { Steps } from './format.ts';
import { NoteBook } from './note-book.ts';
import { KNOWN_KEYS, readOwnMap } from './own-read.ts';
import { readScenario } from './own-scenario.ts';
import { isRecord } from './own-values.ts';
import { graphToDraft, ownText } from './own-write.ts';
import { within } from './steps.ts';
import { cleanText, short } from './text.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** What a round without a time is taken to be from: it sorts before all others. */
const NO_TIME = '1970-01-01T00:00:00.000Z';
/** What the map itself takes of the whole, for the progress shown. */
const SHARE_OF_MAP = 0.5;

/** A map of our own format with what lies beside it: its rounds, and what makes it a scenario. */
export function* readWithRounds(value: JsonObject, title: string, notes: NoteBook): Steps<Draft> {
  const read = yield* readRounds(value, title, notes);
  if (!read.ok) return read;
  const scenario = yield* readScenario(value, notes);
  return scenario.ok && scenario.value ? ok({ ...read.value, scenario: scenario.value }) : read;
}

/** A round that can't be read is left out and told. */
function* readRounds(value: JsonObject, title: string, notes: NoteBook): Steps<Draft> {
  const list: unknown = Object.hasOwn(value, 'rounds') ? value['rounds'] : undefined;
  const raw: readonly unknown[] = Array.isArray(list) ? list : [];
  const share = raw.length > 0 ? SHARE_OF_MAP : 1;
  const read = yield* within(readOwnMap(value, title, notes), 0, share);
  if (!read.ok) return read;
  if (list !== undefined && !Array.isArray(list))
    notes.add('warning', 'value-left-out', {
      en: '“rounds” is not a list; it was left out.',
      zh: '“rounds”不是列表，已略去。',
    });
  const rounds: Round[] = [];
  for (const [index, entry] of raw.entries()) {
    const from = share + ((1 - share) * index) / raw.length;
    const round = yield* within(readRound(entry, index, notes), from, from + (1 - share) / raw.length);
    if (round.ok && round.value) rounds.push(round.value);
  }
  if (rounds.length === 0) return read;
  notes.total('info', 'rounds', rounds.length, {
    en:
      rounds.length === 1
        ? 'The file has a round of the map. A new map brings it along; what joins an open map leaves it behind.'
        : `The file has ${rounds.length} rounds of the map. A new map brings them along; what joins an open map leaves them behind.`,
    zh: `文件含 ${rounds.length} 个轮次。作为新地图打开时一并带入；并入已打开的地图时不带入。`,
  });
  return ok({ ...read.value, rounds });
}

/** Its map is read and written anew: what is kept can be read, and is the same bytes as when it was taken. */
function* readRound(entry: unknown, index: number, notes: NoteBook): Steps<Round | undefined> {
  const record = isRecord(entry) ? entry : {};
  const map = record['map'];
  const name = cutName(textOf(record, 'name') ?? `${index + 1}`).name;
  const leftOut = (en: string, zh: string): void =>
    notes.add('warning', 'round-left-out', {
      en: `rounds[${index}] (“${short(name)}”): ${en} The round was left out.`,
      zh: `rounds[${index}]（“${short(name)}”）：${zh}已略去该轮次。`,
    });
  if (!isRecord(map)) {
    leftOut('it has no map.', '其中没有地图。');
    return ok(undefined);
  }
  const read = yield* readOwnMap(map, name, new NoteBook());
  if (!read.ok) {
    leftOut(read.problem.message.en, read.problem.message.zh);
    return ok(undefined);
  }
  const time = roundTime(textOf(record, 'time') ?? '');
  if (time === undefined)
    notes.add('warning', 'round-without-time', {
      en: `rounds[${index}] (“${short(name)}”) does not say when it was taken; it stands first.`,
      zh: `rounds[${index}]（“${short(name)}”）没有注明时间，排在最前。`,
    });
  const note = textOf(record, 'note');
  return ok({
    name,
    time: time ?? NO_TIME,
    ...(note !== undefined && { note }),
    actors: read.value.actors.length,
    ties: read.value.ties.length,
    unknown: unknownKeys(record),
    map: ownText(graphToDraft(graphOfDraft(read.value))),
  });
}

function textOf(record: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return typeof value === 'string' && cleanText(value).trim() !== '' ? cleanText(value) : undefined;
}

function unknownKeys(record: JsonObject): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    Object.entries(record)
      .filter(([key]) => !KNOWN_KEYS.round.has(key))
      .map(([key, value]) => [cleanText(key), value as Json]),
  );
}
