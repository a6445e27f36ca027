import { textWidth, wrapLabel } from '../scene/text.ts';
import { lineElement } from './axes.ts';
import type { ComparisonTable } from './comparison.ts';
import { PANEL_LETTERS } from './comparison.ts';
import { GRID, INK, MUTED_INK, within } from './detail-page.ts';
import { attributes, textElement } from './svg.ts';
import { toneMark, TONES } from './tone-mark.ts';

interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly font: number;
}

export interface DrawnTable {
  readonly elements: readonly string[];
  readonly height: number;
}

/** The least that the names of measures have, as a part of the width. */
const NAMES = 0.3;

/** Measures in rows, states in columns under their letters: the value, and in small the change against the first. */
export function comparisonTable(table: ComparisonTable, count: number, room: Room): DrawnTable {
  const { left, top, width, font } = room;
  const small = font * 0.85;
  const [values, changes] = [0, 1].map((part) =>
    Math.max(
      font * 2,
      ...table.rows.flatMap(({ cells }) =>
        cells.map(({ value, change }) => textWidth(part === 0 ? value : change, part === 0 ? font : small)),
      ),
    ),
  ) as [number, number];
  const wanted = (values + changes) * 1.06 + font * 3;
  const column = Math.min(wanted, (width * (1 - NAMES)) / count);
  const names = width - column * count;
  // Where columns are narrow the changes are left to the file of numbers.
  const roomy = column >= wanted * 0.98;
  const valueAt = (k: number): number =>
    left + names + column * (k + 1) - (roomy ? changes * 1.06 + font * 1.6 : font * 0.3);
  const line = (y: number, stroke: string): string =>
    lineElement(left, y, left + width, y, attributes({ stroke, 'stroke-width': font / 12 }));

  const elements: string[] = [
    textElement([within(table.title, names * 0.95, font)], left, top + font, {
      size: font,
      fill: INK,
      bold: true,
    }),
    ...PANEL_LETTERS.slice(0, count).map((letter, k) =>
      textElement([letter], valueAt(k), top + font, { size: font, fill: INK, anchor: 'end', bold: true }),
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
  return { elements, height: y - top };
}
