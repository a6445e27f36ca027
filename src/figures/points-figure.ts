import type { PointsDetail } from '../metrics/detail.ts';
import type { ChartAxis } from '../scene/chart-axis.ts';
import { chartAxis } from '../scene/chart-axis.ts';
import { THEMES } from '../scene/palette.ts';
import { convexHull, equalScale, moveArrow, placeLabels } from '../scene/plane.ts';
import type { Box } from '../scene/plane.ts';
import type { Point } from '../scene/shapes.ts';
import { textWidth } from '../scene/text.ts';
import { ABOVE_AXES, axesElements, BELOW_AXES, lineElement, numbersWidth } from './axes.ts';
import { detailPage, INK, MUTED_INK, within } from './detail-page.ts';
import type { Body, Frame } from './detail-page.ts';
import { FIGURE_TEXTS, unplacedText } from './figure-texts.ts';
import type { DetailFigureOptions, SectorName } from './figure.ts';
import { sectorKey, sectorMark } from './sector-mark.ts';
import { attributes, decimal, group, polygonElement, textElement } from './svg.ts';

/** In parts of the size of letters. */
const EDGE = 22 / 12;
const HULL = 18 / 12;
const LONGEST_NAME = 16;
/** Height of the plane as a part of its width. */
const HIGH = 0.72;
const MOST_TRIED = 400;

interface Members {
  readonly id: string;
  readonly sector: SectorName;
  /** Indexes of actors. */
  readonly all: readonly number[];
}

/** Actors in a plane, in the shapes and colours of their sectors, with as many names as keep clear of each other. */
export function pointsFigure(detail: PointsDetail, options: DetailFigureOptions): string {
  return detailPage(options, detail.facts, (frame) => planeBody(detail, options.ids, frame));
}

function planeBody(detail: PointsDetail, ids: readonly string[], frame: Frame): Body {
  const { left, top, width, font, language, names } = frame;
  const bare = detail.distances === true;
  const moves = detail.fromXs && detail.fromYs ? { xs: detail.fromXs, ys: detail.fromYs } : undefined;
  const everyX = withMore(detail.xs, moves?.xs, detail.x.middle);
  const everyY = withMore(detail.ys, moves?.ys, detail.y.middle);
  const bottom = top + width * HIGH;
  const edge = EDGE * font;
  const axisOf = (values: Float64Array, style: string, start: number, end: number): ChartAxis =>
    chartAxis(values, start, end, { whole: style === 'count', logarithmic: false });
  const yAxis = axisOf(
    everyY,
    detail.y.style,
    bottom - BELOW_AXES * font - edge,
    top + ABOVE_AXES * font + edge,
  );
  const box: Box = bare
    ? { left, top, right: left + width, bottom }
    : {
        left: left + numbersWidth(yAxis, detail.y.style, language, font),
        top: top + ABOVE_AXES * font,
        right: left + width - font,
        bottom: bottom - BELOW_AXES * font,
      };
  const xAxis = axisOf(everyX, detail.x.style, box.left + edge, box.right - edge);
  const inner = {
    left: box.left + edge,
    top: box.top + edge,
    right: box.right - edge,
    bottom: box.bottom - edge,
  };
  const scale = bare ? equalScale(everyX, everyY, inner) : { x: xAxis.at, y: yAxis.at };
  const xs = detail.xs.map((value) => scale.x(value));
  const ys = detail.ys.map((value) => scale.y(value));
  const placed = ids.flatMap((_, k) => (Number.isFinite((xs[k] ?? NaN) + (ys[k] ?? NaN)) ? [k] : []));
  const diameter = (font / 12) * (placed.length > 600 ? 5 : placed.length > 120 ? 7 : 11);
  const sectors = bySector(placed, ids, frame);
  const pointOf = (k: number): Point => [xs[k] ?? 0, ys[k] ?? 0];

  const middle = attributes({
    stroke: MUTED_INK,
    'stroke-width': font / 12,
    'stroke-dasharray': [font / 3, font / 3].map(decimal).join(' '),
    'stroke-opacity': 0.7,
  });
  const { x: middleX, y: middleY } = { x: detail.x.middle, y: detail.y.middle };
  const quarters = quarterNames(detail, box, frame);
  const arrows = placed.flatMap((k) => {
    const from: Point = [scale.x(moves?.xs[k] ?? NaN), scale.y(moves?.ys[k] ?? NaN)];
    return moveArrow(from, pointOf(k), diameter / 2 + font / 6, font) ?? [];
  });

  const nameOf = (k: number): string =>
    within(names.actors.get(ids[k] ?? '')?.name ?? ids[k] ?? '', LONGEST_NAME * font, font);
  const priority = (k: number): number => names.actors.get(ids[k] ?? '')?.priority ?? 0;
  const order = [...placed].sort((a, b) => priority(b) - priority(a)).slice(0, MOST_TRIED);
  const labels = placeLabels(order, xs, ys, (k) => textWidth(nameOf(k), font) * 1.05, box, {
    radius: diameter / 2,
    most: MOST_TRIED,
    taken: quarters.map(({ room }) => room),
    size: font,
  });
  const key = sectorKey(
    sectors.map(({ sector, all }) => ({ sector, count: all.length })),
    frame,
    bottom + font * 0.6,
  );

  const stroke = attributes({ stroke: MUTED_INK, 'stroke-width': font / 9 });
  return {
    height: width * HIGH + font * 0.6 + key.height,
    groups: [
      group(
        'axes',
        bare
          ? []
          : axesElements({
              x: { axis: xAxis, style: detail.x.style, name: detail.x.name[language], grid: true },
              y: { axis: yAxis, style: detail.y.style, name: detail.y.name[language] },
              box,
              left,
              font,
              language,
            }),
      ),
      group('middles', [
        middleX === undefined
          ? ''
          : lineElement(scale.x(middleX), box.top, scale.x(middleX), box.bottom, middle),
        middleY === undefined
          ? ''
          : lineElement(box.left, scale.y(middleY), box.right, scale.y(middleY), middle),
      ]),
      group(
        'hulls',
        detail.hulls === true ? sectors.map((members) => hullElement(members, pointOf, font)) : [],
      ),
      group(
        'quarters',
        quarters.map(({ text, x, y, anchor }) =>
          textElement([text], x, y, { size: font, fill: MUTED_INK, anchor, bold: true }),
        ),
      ),
      group(
        'moves',
        arrows.map(
          ({ from: [x1, y1], to: [x2, y2], head }) =>
            `${lineElement(x1, y1, x2, y2, stroke)}${polygonElement(head, attributes({ fill: MUTED_INK }))}<circle${attributes(
              { cx: x1, cy: y1, r: font / 5, fill: THEMES.light.paper },
            )}${stroke}/>`,
        ),
      ),
      group(
        'actors',
        sectors.flatMap(({ sector, all }) =>
          all.map((k) => sectorMark(sector, xs[k] ?? 0, ys[k] ?? 0, diameter)),
        ),
      ),
      group(
        'labels',
        labels.map(({ at, x, y, anchor }) =>
          textElement([nameOf(at)], x, y, {
            size: font,
            fill: INK,
            anchor,
            halo: { colour: THEMES.light.paper, width: font / 8 },
          }),
        ),
      ),
      group('legend', key.elements),
    ],
    notes: [
      ...(arrows.length > 0 ? [FIGURE_TEXTS.moved[language]] : []),
      ...(placed.length < ids.length ? [unplacedText(ids.length - placed.length, language)] : []),
    ],
  };
}

