import type PDFDocument from 'pdfkit';
import { boxAround, boxOf, meet } from './bounds.ts';
import type { Mark, Shape } from './drawing.ts';
import { rectangle } from './outlines.ts';
import { paintPath, tracePath } from './painting.ts';

/** Marks that are seen through as one: where its parts lie over each other, nothing shows twice. */
export function drawFaded(
  document: PDFDocument,
  marks: readonly Mark[],
  opacity: number,
  drawAll: () => void,
): void {
  const shapes = marks.filter((mark) => mark.kind === 'shape');
  const lines = shapes.filter(({ fill }) => !fill);
  const heads = shapes.filter(({ stroke }) => !stroke);
  const [first] = marks;
  const apart =
    lines.length + heads.length === marks.length && (marks.length === 1 || isTie(marks, lines, heads));
  if (!apart || !first) drawTogether(document, marks, opacity, drawAll);
  else {
    for (const line of lines) drawBeside(document, faded(line, opacity), heads);
    for (const head of heads) paintPath(document, faded(head, opacity));
  }
}

/** One line, then heads that do not touch each other. */
function isTie(marks: readonly Mark[], lines: readonly Shape[], heads: readonly Shape[]): boolean {
  const [line] = lines;
  if (lines.length !== 1 || line !== marks[0]) return false;
  const boxes = heads.map(boxOf);
  return boxes.every((box, k) => boxes.slice(k + 1).every((other) => !meet(box, other)));
}

/** In points: where so thin a line shows twice nobody sees it, and maps of many ties become smaller files that are drawn sooner. */
const HAIRLINE = 0.5;

/** Maps have thousands of ties: a line that is kept out of its heads costs far less than a sheet of its own for each. */
function drawBeside(document: PDFDocument, line: Shape, heads: readonly Shape[]): void {
  document.save();
  if (heads.length > 0 && (line.stroke?.width ?? 0) > HAIRLINE) {
    const { left, top, right, bottom } = boxOf(line);
    tracePath(document, rectangle(left, top, right - left, bottom - top));
    for (const head of heads) tracePath(document, head.path);
    document.clip('even-odd');
  }
  paintPath(document, line);
  document.restore();
}

function faded({ fill, stroke, ...shape }: Shape, opacity: number): Shape {
  return {
    ...shape,
    fill: fill && { ...fill, opacity: fill.opacity * opacity },
    stroke: stroke && { ...stroke, opacity: stroke.opacity * opacity },
  };
}

/** Far beyond any page: groups may be shrunk. */
const FAR = 1e5;

/** On a sheet of its own, which is then laid over the page. */
function drawTogether(
  document: PDFDocument,
  marks: readonly Mark[],
  opacity: number,
  drawAll: () => void,
): void {
  const { page } = document;
  const name = `Xf${Object.keys(page.xobjects).length + 1}`;
  const box = boxAround(marks) ?? { left: -FAR, top: -FAR, right: FAR, bottom: FAR };
  const form = document.ref({
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [box.left, box.top, box.right, box.bottom],
    Group: { Type: 'Group', S: 'Transparency', CS: 'DeviceRGB', I: true },
    Resources: page.resources,
  });
  // Its name is taken before a group within it asks for one.
  page.xobjects[name] = form;
  const around = page.content;
  page.content = form;
  drawAll();
  page.content = around;
  form.end();
  document.opacity(opacity);
  document.addContent(`/${name} Do`);
}
