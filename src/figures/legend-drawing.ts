import { THEMES } from '../scene/palette.ts';
import type { Theme } from '../scene/palette.ts';
import { shapeBox } from '../scene/shapes.ts';
import type { TiePath } from '../scene/tie-path.ts';
import type { LegendItem, LegendLayout } from './legend-layout.ts';
import { actorElement, tieElement } from './marks.ts';
import { attributes, decimal, polygonElement, textElement } from './svg.ts';

/** What keeps a legend legible that lies over things: the ground of the page, through which they are still guessed. */
export function legendGround(
  { width, height, fontSize }: LegendLayout,
  { left, top }: { readonly left: number; readonly top: number },
  background: string,
  theme: Theme,
): string {
  const edge = fontSize * 0.5;
  const { paper } = THEMES[theme];
  const box = { x: left - edge, y: top - edge, width: width + 2 * edge, height: height + 2 * edge };
  const fill = background === 'transparent' ? paper : background;
  return `<rect${attributes({ ...box, rx: edge, fill, opacity: 0.88 })}/>`;
}

/** The elements of a legend whose upper left corner is at (left, top). */
export function legendElements(legend: LegendLayout, left: number, top: number, theme: Theme): string[] {
  return legend.items.map((item) => {
    const x = left + item.x;
    const y = top + item.y;
    switch (item.kind) {
      case 'text':
        return textElement(item.lines, x, y, {
          size: legend.fontSize,
          fill: THEMES[theme].ink,
          anchor: item.anchor,
          bold: item.role === 'title',
        });
      case 'actor': {
        const box = shapeBox(item.swatch.shape, item.swatch.diameter);
        return actorElement({ ...item.swatch, ...box, x: 0, y: 0, opacity: 1 }, { scale: item.scale, x, y });
      }
      case 'tie':
        return tieElement({ ...item.swatch, opacity: 1 }, sampleWay(item), { scale: item.scale, x, y });
      case 'mark': {
        const paint = attributes({ stroke: THEMES[theme].mutedInk, 'stroke-width': legend.fontSize * 0.07 });
        return `<path d="M${decimal(x)} ${decimal(y)}v${decimal(item.height)}"${paint}/>`;
      }
      case 'gradient':
        return stripes(item, x, y);
    }
  });
}

function sampleWay({ swatch, length, scale }: Extract<LegendItem, { kind: 'tie' }>): TiePath {
  const end = length / scale;
  const covered = swatch.arrowSize * 0.6;
  const heads: TiePath['heads'] = [
    { tip: [end, 0], direction: [1, 0] },
    { tip: [0, 0], direction: [-1, 0] },
  ];
  return {
    points: [
      [swatch.arrows === 'both' ? covered : 0, 0],
      [swatch.arrows === 'none' ? end : end - covered, 0],
    ],
    heads: swatch.arrows === 'none' ? [] : heads.slice(0, swatch.arrows === 'both' ? 2 : 1),
  };
}

/** Plain stripes: gradient elements come out differently from program to program. */
function stripes(item: Extract<LegendItem, { kind: 'gradient' }>, left: number, top: number): string {
  const step = item.width / item.colours.length;
  const bottom = top + item.height;
  return item.colours
    .map((fill, k) => {
      const from = left + k * step;
      // Each reaches under the next, so that no seam shows.
      const to = Math.min(left + item.width, from + 1.5 * step);
      const corners = [
        [from, top],
        [to, top],
        [to, bottom],
        [from, bottom],
      ] as const;
      return polygonElement(corners, attributes({ fill }));
    })
    .join('');
}
