import type { Language } from '../base/localized.ts';
import type { NumberStyle } from '../metrics/detail.ts';
import type { ChartAxis } from '../scene/chart-axis.ts';
import { tickFormat } from '../scene/chart-axis.ts';
import type { Box } from '../scene/plane.ts';
import { textWidth } from '../scene/text.ts';
import { GRID, INK, MUTED_INK, within } from './detail-page.ts';
import { attributes, textElement } from './svg.ts';

interface DrawnAxis {
  readonly axis: ChartAxis;
  readonly style: NumberStyle;
  readonly name: string;
}

export interface AxesOptions {
  readonly x: DrawnAxis & { readonly grid: boolean };
  readonly y: DrawnAxis;
  /** Inside the axes. */
  readonly box: Box;
  /** The left edge of the names. */
  readonly left: number;
  readonly font: number;
  readonly language: Language;
}

/** Above and below the inside of axes, in parts of the size of letters: for names and numbers. */
export const ABOVE_AXES = 26 / 12;
export const BELOW_AXES = 44 / 12;

/** How much room the numbers of an upright axis take to its left. */
export function numbersWidth(
  { ticks }: ChartAxis,
  style: NumberStyle,
  language: Language,
  font: number,
): number {
  const format = tickFormat(ticks, style, language);
  return font + Math.max(font, ...ticks.map(({ value }) => textWidth(format(value), font)));
}

export function lineElement(x1: number, y1: number, x2: number, y2: number, paint: string): string {
  return `<line${attributes({ x1, y1, x2, y2 })}${paint}/>`;
}

/** The grid of a chart with its numbers, and what its axes show. */
export function axesElements({ x, y, box, left, font, language }: AxesOptions): readonly string[] {
  const grid = attributes({ stroke: GRID, 'stroke-width': font / 12 });
  const numbers = { size: font, fill: MUTED_INK };
  const names = { size: font, fill: INK };
  const [xFormat, yFormat] = [x, y].map(({ axis, style }) => tickFormat(axis.ticks, style, language));
  const [above, below] = [(ABOVE_AXES / 2) * font, box.bottom + (38 / 12) * font];
  const room = box.right - left - 2 * font;
  let free = -Infinity;
  return [
    ...y.axis.ticks.flatMap(({ value, at }) => [
      lineElement(box.left, at, box.right, at, grid),
      textElement([yFormat?.(value) ?? ''], box.left - font / 2, at + font * 0.35, {
        ...numbers,
        anchor: 'end',
      }),
    ]),
    ...x.axis.ticks.flatMap(({ value, at }) => {
      const text = xFormat?.(value) ?? '';
      const half = textWidth(text, font) / 2;
      const line = x.grid ? [lineElement(at, box.top, at, box.bottom, grid)] : [];
      // A number that would touch the one before it is left out.
      if (at - half < free) return line;
      free = at + half + font / 2;
      const place = Math.min(at, box.right + font - half);
      return [
        ...line,
        textElement([text], place, box.bottom + font * 1.35, { ...numbers, anchor: 'middle' }),
      ];
    }),
    textElement([within(`↑ ${y.name}`, room, font)], left, box.top - above, names),
    textElement([within(`${x.name} →`, room, font)], box.right, below, { ...names, anchor: 'end' }),
  ];
}
