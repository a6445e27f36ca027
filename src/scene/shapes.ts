import type { Shape } from '../model/scheme.ts';

export type Point = readonly [x: number, y: number];

/** A shape in a box that reaches from -1 to 1 both ways, clockwise; null for the round ones. */
interface Outline {
  readonly corners: readonly Point[] | null;
  /** Width of the box for a height of 1, so that polygons are regular. */
  readonly aspect: number;
  /** Part of the box that the shape fills. */
  readonly filled: number;
}

function polygon(points: readonly Point[]): Outline {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const corners = points.map(([x, y]): Point => [
    (2 * (x - left)) / (right - left) - 1,
    (2 * (y - top)) / (bottom - top) - 1,
  ]);
  let doubled = 0;
  corners.forEach(([x, y], k) => {
    const [nextX, nextY] = corners[(k + 1) % corners.length] ?? [x, y];
    doubled += x * nextY - nextX * y;
  });
  return { corners, aspect: (right - left) / (bottom - top), filled: Math.abs(doubled) / 8 };
}

/** Points on circles of the given radii in turn, the first at the top unless `turn` (of a whole turn) moves it. */
function around(count: number, turn = 0, radii: readonly number[] = [1]): Point[] {
  return Array.from({ length: count }, (_, k): Point => {
    const angle = 2 * Math.PI * (k / count + turn - 0.25);
    const radius = radii[k % radii.length] ?? 1;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/** Corners are rounded by a quarter of the shorter side, up to 8 map units. */
export function cornerRadius(width: number, height: number): number {
  return Math.min(width / 4, height / 4, 8);
}

const OUTLINES: Readonly<Record<Shape, Outline>> = {
  ellipse: { corners: null, aspect: 1, filled: Math.PI / 4 },
  'round-rectangle': { corners: null, aspect: 1, filled: 1 - (4 - Math.PI) / 16 },
  hexagon: polygon(around(6, 1 / 12)),
  diamond: polygon(around(4)),
  triangle: polygon(around(3)),
  pentagon: polygon(around(5)),
  octagon: polygon(around(8, 1 / 16)),
  star: polygon(around(10, 0, [1, 0.6])),
};

/** The box of a shape that has the area of a circle of this diameter: equal values look equal whatever the sector. */
export function shapeBox(
  shape: Shape,
  diameter: number,
): { readonly width: number; readonly height: number } {
  const { aspect, filled } = OUTLINES[shape];
  const height = diameter * Math.sqrt(Math.PI / 4 / (filled * aspect));
  return { width: height * aspect, height };
}

/** The corners of a polygon shape in its box around (x, y); null for a circle and a rounded rectangle. */
export function shapeCorners(
  shape: Shape,
  x: number,
  y: number,
  width: number,
  height: number,
): Point[] | null {
  const { corners } = OUTLINES[shape];
  return corners && corners.map(([dx, dy]): Point => [x + (dx * width) / 2, y + (dy * height) / 2]);
}

/** How far the outline lies from the centre in the direction of the unit vector (dx, dy). */
export function reach(shape: Shape, width: number, height: number, dx: number, dy: number): number {
  if (shape === 'ellipse') return 1 / Math.hypot((2 * dx) / width, (2 * dy) / height);
  if (shape === 'round-rectangle')
    return roundRectangleReach(width / 2, height / 2, cornerRadius(width, height), dx, dy);
  const corners = shapeCorners(shape, 0, 0, width, height) ?? [];
  let farthest = 0;
  corners.forEach(([x, y], k) => {
    const [nextX, nextY] = corners[(k + 1) % corners.length] ?? [x, y];
    const sideX = nextX - x;
    const sideY = nextY - y;
    const cross = dx * sideY - dy * sideX;
    if (Math.abs(cross) < 1e-12) return;
    const along = (x * sideY - y * sideX) / cross;
    const part = (x * dy - y * dx) / cross;
    if (part >= -1e-9 && part <= 1 + 1e-9) farthest = Math.max(farthest, along);
  });
  return farthest;
}

function roundRectangleReach(
  halfWidth: number,
  halfHeight: number,
  radius: number,
  dx: number,
  dy: number,
): number {
  const [ux, uy] = [Math.abs(dx), Math.abs(dy)];
  const straight = Math.min(ux > 0 ? halfWidth / ux : Infinity, uy > 0 ? halfHeight / uy : Infinity);
  const cornerX = halfWidth - radius;
  const cornerY = halfHeight - radius;
  if (straight * ux <= cornerX || straight * uy <= cornerY) return straight;
  const along = ux * cornerX + uy * cornerY;
  return (
    along + Math.sqrt(Math.max(0, along * along - cornerX * cornerX - cornerY * cornerY + radius * radius))
  );
}
