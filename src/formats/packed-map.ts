import { strFromU8, strToU8, Unzlib, zlibSync } from 'fflate';
import { joinedBytes } from '../base/joined-bytes.ts';
import { fromBase64, toBase64 } from '../base/base64.ts';
import { crc32 } from '../base/png-chunks.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { LIMITS } from './limits.ts';

/** A map within another file: our own JSON, deflated. */

/** Of the texts that `markedMap` makes. */
const VERSION = 1;
const MARK = 'ecotone-map;';
const HEAD = /^ecotone-map;(\d{1,4});crc32=([0-9a-f]{8});/u;
const LINE = 120;

/** Output is looked at after each piece of this size: none can unpack to more than some thousand times as much. */
const PIECE = 4096;
/** Below it the ratio says nothing. */
const SMALL = 1 << 20;

export function packedMap(text: string): Uint8Array {
  return zlibSync(strToU8(text), { level: 9 });
}

/** The text again; what would be far larger than any map is given up on the way. */
export function unpackedMap(packed: Uint8Array): Result<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const most = Math.min(LIMITS.ownBytes, Math.max(SMALL, packed.length * LIMITS.zipRatio));
  try {
    const inflating = new Unzlib((piece, final) => {
      pieces.push(piece);
      length += piece.length;
      ended = final;
    });
    for (let at = 0; at < packed.length && length <= most; at += PIECE)
      inflating.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
  } catch {
    return failed(damagedMap());
  }
  if (length > most) return failed(swollen());
  if (!ended) return failed(damagedMap());
  return ok(strFromU8(joinedBytes(pieces)));
}

/** A map as a text of letters that any markup holds, with a checksum, in lines. It can be found wherever it stands. */
export function markedMap(text: string): string {
  const packed = packedMap(text);
  const checksum = crc32(packed).toString(16).padStart(8, '0');
  const lines = toBase64(packed).match(new RegExp(`.{1,${LINE}}`, 'gu')) ?? [];
  return `${MARK}${VERSION};crc32=${checksum};\n${lines.join('\n')}\n`;
}

/**
 * The map that a text of markup holds: the first marked one that is whole. Undefined where there is none; a problem where
 * there are only damaged ones. It is searched for by its mark alone, since other programs write markup anew.
 */
export function findMarkedMap(markup: string): Result<string> | undefined {
  let wrong: Problem | undefined;
  for (let at = markup.indexOf(MARK); at >= 0; at = markup.indexOf(MARK, at + 1)) {
    // It is all that its element holds; elsewhere somebody only writes about it.
    if (!/>\s*$/u.test(markup.slice(Math.max(0, at - 100), at))) continue;
    const head = HEAD.exec(markup.slice(at, at + 40));
    const end = markup.indexOf('<', at);
    if (!head || end < 0) {
      wrong ??= damagedMap();
      continue;
    }
    if (Number(head[1]) > VERSION) {
      wrong ??= newerMap();
      continue;
    }
    const packed = fromBase64(markup.slice(at + head[0].length, end));
    const sound = packed && crc32(packed).toString(16).padStart(8, '0') === head[2];
    const read = sound ? unpackedMap(packed) : failed(damagedMap());
    if (read.ok) return read;
    wrong ??= read.problem;
  }
  return wrong && failed(wrong);
}

export function damagedMap(): Problem {
  return problem('figure-damaged', {
    en: 'The map inside was damaged or cut short on its way, so it can’t be opened. Use the file that Ecotone saved, before any other program changed it, or the map’s own file (.ecotone.json).',
    zh: '其中的地图数据在传输或转存中受损或不完整，无法打开。请使用 Ecotone 保存的原始文件（未经其他程序改动），或地图本身的文件（.ecotone.json）。',
  });
}

function swollen(): Problem {
  return problem('figure-too-large', {
    en: 'Unpacked, the map inside would be far larger than any map that is read. It was not opened. Use the map’s own file (.ecotone.json).',
    zh: '其中的地图数据解压后远超可读取的大小，未予打开。请使用地图本身的文件（.ecotone.json）。',
  });
}

function newerMap(): Problem {
  return problem('newer-version', {
    en: 'The map inside was put there by a newer Ecotone. Update Ecotone to open it. The file was not changed.',
    zh: '其中的地图由更新版本的 Ecotone 写入。请更新 Ecotone 后打开。文件未被更改。',
  });
}
