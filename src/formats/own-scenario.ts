import { ok } from '../base/result.ts';
import { graphOfDraft } from '../model/graph-of-draft.ts';
import { isForkPoint } from '../model/scenario/fork-point.ts';
import type { PortableScenario, WholePoint } from '../model/scenario/portable.ts';
import type { Steps } from './format.ts';
import { NoteBook } from './note-book.ts';
import { readOwnMap } from './own-read.ts';
import { get, isRecord, type JsonObject } from './own-values.ts';
import { graphToDraft, ownText } from './own-write.ts';

/** An id as this program makes them. */
const ID = /^[0-9A-Za-z]{1,40}$/u;
const COLOUR = /^#[0-9a-fA-F]{6}$/u;

/** What makes the map of a file a scenario. Without a readable fork point it is a map like any other, and that is told. */
export function* readScenario(value: JsonObject, notes: NoteBook): Steps<PortableScenario | undefined> {
  const raw = get(value, 'scenario');
  if (raw === undefined) return ok(undefined);
  const record = isRecord(raw) ? raw : {};
  const [base, colour, list] = [get(record, 'base'), get(record, 'colour'), get(record, 'points')];
  const points: WholePoint[] = [];
  for (const entry of Array.isArray(list) ? (list as readonly unknown[]) : []) {
    const point = yield* readPoint(entry);
    if (point.ok && point.value) points.push(point.value);
  }
  if (typeof base !== 'string' || !ID.test(base) || points.length === 0) {
    notes.add('warning', 'scenario-left-out', {
      en: 'The file says that its map is a scenario, but not readably of what. It opens as a map of its own.',
      zh: '文件称此地图为情景，但所基于的地图无法读取。将作为独立的地图打开。',
    });
    return ok(undefined);
  }
  const lost = (Array.isArray(list) ? list.length : 0) - points.length;
  if (lost > 0)
    notes.add('warning', 'fork-points-left-out', {
      en: `${lost === 1 ? 'One state' : `${lost} states`} that the scenario had in common with its base can’t be read and ${lost === 1 ? 'was' : 'were'} left out. Adopting it may ask about changes that were adopted before.`,
      zh: `情景与基准图的共同状态中有 ${lost} 个无法读取，已略去。采纳时可能会再次询问此前已采纳的更改。`,
    });
  notes.add('info', 'scenario', {
    en: 'The map is a scenario. As a new map it stays one, of the base that this browser or the same backup has.',
    zh: '此地图是情景。作为新地图打开时，仍为此浏览器中或同一备份中基准图的情景。',
  });
  points.sort((a, b) => a.number - b.number);
  return ok({
    base,
    colour: typeof colour === 'string' && COLOUR.test(colour) ? colour : '#6E7480',
    points,
  });
}

/** Its map is read and written anew, as that of a round is. */
function* readPoint(entry: unknown): Steps<WholePoint | undefined> {
  if (!isForkPoint(entry) || !ID.test(entry.id) || !isRecord(entry)) return ok(undefined);
  const map = get(entry, 'map');
  if (!isRecord(map)) return ok(undefined);
  const read = yield* readOwnMap(map, '', new NoteBook());
  if (!read.ok) return ok(undefined);
  const { id, kind, number, after } = entry;
  return ok({ id, kind, number, after, map: ownText(graphToDraft(graphOfDraft(read.value))) });
}
