import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { nextTask } from '../storage/next-task.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MM_PER_INCH = 25.4;
/** Images are drawn in tiles of so many pixels, and so wide at most: every browser holds canvases of that size. */
const LEAST_TILE_PIXELS = 100_000;
const MOST_TILE_PIXELS = 2_000_000;
const TILE_WIDTH = 4096;
/** A strip of tiles takes about so long, so that the page goes on between two; each costs a little of itself. */
const STRIP_MS = 25;
const MOST_STRIPS = 200;
/** A poster of A0 at 600 dpi; beyond it takes minutes, and hardly a program opens it. */
const MOST_PIXELS = 600_000_000;

/** Width and height in mm that a figure states in its first tag. */
export function figureSize(svg: string): Size {
  const [, width, height] = /<svg[^>]*? width="([\d.]+)mm" height="([\d.]+)mm"/u.exec(svg) ?? [];
  return { width: Number(width ?? 0), height: Number(height ?? 0) };
}

export function pixelsOf({ width, height }: Size, dpi: number): Size {
  const pixels = (mm: number): number => Math.max(1, Math.round((mm / MM_PER_INCH) * dpi));
  return { width: pixels(width), height: pixels(height) };
}

/** Why an image of this size can't be made; undefined when it can. */
export function tooManyPixels({ width, height }: Size): Problem | undefined {
  if (width * height <= MOST_PIXELS) return undefined;
  const millions = Math.round((width * height) / 1e6);
  const most = MOST_PIXELS / 1e6;
  return problem('image-too-large', {
    en: `${width} × ${height} px is ${millions} megapixels; at most ${most} can be made. Choose a smaller page or resolution, or a vector file, which is sharp at any size.`,
    zh: `${width} × ${height} 像素合 ${millions} 兆像素，超出可生成的上限（${most} 兆像素）。请减小页面或分辨率，或改用任意放大都清晰的矢量文件。`,
  });
}

const NOT_DRAWN: Localized = {
  en: 'The browser could not make an image of this size. Choose a smaller page or resolution, or a vector file.',
  zh: '浏览器无法生成这么大的图像。请减小页面或分辨率，或改用矢量文件。',
};

export interface DrawingOptions {
  /** The share that is done, in [0, 1]; of large images only. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Draws a figure pixel by pixel, strip by strip, so that no canvas is too large for a browser and the page goes on. Its
 * resolution is written in, so that it opens at its true size. Undefined when it was called off.
 */
export async function drawPixels(
  svg: string,
  dpi: number,
  options: DrawingOptions = {},
): Promise<Result<Blob> | undefined> {
  const size = pixelsOf(figureSize(svg), dpi);
  const tooMany = tooManyPixels(size);
  if (tooMany) return failed(tooMany);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const blob = await inTiles(image, size, dpi, !svg.includes(' id="background"'), options);
    if (options.signal?.aborted) return undefined;
    return blob ? ok(blob) : failed(problem('image-not-drawn', NOT_DRAWN));
  } catch {
    return options.signal?.aborted ? undefined : failed(problem('image-not-drawn', NOT_DRAWN));
  } finally {
    URL.revokeObjectURL(address);
  }
}

async function inTiles(
  image: HTMLImageElement,
  size: Size,
  dpi: number,
  transparent: boolean,
  { onProgress, signal }: DrawingOptions,
): Promise<Blob | null> {
  const [{ pngChunk }, { pngHead, PngRows }] = await Promise.all([
    import('../base/png-chunks.ts'),
    import('../figures/png-writer.ts'),
  ]);
  const shape = { ...size, transparent, dpi };
  const rows = new PngRows(shape);
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const packing = new CompressionStream('deflate');
  const packed = collected(packing.readable, (data) => pngChunk('IDAT', data));
  const writer = packing.writable.getWriter();
  const rowsOf = (pixels: number): number =>
    Math.max(1, Math.floor(pixels / Math.min(size.width, TILE_WIDTH)));
  const least = Math.max(rowsOf(LEAST_TILE_PIXELS), Math.ceil(size.height / MOST_STRIPS));
  const most = Math.max(least, rowsOf(MOST_TILE_PIXELS));
  let strip = least;
  for (let top = 0; top < size.height;) {
    const started = performance.now();
    if (signal?.aborted) {
      await writer.abort().catch(() => undefined);
      await packed.catch(() => undefined);
      return null;
    }
    const height = Math.min(strip, size.height - top);
    const tiles = [];
    for (let left = 0; left < size.width; left += TILE_WIDTH) {
      const width = Math.min(TILE_WIDTH, size.width - left);
      canvas.width = width;
      canvas.height = height;
      context.drawImage(image, -left, -top, size.width, size.height);
      tiles.push({ left, width, pixels: context.getImageData(0, 0, width, height).data });
    }
    const written = rows.take(tiles, height);
    const took = performance.now() - started;
    top += height;
    if (took < STRIP_MS / 2) strip = Math.min(strip * 2, most);
    else if (took > STRIP_MS) strip = Math.max(least, Math.round((strip * STRIP_MS) / took));
    onProgress?.(top / size.height);
    await nextTask();
    await writer.write(written);
  }
  await writer.close();
  canvas.width = canvas.height = 0;
  return new Blob([pngHead(shape), ...(await packed), pngChunk('IEND', new Uint8Array(0))], {
    type: 'image/png',
  });
}

/** What comes out of the stream, each piece as a chunk of the file. */
async function collected(
  stream: ReadableStream<Uint8Array>,
  chunk: (data: Uint8Array) => Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = stream.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(chunk(value));
  }
}

/** Of the sample that an image's size is estimated by, at most. */
const SAMPLE_PIXELS = 400_000;

/**
 * About how many bytes an image of the figure will have, from a small one: edges grow with the resolution, even areas
 * pack to nothing. Null where no sample can be drawn.
 */
export async function estimatedBytes(svg: string, dpi: number): Promise<number | null> {
  const size = figureSize(svg);
  const pixels = pixelsOf(size, dpi);
  const sampleDpi = Math.min(dpi, dpi * Math.sqrt(SAMPLE_PIXELS / (pixels.width * pixels.height)));
  const sample = await drawPixels(svg, sampleDpi);
  return sample?.ok ? sample.value.size * (dpi / sampleDpi) ** 1.2 : null;
}
