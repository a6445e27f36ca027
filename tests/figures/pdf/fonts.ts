import { readFont } from '../../../scripts/fonts.mjs';
import type { PdfFonts } from '../../../src/figures/pdf/pdf.ts';

/** The fonts that the app fetches. */
export const FONTS: Required<PdfFonts> = {
  regular: readFont('arimo-regular'),
  bold: readFont('arimo-bold'),
  chinese: readFont('noto-sans-sc-regular'),
};
