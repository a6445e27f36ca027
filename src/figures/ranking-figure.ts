import { columnFormat } from '../metrics/format.ts';
import type { NumberStyle } from '../metrics/detail.ts';
import { chartAxis, tickFormat } from '../scene/chart-axis.ts';
import { THEMES } from '../scene/palette.ts';
import { textWidth } from '../scene/text.ts';
import { lineElement } from './axes.ts';
import { detailPage, GRID, INK, MUTED_INK, within, type Body, type Frame } from './detail-page.ts';
import { moreRowsText } from './figure-texts.ts';
import type { DetailFigureOptions, SectorName } from './figure.ts';
import { RANKING_TEXTS } from './ranking-texts.ts';
import { sectorKey, sectorMark } from './sector-mark.ts';
import { attributes, group, textElement } from './svg.ts';

export interface RankedRow {
  readonly name: string;
  /** Of an actor, or a sector itself. */
  readonly sector?: SectorName;
  readonly value: number;
  /** Half-width of the 95 % interval of an estimated value. */
  readonly error?: number;
}

export interface Ranking {
  /** Of the measure, as the axis names it. */
  readonly name: string;
  readonly style: NumberStyle;
  readonly digits: number;
  /** The highest first. */
  readonly rows: readonly RankedRow[];
  /** How many have a value but are not among the rows, and how many have none. */
  readonly more: number;
  readonly undefinedCount: number;
}

/** In parts of the size of letters. */
const LINE = 1.55;
const MARK = 0.85;
/** Of names, as a part of the width. */
const LONGEST = 0.42;

/** Who has the highest values of a measure: a dot on a line for each, in the shape of its sector, with its number. */
export function rankingFigure(ranking: Ranking, options: DetailFigureOptions): string {
  return detailPage(options, [], (frame) => bodyOf(ranking, frame));
}

function bodyOf(ranking: Ranking, frame: Frame): Body {
  const { left, top, width, font, language } = frame;
  const { rows, style, name, more, undefinedCount } = ranking;
  const format = columnFormat(
    rows.map(({ value }) => value),
    ranking,
    language,
  );
  const values = rows.map(({ value }) => format(value));
  const nameRoom = Math.min(
    LONGEST * width,
    Math.max(2 * font, ...rows.map((row) => textWidth(row.name, font) * 1.05)),
  );
  const valueRoom = Math.max(2 * font, ...values.map((text) => textWidth(text, font) * 1.05));
  const from = left + nameRoom + font * 1.4;
  const to = left + width - valueRoom - font * 1.4;
  const bottom = top + rows.length * LINE * font;
  const axis = chartAxis(reach(rows), from, to, { whole: style === 'count', logarithmic: false });
  const zero = Math.min(to, Math.max(from, axis.at(0)));
  const tick = tickFormat(axis.ticks, style, language);
  const grid = attributes({ stroke: GRID, 'stroke-width': font / 12 });
  const lines = rows.map((row, k) =>
    rowElements(row, values[k] ?? '', top + (k + 0.5) * LINE * font, {
      frame,
      zero,
      at: axis.at,
      names: left + nameRoom,
      room: nameRoom,
    }),
  );
  const sectors = [...new Set(rows.flatMap(({ sector }) => sector ?? []))];
  const known = [...frame.names.sectors.values()];
  const ordered = [...sectors].sort((a, b) => known.indexOf(a) - known.indexOf(b));
  const axisTop = bottom + font * 0.3;
  const keyTop = axisTop + font * 3.1;
  const key = sectorKey(
    ordered.map((sector) => ({ sector })),
    frame,
    keyTop,
  );
  return {
    height: keyTop - top + key.height,
    groups: [
      group('axes', [
        ...axis.ticks.map(({ at }) => lineElement(at, top, at, bottom, grid)),
        lineElement(zero, top, zero, bottom, attributes({ stroke: MUTED_INK, 'stroke-width': font / 12 })),
        ...tickTexts(
          axis.ticks.map(({ value, at }) => ({ text: tick(value), at })),
          axisTop + font,
          font,
          to,
        ),
        textElement([within(`${name} →`, width * 0.95, font)], left + width, axisTop + font * 2.4, {
          size: font,
          fill: INK,
          anchor: 'end',
        }),
      ]),
      group('rows', lines),
      group('legend', key.elements),
    ],
    notes: [
      ...(rows.some(({ error }) => error !== undefined && error > 0)
        ? [RANKING_TEXTS.interval[language]]
        : []),
      ...(more > 0 ? [moreRowsText(more, language)] : []),
      ...(undefinedCount > 0 ? [RANKING_TEXTS.undefined[language](undefinedCount)] : []),
    ],
  };
}

/** With zero, so that lengths can be compared, and with the ends of intervals. */
function reach(rows: readonly RankedRow[]): Float64Array {
  return Float64Array.from([0, ...rows.flatMap((row) => [row.value, ...intervalOf(row)])]);
}

/** What can't be below zero is not said to be. */
function intervalOf({ value, error = 0 }: RankedRow): readonly [number, number] {
  const low = value - error;
  return [value >= 0 ? Math.max(0, low) : low, value + error];
}

function tickTexts(
  ticks: readonly { readonly text: string; readonly at: number }[],
  y: number,
  font: number,
  right: number,
): string[] {
  let free = -Infinity;
  return ticks.map(({ text, at }) => {
    const half = textWidth(text, font) / 2;
    // A number that would touch the one before it is left out.
    if (at - half < free || at > right + font) return '';
    free = at + half + font / 2;
    return textElement([text], at, y, { size: font, fill: MUTED_INK, anchor: 'middle' });
  });
}

interface RowPlace {
  readonly frame: Frame;
  readonly zero: number;
  readonly at: (value: number) => number;
  /** Where names end, and what room they have. */
  readonly names: number;
  readonly room: number;
}

function rowElements(
  row: RankedRow,
  value: string,
  y: number,
  { frame, zero, at, names, room }: RowPlace,
): string {
  const { left, width, font } = frame;
  const x = at(row.value);
  const [low, high] = intervalOf(row).map(at);
  const colour = row.sector?.colour.toLowerCase() ?? THEMES.light.neutral;
  const style = { size: font, fill: INK };
  return [
    textElement([within(row.name, room, font)], names, y + font * 0.35, { ...style, anchor: 'end' }),
    lineElement(
      zero,
      y,
      x,
      y,
      attributes({ stroke: colour, 'stroke-width': font / 5, 'stroke-opacity': 0.45 }),
    ),
    low !== undefined && high !== undefined && high > low
      ? lineElement(low, y, high, y, attributes({ stroke: INK, 'stroke-width': font / 10 }))
      : '',
    row.sector
      ? sectorMark(row.sector, x, y, font * MARK)
      : `<circle${attributes({ cx: x, cy: y, r: font * 0.36, fill: colour })}/>`,
    textElement([value], left + width, y + font * 0.35, { ...style, anchor: 'end' }),
  ].join('');
}
