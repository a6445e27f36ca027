import type { PathStep } from './drawing.ts';
import { numberOf, numbersOf, outsideSubset } from './outside-subset.ts';
import { pathSteps } from './path-data.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Control points of a quarter of a circle, as a part of its radius. */
const KAPPA = (4 / 3) * (Math.SQRT2 - 1);

/** The attributes that say where each element lies. */
export const PLACES: Readonly<Record<string, readonly string[]>> = {
  rect: ['x', 'y', 'width', 'height', 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  line: ['x1', 'y1', 'x2', 'y2'],
  polygon: ['points'],
  polyline: ['points'],
  path: ['d'],
};

/** The outline of an element that draws one. */
export function outlineOf(name: string, attributes: Attributes): readonly PathStep[] {
  const number = (key: string): number => numberOf(attributes[key] ?? '0', `${key} of <${name}>`);
  switch (name) {
    case 'rect': {
      const radius = number(attributes['rx'] === undefined ? 'ry' : 'rx');
      return rectangle(number('x'), number('y'), number('width'), number('height'), radius);
    }
    case 'circle':
      return ellipse(number('cx'), number('cy'), number('r'), number('r'));
    case 'ellipse':
      return ellipse(number('cx'), number('cy'), number('rx'), number('ry'));
    case 'line':
      return [
        ['M', number('x1'), number('y1')],
        ['L', number('x2'), number('y2')],
      ];
    case 'polygon':
      return [...corners(attributes['points'] ?? ''), ['Z']];
    case 'polyline':
      return corners(attributes['points'] ?? '');
    case 'path':
      return pathSteps(attributes['d'] ?? '');
    default:
      throw outsideSubset(`<${name}>`);
  }
}

function corners(points: string): readonly PathStep[] {
  const numbers = numbersOf(points, 'a corner');
  return Array.from({ length: numbers.length >> 1 }, (_, k): PathStep => {
    const [x = 0, y = 0] = numbers.slice(2 * k, 2 * k + 2);
    return k === 0 ? ['M', x, y] : ['L', x, y];
  });
}

function ellipse(x: number, y: number, rx: number, ry: number): readonly PathStep[] {
  const [kx, ky] = [rx * KAPPA, ry * KAPPA];
  return [
    ['M', x + rx, y],
    ['C', x + rx, y + ky, x + kx, y + ry, x, y + ry],
    ['C', x - kx, y + ry, x - rx, y + ky, x - rx, y],
    ['C', x - rx, y - ky, x - kx, y - ry, x, y - ry],
    ['C', x + kx, y - ry, x + rx, y - ky, x + rx, y],
    ['Z'],
  ];
}

/** @param round of the corners; at most half of the shorter side counts */
export function rectangle(
  x: number,
  y: number,
  width: number,
  height: number,
  round = 0,
): readonly PathStep[] {
  const [right, bottom] = [x + width, y + height];
  const r = Math.min(round, width / 2, height / 2);
  if (r <= 0) return [['M', x, y], ['L', right, y], ['L', right, bottom], ['L', x, bottom], ['Z']];
  const k = r * (1 - KAPPA);
  return [
    ['M', x + r, y],
    ['L', right - r, y],
    ['C', right - k, y, right, y + k, right, y + r],
    ['L', right, bottom - r],
    ['C', right, bottom - k, right - k, bottom, right - r, bottom],
    ['L', x + r, bottom],
    ['C', x + k, bottom, x, bottom - k, x, bottom - r],
    ['L', x, y + r],
    ['C', x, y + k, x + k, y, x + r, y],
    ['Z'],
  ];
}
