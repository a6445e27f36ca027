import { crc32, deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { withResolution } from '../../src/figures/png.ts';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

function png(...more: Buffer[]): Uint8Array {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** All chunks, their checksums proved. */
function chunks(bytes: Uint8Array): { readonly type: string; readonly data: Buffer }[] {
  const buffer = Buffer.from(bytes);
  const found: { type: string; data: Buffer }[] = [];
  for (let at = 8; at < buffer.length;) {
    const length = buffer.readUInt32BE(at);
    const end = at + 8 + length;
    expect(buffer.readUInt32BE(end)).toBe(crc32(buffer.subarray(at + 4, end)));
    found.push({ type: buffer.toString('latin1', at + 4, at + 8), data: buffer.subarray(at + 8, end) });
    at = end + 4;
  }
  return found;
}

describe('the resolution of a PNG', () => {
  test('is written before the picture, in pixels per metre, the rest as it was', () => {
    const before = png();
    const after = chunks(withResolution(before, 300));
    expect(after.map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'IDAT', 'IEND']);
    const data = after[1]?.data;
    expect([data?.readUInt32BE(0), data?.readUInt32BE(4), data?.[8]]).toEqual([11811, 11811, 1]);
    expect(after.filter(({ type }) => type !== 'pHYs')).toEqual(chunks(before));
  });

  test('takes the place of an older one', () => {
    const once = withResolution(png(chunk('gAMA', Buffer.from([0, 0, 177, 143]))), 96);
    const twice = chunks(withResolution(once, 600));
    expect(twice.map(({ type }) => type)).toEqual(['IHDR', 'pHYs', 'gAMA', 'IDAT', 'IEND']);
    expect(twice[1]?.data.readUInt32BE(0)).toBe(23622);
  });

  test('is not written into anything else', () => {
    for (const bytes of [
      new Uint8Array(),
      new Uint8Array(5),
      new TextEncoder().encode('not a picture'.repeat(9)),
    ]) {
      expect(withResolution(bytes, 300)).toEqual(bytes);
    }
    const cut = png().slice(0, 40);
    expect(() => withResolution(cut, 300)).not.toThrow();
  });
});
