import { graphemes, textWidth, wrapLabel } from '../scene/text.ts';
import { INK, within } from './detail-page.ts';
import type { MatrixEntry } from './matrix-entries.ts';
import { sectorMark } from './sector-mark.ts';
import { attributes, decimal, textElement } from './svg.ts';

/** How a matrix stands on its page, in points. */
export interface MatrixFigurePlan {
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Whether rows and columns have names; else only the marks' colours. */
  readonly named: boolean;
  /** Whether the names of columns are set level, on several lines. */
  readonly level: boolean;
  /** Of the letters of names. */
  readonly rowFont: number;
  readonly columnFont: number;
  /** Left of the cells, and above them. */
  readonly side: number;
  readonly head: number;
}

/** The smallest letters that print can show, in points. */
export const LEAST_FONT = 4;
/** In parts of the size of letters. */
const WIDEST = 6;
const SQUARE = 2.2;
const HIGHEST = 2;
const LOWEST = 1.25;
const LONGEST_SIDE = 18;
const LONGEST_HEAD = 13;
const LEVEL_FROM = 5;
/** Level names may be so much smaller, so that their words are whole. */
const LEAST_LEVEL = 0.8;
const MARK = 1.4;
/** The tallest matrix, as a part of its width. */
const TALLEST = 2.2;
/** Letters that stand upright in names that run down. */
const CHINESE = /[\u3400-\u9fff]/u;
const UPRIGHT_LINE = 1.08;

export function planMatrixFigure(
  room: number,
  font: number,
  rows: readonly MatrixEntry[],
  columns: readonly MatrixEntry[],
  square: boolean,
): MatrixFigurePlan {
  const longest = Math.max(0, ...rows.map(({ name }) => textWidth(name, font) * 1.05));
  const side = Math.min(longest + (MARK + 0.6) * font, Math.max(0.34 * room, 8 * font), LONGEST_SIDE * font);
  const cells = (before: number): { readonly width: number; readonly height: number } => {
    const width = Math.min((square ? SQUARE : WIDEST) * font, (room - before) / Math.max(1, columns.length));
    const most = (TALLEST * room) / Math.max(1, rows.length);
    return { width, height: square ? width : Math.min(HIGHEST * font, Math.max(LOWEST * font, width), most) };
  };
  const tried = cells(side);
  const rowFont = Math.min(font, tried.height / 1.05);
  const words = columns.flatMap(({ name }) => (CHINESE.test(name) ? [] : name.split(' ')));
  const widest = Math.max(1, ...words.map((word) => textWidth(word, 1)));
  const levelFont = Math.min(font, (tried.width * 0.9) / widest);
  const level = tried.width >= LEVEL_FROM * font && levelFont >= LEAST_LEVEL * font;
  const columnFont = level ? levelFont : Math.min(font, tried.width / 1.05);
  if (rowFont < LEAST_FONT || columnFont < LEAST_FONT) {
    const { width, height } = cells(font);
    return {
      cellWidth: width,
      cellHeight: height,
      named: false,
      level: false,
      rowFont,
      columnFont,
      side: font,
      head: font,
    };
  }
  const marked = columns.some(({ sector }) => sector) ? MARK * columnFont : 0.5 * columnFont;
  const heights = columns.map(({ name }) =>
    level
      ? levelName(name, tried.width, levelFont).length * 1.2 * levelFont
      : CHINESE.test(name)
        ? graphemes(name).length * UPRIGHT_LINE * columnFont
        : textWidth(name, columnFont) * 1.05,
  );
  return {
    cellWidth: tried.width,
    cellHeight: tried.height,
    named: true,
    level,
    rowFont,
    columnFont,
    side,
    head: Math.min(Math.max(0, ...heights), LONGEST_HEAD * columnFont) + marked + font * 0.3,
  };
}

function levelName(name: string, width: number, font: number): readonly string[] {
  return wrapLabel(name, (width * 0.92) / font, 4, false);
}

interface Corner {
  readonly left: number;
  readonly top: number;
}

/** Names of the rows, ending at the cells. */
export function sideElements(
  rows: readonly MatrixEntry[],
  { named, side, cellHeight, rowFont }: MatrixFigurePlan,
  { left, top }: Corner,
): readonly string[] {
  return rows.map(({ name, sector }, k) => {
    const y = top + (k + 0.5) * cellHeight;
    if (!named)
      return sector
        ? stripElement(left - side * 0.7, y - cellHeight / 2, side * 0.5, cellHeight, sector.colour)
        : '';
    const mark = sector ? sectorMark(sector, left - rowFont * 0.75, y, rowFont * 0.85) : '';
    const right = left - rowFont * (sector ? MARK : 0.5);
    const text = within(name, side - (left - right), rowFont * 1.05);
    return mark + textElement([text], right, y + rowFont * 0.35, { size: rowFont, fill: INK, anchor: 'end' });
  });
}

/** Names of the columns: level where they have room, else upwards; Chinese ones downwards, letter below letter. */
export function headElements(
  columns: readonly MatrixEntry[],
  { named, level, head, cellWidth, columnFont: size }: MatrixFigurePlan,
  { left, top }: Corner,
): readonly string[] {
  return columns.map(({ name, sector }, k) => {
    const x = left + (k + 0.5) * cellWidth;
    if (!named)
      return sector
        ? stripElement(x - cellWidth / 2, top - head * 0.7, cellWidth, head * 0.5, sector.colour)
        : '';
    const mark = sector ? sectorMark(sector, x, top - size * 0.75, size * 0.85) : '';
    const bottom = top - size * (sector ? MARK : 0.5);
    const room = head - (top - bottom);
    const style = { size, fill: INK } as const;
    if (level) {
      const lines = levelName(name, cellWidth, size);
      const first = bottom - (lines.length - 1) * 1.2 * size - size * 0.15;
      return mark + textElement(lines, x, first, { ...style, anchor: 'middle', lineHeight: 1.2 * size });
    }
    if (CHINESE.test(name)) {
      const letters = graphemes(name);
      const most = Math.max(1, Math.floor(room / (UPRIGHT_LINE * size)));
      const lines = letters.length > most ? [...letters.slice(0, most - 1), '…'] : letters;
      const first = bottom - (lines.length - 1) * UPRIGHT_LINE * size - size * 0.15;
      return (
        mark + textElement(lines, x, first, { ...style, anchor: 'middle', lineHeight: UPRIGHT_LINE * size })
      );
    }
    const place = `translate(${decimal(x + size * 0.35)} ${decimal(bottom)}) rotate(-90)`;
    const text = within(name, room, size * 1.05);
    return `${mark}<g${attributes({ transform: place })}>${textElement([text], 0, 0, style)}</g>`;
  });
}

function stripElement(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect${attributes({ x, y, width, height, fill: colour.toLowerCase() })}/>`;
}
