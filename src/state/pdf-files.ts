import type { Localized } from '../base/localized.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { pdfNote } from '../figures/pdf/pdf-note.ts';
import type { PdfInformation } from '../figures/pdf/pdf.ts';
import { PdfWriter } from '../workers/pdf.ts';
import type { Download } from './exporting.ts';

export interface PdfDownload extends Download {
  /** What is not as in the figure, to be told; undefined when all is. */
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
    const { bytes } = made.value;
    return ok({
      name: `${fileNameOf(title)}.pdf`,
      blob: new Blob([bytes], { type: 'application/pdf' }),
      note: pdfNote(made.value),
    });
  } finally {
    writer.close();
  }
}
