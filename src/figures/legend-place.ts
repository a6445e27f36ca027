import type { ActorMark, Bounds } from '../scene/marks.ts';
import type { Arrangement } from './arrangement.ts';
import type { DrawnTie } from './content.ts';
import { freestSpot, type Weighted } from './free-space.ts';
import type { LegendPlace } from './legend-spot.ts';
import type { Placement } from './marks.ts';
import { tieSamples } from './tie-samples.ts';

export interface Corner {
  readonly left: number;
  readonly top: number;
}

/** What a legend on the map could cover, in points on the page. */
export interface Drawn {
  readonly actors: readonly ActorMark[];
  readonly ties: readonly DrawnTie[];
  /** Boxes of the labels, map units. */
  readonly labels: readonly Bounds[];
  readonly placement: Placement;
}

/** A name that is covered is worse than a line. */
const TIE_WEIGHT = 1;
const MARK_WEIGHT = 3;

/** The upper left corner of the legend; null where there is none. `body` is the page between title and caption. */
export function legendCorner(
  { legend, place }: Pick<Arrangement, 'legend' | 'place'>,
  wanted: boolean | LegendPlace,
  body: Bounds,
  gap: number,
  drawn: Drawn,
): Corner | null {
  if (!legend) return null;
  switch (place) {
    case 'right':
      return { left: body.x2 - legend.width, top: body.y1 };
    case 'left':
      return { left: body.x1, top: body.y1 };
    case 'below':
      return { left: body.x1, top: body.y2 + gap };
    case 'over': {
      const { across, down } = typeof wanted === 'object' ? wanted : freestSpot(boxesOf(drawn), body, legend);
      const part = (value: number): number => (Number.isFinite(value) ? Math.max(0, Math.min(1, value)) : 0);
      return {
        left: body.x1 + part(across) * Math.max(0, body.x2 - body.x1 - legend.width),
        top: body.y1 + part(down) * Math.max(0, body.y2 - body.y1 - legend.height),
      };
    }
  }
}

function boxesOf({ actors, ties, labels, placement }: Drawn): Weighted[] {
  const marks = [...actors.map(shapeBounds), ...labels].map((box) => ({
    ...onPage(box, placement),
    weight: MARK_WEIGHT,
  }));
  const lines = ties.flatMap(({ mark, source, target }) =>
    tieSamples(mark, source, target).map(([x, y]) => ({
      ...onPage({ x1: x, y1: y, x2: x, y2: y }, placement),
      weight: TIE_WEIGHT,
    })),
  );
  return [...marks, ...lines];
}

/** How many actors and names lie under a legend on the map. */
export function coveredByLegend(
  { legend, place }: Pick<Arrangement, 'legend' | 'place'>,
  corner: Corner | null,
  { actors, labels, placement }: Drawn,
): number {
  if (!legend || !corner || place !== 'over') return 0;
  const { left, top } = corner;
  const under = (other: Bounds): boolean => {
    const { x1, y1, x2, y2 } = onPage(other, placement);
    return x1 < left + legend.width && left < x2 && y1 < top + legend.height && top < y2;
  };
  return actors.filter((mark) => under(shapeBounds(mark))).length + labels.filter(under).length;
}

function shapeBounds({ x, y, width, height }: ActorMark): Bounds {
  return { x1: x - width / 2, y1: y - height / 2, x2: x + width / 2, y2: y + height / 2 };
}

function onPage({ x1, y1, x2, y2 }: Bounds, { scale, x, y }: Placement): Bounds {
  return { x1: x + x1 * scale, y1: y + y1 * scale, x2: x + x2 * scale, y2: y + y2 * scale };
}
