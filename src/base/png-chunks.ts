/** The pieces that a PNG is made of (ISO/IEC 15948): a length, a type of four letters, data and a checksum each. */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Length and type of a chunk come before its data, a checksum after it. */
const AROUND = 12;

export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
  /** Where it begins and ends in the file, with what is around its data. */
  readonly start: number;
  readonly end: number;
}

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, k) => bytes[k] === byte);
}

/** The chunks of a PNG in their order, as far as they are whole: a file that is cut off just ends. */
export function* pngChunks(png: Uint8Array): Generator<PngChunk, void> {
  if (!isPng(png)) return;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let start = SIGNATURE.length; start + AROUND <= png.length;) {
    const end = start + AROUND + view.getUint32(start);
    if (end > png.length) return;
    const type = String.fromCharCode(...png.subarray(start + 4, start + 8));
    yield { type, data: png.subarray(start + 8, end - 4), start, end };
    start = end;
  }
}

/** Whether what is stored of a chunk is what was written. */
export function isSound(png: Uint8Array, { start, end }: PngChunk): boolean {
  const stored = new DataView(png.buffer, png.byteOffset, png.byteLength).getUint32(end - 4);
  return stored === crc32(png.subarray(start + 4, end - 4));
}

export function pngChunk(type: string, data: Uint8Array): Uint8Array<ArrayBuffer> {
  const chunk = new Uint8Array(AROUND + data.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length);
  chunk.set(
    Array.from(type, (letter) => letter.charCodeAt(0)),
    4,
  );
  chunk.set(data, 8);
  view.setUint32(8 + data.length, crc32(chunk.subarray(4, 8 + data.length)));
  return chunk;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  return crc;
});

/** The checksum of PNG, gzip and zip (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
