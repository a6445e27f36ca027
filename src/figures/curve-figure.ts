import type { CurveDetail, CurveSeries } from '../metrics/detail.ts';
import { chartAxis } from '../scene/chart-axis.ts';
import { spreadOut } from '../scene/plane.ts';
import { CROWD, SERIES_DASHES } from '../scene/series-dashes.ts';
import { textWidth } from '../scene/text.ts';
import { ABOVE_AXES, axesElements, BELOW_AXES, numbersWidth } from './axes.ts';
import { detailPage, INK, within } from './detail-page.ts';
import type { Body, Frame } from './detail-page.ts';
import { nameOf } from './figure-names.ts';
import { FIGURE_TEXTS } from './figure-texts.ts';
import type { DetailFigureOptions, FigureNames, SectorName } from './figure.ts';
import { flow } from './flow.ts';
import { sectorMark } from './sector-mark.ts';
import { attributes, decimal, group, textElement } from './svg.ts';

/** Of lines that are of no sector. */
const COLOURS = ['#1a5fd0', '#a34a00', '#1c6e3d', '#8a3c7a'];
/** Height of the chart as a part of its width. */
const HIGH = 0.5;
/** Longer names, as a part of the width, stand in a key below. */
const LONGEST = 0.3;
/** Of very many lines, so many that end highest, and lowest, are named. */
const NAMED = 4;
/** Steps are marked one by one while there is room for the marks. */
const MARKED = 40;
/** Of names at the ends of lines from them, in parts of the size of letters. */
const GAP = 14 / 12;

/**
 * Lines in steps, or smooth ones with soft areas for what the assumptions leave open, each named at its end. Of very many,
 * which are of actors, only the outermost are named, and without areas.
 */
export function curveFigure(detail: CurveDetail, options: DetailFigureOptions): string {
  return detailPage(options, detail.facts, (frame) => curveBody(detail, frame));
}

interface Line {
  readonly series: CurveSeries;
  readonly name: string;
  readonly sector: SectorName | undefined;
  readonly colour: string;
  readonly dash: string;
}

function curveBody(detail: CurveDetail, frame: Frame): Body {
  const { left, top, width, font, language } = frame;
  const { at, series } = detail;
  const crowded = series.length >= CROWD;
  const lines = series.map((each, place) => lineOf(each, crowded ? undefined : place, frame));
  const steps = Math.max(0, ...series.map(({ values }) => values.length));
  const bottom = top + width * HIGH;
  const banded = !crowded && series.some(({ low, high }) => low && high);
  const values = everyValue(detail, banded);
  const yAxis = chartAxis(values, bottom - BELOW_AXES * font, top + ABOVE_AXES * font + font / 3, {
    whole: detail.style === 'count',
    logarithmic: false,
  });
  const named = crowded ? outermost(lines) : lines;
  const longest = Math.max(0, ...named.map(({ name }) => textWidth(name, font) * 1.05));
  const atEnds = lines.length > 1 && (crowded || longest <= LONGEST * width);
  const nameWidth = Math.min(longest, LONGEST * width);
  const box = {
    left: left + numbersWidth(yAxis, detail.style, language, font),
    top: top + ABOVE_AXES * font,
    right: left + width - (atEnds ? nameWidth + GAP * font : font),
    bottom: bottom - BELOW_AXES * font,
  };
  const xAxis = chartAxis(at ?? Float64Array.of(0, Math.max(1, steps - 1)), box.left, box.right, {
    whole: at === undefined,
    logarithmic: false,
  });
  const xs = at
    ? at.map((value) => xAxis.at(value))
    : Float64Array.from({ length: steps }, (_, k) => xAxis.at(k));
  const y = yAxis.at;
  const ends = named.map(({ series: { values: own } }) => {
    const last = own.findLastIndex((value) => !Number.isNaN(value));
    return last < 0 ? undefined : { x: xs[last] ?? box.right, y: y(own[last] ?? 0) };
  });
  const places = spreadOut(
    ends.map((end) => end?.y ?? box.bottom),
    font * 1.25,
    box.top,
    box.bottom,
  );
  const key = atEnds || lines.length < 2 ? undefined : lineKey(lines, frame, bottom + font * 0.6);
  const thickness = (crowded ? 1 : 2) * (font / 12);
  return {
    height: width * HIGH + (key ? font * 0.6 + key.height : 0),
    groups: [
      group(
        'axes',
        axesElements({
          x: { axis: xAxis, style: at ? 'number' : 'count', name: detail.x[language], grid: false },
          y: { axis: yAxis, style: detail.style, name: detail.y[language] },
          box,
          left,
          font,
          language,
        }),
      ),
      group(
        'bands',
        lines.map(({ series: { low, high }, colour }) =>
          banded && low && high ? bandElement(low, high, xs, y, colour) : '',
        ),
      ),
      group(
        'lines',
        lines.map((line) => linePath(line, xs, y, at === undefined, thickness)),
        ' fill="none"',
      ),
      group(
        'marks',
        named.map(({ series: { values: own, actor }, sector, colour }, place) => {
          const end = actor === undefined ? ends[place] : undefined;
          if (sector && end) return sectorMark(sector, end.x, end.y, font * 0.85);
          return at || own.length > MARKED ? '' : stepMarks(own, xs, y, colour, font);
        }),
      ),
      group(
        'labels',
        atEnds
          ? named.map(({ name }, place) =>
              ends[place]
                ? textElement(
                    [within(name, nameWidth, font)],
                    box.right + GAP * font,
                    (places[place] ?? 0) + font * 0.35,
                    { size: font, fill: INK },
                  )
                : '',
            )
          : [],
      ),
      group('legend', key?.elements ?? []),
    ],
    notes: banded ? [FIGURE_TEXTS.band[language]] : [],
  };
}

