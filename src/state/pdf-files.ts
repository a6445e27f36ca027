import type { Localized } from '../base/localized.ts';
import { failed, ok, type Result } from '../base/result.ts';
import type { PdfInformation } from '../figures/pdf/pdf.ts';
import { PdfWriter } from '../workers/pdf.ts';
import type { Download } from './exporting.ts';

export interface PdfDownload extends Download {
  /** What is not as in the figure; undefined when all is. */
  readonly note: Localized | undefined;
}

/**
 * A figure (an SVG string of ours) as a PDF. The worker that writes it and the fonts that it needs are fetched now, and
 * let go of when the file is made. Undefined when `signal` ended it.
 */
export async function pdfFile(
  svg: string,
  title: string,
  information: PdfInformation = {},
  signal?: AbortSignal,
): Promise<Result<PdfDownload> | undefined> {
  const writer = new PdfWriter();
  try {
    const [{ fileNameOf }, made] = await Promise.all([
      import('../formats/text.ts'),
      writer.write({ svg, information }, signal ? { signal } : {}),
    ]);
    if (!made) return undefined;
    if (!made.ok) return failed(made.problem);
    const { bytes, unknown } = made.value;
    return ok({
      name: `${fileNameOf(title)}.pdf`,
      blob: new Blob([bytes], { type: 'application/pdf' }),
      note: unknown > 0 ? lettersMissing(unknown) : undefined,
    });
  } finally {
    writer.close();
  }
}

function lettersMissing(count: number): Localized {
  return {
    en:
      count === 1
        ? 'One character of this figure is in none of the PDF’s fonts; a box stands in its place. SVG keeps it.'
        : `${count} characters of this figure are in none of the PDF’s fonts; boxes stand in their places. SVG keeps them.`,
    zh: `图中有 ${count} 个字符不在 PDF 所用的任何字体中，以方框代替；SVG 会保留这些字符。`,
  };
}
