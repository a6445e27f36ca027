import type { MatrixLayer } from '../metrics/detail.ts';
import { cellShades } from '../scene/cell-shades.ts';
import { textWidth } from '../scene/text.ts';
import { INK } from './detail-page.ts';
import type { Frame } from './detail-page.ts';
import { FIGURE_TEXTS } from './figure-texts.ts';
import { flow } from './flow.ts';
import { shadeColour, WITH_LETTERS } from './matrix-cells.ts';
import { attributes, textElement } from './svg.ts';

interface Key {
  readonly elements: readonly string[];
  readonly height: number;
}

const STRIPES = 24;

/** From which value to which the colours lead: plain stripes, since gradients come out differently everywhere. */
export function rampKey(
  layer: MatrixLayer,
  format: (value: number | null) => string,
  strongest: number,
  { left, top, font }: Frame,
): Key {
  const known = layer.values.filter((value) => !Number.isNaN(value));
  const least = known.reduce((a, b) => Math.min(a, b), Infinity);
  const high = known.reduce((a, b) => Math.max(a, b), -Infinity);
  const low = layer.middle === undefined ? Math.min(0, least) : least;
  const shades = cellShades({ ...layer, values: Float64Array.of(low, high) });
  const [from, to] = [shades[0] ?? 0, shades[1] ?? 0];
  const [before, after] = [format(low), format(high)];
  const start = left + textWidth(before, font) * 1.05 + font * 0.5;
  const step = font / 3;
  const y = top + font * 1.1;
  const stripes = Array.from({ length: STRIPES }, (_, k) => {
    const shade = from + ((to - from) * k) / (STRIPES - 1);
    // Each reaches under the next, so that no seam shows.
    const width = k === STRIPES - 1 ? step : 1.5 * step;
    return `<rect${attributes({ x: start + k * step, y: y - font * 0.85, width, height: font, fill: shadeColour(shade, strongest) })}/>`;
  });
  const style = { size: font, fill: INK };
  return {
    elements: [
      textElement([before], left, y, style),
      stripes.join(''),
      textElement([after], start + STRIPES * step + font * 0.5, y, style),
    ],
    height: font * 1.5,
  };
}

/** What signs, their colours and frames mean. */
export function signKey({ left, top, width, font, language }: Frame, framed: boolean): Key {
  const entries = [
    { sign: '+', shade: -1, text: FIGURE_TEXTS.gains[language] },
    { sign: '0', shade: 0, text: FIGURE_TEXTS.neither[language] },
    { sign: '−', shade: 1, text: FIGURE_TEXTS.loses[language] },
    ...(framed ? [{ sign: '', shade: undefined, text: FIGURE_TEXTS.turned[language] }] : []),
  ];
  const box = font * 1.3;
  const widths = entries.map(({ text }) => box + font * 0.5 + textWidth(text, font) * 1.05);
  const { places, height } = flow(widths, { left, top, width }, font * 1.7, font * 1.4);
  const elements = entries.map(({ sign, shade, text }, k) => {
    const { x, y } = places[k] ?? { x: left, y: top };
    const paint =
      shade === undefined
        ? attributes({ fill: 'none', stroke: INK, 'stroke-width': 0.8 })
        : attributes({ fill: shadeColour(shade, WITH_LETTERS) });
    const style = { size: font, fill: INK };
    return [
      `<rect${attributes({ x, y: y - box / 2, width: box, height: box })}${paint}/>`,
      sign === '' ? '' : textElement([sign], x + box / 2, y + font * 0.35, { ...style, anchor: 'middle' }),
      textElement([text], x + box + font * 0.5, y + font * 0.35, style),
    ].join('');
  });
  return { elements, height };
}