function withMore(values: Float64Array, before?: Float64Array, middle?: number): Float64Array {
  return Float64Array.from([...values, ...(before ?? []), ...(middle === undefined ? [] : [middle])]);
}

/** The placed actors of each sector, in the order of the legend. */
function bySector(placed: readonly number[], ids: readonly string[], { names }: Frame): readonly Members[] {
  const members = new Map<string, number[]>();
  for (const k of placed) {
    const sector = names.actors.get(ids[k] ?? '')?.sector ?? '';
    const known = members.get(sector);
    if (known) known.push(k);
    else members.set(sector, [k]);
  }
  const order = [...names.sectors.keys()];
  return [...members]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([id, all]) => {
      const unknown: SectorName = { name: id, shape: 'ellipse', colour: THEMES.light.neutral };
      return { id, all, sector: names.sectors.get(id) ?? unknown };
    });
}

function hullElement({ sector, all }: Members, pointOf: (k: number) => Point, font: number): string {
  if (all.length < 2) return '';
  const corners = convexHull(all.map(pointOf));
  const colour = sector.colour.toLowerCase();
  return polygonElement(
    corners,
    attributes({
      fill: corners.length > 2 ? colour : 'none',
      stroke: colour,
      'stroke-width': HULL * font,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
      opacity: 0.13,
    }),
  );
}

interface QuarterName {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  /** Where labels do not go. */
  readonly room: Box;
}

function quarterNames(
  { quarters }: PointsDetail,
  box: Box,
  { font, language }: Frame,
): readonly QuarterName[] {
  return (quarters ?? []).map((name, corner) => {
    const [right, upper] = [corner % 2 === 0, corner < 2];
    const text = within(name[language], (box.right - box.left) * 0.44, font * 1.07);
    const long = textWidth(text, font, true) * 1.05 + font;
    return {
      text,
      x: right ? box.right - font / 2 : box.left + font / 2,
      y: upper ? box.top + font * 1.25 : box.bottom - font * 0.6,
      anchor: right ? 'end' : 'start',
      room: {
        left: right ? box.right - long : box.left,
        right: right ? box.right : box.left + long,
        top: upper ? box.top : box.bottom - font * 1.8,
        bottom: upper ? box.top + font * 1.8 : box.bottom,
      },
    };
  });
}
