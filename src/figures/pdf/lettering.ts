import { create, type Font } from 'fontkit';
import type PDFDocument from 'pdfkit';
import { textWidth } from '../../scene/text.ts';
import { runsLeft } from './bidi.ts';
import type { Text, TextLine } from './drawing.ts';
import { rectangle } from './outlines.ts';
import { paintPath, setPaint } from './painting.ts';
import { runsOf, type Face, type Run } from './runs.ts';

/** The fonts of a PDF, as TrueType files. */
export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** For letters that the others lack. */
  readonly chinese?: Uint8Array;
}

type FontName = keyof PdfFonts;

/** Chinese letters have one weight: bold ones get an outline so wide, in parts of their size. */
const EMBOLDEN = 0.03;
/** What stands for a letter that no font has: its size and its line, in parts of that of the letters. */
const BOX = { inset: 0.08, height: 0.7, line: 0.05 };
/** A list keeps a run whole, which the library else lays out, and remembers, word by word. */
const AS_ONE = { features: [] } as const;

/** What a font has. Each file parses its own: the parser remembers for which letter it first gave a glyph. */
export function faceOf(font: Uint8Array | Font): Face {
  const parsed = font instanceof Uint8Array ? create(font) : font;
  return { has: (codePoint) => parsed.hasGlyphForCodePoint(codePoint) };
}

/** Sets texts in the fonts of a document. */
export class Lettering {
  readonly #document: PDFDocument;
  readonly #faces = new Map<FontName, Face>();
  #unknown = 0;

  constructor(document: PDFDocument, fonts: PdfFonts) {
    this.#document = document;
    for (const name of ['regular', 'bold', 'chinese'] as const) {
      const bytes = fonts[name];
      if (!bytes) continue;
      const font = create(bytes);
      document.registerFont(name, font);
      this.#faces.set(name, faceOf(font));
    }
  }

  /** How many letters so far were in none of the fonts; the outline around letters counts them no second time. */
  get unknown(): number {
    return this.#unknown;
  }

  draw(text: Text): void {
    const first = text.bold ? 'bold' : 'regular';
    const faces = [...this.#faces].filter(([name]) => name === first || name === 'chinese');
    for (const line of text.lines) this.#drawLine(text, line, faces);
  }

  #drawLine(text: Text, line: TextLine, faces: readonly (readonly [FontName, Face])[]): void {
    const known = faces.map(([, face]) => face);
    const runs = runsOf(line.text, known).map((run) => {
      const name = run.face === null ? undefined : faces[run.face]?.[0];
      return { run, name, width: this.#widthOf(run, name, text.size) };
    });
    const total = runs.reduce((sum, { width }) => sum + width, 0);
    let x = line.x - total * { start: 0, middle: 0.5, end: 1 }[text.anchor];
    for (const { run, name, width } of runs) {
      if (name) this.#drawRun(text, run, name, x, line.y);
      else this.#drawBoxes(text, run, x, line.y);
      x += width;
    }
  }

  #widthOf({ text, letters }: Run, name: FontName | undefined, size: number): number {
    if (!name) return letters.reduce((sum, letter) => sum + textWidth(letter, size), 0);
    return this.#document.font(name, size).widthOfString(text, wholeOrNot(text));
  }

  #drawRun({ size, bold, fill, stroke }: Text, run: Run, name: FontName, x: number, y: number): void {
    const document = this.#document;
    const wider = bold && name === 'chinese' ? size * EMBOLDEN : 0;
    const outline =
      stroke ?? (wider > 0 && fill ? { ...fill, width: 0, dash: [], cap: 'butt', join: 'round' } : null);
    // Who reads or copies the text should not meet the letters of a halo before those that it surrounds.
    if (!fill) document.addContent('/Span << /ActualText () >> BDC');
    document.save();
    setPaint(document, { fill, stroke: outline && { ...outline, width: outline.width + wider } });
    document.font(name, size).text(run.text, x, y, {
      ...wholeOrNot(run.text),
      lineBreak: false,
      baseline: 'alphabetic',
      fill: fill !== null,
      stroke: outline !== null,
    });
    document.restore();
    if (!fill) document.addContent('EMC');
  }

  #drawBoxes({ size, fill }: Text, { letters }: Run, from: number, y: number): void {
    if (!fill) return;
    let x = from;
    for (const letter of letters) {
      const width = textWidth(letter, size);
      const inset = Math.min(BOX.inset * size, width / 4);
      paintPath(this.#document, {
        path: rectangle(x + inset, y - BOX.height * size, width - 2 * inset, BOX.height * size),
        fill: null,
        stroke: { ...fill, width: BOX.line * size, dash: [], cap: 'butt', join: 'miter' },
      });
      x += width;
      this.#unknown++;
    }
  }
}

/** Words that run to the left would change places if each were laid out alone. */
function wholeOrNot(text: string): { readonly features?: readonly string[] } {
  return runsLeft(text) ? AS_ONE : {};
}
