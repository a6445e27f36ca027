import type { ActorMark, TieMark } from '../../scene/marks.ts';
import type { Scene } from '../../scene/scene.ts';
import type { Point } from '../../scene/shapes.ts';
import { tiePath } from '../../scene/tie-path.ts';

/** Squared distance from a point to a segment. */
function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const dx = bx - ax;
  const dy = by - ay;
  const length = dx * dx + dy * dy;
  const part = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return (x - ax - part * dx) ** 2 + (y - ay - part * dy) ** 2;
}

function along(from: Point, control: Point, to: Point, part: number): Point {
  const rest = 1 - part;
  return [
    rest * rest * from[0] + 2 * rest * part * control[0] + part * part * to[0],
    rest * rest * from[1] + 2 * rest * part * control[1] + part * part * to[1],
  ];
}

const CURVE_STEPS = 12;

/** Squared distance from a point to the drawn line of a tie; infinite when nothing of it is seen. */
function toTie(point: Point, tie: TieMark, source: ActorMark, target: ActorMark): number {
  const path = tiePath(tie, source, target);
  if (!path) return Infinity;
  const { points } = path;
  const [start, end] = points;
  if (points.length === 2 && start && end) return toSegment(point, start, end);
  let nearest = Infinity;
  for (let k = 0; k + 2 < points.length; k += 2) {
    const [from, control, to] = [points[k], points[k + 1], points[k + 2]];
    if (!from || !control || !to) continue;
    let before = from;
    for (let step = 1; step <= CURVE_STEPS; step++) {
      const here = along(from, control, to, step / CURVE_STEPS);
      nearest = Math.min(nearest, toSegment(point, before, here));
      before = here;
    }
  }
  return nearest;
}

/** The tie whose line is nearest to a point and within `tolerance` map units of it. */
export function tieAt(scene: Scene, point: Point, tolerance: number): string | undefined {
  let best: string | undefined;
  let least = Infinity;
  for (const tie of scene.ties) {
    const source = scene.actorById.get(tie.source);
    const target = scene.actorById.get(tie.target);
    if (!source || !target) continue;
    const reach = tolerance + tie.width / 2;
    // A box around both ends and the bow spares most ties the exact look.
    const slack = reach + Math.abs(tie.curve) + (tie.loop ? 1.5 * tie.loop.distance : 0);
    if (point[0] < Math.min(source.x, target.x) - slack || point[0] > Math.max(source.x, target.x) + slack)
      continue;
    if (point[1] < Math.min(source.y, target.y) - slack || point[1] > Math.max(source.y, target.y) + slack)
      continue;
    const distance = toTie(point, tie, source, target);
    if (distance <= reach * reach && distance < least) {
      least = distance;
      best = tie.id;
    }
  }
  return best;
}

/** The actor under a point: the smallest of several, since it would be hidden from the pointer else. */
export function actorAt(scene: Scene, [x, y]: Point, margin: number): string | undefined {
  let best: ActorMark | undefined;
  for (const mark of scene.actors) {
    if (Math.abs(x - mark.x) > mark.width / 2 + margin || Math.abs(y - mark.y) > mark.height / 2 + margin)
      continue;
    if (!best || mark.diameter < best.diameter) best = mark;
  }
  return best?.id;
}
