import type { ActorMark, TieMark } from '../../scene/marks.ts';
import type { Scene } from '../../scene/scene.ts';
import { cornerRadius, shapeCorners, type Point } from '../../scene/shapes.ts';
import { headCorners, tiePath, type TiePath } from '../../scene/tie-path.ts';

/** What overlays draw over the canvas: paths in pixels, before panning, of marks in map units. */

function at([x, y]: Point, zoom: number): string {
  return `${(x * zoom).toFixed(1)} ${(y * zoom).toFixed(1)}`;
}

/** @param size of the heads, in map units */
export function tieOutline(
  { points, heads }: TiePath,
  size: number,
  zoom: number,
): { readonly line: string; readonly heads: readonly string[] } {
  const [start, ...rest] = points.map((point) => at(point, zoom));
  const steps = rest.length === 1 ? `L${rest.join('')}` : rest.map((p, k) => (k % 2 ? p : `Q${p}`)).join(' ');
  return {
    line: `M${start}${steps}`,
    heads: heads.map(
      (head) =>
        `M${headCorners(head, size)
          .map((corner) => at(corner, zoom))
          .join('L')}Z`,
    ),
  };
}

export function actorOutline({ shape, x, y, width, height }: ActorMark, zoom: number): string {
  const corners = shapeCorners(shape, x, y, width, height);
  if (corners) return `M${corners.map((corner) => at(corner, zoom)).join('L')}Z`;
  const [w, h] = [width * zoom, height * zoom];
  const radius = shape === 'round-rectangle' ? cornerRadius(width, height) * zoom : w / 2;
  const arc = (dx: number, dy: number): string => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return (
    `M${at([x, y - height / 2], zoom)}h${w / 2 - radius}${arc(radius, radius)}v${h - 2 * radius}` +
    `${arc(-radius, radius)}h${2 * radius - w}${arc(-radius, -radius)}v${2 * radius - h}${arc(radius, -radius)}Z`
  );
}

/** A ring that stands off the mark, so that the mark keeps its own outline. @param gap in pixels, both sides together */
export function ringOutline(mark: ActorMark, zoom: number, gap: number): string {
  return actorOutline({ ...mark, width: mark.width + gap / zoom, height: mark.height + gap / zoom }, zoom);
}

/** The ties with these ids as they are drawn, in the order of the scene; not more than `most`. */
export function outlinedTies(
  { ties, actorById }: Scene,
  ids: ReadonlySet<string>,
  zoom: number,
  most: number,
): readonly { readonly tie: TieMark; readonly line: string; readonly heads: readonly string[] }[] {
  if (ids.size === 0) return [];
  return ties
    .filter(({ id }) => ids.has(id))
    .slice(0, most)
    .flatMap((tie) => {
      const source = actorById.get(tie.source);
      const target = actorById.get(tie.target);
      const path = source && target && tiePath(tie, source, target);
      return path ? [{ tie, ...tieOutline(path, tie.arrowSize, zoom) }] : [];
    });
}
