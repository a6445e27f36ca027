import { AROUND, crc32 } from '../base/png-chunks.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/**
 * The same PNG with its resolution written in (a pHYs chunk), so that it opens at its true size. Bytes that are not a
 * PNG come back as they are.
 *
 * @param dpi pixels per inch
 */
export function withResolution(png: Uint8Array, dpi: number): Uint8Array<ArrayBuffer> {
  const header = SIGNATURE.length + AROUND + 13;
  if (png.length < header || !SIGNATURE.every((byte, k) => png[k] === byte)) return png.slice();
  const perMetre = Math.round(dpi / 0.0254);
  const chunk = new Uint8Array(AROUND + 9);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(
    Array.from('pHYs', (letter) => letter.charCodeAt(0)),
    4,
  );
  view.setUint32(8, perMetre);
  view.setUint32(12, perMetre);
  view.setUint8(16, 1); // the unit is the metre
  view.setUint32(17, crc32(chunk.subarray(4, 17)));

  const rest = withoutResolution(png, header);
  const result = new Uint8Array(header + chunk.length + rest.length);
  result.set(png.subarray(0, header));
  result.set(chunk, header);
  result.set(rest, header + chunk.length);
  return result;
}

/** All from `start` on, less an older pHYs chunk: a file may hold only one. */
function withoutResolution(png: Uint8Array, start: number): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = start; at + AROUND <= png.length;) {
    const end = at + AROUND + view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type === 'IDAT' || end > png.length) break;
    if (type === 'pHYs') {
      const rest = new Uint8Array(png.length - start - (end - at));
      rest.set(png.subarray(start, at));
      rest.set(png.subarray(end), at - start);
      return rest;
    }
    at = end;
  }
  return png.subarray(start);
}
