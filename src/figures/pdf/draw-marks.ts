import type PDFDocument from 'pdfkit';
import type { Group, Mark } from './drawing.ts';
import type { Lettering } from './lettering.ts';
import { paintPath, tracePath } from './painting.ts';

/** Where marks are drawn: a document, and how letters are set in it. */
export interface Sheet {
  readonly document: PDFDocument;
  readonly lettering: Lettering;
  readonly width: number;
  readonly height: number;
}

export function drawMarks(sheet: Sheet, marks: readonly Mark[]): void {
  for (const mark of marks) {
    if (mark.kind === 'shape') paintPath(sheet.document, mark);
    else if (mark.kind === 'text') sheet.lettering.draw(mark);
    else drawGroup(sheet, mark);
  }
}

function drawGroup(sheet: Sheet, group: Group): void {
  const { document } = sheet;
  document.save();
  if (group.transform) document.transform(...group.transform);
  if (group.clip) {
    tracePath(document, group.clip);
    document.clip();
  }
  if (group.opacity >= 1) drawMarks(sheet, group.marks);
  else drawFaded(sheet, group);
  document.restore();
}

/** As one sheet that is seen through: where its parts lie over each other, nothing shows twice. */
function drawFaded(sheet: Sheet, { marks, opacity }: Group): void {
  const [only] = marks;
  const alone = marks.length === 1 && only?.kind === 'shape' && !(only.fill && only.stroke);
  if (alone) {
    const { fill, stroke } = only;
    paintPath(sheet.document, {
      path: only.path,
      fill: fill && { ...fill, opacity: fill.opacity * opacity },
      stroke: stroke && { ...stroke, opacity: stroke.opacity * opacity },
    });
    return;
  }
  const { document } = sheet;
  const { page } = document;
  const name = `Xf${Object.keys(page.xobjects).length + 1}`;
  // Moved and shrunk groups reach beyond the page; what lies outside of it is not shown anyway.
  const far = 4 * (sheet.width + sheet.height);
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [-far, -far, far, far],
    Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB', I: true },
    Resources: page.resources,
  });
  // Its name is taken before a group within it asks for one.
  page.xobjects[name] = form;
  const around = page.content;
  page.content = form;
  drawMarks(sheet, marks);
  page.content = around;
  form.end();
  document.opacity(opacity);
  document.addContent(`/${name} Do`);
}
