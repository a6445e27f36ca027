import type { Language } from '../../base/localized.ts';
import { MECHANISM_NAMES, MECHANISMS, type Mechanism } from '../../model/scheme.ts';
import type { FindingRow, RowsDetail } from '../../metrics/detail.ts';
import { formatValue } from '../../metrics/format.ts';
import { mechanismColour } from '../../scene/palette.ts';
import { detailPage, GRID, INK, MUTED_INK, within } from '../detail-page.ts';
import type { Body, Frame } from '../detail-page.ts';
import { lineElement } from '../axes.ts';
import type { DetailFigureOptions, FigureNames } from '../figure.ts';
import { sentenceOf } from '../figure-names.ts';
import { lightDress, pageElement, pageOf } from '../page.ts';
import { attributes, group, textElement } from '../svg.ts';
import { GAUGE } from './read-measures.ts';

export interface GaugesFigureOptions {
  readonly widthMm: number;
  readonly language: Language;
  readonly names: FigureNames;
  /** Of letters. */
  readonly fontPoints: number;
}

const FULL = 100;
const COLUMNS = 2;
/** In parts of the size of letters: pages less wide have one column. */
const NARROW = 34;
/** Heights, in parts of the size of letters. */
const HEAD = 2.4;
const BAR = 0.95;
const SCALE = 1.6;
const PART = 2.3;
const THIN = 0.32;
const GAP = 2.2;

interface Cell {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly font: number;
  readonly language: Language;
  /** Of letters, given in parts of the usual one. */
  readonly size: (parts: number) => number;
}

/** The four gauges with the parts that each is the mean of, all from 0 to 100; in greys they are told by their names. */
export function gaugesFigure(detail: RowsDetail, options: GaugesFigureOptions): string {
  const { language, names, fontPoints: font } = options;
  const page = pageOf({ widthMm: options.widthMm, fontPoints: font });
  const body = gaugesBody(detail, { left: 0, top: 0, width: page.width, font, language, names });
  return pageElement(page, body.height, lightDress({ language }), body.groups);
}

/** The same as a figure of its own, with title and caption; what the scores are stands in the gauges. */
export function gaugesPage(detail: RowsDetail, options: DetailFigureOptions): string {
  const scores = new Set(detail.rows.map(({ id }) => id));
  const facts = detail.facts.filter(({ id }) => !scores.has(id));
  return detailPage(options, facts, (frame) => gaugesBody(detail, frame, options));
}

function gaugesBody(
  detail: RowsDetail,
  frame: Frame,
  { leastPoints = 0, mostPoints = Infinity }: Pick<DetailFigureOptions, 'leastPoints' | 'mostPoints'> = {},
): Body {
  const { font, language, names } = frame;
  const columns = frame.width < NARROW * font ? 1 : COLUMNS;
  const gutter = 2.4 * font;
  const width = (frame.width - (columns - 1) * gutter) / columns;
  const partCounts = MECHANISMS.map((mechanism) => partsOf(detail, mechanism).length);
  const height = (HEAD + BAR + SCALE + Math.max(0, ...partCounts) * PART) * font;
  const groups = MECHANISMS.map((mechanism, k) => {
    const cell: Cell = {
      left: frame.left + (k % columns) * (width + gutter),
      top: frame.top + Math.floor(k / columns) * (height + GAP * font),
      width,
      font,
      language,
      size: (parts) => Math.min(mostPoints, Math.max(leastPoints, font * parts)),
    };
    return group(mechanism, gaugeElements(detail, mechanism, cell, names));
  });
  const rows = Math.ceil(MECHANISMS.length / columns);
  return { height: rows * height + (rows - 1) * GAP * font, groups };
}

/** What a gauge is the mean of. */
export function partsOf({ rows }: RowsDetail, mechanism: Mechanism): readonly FindingRow[] {
  return rows.filter((row) => row.mechanism === mechanism && row.partOf !== undefined);
}

function gaugeElements(detail: RowsDetail, mechanism: Mechanism, cell: Cell, names: FigureNames): string[] {
  const { left, top, width, font, language, size } = cell;
  const score =
    detail.rows.find((row) => row.mechanism === mechanism && row.partOf === undefined)?.values[0] ?? null;
  const hue = mechanismColour(mechanism, 'light');
  const baseline = top + 1.7 * font;
  const barTop = top + HEAD * font;
  const scaleTop = barTop + BAR * font;
  const ticks = [0, FULL / 2, FULL];
  const right = left + width;
  const partsTop = scaleTop + SCALE * font;
  return [
    textElement([MECHANISM_NAMES[mechanism][language]], left, baseline, {
      size: size(1.25),
      fill: INK,
      bold: true,
    }),
    textElement([formatValue(score, GAUGE, language)], right, baseline, {
      size: size(1.9),
      fill: INK,
      anchor: 'end',
      bold: true,
    }),
    barElement(left, barTop, width, BAR * font, score, hue),
    ...ticks.map((value) => {
      const x = left + (value / FULL) * width;
      return lineElement(
        x,
        barTop,
        x,
        scaleTop + font * 0.3,
        attributes({ stroke: MUTED_INK, 'stroke-width': font / 20 }),
      );
    }),
    ...ticks.map((value, k) =>
      textElement([String(value)], left + (value / FULL) * width, scaleTop + font * 1.1, {
        size: size(0.75),
        fill: MUTED_INK,
        anchor: k === 0 ? 'start' : value === FULL ? 'end' : 'middle',
      }),
    ),
    ...partsOf(detail, mechanism).flatMap((row, k) =>
      partElements(row, { ...cell, top: partsTop + k * PART * font }, hue, names),
    ),
  ];
}

function partElements(
  { says, values: [value = null] }: FindingRow,
  { left, top, width, font, language, size }: Cell,
  hue: string,
  names: FigureNames,
): string[] {
  const text = within(sentenceOf(says, names, language), width - 4 * font, size(0.95));
  return [
    textElement([text], left, top + font, { size: size(0.95), fill: INK }),
    textElement([formatValue(value, GAUGE, language)], left + width, top + font, {
      size: size(0.95),
      fill: INK,
      anchor: 'end',
    }),
    barElement(left, top + 1.4 * font, width, THIN * font, value, hue),
  ];
}

function barElement(
  x: number,
  y: number,
  width: number,
  height: number,
  value: number | null,
  fill: string,
): string {
  const bar = (length: number, paint: string): string =>
    `<rect${attributes({ x, y, width: length, height, fill: paint })}/>`;
  const part = Math.max(0, Math.min(1, (value ?? 0) / FULL));
  return bar(width, GRID) + (part > 0 ? bar(width * part, fill) : '');
}
