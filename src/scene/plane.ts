import type { Point } from './shapes.ts';

/** The corners of the smallest convex outline around the points, in order; fewer than three where all lie on a line. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = [...points].sort(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const lower = halfHull(sorted);
  const upper = halfHull(sorted.reverse());
  const hull = [...lower.slice(0, -1), ...upper.slice(0, -1)];
  return hull.length === 0 ? sorted.slice(0, 1) : hull;
}

/** One chain of the outline, after Andrew (1979): of points in order it keeps those at which it turns left. */
function halfHull(sorted: readonly Point[]): readonly Point[] {
  const chain: Point[] = [];
  for (const point of sorted) {
    for (;;) {
      const [before, last] = chain.slice(-2);
      if (!before || !last || turn(before, last, point) > 0) break;
      chain.pop();
    }
    if (!same(chain.at(-1), point)) chain.push(point);
  }
  return chain;
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

function same(a: Point | undefined, b: Point): boolean {
  return a?.[0] === b[0] && a[1] === b[1];
}

/** Where along the axes a place of the plane lies, in px or points. */
export interface PlaneScale {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One scale for both axes, upwards and to the right, as large as the box allows and in its middle; NaN is passed over. */
export function equalScale(xs: Float64Array, ys: Float64Array, box: Box): PlaneScale {
  const [x1, x2] = extent(xs);
  const [y1, y2] = extent(ys);
  const scale = Math.min(
    (box.right - box.left) / Math.max(1e-12, x2 - x1),
    (box.bottom - box.top) / Math.max(1e-12, y2 - y1),
  );
  // All in one place: any scale shows that, and 1 keeps it in the middle.
  const used = x2 - x1 < 1e-12 && y2 - y1 < 1e-12 ? 1 : scale;
  return {
    x: (value) => (box.left + box.right) / 2 + (value - (x1 + x2) / 2) * used,
    y: (value) => (box.top + box.bottom) / 2 - (value - (y1 + y2) / 2) * used,
  };
}

function extent(values: Float64Array): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > high ? [0, 0] : [low, high];
}

/**
 * The nearest point in a direction (a unit vector), for arrow keys: what lies straight ahead counts as nearer than what
 * lies aside. -1 where none is.
 */
export function nextPoint(xs: Float64Array, ys: Float64Array, from: number, [dx, dy]: Point): number {
  let best = -1;
  let least = Infinity;
  for (let k = 0; k < xs.length; k++) {
    const x = (xs[k] ?? NaN) - (xs[from] ?? NaN);
    const y = (ys[k] ?? NaN) - (ys[from] ?? NaN);
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (!(along > 0.5)) continue;
    const distance = along + 2 * aside;
    if (distance < least) {
      least = distance;
      best = k;
    }
  }
  return best;
}

export interface PointLabel {
  /** Index of the point. */
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface LabelOptions {
  /** Of the points. */
  readonly radius: number;
  /** So many are placed. */
  readonly most: number;
  /** Where something else stands. */
  readonly taken?: readonly Box[];
  /** So many of the first have their names even where there is no room. */
  readonly sure?: number;
  /** Of the letters; 12 unless told. */
  readonly size?: number;
}

/** Height of a line of letters, and of a letter, in parts of their size. */
const LINE = 15 / 12;
const ASCENT = 11 / 12;

/**
 * Places the names of points beside, above or below them, in the order given, as many as keep clear of each other, of
 * all points and of the edges.
 * @param widths of the names, by index of the point
 */
export function placeLabels(
  order: readonly number[],
  xs: Float64Array,
  ys: Float64Array,
  widths: (at: number) => number,
  box: Box,
  { radius, most, taken: kept = [], sure = 0, size = 12 }: LabelOptions,
): readonly PointLabel[] {
  const labels: PointLabel[] = [];
  const taken: Box[] = [...kept];
  const points = order.filter((k) => !Number.isNaN((xs[k] ?? NaN) + (ys[k] ?? NaN)));
  for (const [place, at] of points.entries()) {
    if (labels.length >= most) break;
    const [x, y] = [xs[at] ?? 0, ys[at] ?? 0];
    const sides = around(x, y, widths(at), radius + size / 4, size);
    const inside = sides.filter(
      ({ room }) =>
        room.left >= box.left && room.right <= box.right && room.top >= box.top && room.bottom <= box.bottom,
    );
    const free = inside.find(
      ({ room }) =>
        !taken.some((other) => meets(room, other)) &&
        !points.some((k) => k !== at && isNear(room, xs[k] ?? 0, ys[k] ?? 0, radius)),
    );
    const chosen = free ?? (place < sure ? (inside[0] ?? sides[0]) : undefined);
    if (!chosen) continue;
    taken.push(chosen.room);
    labels.push({ at, ...chosen.label });
  }
  return labels;
}

interface Side {
  readonly room: Box;
  readonly label: Omit<PointLabel, 'at'>;
}

/** Right, left, below and above a point: the order in which a reader expects a name. */
function around(x: number, y: number, width: number, gap: number, size: number): readonly Side[] {
  const [line, near] = [LINE * size, size / 12];
  const side = (left: number, top: number, anchor: PointLabel['anchor']): Side => ({
    room: { left, top, right: left + width, bottom: top + line },
    label: {
      x: anchor === 'start' ? left : anchor === 'end' ? left + width : x,
      y: top + ASCENT * size + near,
      anchor,
    },
  });
  return [
    side(x + gap, y - line / 2, 'start'),
    side(x - gap - width, y - line / 2, 'end'),
    side(x - width / 2, y + gap - near, 'middle'),
    side(x - width / 2, y - gap - line + near, 'middle'),
  ];
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isNear({ left, top, right, bottom }: Box, x: number, y: number, reach: number): boolean {
  return x > left - reach && x < right + reach && y > top - reach && y < bottom + reach;
}

/** Places along a line, each as near to where it should be as the gap between neighbours allows, within the ends. */
export function spreadOut(
  wanted: readonly number[],
  gap: number,
  start: number,
  end: number,
): readonly number[] {
  const order = wanted.map((_, k) => k).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const placed = [...wanted];
  let least = start;
  for (const k of order) {
    placed[k] = Math.max(least, wanted[k] ?? 0);
    least = (placed[k] ?? 0) + gap;
  }
  let most = end;
  for (const k of [...order].reverse()) {
    placed[k] = Math.min(most, placed[k] ?? 0);
    most = (placed[k] ?? 0) - gap;
  }
  return placed;
}

export interface MoveArrow {
  readonly from: Point;
  /** Where the line ends, within the head. */
  readonly to: Point;
  /** Its corners, the tip first. */
  readonly head: readonly [Point, Point, Point];
}

/**
 * The arrow from where a point was to where it is, ending `reach` before its middle; undefined where it moved too
 * little for an arrow to be seen, or was or is nowhere.
 * @param size of letters beside it
 */
export function moveArrow(from: Point, to: Point, reach: number, size = 12): MoveArrow | undefined {
  const unit = size / 12;
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  if (!(length > reach + 4 * unit)) return undefined;
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const [x, y] = [to[0] - dx * reach, to[1] - dy * reach];
  const side = (sign: number): Point => [
    x - (8 * dx + sign * 4 * dy) * unit,
    y - (8 * dy - sign * 4 * dx) * unit,
  ];
  return { from, to: [x - 6 * dx * unit, y - 6 * dy * unit], head: [[x, y], side(1), side(-1)] };
}
