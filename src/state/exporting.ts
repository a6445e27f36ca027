import { ok, type Result } from '../base/result.ts';
import type { WrittenFile } from '../formats/format.ts';
import type { Graph } from '../model/graph.ts';
import type { Round } from '../model/round.ts';
import type { PortableScenario } from '../model/scenario/portable.ts';
import type { DrawingOptions } from './images.ts';

// Writers, images and zip are loaded when something is exported: the first page view does without them.

export const DATA = ['ecotone', 'csv', 'graphml'] as const;
export const PAGES = ['html'] as const;

/** A file ready to be saved. */
export interface Download {
  readonly name: string;
  readonly blob: Blob;
}

/** A figure as a file. */
export async function figureFile(
  svg: string,
  title: string,
  kind: 'svg' | 'png',
  dpi: number,
): Promise<Result<Download>> {
  if (kind === 'png') {
    const image = await imageFile(svg, title, dpi);
    if (!image) throw new Error('an image was called off that nobody could call off');
    return image;
  }
  const { fileNameOf } = await import('../formats/text.ts');
  return ok({ name: `${fileNameOf(title)}.svg`, blob: new Blob([svg], { type: 'image/svg+xml' }) });
}

/** A figure as pixels; undefined when it was called off. */
export async function imageFile(
  svg: string,
  title: string,
  dpi: number,
  options: DrawingOptions = {},
): Promise<Result<Download> | undefined> {
  const [{ fileNameOf }, { drawPixels }] = await Promise.all([
    import('../formats/text.ts'),
    import('./images.ts'),
  ]);
  const drawn = await drawPixels(svg, dpi, options);
  return drawn?.ok ? ok({ name: `${fileNameOf(title)}.png`, blob: drawn.value }) : drawn;
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
