import type { ActorMark } from '../scene/marks.ts';
import type { Point } from '../scene/shapes.ts';
import { tiePath, type TieCourse } from '../scene/tie-path.ts';

const SAMPLES = 24;

/** Points along a tie, in map units, evenly over each of its pieces; none where its actors cover it. */
export function tieSamples(tie: TieCourse, source: ActorMark, target: ActorMark): Point[] {
  const [start, ...rest] = tiePath(tie, source, target)?.points ?? [];
  const [end] = rest;
  if (!start || !end) return [];
  if (rest.length === 1) return along((part) => between(start, end, part));
  const samples: Point[] = [];
  let from = start;
  for (let k = 0; k + 1 < rest.length; k += 2) {
    const [begin, control, to] = [from, rest[k], rest[k + 1]];
    if (!control || !to) break;
    samples.push(
      ...along((part) => between(between(begin, control, part), between(control, to, part), part)),
    );
    from = to;
  }
  return samples;
}

function along(at: (part: number) => Point): Point[] {
  return Array.from({ length: SAMPLES + 1 }, (_, k) => at(k / SAMPLES));
}

function between([x1, y1]: Point, [x2, y2]: Point, part: number): Point {
  return [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
}
