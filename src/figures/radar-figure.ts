import type { RadarDetail } from '../metrics/detail.ts';
import { formatValue } from '../metrics/format.ts';
import { SERIES_DASHES } from '../scene/series-dashes.ts';
import type { Point } from '../scene/shapes.ts';
import { textWidth, wrapLabel } from '../scene/text.ts';
import type { Body, Frame } from './detail-page.ts';
import { detailPage, GRID, INK, MUTED_INK, within } from './detail-page.ts';
import { COLON } from './figure-texts.ts';
import type { DetailFigureOptions } from './figure.ts';
import { flow } from './flow.ts';
import { sectorMark } from './sector-mark.ts';
import { attributes, decimal, group, polygonElement, textElement } from './svg.ts';

/** Of the chart, as a part of the width, and in parts of the size of letters at most. */
const RADIUS = 0.28;
const LARGEST = 14;
/** Widest line of an axis' name, in parts of the size of letters. */
const NAME = 14;
const FINE = 0.1;
const COARSE = 0.2;

/** Sectors on a few axes from one middle, each in its colour, dash and shape, with their values in the key. */
export function radarFigure(detail: RadarDetail, options: DetailFigureOptions): string {
  return detailPage(options, detail.facts, (frame) => radarBody(detail, frame));
}

function radarBody(detail: RadarDetail, frame: Frame): Body {
  const { left, top, width, font, language, names } = frame;
  const count = detail.axes.ids.length;
  const radius = Math.min(width * RADIUS, LARGEST * font);
  const head = font * 3;
  const middle: Point = [left + width / 2, top + head + radius];
  const direction = (axis: number): Point => {
    const angle = (2 * Math.PI * axis) / count - Math.PI / 2;
    return [Math.cos(angle), Math.sin(angle)];
  };
  const known = detail.series.filter(({ values }) => values.every((value) => !Number.isNaN(value)));
  const most = Math.max(0, ...known.flatMap(({ values }) => [...values]));
  const step = most > 2 * COARSE ? COARSE : FINE;
  const rings = Array.from({ length: Math.max(1, Math.ceil(most / step - 1e-9)) }, (_, k) => (k + 1) * step);
  const full = rings.at(-1) ?? 1;
  const corner = (axis: number, value: number): Point => {
    const [x, y] = direction(axis);
    return [middle[0] + (radius * value * x) / full, middle[1] + (radius * value * y) / full];
  };
  const axes = detail.axes.ids.map((_, axis) => axis);
  const lowest = Math.max(...axes.map((axis) => corner(axis, full)[1]));
  const order = [...names.sectors.keys()];
  const lines = known.map(({ sector, values }) => {
    const place = Math.max(0, order.indexOf(sector));
    return {
      sector: names.sectors.get(sector),
      name: names.sectors.get(sector)?.name ?? sector,
      dash: SERIES_DASHES[place % SERIES_DASHES.length] ?? '',
      corners: axes.map((axis) => corner(axis, values[axis] ?? 0)),
      texts: Array.from(values, (value) => formatValue(value, detail, language)),
    };
  });
  /** Names stay on the page, those beside the ends of the lower axes too. */
  const widest = Math.min(NAME, ((width - 2 * radius) / font) * 0.9);
  const keyTop = lowest + font * 3.6;
  const entries = lines.map(({ name, texts }) =>
    within(`${name}${COLON[language]}${texts.join(' · ')}`, width - 2 * font, font),
  );
  const key = flow(
    entries.map((text) => font * 1.6 + textWidth(text, font) * 1.05),
    { left, top: keyTop, width },
    font * 1.6,
    font * 1.6,
  );
  return {
    height: keyTop + key.height - top,
    groups: [
      group(
        'axes',
        [
          ...rings.map((ring) =>
            polygonElement(
              axes.map((axis) => corner(axis, ring)),
              ' fill="none"',
            ),
          ),
          ...axes.map((axis) => {
            const [x, y] = corner(axis, full);
            return `<path d="M${decimal(middle[0])} ${decimal(middle[1])}L${decimal(x)} ${decimal(y)}" fill="none"/>`;
          }),
        ],
        attributes({ stroke: GRID, 'stroke-width': font / 14 }),
      ),
      group(
        'lines',
        lines.map(({ corners, sector, dash }) =>
          polygonElement(
            corners,
            attributes({
              fill: 'none',
              stroke: sector?.colour.toLowerCase() ?? INK,
              'stroke-width': font / 6,
              'stroke-linejoin': 'round',
              'stroke-dasharray': dash === '' ? undefined : scaled(dash, font / 12),
            }),
          ),
        ),
      ),
      group(
        'marks',
        lines.flatMap(({ corners, sector }) =>
          sector ? corners.map(([x, y]) => sectorMark(sector, x, y, font * 0.85)) : [],
        ),
      ),
      group('labels', [
        ...rings.map((ring) =>
          textElement(
            [formatValue(ring, { style: detail.style, digits: 2 }, language)],
            middle[0] + font * 0.3,
            corner(0, ring)[1] + font * 0.9,
            { size: font * 0.9, fill: MUTED_INK },
          ),
        ),
        ...axes.map((axis) => axisName(detail, axis, direction(axis), corner(axis, full), frame, widest)),
      ]),
      group(
        'legend',
        lines.map(({ sector }, k) => {
          const { x, y } = key.places[k] ?? { x: left, y: keyTop };
          return [
            sector ? sectorMark(sector, x + font * 0.5, y, font) : '',
            textElement([entries[k] ?? ''], x + font * 1.4, y + font * 0.35, { size: font, fill: INK }),
          ].join('');
        }),
      ),
    ],
  };
}

function scaled(dash: string, unit: number): string {
  return dash
    .split(' ')
    .map((length) => decimal(Number(length) * unit))
    .join(' ');
}

/** Beyond the end of its axis: above it, below it, or beside it. */
function axisName(
  { axes }: RadarDetail,
  axis: number,
  [dx, dy]: Point,
  [x, y]: Point,
  { font, language, names }: Frame,
  widest: number,
): string {
  const id = axes.ids[axis] ?? '';
  const name = axes.names?.[axis]?.[language] ?? names.dimensions.get(id) ?? id;
  const text = wrapLabel(name, widest, 2, false);
  const above = dy < -0.5;
  const first = above ? y - font * 0.7 - (text.length - 1) * font * 1.25 : y + font * (dy > 0.2 ? 1.5 : 0.35);
  return textElement(text, x, first, {
    size: font,
    fill: INK,
    anchor: Math.abs(dx) < 0.2 || dy > 0.2 ? 'middle' : dx > 0 ? 'start' : 'end',
    bold: true,
  });
}
