import type { Language } from '../base/localized.ts';
import { textWidth, wrapLabel } from '../scene/text.ts';
import { lineElement } from './axes.ts';
import type { ComparisonCell, ComparisonTable } from './comparison.ts';
import { GRID, INK, MUTED_INK, within } from './detail-page.ts';
import { moreRowsText } from './figure-texts.ts';
import { attributes, textElement } from './svg.ts';
import { toneMark, TONES } from './tone-mark.ts';

interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly font: number;
}

/** Where the columns of a table stand. */
export interface TableColumns {
  /** Of the names of measures. */
  readonly names: number;
  /** Of a state. */
  readonly column: number;
  /** What a change takes, with the space round it. */
  readonly change: number;
  /** Whether changes have room: where columns are narrow they are left to the file of numbers. */
  readonly roomy: boolean;
  /** Whether names and values keep off each other, and most words are whole. */
  readonly fits: boolean;
}

/** The table as it is drawn. */
export interface PlannedTable {
  readonly shown: ComparisonTable;
  /** Rows for which there is no room. */
  readonly more: number;
  readonly columns: TableColumns;
  readonly width: number;
  /** Right of the maps, else below them. */
  readonly beside: boolean;
}

/** Rows for which there is no room. */
interface LeftOut {
  readonly more: number;
  readonly language: Language;
}

export interface DrawnTable {
  readonly elements: readonly string[];
  readonly height: number;
}

/** The least that the names of measures have, as a part of the width. */
const NAMES = 0.3;

/** The least that names of measures can be read in, in parts of the size of letters. */
const LEAST_NAMES = 7;

/** Of changes, in parts of the size of values: no page's smallest text is larger. */
export const SMALL = 0.88;

export function tableColumns(
  { rows }: ComparisonTable,
  count: number,
  { width, font }: Pick<Room, 'width' | 'font'>,
): TableColumns {
  const widest = (text: (cell: ComparisonCell) => string, size: number): number =>
    Math.max(font * 2, ...rows.flatMap(({ cells }) => cells.map((cell) => textWidth(text(cell), size))));
  const values = widest(({ value }) => value, font) * 1.06;
  const changes = widest(({ change }) => change, font * SMALL) * 1.06;
  const wanted = values + changes + font * 3;
  const column = Math.min(wanted, (width * (1 - NAMES)) / count);
  return {
    names: width - column * count,
    column,
    change: changes + font * 1.6,
    roomy: column >= wanted * 0.98,
    fits: column >= values + font && width - column * count >= LEAST_NAMES * font,
  };
}

/** Measures in rows, states in columns under their signs: the value, and in small the change against the first. */
export function comparisonTable(
  table: ComparisonTable,
  signs: readonly string[],
  { names, column, change: changeWidth, roomy }: TableColumns,
  { left, top, width, font }: Room,
  { more, language }: LeftOut,
): DrawnTable {
  const small = font * SMALL;
  const valueAt = (k: number): number => left + names + column * (k + 1) - (roomy ? changeWidth : font * 0.3);
  const line = (y: number, stroke: string): string =>
    lineElement(left, y, left + width, y, attributes({ stroke, 'stroke-width': font / 12 }));

  const elements: string[] = [
    textElement([within(table.title, names * 0.95, font)], left, top + font, {
      size: font,
      fill: INK,
      bold: true,
    }),
    ...signs.map((sign, k) =>
      textElement([sign], valueAt(k), top + font, { size: font, fill: INK, anchor: 'end', bold: true }),
    ),
    line(top + font * 1.5, MUTED_INK),
  ];
  let y = top + font * 1.5;
  for (const { name, cells } of table.rows) {
    const lines = wrapLabel(name, (names * 0.95) / font, 2);
    const base = y + font * 1.25;
    elements.push(textElement(lines, left, base, { size: font, fill: INK }));
    cells.forEach(({ value, change, tone }, k) => {
      elements.push(textElement([value], valueAt(k), base, { size: font, fill: INK, anchor: 'end' }));
      if (change === '' || !roomy) return;
      const x = valueAt(k) + font * 0.5;
      elements.push(
        toneMark(tone, x, base, small),
        textElement([change], x + font, base, { size: small, fill: TONES[tone] }),
      );
    });
    y += Math.max(1, lines.length) * font * 1.25 + font * 0.4;
    elements.push(line(y, GRID));
  }
  if (more > 0) {
    const words = wrapLabel(moreRowsText(more, language), (width * 0.95) / font, 2, false);
    elements.push(textElement(words, left, y + font * 1.3, { size: font, fill: MUTED_INK }));
    y += font * (0.4 + 1.25 * words.length);
  }
  return { elements, height: y - top };
}
