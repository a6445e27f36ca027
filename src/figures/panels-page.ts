import type { Language } from '../base/localized.ts';
import { ok, type Result } from '../base/result.ts';
import { INK } from './detail-page.ts';
import type { Drawing } from './figure-kind.ts';
import { nested, type Nested } from './nest.ts';
import { lightDress, pageElement, pageOf, type Page, type PageOptions } from './page.ts';
import { panelLetter } from './panel-letter.ts';
import { decimal, group, POINTS_PER_MM, textElement } from './svg.ts';

/** Draws a figure as wide as told; `heightMm` is what there is, for figures that fill it. */
export type DrawPanel = (widthMm: number, heightMm: number | undefined) => Result<Drawing>;

export interface PanelsPageOptions extends PageOptions {
  readonly language: Language;
  readonly background?: string;
  readonly fontFamily?: string;
  /** Of the letters of panels; none are drawn without it. */
  readonly letterPoints?: number;
}

export interface PanelsPage {
  readonly svg: string;
  /** How much smaller than asked everything had to be drawn, text too; 1 where it is as asked. */
  readonly scale: number;
  /** As they were drawn. */
  readonly panels: readonly Drawing[];
}

/** Columns are this wide at least, in parts of the size of letters: with a free height, and with a given one. */
const COMFORTABLE = 30;
const LEAST = 22;
/** The least part of its column that a panel takes where the height is given. */
const NARROWEST = 0.4;
/** Heights are rounded as they are written, in points. */
const ROUNDING = 0.01;
/** Above a letter's baseline, and of its line, in parts of its size. */
const ASCENT = 0.95;
const LINE = 1.15;

/** Panels drawn for a number of columns. */
interface Tried {
  readonly panels: readonly Nested[];
  readonly drawings: readonly Drawing[];
  readonly columns: number;
  /** Of each row, its letters' line included. */
  readonly rows: readonly number[];
  /** Of a panel. */
  readonly width: number;
}

/**
 * One or more finished figures on one page, under one title, with a letter each where there are several: as many beside
 * each other as have room. Where the height is given they are drawn narrower until they fit; only where that does not
 * help is all of it made smaller.
 */
export function panelsPage(drawings: readonly DrawPanel[], options: PanelsPageOptions): Result<PanelsPage> {
  const page = pageOf(options);
  const { letterPoints } = options;
  const head = letterPoints === undefined ? 0 : letterPoints * LINE;
  // Panels bring their own margins, a letter stands above them.
  const header = page.header === 0 ? 0 : page.header + 0.8 * page.margin;
  const room = page.height === null ? null : page.height - header - page.footer;
  const arranged =
    room === null
      ? tryColumns(drawings, page, head, comfortable(drawings.length, page), 1, null)
      : largestThatFits(drawings, page, head, room);
  if (!arranged.ok) return arranged;
  const { panels, columns, rows } = arranged.value;
  const total = heightOf(arranged.value);
  const fits = room === null || total <= room + ROUNDING * rows.length;
  const scale = fits ? 1 : room / total;
  const height = room === null ? total + header + page.footer : (page.height ?? total);
  const top = header + (room === null ? 0 : (room - total * scale) / 2);
  const column = page.width / columns;
  const groups = panels.map((panel, k) => {
    const row = Math.floor(k / columns);
    const y = top + scale * rows.slice(0, row).reduce((sum, each) => sum + each, 0);
    const x = (k % columns) * column + (column - panel.width * scale) / 2;
    const letter = panelLetter(k);
    const place = `translate(${decimal(x)} ${decimal(y + head * scale)})${scale < 1 ? ` scale(${Math.round(scale * 1e4) / 1e4})` : ''}`;
    const sign =
      letterPoints === undefined
        ? ''
        : textElement([letter], x + page.margin, y + letterPoints * ASCENT, {
            size: letterPoints,
            fill: INK,
            bold: true,
          });
    return group(`panel-${letter}`, [sign, `<g transform="${place}">\n${panel.content}\n</g>`]);
  });
  const svg = pageElement(page, height, lightDress(options), groups);
  return ok({ svg, scale, panels: arranged.value.drawings });
}

/** As many columns as read well, with rows that are about equally full. */
function comfortable(count: number, { width, font }: Page): number {
  return balanced(count, Math.floor(width / font / COMFORTABLE));
}

function balanced(count: number, most: number): number {
  const columns = Math.max(1, Math.min(count, most));
  return Math.ceil(count / Math.ceil(count / columns));
}

function tryColumns(
  drawings: readonly DrawPanel[],
  page: Page,
  head: number,
  columns: number,
  part: number,
  room: number | null,
): Result<Tried> {
  const width = (page.width / columns) * part;
  const rowCount = Math.ceil(drawings.length / columns);
  const cell = room === null ? undefined : (room / rowCount - head) / POINTS_PER_MM;
  const made: Drawing[] = [];
  for (const draw of drawings) {
    const drawing = draw(width / POINTS_PER_MM, cell);
    if (!drawing.ok) return drawing;
    made.push(drawing.value);
  }
  const panels = made.map(({ svg }, k) => nested(svg, panelLetter(k)));
  const rows = Array.from({ length: rowCount }, (_, row) =>
    Math.max(...panels.slice(row * columns, (row + 1) * columns).map(({ height }) => height + head)),
  );
  return ok({ panels, drawings: made, columns, rows, width });
}

/** The arrangement with the widest panels that is not too high; else the one that has to be made smaller least. */
function largestThatFits(
  drawings: readonly DrawPanel[],
  page: Page,
  head: number,
  room: number,
): Result<Tried> {
  const most = Math.max(1, Math.min(drawings.length, Math.floor(page.width / page.font / LEAST)));
  let best: Tried | undefined;
  let lowest: Tried | undefined;
  for (let columns = 1; columns <= most; columns++) {
    if (balanced(drawings.length, columns) !== columns) continue;
    for (let part = 1; part >= NARROWEST;) {
      if (best && (page.width / columns) * part <= best.width) break;
      const tried = tryColumns(drawings, page, head, columns, part, room);
      if (!tried.ok) return tried;
      const height = heightOf(tried.value);
      if (!lowest || height < heightOf(lowest)) lowest = tried.value;
      if (height <= room + ROUNDING * tried.value.rows.length) {
        best = tried.value;
        break;
      }
      // Most figures are about as high as they are wide: a good guess, in steps that tell.
      part *= Math.min(0.93, Math.max(0.6, room / height));
    }
  }
  const chosen = best ?? lowest;
  return chosen ? ok(chosen) : tryColumns(drawings, page, head, 1, 1, room);
}

function heightOf({ rows }: Tried): number {
  return rows.reduce((sum, height) => sum + height, 0);
}
