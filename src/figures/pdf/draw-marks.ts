import type PDFDocument from 'pdfkit';
import type { Group, Mark } from './drawing.ts';
import { drawFaded } from './faded.ts';
import type { Lettering } from './lettering.ts';
import { paintPath, tracePath } from './painting.ts';

/** Draws on the page of a document; letters are set by `lettering`. */
export function drawMarks(document: PDFDocument, lettering: Lettering, marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind === 'shape') paintPath(document, mark);
    else if (mark.kind === 'text') lettering.draw(mark);
    else drawGroup(document, lettering, mark);
  }
}

function drawGroup(document: PDFDocument, lettering: Lettering, group: Group): void {
  const drawAll = (): void => drawMarks(document, lettering, group.marks);
  document.save();
  if (group.transform) document.transform(...group.transform);
  if (group.clip) {
    tracePath(document, group.clip);
    document.clip();
  }
  if (group.opacity >= 1) drawAll();
  else drawFaded(document, group.marks, group.opacity, drawAll);
  document.restore();
}
