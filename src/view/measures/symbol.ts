import type { Shape } from '../../model/scheme.ts';
import { shapeBox, shapeCorners } from '../../scene/shapes.ts';

/** The outline of an actor's shape around (x, y) as SVG path data, of the area of a circle with this diameter. */
export function symbolPath(shape: Shape, x: number, y: number, diameter: number): string {
  const { width, height } = shapeBox(shape, diameter);
  const corners = shapeCorners(shape, x, y, width, height);
  if (corners) return `M${corners.map(([cx, cy]) => `${cx.toFixed(2)} ${cy.toFixed(2)}`).join('L')}Z`;
  if (shape === 'round-rectangle')
    return `M${(x - width / 2).toFixed(2)} ${(y - height / 2).toFixed(2)}h${width.toFixed(2)}v${height.toFixed(2)}h${(-width).toFixed(2)}Z`;
  const radius = diameter / 2;
  return `M${(x - radius).toFixed(2)} ${y.toFixed(2)}a${radius} ${radius} 0 1 0 ${diameter} 0a${radius} ${radius} 0 1 0 ${-diameter} 0Z`;
}
