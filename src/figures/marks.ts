import type { ActorMark, TieMark } from '../scene/marks.ts';
import { cornerRadius, shapeCorners } from '../scene/shapes.ts';
import type { Point } from '../scene/shapes.ts';
import { headCorners } from '../scene/tie-path.ts';
import type { TiePath } from '../scene/tie-path.ts';
import { attributes, decimal, polygonElement, textElement } from './svg.ts';

/** Map units to points on the page. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

function onPage([x, y]: Point, { scale, x: left, y: top }: Placement): Point {
  return [left + x * scale, top + y * scale];
}

interface ActorLook extends Pick<
  ActorMark,
  'x' | 'y' | 'shape' | 'width' | 'height' | 'fill' | 'stroke' | 'strokeWidth' | 'opacity'
> {
  /** Of its outline, map units; unbroken unless told. */
  readonly dash?: readonly number[];
}

/** The shape of an actor. */
export function actorElement(mark: ActorLook, placement: Placement): string {
  const { scale } = placement;
  const paint = attributes({
    fill: mark.fill,
    stroke: mark.stroke,
    'stroke-width': mark.strokeWidth * scale,
    'stroke-dasharray': mark.dash && dashes(mark.dash, scale),
    opacity: mark.opacity < 1 ? mark.opacity : undefined,
  });
  const [x, y] = onPage([mark.x, mark.y], placement);
  const width = mark.width * scale;
  const height = mark.height * scale;
  const corners = shapeCorners(mark.shape, x, y, width, height);
  if (corners) return polygonElement(corners, paint);
  if (mark.shape === 'ellipse') return `<circle${attributes({ cx: x, cy: y, r: width / 2 })}${paint}/>`;
  const box = attributes({
    x: x - width / 2,
    y: y - height / 2,
    width,
    height,
    rx: cornerRadius(mark.width, mark.height) * scale,
  });
  return `<rect${box}${paint}/>`;
}

function dashes(lengths: readonly number[], scale: number): string {
  return lengths.map((length) => decimal(length * scale)).join(' ');
}

type TieLook = Pick<TieMark, 'width' | 'colour' | 'dash' | 'cap' | 'arrowSize' | 'opacity'>;

/** The line of a tie and its arrow heads. */
export function tieElement(look: TieLook, path: TiePath, placement: Placement): string {
  const { scale } = placement;
  const at = (point: Point): string => onPage(point, placement).map(decimal).join(' ');
  const [start, ...rest] = path.points;
  if (!start) return '';
  let way = `M${at(start)}`;
  const [end] = rest;
  if (rest.length === 1 && end) way += `L${at(end)}`;
  for (let k = 0; k + 1 < rest.length; k += 2) {
    const [control, to] = [rest[k], rest[k + 1]];
    if (control && to) way += `Q${at(control)} ${at(to)}`;
  }
  const line = `<path d="${way}"${attributes({
    stroke: look.colour,
    'stroke-width': look.width * scale,
    'stroke-dasharray': look.dash.length > 0 ? dashes(look.dash, scale) : undefined,
    'stroke-linecap': look.cap === 'round' ? 'round' : undefined,
  })}/>`;
  const heads = path.heads.map((head) =>
    polygonElement(
      headCorners(head, look.arrowSize).map((corner) => onPage(corner, placement)),
      attributes({ fill: look.colour }),
    ),
  );
  const all = line + heads.join('');
  return look.opacity < 1 ? `<g${attributes({ opacity: look.opacity })}>${all}</g>` : all;
}

/** The name of an actor, `size` times as large as the map around it. */
export function labelElement(mark: ActorMark, placement: Placement, size: number): string {
  const { label } = mark;
  const points = placement.scale * size;
  const [x, top] = onPage([mark.x, mark.y + label.top], placement);
  return textElement(label.lines, x, top + label.ascent * points, {
    size: label.fontSize * points,
    fill: label.colour,
    anchor: 'middle',
    lineHeight: label.lineHeight * points,
    halo: { colour: label.halo, width: label.haloWidth * points },
  });
}
