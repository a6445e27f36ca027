import type PDFDocument from 'pdfkit';
import type { Paint, PathStep, Shape } from './drawing.ts';

/** Corners sharper than this are cut, as SVG has it; PDF's own limit is another. */
const MITER_LIMIT = 4;

/** One path, filled and drawn along its line; what it sets holds for it alone. */
export function paintPath(document: PDFDocument, { path, fill, stroke }: Omit<Shape, 'kind'>): void {
  document.save();
  setPaint(document, { fill, stroke });
  tracePath(document, path);
  if (fill && stroke) document.fillAndStroke();
  else if (fill) document.fill();
  else document.stroke();
  document.restore();
}

/** Colours and lines of what is drawn next; nothing is written that a page begins with. */
export function setPaint(document: PDFDocument, { fill, stroke }: Paint): void {
  if (fill) document.fillColor(fill.colour, opacity(fill.opacity));
  if (!stroke) return;
  document.strokeColor(stroke.colour, opacity(stroke.opacity));
  document.lineWidth(stroke.width);
  if (stroke.cap !== 'butt') document.lineCap(stroke.cap);
  if (stroke.join === 'miter') document.miterLimit(MITER_LIMIT);
  else document.lineJoin(stroke.join);
  // Written by hand: the library refuses dashes without length, which round caps make dots of.
  if (stroke.dash.length > 0) document.addContent(`[${stroke.dash.join(' ')}] 0 d`);
}

function opacity(value: number): number | undefined {
  return value < 1 ? value : undefined;
}

export function tracePath(document: PDFDocument, path: readonly PathStep[]): void {
  for (const step of path) {
    if (step[0] === 'M') document.moveTo(step[1], step[2]);
    else if (step[0] === 'L') document.lineTo(step[1], step[2]);
    else if (step[0] === 'C') document.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
    else document.closePath();
  }
}
