import type { Language } from '../base/localized.ts';
import type { Legend } from '../scene/legend.ts';
import { extent, lineScale } from './content.ts';
import type { Content, Minimum } from './content.ts';
import { fittingScale } from './fitting-scale.ts';
import { legendLayout } from './legend-layout.ts';
import type { LegendLayout } from './legend-layout.ts';
import type { Page } from './page.ts';

export type LegendPlace = 'right' | 'below';

export interface Arrangement {
  /** Points per map unit. */
  readonly scale: number;
  readonly legend: LegendLayout | null;
  readonly place: LegendPlace;
}

export interface ArrangementInput {
  readonly legend: Legend;
  readonly content: Content;
  readonly page: Page;
  readonly language: Language;
  readonly minimum: Minimum;
  readonly legendAt: boolean | LegendPlace;
}

/** The tallest map, as a part of the figure's width, when no height is given. */
const TALLEST = 1.3;
/** From this width on (120 mm), a figure whose height is free has its legend beside the map. */
const BESIDE_FROM = 340;
/** Smaller type for legends that would leave the map no room. */
const LEGEND_SIZES = [1, 0.9, 0.8, 0.7, 0.6] as const;

/** Between the map and its legend. */
export function gapOf(page: Page): number {
  return 2 * page.margin;
}

/** The largest map that leaves room for its legend, whose circles and lines are as large as those of the map. */
export function arrangement(input: ArrangementInput): Arrangement {
  const { page, legendAt } = input;
  const bare = largestScale(input, () => null, 'below');
  const none: Arrangement = { scale: bare, legend: null, place: 'below' };
  if (legendAt === false) return none;
  const free: LegendPlace = page.width >= BESIDE_FROM ? 'right' : 'below';
  const places: readonly LegendPlace[] =
    legendAt !== true ? [legendAt] : page.height === null ? [free] : ['right', 'below'];
  let best: Arrangement = { ...none, scale: 0 };
  for (const size of LEGEND_SIZES) {
    for (const place of places) {
      const layout = (scale: number): LegendLayout | null => legendFor(input, place, scale, page.font * size);
      const scale = largestScale(input, layout, place);
      if (scale > best.scale) best = { scale, legend: layout(scale), place };
    }
    if (best.scale > 0.45 * bare) return best;
  }
  // On a stamp no legend can be read.
  return best.scale > 0.1 * bare ? best : none;
}

function room(page: Page): { readonly width: number; readonly height: number } {
  const height = page.height ?? page.width * TALLEST + page.header + page.footer;
  return {
    width: page.width - 2 * page.margin,
    height: height - 2 * page.margin - page.header - page.footer,
  };
}

function legendFor(
  { legend, content, page, language, minimum }: ArrangementInput,
  place: LegendPlace,
  scale: number,
  fontSize: number,
): LegendLayout | null {
  const { width, height } = room(page);
  let maxHeight = height;
  if (page.height === null && place === 'right') {
    // A legend should not make the figure much taller than its map.
    const { y1, y2 } = extent(content, scale, minimum);
    maxHeight = Math.max(1.5 * (y2 - y1), width / 3);
  }
  return legendLayout(legend, {
    language,
    scale,
    lineScale: scale * lineScale(scale, minimum),
    fontSize,
    maxWidth: place === 'right' ? width * 0.5 : width,
    maxHeight,
    prefer: place === 'right' ? 'narrow' : 'low',
  });
}

function largestScale(
  { content, page, minimum }: ArrangementInput,
  layout: (scale: number) => LegendLayout | null,
  place: LegendPlace,
): number {
  const { width, height } = room(page);
  const gap = gapOf(page);
  return fittingScale(page, (scale) => {
    const legend = layout(scale);
    const { x1, y1, x2, y2 } = extent(content, scale, minimum);
    if (!legend) return x2 - x1 <= width && y2 - y1 <= height;
    if (place === 'right') {
      const tooHigh = page.height !== null && legend.height > height;
      return !tooHigh && x2 - x1 <= width - legend.width - gap && y2 - y1 <= height;
    }
    // Where the height is free, a legend below the map takes nothing from it.
    const below = page.height === null ? 0 : legend.height + gap;
    return legend.width <= width && x2 - x1 <= width && y2 - y1 <= height - below;
  });
}
