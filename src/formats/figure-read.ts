import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { Draft } from '../model/draft.ts';
import type { Steps } from './format.ts';
import { mapInMarkup, mapInPng } from './figure-embed.ts';
import { parseJson } from './json-text.ts';
import type { NoteBook } from './note-book.ts';
import { readWithRounds } from './own-rounds.ts';
import { isRecord } from './own-values.ts';
import { damagedMap } from './packed-map.ts';

export const FIGURE_WITH_MAP: Localized = { en: 'Figure with its map inside', zh: '内含地图的图' };

/** The map that a figure of ours holds: the bytes of a PNG, or the text of an SVG or a page. */
export function* readFigure(figure: Uint8Array | string, title: string, notes: NoteBook): Steps<Draft> {
  const found = typeof figure === 'string' ? mapInMarkup(figure) : mapInPng(figure);
  if (!found) return failed(withoutMap());
  const value = recordOf(found);
  return value.ok ? yield* readWithRounds(value.value, title, notes) : value;
}

function recordOf(found: Result<string>): Result<Readonly<Record<string, unknown>>> {
  if (!found.ok) return found;
  const parsed = parseJson(found.value);
  return parsed.ok && isRecord(parsed.value) && parsed.value['format'] === 'ecotone'
    ? ok(parsed.value)
    : failed(damagedMap());
}

function withoutMap(): Problem {
  return problem('figure-without-map', {
    en: 'This is a picture or a page with no map inside, so there is nothing to open. Open the map’s own file (.ecotone.json), or a figure that was saved with its map.',
    zh: '这是一张不含地图数据的图片或网页，没有可打开的内容。请打开地图本身的文件（.ecotone.json），或保存时选择了“内含地图”的图。',
  });
}
