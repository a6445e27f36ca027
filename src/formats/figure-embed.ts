import { joinedBytes } from '../base/joined-bytes.ts';
import { isPng, isSound, pngChunk, pngChunks, type PngChunk } from '../base/png-chunks.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { damagedMap, findMarkedMap, markedMap, packedMap, unpackedMap } from './packed-map.ts';

/** Figures that hold the map that they show, in our own JSON: whoever opens such a file opens the map. */

const NAMESPACE = 'urn:ecotone:map';
/** Of the PNG text that holds the map. */
const KEYWORD = 'Ecotone map';

/**
 * An SVG with a map in it, as metadata behind all that is drawn. What is no SVG comes back as it is.
 * @param map as `ownText` writes it
 */
export function withMapInSvg(svg: string, map: string): string {
  const end = svg.lastIndexOf('</svg>');
  if (end < 0) return svg;
  const held = `<metadata id="ecotone-map"><map xmlns="${NAMESPACE}">${markedMap(map)}</map></metadata>\n`;
  return svg.slice(0, end) + held + svg.slice(end);
}

/** A PNG with a map in it: compressed text before the end (iTXt), in place of an older one. */
export function withMapInPng(png: Uint8Array, map: string): Uint8Array<ArrayBuffer> {
  if (!isPng(png)) return png.slice();
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const chunk of pngChunks(png)) {
    const end = chunk.type === 'IEND';
    if (!end && mapOf(chunk) === undefined) continue;
    parts.push(png.subarray(from, chunk.start));
    if (end) parts.push(pngChunk('iTXt', textOf(map)));
    from = end ? chunk.start : chunk.end;
  }
  parts.push(png.subarray(from));
  return joinedBytes(parts);
}

/** The map that an SVG or a page holds; undefined where there is none. */
export function mapInMarkup(markup: string): Result<string> | undefined {
  return findMarkedMap(markup);
}

/** The map that a PNG holds; undefined where there is none. */
export function mapInPng(png: Uint8Array): Result<string> | undefined {
  for (const chunk of pngChunks(png)) {
    const packed = mapOf(chunk);
    if (!packed) continue;
    if (!isSound(png, chunk)) return failed(damagedMap());
    const text = unpackedMap(packed);
    return text.ok ? ok(text.value) : text;
  }
  return undefined;
}

/** Keyword, the two marks of compression, no language and no translation of the keyword, and the text. */
function textOf(map: string): Uint8Array {
  const packed = packedMap(map);
  return joinedBytes([Uint8Array.from([...letters(KEYWORD), 0, 1, 0, 0, 0]), packed]);
}

/** What our text in a PNG holds, packed; undefined of any other chunk. */
function mapOf({ type, data }: PngChunk): Uint8Array | undefined {
  if (type !== 'iTXt') return undefined;
  const keyword = letters(KEYWORD);
  if (!keyword.every((letter, k) => data[k] === letter) || data[keyword.length] !== 0) return undefined;
  // Language and translated keyword, which other programs may have filled, end with a zero each.
  let at = keyword.length + 3;
  for (let zeros = 0; zeros < 2; at++) {
    if (at >= data.length) return new Uint8Array();
    if (data[at] === 0) zeros++;
  }
  return data.subarray(at);
}

function letters(text: string): number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
