import { spawnSync } from 'node:child_process';
import { isPng, pngChunk, pngChunks } from '../base/png-chunks.ts';
import { problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { figureSize } from './figure-size.ts';

/** The widest and highest image that its libraries can hold. */
const MOST_PIXELS = 32_767;
const MM_PER_INCH = 25.4;
const MOST_BYTES = 2 ** 30;

/** A figure as a PNG, by the program rsvg-convert where the machine has it: pixels are nothing that we draw outside a browser. */
export function rasterised(svg: string, dpi: number): Result<Uint8Array> {
  const pixels = Math.round((Math.max(...figureSize(svg)) / MM_PER_INCH) * dpi);
  if (pixels > MOST_PIXELS) return failed(tooManyPixels(pixels));
  const { error, status, stdout, stderr } = spawnSync(
    'rsvg-convert',
    ['--format=png', `--dpi-x=${dpi}`, `--dpi-y=${dpi}`],
    { input: svg, maxBuffer: MOST_BYTES },
  );
  if (error)
    return failed((error as NodeJS.ErrnoException).code === 'ENOENT' ? NO_PROGRAM : notDrawn(error.message));
  return status === 0 && isPng(stdout)
    ? ok(withResolution(stdout, dpi))
    : failed(notDrawn(stderr.toString()));
}

/** With its resolution written in, behind the header, so that it opens at its true size. */
function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round((dpi / MM_PER_INCH) * 1000);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  view.setUint8(8, 1); // the unit is the metre
  const chunks = [...pngChunks(png)].filter(({ type }) => type !== 'pHYs');
  const [header, ...rest] = chunks.map(({ start, end }) => png.subarray(start, end));
  const parts = [
    png.subarray(0, chunks[0]?.start),
    header ?? new Uint8Array(),
    pngChunk('pHYs', data),
    ...rest,
  ];
  return Buffer.concat(parts);
}

const NO_PROGRAM = problem('no-rasteriser', {
  en: 'Pixels are drawn by rsvg-convert (librsvg), which is not installed here: install it, name the file .svg or .pdf, or save the PNG from the app (Export).',
  zh: '位图由 rsvg-convert（librsvg）绘制，本机未安装：请安装它，或将文件命名为 .svg 或 .pdf，或在应用中导出 PNG。',
});

function tooManyPixels(pixels: number) {
  return problem('too-many-pixels', {
    en: `The image would be ${pixels} pixels wide or high; ${MOST_PIXELS} are the most. Choose a lower --dpi, a smaller page, or .svg or .pdf.`,
    zh: `图像的宽或高将达 ${pixels} 像素，超过上限 ${MOST_PIXELS}。请降低 --dpi、缩小页面，或改用 .svg、.pdf。`,
  });
}

function notDrawn(why: string) {
  return problem('not-rasterised', {
    en: `rsvg-convert could not draw the image (${why.trim()}). Name the file .svg or .pdf instead.`,
    zh: `rsvg-convert 无法绘制图像（${why.trim()}）。请改将文件命名为 .svg 或 .pdf。`,
  });
}
