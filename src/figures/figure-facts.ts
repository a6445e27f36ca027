import type { Bounds } from '../scene/marks.ts';
import type { Arrangement } from './arrangement.ts';
import type { Corner, Drawn } from './legend-place.ts';
import { POINTS_PER_MM } from './svg.ts';
import { textSizes, type TextSizes } from './text-sizes.ts';

/** What is to be known of a figure before it is sent to a journal. All lengths are mm on the page. */
export interface FigureFacts {
  /** Of all letters but that of the panel, in points; null where there are none. */
  readonly text: TextSizes | null;
  /** The box of the legend; null where there is none. */
  readonly legend: Bounds | null;
  /** Where the legend may lie. */
  readonly body: Bounds;
  /** Actors and names under a legend on the map. */
  readonly covered: number;
  /** Whether there was no room for a legend that was asked for. */
  readonly legendLeftOut: boolean;
  readonly labels: { readonly drawn: number; readonly wanted: number };
  /** The width of the smallest actor; null where there is none. */
  readonly smallestMark: number | null;
}

export function figureFacts(from: {
  readonly arranged: Arrangement;
  readonly corner: Corner | null;
  readonly body: Bounds;
  readonly drawn: Drawn;
  readonly covered: number;
  /** Labels that were asked for. */
  readonly wanted: number;
  readonly legendWanted: boolean;
  readonly svg: string;
}): FigureFacts {
  const { arranged, corner, body, drawn, covered, wanted, legendWanted, svg } = from;
  const { legend, scale } = arranged;
  const box: Bounds | null =
    legend && corner
      ? {
          x1: corner.left,
          y1: corner.top,
          x2: corner.left + legend.width,
          y2: corner.top + legend.height,
        }
      : null;
  const least = drawn.actors.reduce((smallest, { width }) => Math.min(smallest, width), Infinity);
  return {
    text: textSizes(svg),
    legend: box && inMm(box),
    body: inMm(body),
    covered,
    legendLeftOut: legendWanted && legend === null && drawn.actors.length > 0,
    labels: { drawn: drawn.labels.length, wanted },
    smallestMark: Number.isFinite(least) ? (least * scale) / POINTS_PER_MM : null,
  };
}

function inMm({ x1, y1, x2, y2 }: Bounds): Bounds {
  return {
    x1: x1 / POINTS_PER_MM,
    y1: y1 / POINTS_PER_MM,
    x2: x2 / POINTS_PER_MM,
    y2: y2 / POINTS_PER_MM,
  };
}
