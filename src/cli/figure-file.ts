import type { Localized } from '../base/localized.ts';
import { pdfNote } from '../figures/pdf/pdf-note.ts';
import { pdfFonts } from './pdf-fonts.ts';

export interface FigureFile {
  readonly content: string | Uint8Array;
  readonly notes: readonly Localized[];
}

/** A figure as its file is to hold it: as it is, or as a PDF where the name ends so. */
export async function figureFile(svg: string, out: string): Promise<FigureFile> {
  if (!/\.pdf$/iu.test(out)) return { content: svg, notes: [] };
  // Its writer is large, and no other command needs it.
  const { pdfOf } = await import('../figures/pdf/pdf.ts');
  const pdf = await pdfOf(svg, pdfFonts());
  const note = pdfNote(pdf);
  return { content: pdf.bytes, notes: note ? [note] : [] };
}
