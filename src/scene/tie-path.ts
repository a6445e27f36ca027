import type { ActorMark, Bounds, TieMark } from './marks.ts';
import { reach } from './shapes.ts';
import type { Point } from './shapes.ts';

export interface ArrowHead {
  readonly tip: Point;
  /** Unit vector in which the head points. */
  readonly direction: Point;
}

/** Where a tie runs, in map units. */
export interface TiePath {
  /**
   * A straight line is [start, end]; a curve is [start, control, end]; a loop is two curves, [start, control, middle,
   * control, end]. Under an arrow head the line ends inside the head.
   */
  readonly points: readonly Point[];
  /** Their tips touch the outlines of the actors. */
  readonly heads: readonly ArrowHead[];
}

/** Where the way from an actor's centre towards a point leaves the actor's outline, its stroke included. */
function exit(actor: ActorMark, towards: Point): Point {
  const dx = towards[0] - actor.x;
  const dy = towards[1] - actor.y;
  const length = Math.hypot(dx, dy) || 1;
  const far = reach(
    actor.shape,
    actor.width + actor.strokeWidth,
    actor.height + actor.strokeWidth,
    dx / length,
    dy / length,
  );
  return [actor.x + (dx / length) * far, actor.y + (dy / length) * far];
}

function unit(from: Point, to: Point): Point {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
}

function middle(first: Point, second: Point): Point {
  return [(first[0] + second[0]) / 2, (first[1] + second[1]) / 2];
}

/** What decides where a tie runs. */
export type TieCourse = Pick<TieMark, 'arrows' | 'arrowSize' | 'curve' | 'loop'>;

function controlPoints(tie: TieCourse, source: ActorMark, target: ActorMark): readonly Point[] {
  if (tie.loop) {
    const { direction, sweep, distance } = tie.loop;
    return [direction - sweep / 2, direction + sweep / 2].map((degrees): Point => {
      const angle = ((degrees - 90) * Math.PI) / 180;
      return [source.x + 1.4 * distance * Math.cos(angle), source.y + 1.4 * distance * Math.sin(angle)];
    });
  }
  if (tie.curve === 0) return [];
  const [dx, dy] = unit([source.x, source.y], [target.x, target.y]);
  const [x, y] = middle([source.x, source.y], [target.x, target.y]);
  return [[x - dy * tie.curve, y + dx * tie.curve]];
}

/**
 * The way of a tie between the outlines of its actors; null when the actors cover each other so far that nothing of it
 * would be seen.
 */
export function tiePath(tie: TieCourse, source: ActorMark, target: ActorMark): TiePath | null {
  const controls = controlPoints(tie, source, target);
  const first = controls[0];
  const last = controls[controls.length - 1];
  const leaving: Point = first ?? [target.x, target.y];
  const arriving: Point = last ?? [source.x, source.y];
  const start = exit(source, leaving);
  const end = exit(target, arriving);
  if (!first) {
    const towards = (end[0] - start[0]) * (target.x - source.x) + (end[1] - start[1]) * (target.y - source.y);
    if (towards <= 0) return null;
  }
  const heads: ArrowHead[] = [];
  let lineStart = start;
  let lineEnd = end;
  // The line stops inside the head: it would stick out beside the tip otherwise.
  const covered = tie.arrowSize * 0.6;
  if (tie.arrows !== 'none') {
    const direction = unit(arriving, end);
    heads.push({ tip: end, direction });
    lineEnd = [end[0] - direction[0] * covered, end[1] - direction[1] * covered];
  }
  if (tie.arrows === 'both') {
    const direction = unit(leaving, start);
    heads.push({ tip: start, direction });
    lineStart = [start[0] - direction[0] * covered, start[1] - direction[1] * covered];
  }
  if (first && last && first !== last) {
    return { points: [lineStart, first, middle(first, last), last, lineEnd], heads };
  }
  return { points: first ? [lineStart, first, lineEnd] : [lineStart, lineEnd], heads };
}

/** The three corners of an arrow head, its tip first. */
export function headCorners(head: ArrowHead, size: number): readonly [Point, Point, Point] {
  const [x, y] = head.tip;
  const [dx, dy] = head.direction;
  const [baseX, baseY] = [x - dx * size, y - dy * size];
  return [
    head.tip,
    [baseX - (dy * size) / 2, baseY + (dx * size) / 2],
    [baseX + (dy * size) / 2, baseY - (dx * size) / 2],
  ];
}

/** The box of a way, without its stroke: exact for quadratic curves. */
export function pathBounds(path: TiePath): Bounds {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (x: number, y: number): void => {
    x1 = Math.min(x1, x);
    y1 = Math.min(y1, y);
    x2 = Math.max(x2, x);
    y2 = Math.max(y2, y);
  };
  const { points } = path;
  for (let k = 0; k < points.length; k += 2) take(...(points[k] ?? [0, 0]));
  if (points.length === 2) take(...(points[1] ?? [0, 0]));
  for (let k = 0; k + 2 < points.length; k += 2) {
    const [from, control, to] = points.slice(k, k + 3) as [Point, Point, Point];
    for (const axis of [0, 1] as const) {
      const turn = (from[axis] - control[axis]) / (from[axis] - 2 * control[axis] + to[axis]);
      if (!(turn > 0 && turn < 1)) continue;
      const at = (k: 0 | 1): number =>
        (1 - turn) ** 2 * from[k] + 2 * (1 - turn) * turn * control[k] + turn ** 2 * to[k];
      take(at(0), at(1));
    }
  }
  return { x1, y1, x2, y2 };
}
