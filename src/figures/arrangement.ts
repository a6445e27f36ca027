import type { Language } from '../base/localized.ts';
import type { Legend } from '../scene/legend.ts';
import { extent, lineScale } from './content.ts';
import type { Content, Minimum } from './content.ts';
import { fittingScale } from './fitting-scale.ts';
import { legendLayout } from './legend-layout.ts';
import type { LegendLayout } from './legend-layout.ts';
import type { LegendPlace, LegendSide } from './legend-spot.ts';
import type { Page } from './page.ts';

/** Beside the map, or over it. */
type Place = LegendSide | 'over';

export interface Arrangement {
  /** Points per map unit. */
  readonly scale: number;
  readonly legend: LegendLayout | null;
  readonly place: Place;
}

export interface ArrangementInput {
  readonly legend: Legend;
  readonly content: Content;
  readonly page: Page;
  readonly language: Language;
  readonly minimum: Minimum;
  readonly legendAt: boolean | LegendPlace;
  /** The smallest that the letters of the legend may get where it would leave the map no room, in points. */
  readonly leastPoints?: number | undefined;
  readonly fontWidth?: number | undefined;
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
  const sizes = legendSizes(input);
  if (legendAt === 'inside' || typeof legendAt === 'object') return overMap(input, sizes, none)[0] ?? none;
  const free: LegendSide = page.width >= BESIDE_FROM ? 'right' : 'below';
  const places: readonly LegendSide[] =
    legendAt !== true ? [legendAt] : page.height === null ? [free] : ['right', 'below'];
  let best: Arrangement = { ...none, scale: 0 };
  for (const size of sizes) {
    for (const place of places) {
      const layout = (scale: number): LegendLayout | null => legendFor(input, place, scale, size);
      const scale = largestScale(input, layout, place);
      if (scale > best.scale) best = { scale, legend: layout(scale), place };
    }
    if (best.scale > 0.45 * bare) return best;
  }
  // On a stamp no legend can be read.
  return best.scale > 0.1 * bare ? best : none;
}

/** The arrangement as it is, and the same with its legend smaller or flatter: over the map one may cover less. */
export function alternatives(input: ArrangementInput, arranged: Arrangement): readonly Arrangement[] {
  if (arranged.place !== 'over') return [arranged];
  return overMap(input, legendSizes(input), { ...arranged, legend: null, place: 'below' });
}

/** A legend over the map takes nothing from it; those that are larger than the page are left out. */
function overMap(
  input: ArrangementInput,
  sizes: readonly number[],
  none: Arrangement,
): readonly Arrangement[] {
  const { width, height } = room(input.page);
  const found: Arrangement[] = [];
  for (const size of sizes) {
    for (const prefer of ['narrow', 'low'] as const) {
      const legend = legendFor(input, 'over', none.scale, size, prefer);
      if (legend && legend.width <= width && legend.height <= height)
        found.push({ ...none, legend, place: 'over' });
    }
  }
  return found;
}

/** The size that is wanted, then those that it may shrink to. */
function legendSizes({ page, leastPoints = 0 }: ArrangementInput): readonly number[] {
  return LEGEND_SIZES.map((size) => page.font * size).filter(
    (points) => points === page.font || points >= leastPoints - 1e-9,
  );
}

function room(page: Page): { readonly width: number; readonly height: number } {
  const height = page.height ?? page.width * TALLEST + page.header + page.footer;
  return {
    width: page.width - 2 * page.margin,
    height: height - 2 * page.margin - page.header - page.footer,
  };
}

function legendFor(
  { legend, content, page, language, minimum, fontWidth = 1 }: ArrangementInput,
  place: Place,
  scale: number,
  fontSize: number,
  prefer: 'narrow' | 'low' = place === 'below' ? 'low' : 'narrow',
): LegendLayout | null {
  const { width, height } = room(page);
  let maxHeight = height;
  if (page.height === null && place !== 'below') {
    // A legend should not make the figure much taller than its map.
    const { y1, y2 } = extent(content, scale, minimum);
    maxHeight = Math.max(1.5 * (y2 - y1), width / 3);
  }
  return legendLayout(legend, {
    language,
    scale,
    lineScale: scale * lineScale(scale, minimum),
    fontSize,
    maxWidth: place === 'below' || (place === 'over' && prefer === 'low') ? width : width * 0.5,
    maxHeight,
    prefer,
    fontWidth,
  });
}

function largestScale(
  { content, page, minimum }: ArrangementInput,
  layout: (scale: number) => LegendLayout | null,
  place: LegendSide,
): number {
  const { width, height } = room(page);
  const gap = gapOf(page);
  return fittingScale(page, (scale) => {
    const legend = layout(scale);
    const { x1, y1, x2, y2 } = extent(content, scale, minimum);
    if (!legend) return x2 - x1 <= width && y2 - y1 <= height;
    if (place !== 'below') {
      const tooHigh = page.height !== null && legend.height > height;
      return !tooHigh && x2 - x1 <= width - legend.width - gap && y2 - y1 <= height;
    }
    // Where the height is free, a legend below the map takes nothing from it.
    const below = page.height === null ? 0 : legend.height + gap;
    return legend.width <= width && x2 - x1 <= width && y2 - y1 <= height - below;
  });
}