/** @param place among the lines; undefined where they are too many to be told apart by dashes */
function lineOf(series: CurveSeries, place: number | undefined, { names, language }: Frame): Line {
  const sectorId = series.sector ?? names.actors.get(series.actor ?? '')?.sector;
  const sector = sectorId === undefined ? undefined : names.sectors.get(sectorId);
  // Actors of one sector have its colour: their dashes are their own.
  const ofSector = [...names.sectors.keys()].indexOf(series.sector ?? '');
  return {
    series,
    name: seriesName(series, names) ?? series.name[language],
    sector,
    colour: sector?.colour.toLowerCase() ?? COLOURS[(place ?? 0) % COLOURS.length] ?? INK,
    dash:
      place === undefined
        ? ''
        : (SERIES_DASHES[(ofSector < 0 ? place : ofSector) % SERIES_DASHES.length] ?? ''),
  };
}

/** Of very many lines those that end highest and lowest, from above. */
function outermost(lines: readonly Line[]): readonly Line[] {
  const endOf = ({ series: { values } }: Line): number =>
    values.findLast((value) => !Number.isNaN(value)) ?? NaN;
  const downwards = lines.filter((line) => !Number.isNaN(endOf(line))).sort((a, b) => endOf(b) - endOf(a));
  return [...downwards.slice(0, NAMED), ...downwards.slice(-NAMED)];
}

/** Sectors and actors bear the names of the map. */
function seriesName({ sector, actor }: CurveSeries, names: FigureNames): string | undefined {
  if (sector !== undefined && names.sectors.has(sector)) return nameOf(names, { of: 'sector', id: sector });
  if (actor !== undefined && names.actors.has(actor)) return nameOf(names, { of: 'actor', id: actor });
  return undefined;
}

/** With the ends of the scale: zero, and one of shares that are lost step by step. */
function everyValue({ series, at, style }: CurveDetail, banded: boolean): Float64Array {
  const all = series.flatMap(({ values, low, high }) =>
    banded ? [...values, ...(low ?? []), ...(high ?? [])] : [...values],
  );
  if (!at) return Float64Array.from([0, style === 'share' ? 1 : 0, ...all]);
  return Float64Array.from(all.some((value) => value < 0) ? all : [0, ...all]);
}

type Scale = (value: number) => number;

function linePath(
  { series: { values }, colour, dash }: Line,
  xs: Float64Array,
  y: Scale,
  steps: boolean,
  thickness: number,
): string {
  let d = '';
  let drawing = false;
  values.forEach((value, k) => {
    if (Number.isNaN(value)) {
      drawing = false;
      return;
    }
    const [left, top] = [decimal(xs[k] ?? 0), decimal(y(value))];
    d += !drawing ? `M${left} ${top}` : steps ? `H${left}V${top}` : `L${left} ${top}`;
    drawing = true;
  });
  return d === '' ? '' : `<path d="${d}"${strokeOf(colour, dash, thickness)}/>`;
}

/** Dashes are given for lines 2 thick. */
function strokeOf(colour: string, dash: string, thickness: number): string {
  const dashes = dash.split(' ').map((length) => decimal((Number(length) * thickness) / 2));
  return attributes({
    stroke: colour,
    'stroke-width': thickness,
    'stroke-dasharray': dash === '' ? undefined : dashes.join(' '),
    'stroke-linejoin': 'round',
  });
}

function bandElement(
  low: Float64Array,
  high: Float64Array,
  xs: Float64Array,
  y: Scale,
  fill: string,
): string {
  const places = [...xs.keys()].filter((k) => !Number.isNaN((low[k] ?? NaN) + (high[k] ?? NaN)));
  if (places.length < 2) return '';
  const corner = (values: Float64Array, k: number): string =>
    `${decimal(xs[k] ?? 0)} ${decimal(y(values[k] ?? 0))}`;
  const outline = [...places.map((k) => corner(high, k)), ...places.reverse().map((k) => corner(low, k))];
  return `<path d="M${outline.join('L')}Z"${attributes({ fill, 'fill-opacity': 0.14 })}/>`;
}

function stepMarks(values: Float64Array, xs: Float64Array, y: Scale, fill: string, font: number): string {
  return Array.from(values, (value, k) =>
    Number.isNaN(value)
      ? ''
      : `<circle${attributes({ cx: xs[k] ?? 0, cy: y(value), r: font * 0.2, fill })}/>`,
  ).join('');
}

function lineKey(lines: readonly Line[], { left, width, font }: Frame, top: number) {
  const sample = font * 2.6;
  const texts = lines.map(({ name }) => within(name, width - sample - 2 * font, font));
  const widths = texts.map((text) => sample + font * 0.5 + textWidth(text, font) * 1.05);
  const { places, height } = flow(widths, { left, top, width }, font * 1.5, font * 1.4);
  const elements = lines.map(({ sector, colour, dash }, k) => {
    const { x, y } = places[k] ?? { x: left, y: top };
    return [
      `<path d="M${decimal(x)} ${decimal(y)}h${decimal(sample)}" fill="none"${strokeOf(colour, dash, font / 6)}/>`,
      sector ? sectorMark(sector, x + sample / 2, y, font * 0.85) : '',
      textElement([texts[k] ?? ''], x + sample + font * 0.5, y + font * 0.35, { size: font, fill: INK }),
    ].join('');
  });
  return { elements, height };
}
