import type { Localized } from '../base/localized.ts';
import { ok, type Result } from '../base/result.ts';
import type { FigureMetadata } from '../figures/metadata.ts';
import { pdfNote } from '../figures/pdf/pdf-note.ts';
import { pngTexts, withTexts } from '../figures/png-texts.ts';
import { withSvgMetadata } from '../figures/svg-metadata.ts';
import { withMapInPng, withMapInSvg } from '../formats/figure-embed.ts';
import type { FigureFormat } from './figure-arguments.ts';
import { rasterised } from './rasterised.ts';
import { pdfFonts } from './pdf-fonts.ts';

export interface FigureFile {
  readonly content: string | Uint8Array;
  readonly notes: readonly Localized[];
}

interface FileInput {
  readonly svg: string;
  readonly format: FigureFormat;
  readonly metadata: FigureMetadata;
  /** Of a PNG. */
  readonly dpi: number;
  /** The map that the file is to hold, in our own format. */
  readonly held: string | undefined;
}

/** A figure as its file is to have it: it says how it was made, and holds its map where that was asked for. */
export async function figureFile({
  svg,
  format,
  metadata,
  dpi,
  held,
}: FileInput): Promise<Result<FigureFile>> {
  if (format === 'svg') {
    const telling = withSvgMetadata(svg, metadata);
    return ok({ content: held === undefined ? telling : withMapInSvg(telling, held), notes: [] });
  }
  if (format === 'png') {
    const image = rasterised(svg, dpi);
    if (!image.ok) return image;
    const telling = withTexts(image.value, pngTexts(metadata), metadata.language);
    const content = held === undefined ? telling : withMapInPng(telling, held);
    return ok({ content, notes: [FONTS_OF_THE_MACHINE] });
  }
  // Its writer is large, and no other command needs it.
  const { pdfOf } = await import('../figures/pdf/pdf.ts');
  const { methods, parameters } = metadata;
  const pdf = await pdfOf(svg, pdfFonts(), { methods, parameters });
  const note = pdfNote(pdf);
  return ok({ content: pdf.bytes, notes: note ? [note] : [] });
}

const FONTS_OF_THE_MACHINE: Localized = {
  en: 'Pixels are drawn by rsvg-convert with the fonts of this machine: look at the names in the image.',
  zh: '位图由 rsvg-convert 用本机字体绘制：请查看图中的名称。',
};
