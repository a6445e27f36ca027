import type { Mark, Shape } from './drawing.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where a shape may paint: a curve counts with its control points, a line with its corners at their sharpest. */
export function boxOf({ path, stroke }: Pick<Shape, 'path' | 'stroke'>): Box {
  const edge = (stroke?.width ?? 0) * 2;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const step of path) {
    for (let k = 1; k + 1 < step.length; k += 2) {
      const [x, y] = [Number(step[k]), Number(step[k + 1])];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  }
  return { left: left - edge, top: top - edge, right: right + edge, bottom: bottom + edge };
}

/** The box of all marks; null where some are not shapes, whose places are not known here. */
export function boxAround(marks: readonly Mark[]): Box | null {
  const boxes = marks.map((mark) => (mark.kind === 'shape' ? boxOf(mark) : null));
  return boxes.reduce((whole, box) => {
    if (!whole || !box) return null;
    return {
      left: Math.min(whole.left, box.left),
      top: Math.min(whole.top, box.top),
      right: Math.max(whole.right, box.right),
      bottom: Math.max(whole.bottom, box.bottom),
    };
  });
}

export function meet(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
