import { joinedBytes } from '../base/joined-bytes.ts';
import { pngChunk } from '../base/png-chunks.ts';

/** A PNG made row by row, for images that are too large to be held at once. */
export interface PngShape {
  readonly width: number;
  readonly height: number;
  /** Whether it has an alpha channel: four bytes a pixel, else three. */
  readonly transparent: boolean;
  /** Pixels per inch, written in so that it opens at its true size. */
  readonly dpi: number;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PAINTED = 4;
/** Rows hold what differs from the row above, which compresses large even areas to almost nothing. */
const FILTER_UP = 2;

function bytesAPixel(transparent: boolean): number {
  return transparent ? 4 : 3;
}

/** All that comes before the pixels. */
export function pngHead({ width, height, transparent, dpi }: PngShape): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, transparent ? 6 : 2, 0, 0, 0], 8);
  const resolution = new Uint8Array(9);
  const perMetre = Math.round(dpi / 0.0254);
  new DataView(resolution.buffer).setUint32(0, perMetre);
  new DataView(resolution.buffer).setUint32(4, perMetre);
  resolution[8] = 1; // the unit is the metre
  return joinedBytes([Uint8Array.from(SIGNATURE), pngChunk('IHDR', header), pngChunk('pHYs', resolution)]);
}

/** A strip of an image as canvases give it: red, green, blue and alpha of each pixel, in tiles side by side. */
export interface Tile {
  readonly left: number;
  readonly width: number;
  readonly pixels: Uint8ClampedArray;
}

/** Turns strips of an image, from the top down, into the rows of a PNG before compression. */
export class PngRows {
  #above: Uint8Array;

  constructor(private readonly shape: PngShape) {
    this.#above = new Uint8Array(shape.width * bytesAPixel(shape.transparent));
  }

  /** @param height of the strip, in pixels */
  take(tiles: readonly Tile[], height: number): Uint8Array<ArrayBuffer> {
    const { width, transparent } = this.shape;
    const bytes = bytesAPixel(transparent);
    const length = width * bytes;
    const rows = new Uint8Array(height * (1 + length));
    for (let y = 0; y < height; y++) {
      const row = new Uint8Array(length);
      for (const tile of tiles) copyRow(row, tile, y, bytes);
      const start = y * (1 + length);
      rows[start] = FILTER_UP;
      const above = this.#above;
      for (let k = 0; k < length; k++) rows[start + 1 + k] = (row[k] ?? 0) - (above[k] ?? 0);
      this.#above = row;
    }
    return rows;
  }
}

function copyRow(row: Uint8Array, { left, width, pixels }: Tile, y: number, bytes: number): void {
  let from = y * width * PAINTED;
  let to = left * bytes;
  if (bytes === PAINTED) {
    row.set(pixels.subarray(from, from + width * PAINTED), to);
    return;
  }
  for (let x = 0; x < width; x++) {
    row[to] = pixels[from] ?? 0;
    row[to + 1] = pixels[from + 1] ?? 0;
    row[to + 2] = pixels[from + 2] ?? 0;
    from += PAINTED;
    to += bytes;
  }
}
