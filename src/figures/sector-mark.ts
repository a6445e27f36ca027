import { THEMES } from '../scene/palette.ts';
import { shapeBox } from '../scene/shapes.ts';
import { textWidth } from '../scene/text.ts';
import type { Frame } from './detail-page.ts';
import { INK, within } from './detail-page.ts';
import type { SectorName } from './figure.ts';
import { flow } from './flow.ts';
import { actorElement } from './marks.ts';
import { textElement } from './svg.ts';

/** A sector's shape around (x, y), of the area of a circle with this diameter. */
export function sectorMark(
  { shape, colour }: Pick<SectorName, 'shape' | 'colour'>,
  x: number,
  y: number,
  diameter: number,
): string {
  const look = {
    x: 0,
    y: 0,
    shape,
    ...shapeBox(shape, diameter),
    fill: colour.toLowerCase(),
    stroke: THEMES.light.paper,
    strokeWidth: diameter / 12,
    opacity: 1,
  };
  return actorElement(look, { scale: 1, x, y });
}

export interface SectorKey {
  readonly elements: readonly string[];
  readonly height: number;
}

/** Which mark is which sector, and how many there are of each where told. */
export function sectorKey(
  entries: readonly { readonly sector: SectorName; readonly count?: number }[],
  { left, width, font, language }: Frame,
  top: number,
): SectorKey {
  const whole = new Intl.NumberFormat(language);
  const texts = entries.map(({ sector, count }) => {
    const name = within(sector.name, width - 6 * font, font);
    return count === undefined ? name : `${name} ${whole.format(count)}`;
  });
  const widths = texts.map((text) => 1.5 * font + textWidth(text, font) * 1.05);
  const { places, height } = flow(widths, { left, top, width }, font * 1.5, font * 1.4);
  const elements = entries.map(({ sector }, k) => {
    const { x, y } = places[k] ?? { x: left, y: top };
    return (
      sectorMark(sector, x + font * 0.5, y, font * 0.95) +
      textElement([texts[k] ?? ''], x + font * 1.4, y + font * 0.35, { size: font, fill: INK })
    );
  });
  return { elements, height };
}
