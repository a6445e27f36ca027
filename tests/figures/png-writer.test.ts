import { deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { pngHead, PngRows } from '../../src/figures/png-writer.ts';

/** The pixels of a PNG whose rows are all of the filter "up", as a reader undoes it. */
function pixelsOf(packed: Uint8Array, width: number, height: number, bytes: number): number[] {
  const raw = inflateSync(packed);
  const length = width * bytes;
  const pixels = new Uint8Array(height * length);
  for (let y = 0; y < height; y++) {
    expect(raw[y * (length + 1)]).toBe(2);
    for (let k = 0; k < length; k++)
      pixels[y * length + k] =
        (raw[y * (length + 1) + 1 + k] ?? 0) + (y === 0 ? 0 : (pixels[(y - 1) * length + k] ?? 0));
  }
  return [...pixels];
}

function tile(left: number, top: number, width: number, height: number) {
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels.set([left + x, top + y, 7 * (left + x), 200], (y * width + x) * 4);
  return { left, width, pixels };
}

test.each([
  [true, 4],
  [false, 3],
] as const)('an image made of tiles is the image, with alpha: %s', (transparent, bytes) => {
  const shape = { width: 5, height: 4, transparent, dpi: 300 };
  const rows = new PngRows(shape);
  const strips = [
    rows.take([tile(0, 0, 3, 3), tile(3, 0, 2, 3)], 3),
    rows.take([tile(0, 3, 3, 1), tile(3, 3, 2, 1)], 1),
  ];
  const packed = deflateSync(Buffer.concat(strips));
  const expected = Array.from({ length: 20 }, (_, k) => {
    const [x, y] = [k % 5, Math.floor(k / 5)];
    return [x, y, 7 * x, 200].slice(0, bytes);
  }).flat();
  expect(pixelsOf(packed, 5, 4, bytes)).toEqual(expected);
});

test('its head states its size, its kind and its resolution', () => {
  const head = pngHead({ width: 70_000, height: 3, transparent: false, dpi: 600 });
  const view = new DataView(head.buffer);
  expect([...head.subarray(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([70_000, 3]);
  expect([...head.subarray(24, 29)]).toEqual([8, 2, 0, 0, 0]);
  const resolution = Buffer.from(head).indexOf('pHYs') + 4;
  expect(view.getUint32(resolution)).toBe(Math.round(600 / 0.0254));
});
