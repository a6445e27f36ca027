import type { Position } from '../../model/graph.ts';
import type { Bounds } from '../../scene/marks.ts';
import type { Frame } from '../../state/arranging.svelte.ts';

/** Which part of the map is seen: a place on screen is its place on the map times `zoom`, moved by x and y. */
export interface Camera {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export function onScreen({ zoom, x, y }: Camera, place: Position): Position {
  return [place[0] * zoom + x, place[1] * zoom + y];
}

export function onMap({ zoom, x, y }: Camera, pixel: Position): Position {
  return [(pixel[0] - x) / zoom, (pixel[1] - y) / zoom];
}

/** What floats over the edges of the canvas, in pixels; on phones the bars are above and below. */
const WIDE = { left: 240, right: 72, top: 70, bottom: 74 };
const NARROW = { left: 44, right: 44, top: 112, bottom: 130 };
/** On a phone above a panel: what else is at the bottom gives way. */
const ABOVE_PANEL = { left: 44, right: 44, top: 128, bottom: 20 };

function edgesOf(width: number, height: number): typeof WIDE {
  if (width >= 700) return WIDE;
  // A phone that is held upright has such a canvas only when a panel takes the rest.
  return width < 500 && height < width ? ABOVE_PANEL : NARROW;
}

/** A small map is not blown up: its marks would be larger than any other's. On a projector they may be. */
const LARGEST_ZOOM = 1.15;
const LARGEST_FROM_AFAR = 2.6;
/** Kept free for the legend and for large names at the edges, as shares of the width and the height. */
const FROM_AFAR = { left: 0.24, right: 0.07, top: 0.08, bottom: 0.18 };

/**
 * The camera that shows the box as large as it can be, clear of what floats over the edges.
 * @param fromAfar as on a projector: few bars, large letters
 */
export function fittingCamera(box: Bounds, width: number, height: number, fromAfar = false): Camera {
  const edge = fromAfar
    ? {
        left: FROM_AFAR.left * width,
        right: FROM_AFAR.right * width,
        top: FROM_AFAR.top * height,
        bottom: FROM_AFAR.bottom * height,
      }
    : edgesOf(width, height);
  const room = { x: width - edge.left - edge.right, y: height - edge.top - edge.bottom };
  const zoom = Math.min(
    fromAfar ? LARGEST_FROM_AFAR : LARGEST_ZOOM,
    room.x / Math.max(1, box.x2 - box.x1),
    room.y / Math.max(1, box.y2 - box.y1),
  );
  return {
    zoom,
    x: edge.left + room.x / 2 - (zoom * (box.x1 + box.x2)) / 2,
    y: edge.top + room.y / 2 - (zoom * (box.y1 + box.y2)) / 2,
  };
}

/** The camera that shows the box in the middle, as large as it can be. */
export function cameraOn(box: Bounds, width: number, height: number): Camera {
  const zoom = Math.min(width / Math.max(1, box.x2 - box.x1), height / Math.max(1, box.y2 - box.y1));
  return {
    zoom,
    x: width / 2 - (zoom * (box.x1 + box.x2)) / 2,
    y: height / 2 - (zoom * (box.y1 + box.y2)) / 2,
  };
}

/** Room for the marks and labels around the positions of a layout on its way. */
const AROUND = { side: 60, above: 40, below: 60 };

/** The box of a layout on its way; undefined when it has no actors. */
export function frameBounds(frame: Frame): Bounds | undefined {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [k, x] of frame.x.entries()) {
    const y = frame.y[k] ?? 0;
    [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x), Math.max(y2, y)];
  }
  if (x1 > x2) return undefined;
  return { x1: x1 - AROUND.side, y1: y1 - AROUND.above, x2: x2 + AROUND.side, y2: y2 + AROUND.below };
}

const SMALLEST_ZOOM = 0.03;
const GREATEST_ZOOM = 5;

/** The camera after two fingers went from two places of the screen to two others: what was under them stays there. */
export function pinched(
  camera: Camera,
  from: readonly [Position, Position],
  to: readonly [Position, Position],
): Camera {
  const apart = ([a, b]: readonly [Position, Position]): number => Math.hypot(a[0] - b[0], a[1] - b[1]);
  const middle = ([a, b]: readonly [Position, Position]): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const before = apart(from);
  const wanted = camera.zoom * (before === 0 ? 1 : apart(to) / before);
  const zoom = Math.min(GREATEST_ZOOM, Math.max(SMALLEST_ZOOM, wanted));
  const [x, y] = onMap(camera, middle(from));
  const [left, top] = middle(to);
  return { zoom, x: left - zoom * x, y: top - zoom * y };
}

/** Half an actor with its label, in pixels: a place this near to what floats over an edge is half covered. */
const HALF_MARK = 44;

/** How far what is drawn has to go so that a place on screen is clear of the edges and of what floats there, in pixels. */
export function toSight([x, y]: Position, width: number, height: number): Position {
  const edge = edgesOf(width, height);
  const need = (at: number, before: number, after: number, size: number): number => {
    const middle = size / 2;
    const [least, most] = [Math.min(before, middle), Math.max(size - after, middle)];
    return at < least ? least - at : at > most ? most - at : 0;
  };
  return [need(x, edge.left, edge.right, width), need(y, edge.top, edge.bottom + HALF_MARK, height)];
}
