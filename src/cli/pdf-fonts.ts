import { unzlibSync } from 'fflate';
import fs from 'node:fs';
import path from 'node:path';
import type { PdfFonts } from '../figures/pdf/pdf.ts';

/** The fonts of PDFs, which the build puts beside the program. */
export function pdfFonts(folder = import.meta.dirname): Required<PdfFonts> {
  const font = (name: string): Uint8Array =>
    unzlibSync(new Uint8Array(fs.readFileSync(path.join(folder, `${name}.bin`))));
  return {
    regular: font('arimo-regular'),
    bold: font('arimo-bold'),
    chinese: font('noto-sans-sc-regular'),
  };
}
