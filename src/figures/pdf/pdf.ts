import { zlibSync } from 'fflate';
import PDFDocument from 'pdfkit';
import { joinedBytes } from '../../base/joined-bytes.ts';
import { isOtherFont } from '../fonts.ts';
import { drawMarks } from './draw-marks.ts';
import type { Drawing, Mark } from './drawing.ts';
import { faceOf, Lettering, type PdfFonts } from './lettering.ts';
import { readDrawing } from './read-drawing.ts';
import { goesBeyond, type Face } from './runs.ts';

export type { PdfFonts };

/** What a PDF says of itself beside its title. */
export interface PdfInformation {
  /** How the figure was made, in words. */
  readonly methods?: string;
  /** What it was made with, as JSON. */
  readonly parameters?: string;
  /** Left out unless told, so that the same figure is the same file on every day. */
  readonly date?: Date;
}

export interface Pdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How many letters were in none of the fonts; a box stands for each. */
  readonly unknown: number;
  /** Whether the figure asks for a font that looks otherwise than those of the PDF. */
  readonly otherFont: boolean;
}

/** Whether some letter of a figure is not in the two Latin fonts, so that the Chinese one is worth its fetching. */
export function needsChinese(svg: string, fonts: Pick<PdfFonts, 'regular' | 'bold'>): boolean {
  return beyond(readDrawing(svg).marks, faceOf(fonts.regular), faceOf(fonts.bold));
}

function beyond(marks: readonly Mark[], regular: Face, bold: Face): boolean {
  return marks.some((mark) => {
    if (mark.kind === 'group') return beyond(mark.marks, regular, bold);
    return (
      mark.kind === 'text' && mark.lines.some(({ text }) => goesBeyond(text, [mark.bold ? bold : regular]))
    );
  });
}

/**
 * A figure of ours (an SVG string) as a PDF of one page in its true size: shapes as vectors, texts as letters of embedded,
 * subset fonts that can be searched and copied. The same input gives the same bytes.
 */
export async function pdfOf(svg: string, fonts: PdfFonts, information: PdfInformation = {}): Promise<Pdf> {
  const drawing = readDrawing(svg);
  const document = newDocument(drawing, information);
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk) => chunks.push(chunk));
  const finished = new Promise<void>((resolve) => document.on('end', resolve));
  const lettering = new Lettering(document, fonts);
  drawMarks(document, lettering, drawing.marks);
  document.end();
  await finished;
  const otherFont = drawing.fontFamily !== undefined && isOtherFont(drawing.fontFamily);
  return { bytes: joinedBytes(chunks), unknown: lettering.unknown, otherFont };
}

function newDocument(drawing: Drawing, { methods, parameters, date }: PdfInformation): PDFDocument {
  const document = new PDFDocument({
    size: [drawing.width, drawing.height],
    margin: 0,
    autoFirstPage: false,
    compress: false,
    // The first with all that is used here; older ones know no opacity.
    pdfVersion: '1.7',
    font: null,
    ...(drawing.language === undefined ? {} : { lang: drawing.language }),
    displayTitle: drawing.title !== undefined,
    info: {
      Producer: 'Ecotone',
      Creator: 'Ecotone',
      ...(drawing.title === undefined ? {} : { Title: drawing.title }),
      ...(methods === undefined ? {} : { Subject: methods }),
      ...(parameters === undefined ? {} : { EcotoneParameters: parameters }),
      // Else the library takes the time of day.
      CreationDate: date ?? new Date(0),
    },
  });
  if (!date) delete document.info['CreationDate'];
  // The same once more as XML, which it writes without escaping titles.
  document.endMetadata = () => undefined;
  packAlike(document);
  return document.addPage();
}

/** The library leaves it to each platform how streams are packed: here one way packs them everywhere, to the same bytes. */
function packAlike(document: PDFDocument): void {
  const refer = document.ref.bind(document);
  document.ref = (data) => {
    const reference = refer(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.buffer.length > 0) {
        reference.buffer = [zlibSync(joinedBytes(reference.buffer))];
        reference.data['Filter'] = 'FlateDecode';
      }
      finalize();
    };
    return reference;
  };
}
