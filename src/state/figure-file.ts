import type { Localized } from '../base/localized.ts';
import { ok, type Result } from '../base/result.ts';
import type { FigureMetadata } from '../figures/metadata.ts';
import type { AnonymousMap } from './anonymised.ts';
import { figureFile, imageFile, type Download } from './exporting.ts';
import type { FigureFormat } from './figure-choices.ts';
import type { DrawingOptions } from './images.ts';
import type { MapState } from './map.svelte.ts';

export interface FigureFileInput {
  readonly svg: string;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly format: FigureFormat;
  readonly dpi: number;
  readonly metadata: FigureMetadata;
  /** The map that the file is to hold, if any; a PDF holds none. */
  readonly held?: { readonly map: MapState; readonly anonymous: AnonymousMap | undefined } | undefined;
}

export interface FigureDownload {
  readonly file: Download;
  /** What is not as in the figure; undefined when all is. */
  readonly note: Localized | undefined;
}

/** A figure as a file that says how it was made, and holds its map on request; undefined when it was called off. */
export async function finishedFigure(
  { svg, name, format, dpi, metadata, held }: FigureFileInput,
  options: DrawingOptions,
): Promise<Result<FigureDownload> | undefined> {
  if (format === 'pdf') {
    const { pdfFile } = await import('./pdf-files.ts');
    const { methods, parameters } = metadata;
    const made = await pdfFile(svg, name, { methods, parameters }, options.signal);
    return made?.ok ? ok({ file: made.value, note: made.value.note }) : made;
  }
  const made =
    format === 'svg'
      ? await tellingSvg(svg, name, metadata)
      : await tellingPng(svg, name, dpi, metadata, options);
  if (!made?.ok) return made;
  if (!held) return ok({ file: made.value, note: undefined });
  const { withMap } = await import('./figures-with-maps.ts');
  return ok({ file: await withMap(made.value, held.map, held.anonymous), note: undefined });
}

async function tellingSvg(svg: string, name: string, metadata: FigureMetadata): Promise<Result<Download>> {
  const { withSvgMetadata } = await import('../figures/svg-metadata.ts');
  return figureFile(withSvgMetadata(svg, metadata), name, 'svg', 0);
}

async function tellingPng(
  svg: string,
  name: string,
  dpi: number,
  metadata: FigureMetadata,
  options: DrawingOptions,
): Promise<Result<Download> | undefined> {
  const made = await imageFile(svg, name, dpi, options);
  if (!made?.ok) return made;
  const { pngTexts, withTexts } = await import('../figures/png-texts.ts');
  const bytes = new Uint8Array(await made.value.blob.arrayBuffer());
  const told = withTexts(bytes, pngTexts(metadata), metadata.language);
  return ok({ name: made.value.name, blob: new Blob([told], { type: 'image/png' }) });
}
