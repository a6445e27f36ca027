import type { Localized } from '../base/localized.ts';
import { problem, type Problem } from '../base/problem.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { NetworkFigureOptions } from '../figures/network-figure.ts';
import type { WrittenFile } from '../formats/format.ts';
import type { Graph } from '../model/graph.ts';
import type { Round } from '../model/round.ts';
import type { PortableScenario } from '../model/scenario/portable.ts';
import type { Bounds } from '../scene/marks.ts';
import { Figures } from '../workers/figures.ts';

export { Figures };

// Writers and zip are loaded when something is exported: the first page view does without them.

export const FIGURES = ['svg', 'pdf', 'png'] as const;
export const DATA = ['ecotone', 'csv', 'graphml'] as const;
export type ExportKind = (typeof FIGURES)[number] | (typeof DATA)[number];

export const WIDTHS_MM = [89, 120, 183, 254] as const;
export const LEAST_MM = 30;
export const MOST_MM = 2000;
export const DPIS = [150, 300, 600] as const;
export const TIMES = [1, 2, 3, 4] as const;

/** How a figure is to look; what the dialog asks. */
export interface FigureChoices {
  /** Of a PNG: a width on paper, or so many pixels for each one of the window. An SVG has its width on paper. */
  readonly measure: 'print' | 'screen';
  readonly widthMm: number;
  readonly dpi: number;
  readonly times: number;
  readonly title: boolean;
  readonly legend: boolean;
  readonly labels: 'seen' | 'all' | 'none';
  readonly part: 'whole' | 'seen';
  readonly background: 'white' | 'transparent';
}

/** What the window shows of the map. */
export interface Seen {
  readonly part: Bounds | undefined;
  readonly labels: ReadonlySet<string> | undefined;
  /** Of the window, in CSS pixels. */
  readonly width: number;
}

/** CSS pixels per inch. */
const SCREEN_DPI = 96;
const MM_PER_INCH = 25.4;
/** The longest side of a canvas that browsers draw. */
const MOST_PIXELS = 16_384;

/** A file ready to be saved. */
export interface Download {
  readonly name: string;
  readonly blob: Blob;
}

/** The width of the page that the figure is set on, in mm. */
export function pageWidth(kind: ExportKind, choices: FigureChoices, seen: Seen): number {
  return kind === 'png' && choices.measure === 'screen'
    ? (seen.width / SCREEN_DPI) * MM_PER_INCH
    : Math.min(MOST_MM, Math.max(LEAST_MM, choices.widthMm));
}

export function resolution(choices: FigureChoices): number {
  return choices.measure === 'screen' ? SCREEN_DPI * choices.times : choices.dpi;
}

/** What the choices of the dialog mean to the figure. */
export function figureOptions(
  title: string,
  kind: ExportKind,
  choices: FigureChoices,
  seen: Seen,
): NetworkFigureOptions {
  return {
    widthMm: pageWidth(kind, choices, seen),
    ...(choices.title && title !== '' ? { title } : {}),
    legend: choices.legend,
    labels: choices.labels === 'seen' ? (seen.labels ?? 'auto') : choices.labels,
    crop: choices.part === 'seen' && seen.part ? seen.part : 'all',
    background: choices.background === 'white' ? '#ffffff' : 'transparent',
  };
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

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
  if (Math.max(width, height) <= MOST_PIXELS) return undefined;
  return problem('image-too-large', {
    en: `${width} × ${height} px is more than a browser can draw (${MOST_PIXELS} px a side). Choose a smaller width or resolution, or SVG, which is sharp at any size.`,
    zh: `${width} × ${height} 像素超出浏览器可绘制的范围（每边 ${MOST_PIXELS} 像素）。请减小宽度或分辨率，或改用任意放大都清晰的 SVG。`,
  });
}

const NOT_DRAWN: Localized = {
  en: 'The browser could not make an image of this size. Choose a smaller width or resolution, or SVG.',
  zh: '浏览器无法生成这么大的图像。请减小宽度或分辨率，或改用 SVG。',
};

/** Draws a figure pixel by pixel. Its resolution is written in, so that it opens at its true size. */
async function drawPixels(svg: string, dpi: number): Promise<Result<Blob>> {
  const size = pixelsOf(figureSize(svg), dpi);
  const tooMany = tooManyPixels(size);
  if (tooMany) return failed(tooMany);
  const { withResolution } = await import('../figures/png.ts');
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const canvas = document.createElement('canvas');
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    canvas.width = size.width;
    canvas.height = size.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height);
    const blob = await new Promise<Blob | null>((made) => canvas.toBlob(made, 'image/png'));
    if (!blob) return failed(problem('image-not-drawn', NOT_DRAWN));
    const bytes = withResolution(new Uint8Array(await blob.arrayBuffer()), dpi);
    return ok(new Blob([bytes], { type: 'image/png' }));
  } catch {
    return failed(problem('image-not-drawn', NOT_DRAWN));
  } finally {
    URL.revokeObjectURL(address);
    // Gives the memory back at once.
    canvas.width = canvas.height = 0;
  }
}

/** A figure as a file; as PDF see pdf-files.ts. */
export async function figureFile(
  svg: string,
  title: string,
  kind: 'svg' | 'png',
  dpi: number,
): Promise<Result<Download>> {
  const { fileNameOf } = await import('../formats/text.ts');
  const name = `${fileNameOf(title)}.${kind}`;
  if (kind === 'svg') return ok({ name, blob: new Blob([svg], { type: 'image/svg+xml' }) });
  const drawn = await drawPixels(svg, dpi);
  return drawn.ok ? ok({ name, blob: drawn.value }) : drawn;
}

/** All of a map in one of the formats that are written; several files come as one zip. */
export async function dataFile(
  graph: Graph,
  kind: (typeof DATA)[number],
  rounds: readonly Round[] = [],
  scenario?: PortableScenario,
): Promise<Download> {
  const { FORMATS } = await import('../formats/registry.ts');
  const files = FORMATS.find(({ id }) => id === kind)?.write?.(graph, rounds, scenario) ?? [];
  const [first] = files;
  if (!first) throw new Error(`nothing writes ${kind}`);
  return files.length === 1 ? asDownload(first) : zipped(files, graph.info.title);
}

function asDownload({ name, mime, text }: WrittenFile): Download {
  return { name, blob: new Blob([text], { type: mime }) };
}

async function zipped(files: readonly WrittenFile[], title: string): Promise<Download> {
  const { strToU8, zipSync } = await import('fflate');
  const { fileNameOf } = await import('../formats/text.ts');
  const bytes = zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)])));
  return {
    name: `${fileNameOf(title)}.zip`,
    blob: new Blob([bytes], { type: 'application/zip' }),
  };
}
