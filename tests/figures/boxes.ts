import { expect } from 'vitest';
import { textWidth } from '../../src/scene/text.ts';
import { number, type Element } from './elements.ts';

export interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

function boxOf(points: readonly (readonly [number, number])[], margin = 0): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return {
    x1: Math.min(...xs) - margin,
    y1: Math.min(...ys) - margin,
    x2: Math.max(...xs) + margin,
    y2: Math.max(...ys) + margin,
  };
}

/** The box of a drawn element; a curve counts with its control points. */
export function elementBox(element: Element): Box | null {
  const { name, attributes } = element;
  if (name === 'circle') {
    const [x, y, r] = [number(element, 'cx'), number(element, 'cy'), number(element, 'r')];
    return { x1: x - r, y1: y - r, x2: x + r, y2: y + r };
  }
  if (name === 'rect') {
    const [x, y] = [number(element, 'x'), number(element, 'y')];
    return { x1: x, y1: y, x2: x + number(element, 'width'), y2: y + number(element, 'height') };
  }
  if (name === 'polygon') {
    return boxOf(
      (attributes['points'] ?? '').split(' ').map((pair) => pair.split(',').map(Number) as [number, number]),
    );
  }
  if (name === 'path' && !(attributes['d'] ?? '').includes('v')) {
    const numbers = (attributes['d'] ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
    const points = Array.from({ length: numbers.length / 2 }, (_, k): [number, number] => [
      numbers[2 * k] ?? NaN,
      numbers[2 * k + 1] ?? NaN,
    ]);
    return boxOf(points, number(element, 'stroke-width') / 2);
  }
  if (name !== 'tspan' && name !== 'text') return null;
  return null;
}

/** The boxes of all lines of text: what each says, where, how large. */
export function textBoxes(
  elements: readonly Element[],
  group: string,
): (Box & { readonly text: string; readonly size: number })[] {
  const found: (Box & { text: string; size: number })[] = [];
  let current: Element | undefined;
  const add = (element: Element, holder: Element): void => {
    const size = number(holder, 'font-size');
    const width = textWidth(element.text, size, holder.attributes['font-weight'] === 'bold');
    const x = number(element, 'x');
    const anchor = holder.attributes['text-anchor'] ?? 'start';
    const x1 = anchor === 'middle' ? x - width / 2 : x;
    const y = number(element, 'y');
    found.push({ x1, x2: x1 + width, y1: y - size * 0.8, y2: y + size * 0.2, text: element.text, size });
  };
  elements.forEach((element, k) => {
    if (!element.groups.includes(group)) return;
    if (element.name === 'text') {
      current = element;
      if (elements[k + 1]?.name !== 'tspan') add(element, element);
    }
    if (element.name === 'tspan' && current) add(element, current);
  });
  return found;
}

export function page(elements: readonly Element[]): Box {
  const [, , width = NaN, height = NaN] = (elements[0]?.attributes['viewBox'] ?? '').split(' ').map(Number);
  return { x1: 0, y1: 0, x2: width, y2: height };
}

export function expectWithin(inner: Box, outer: Box, slack = 0.6): void {
  const begins = inner.x1 >= outer.x1 - slack && inner.y1 >= outer.y1 - slack;
  const ends = inner.x2 <= outer.x2 + slack && inner.y2 <= outer.y2 + slack;
  // Not an expectation for each side of each of thousands of boxes: they cost more than the figures.
  if (!begins || !ends) expect.fail(`${JSON.stringify(inner)} is not within ${JSON.stringify(outer)}`);
}

function union(boxes: readonly Box[]): Box {
  return {
    x1: Math.min(...boxes.map((box) => box.x1)),
    y1: Math.min(...boxes.map((box) => box.y1)),
    x2: Math.max(...boxes.map((box) => box.x2)),
    y2: Math.max(...boxes.map((box) => box.y2)),
  };
}

export function groupBox(elements: readonly Element[], groups: readonly string[]): Box | null {
  const inside = elements.filter((element) => element.groups.some((id) => groups.includes(id)));
  const boxes = [
    ...inside.flatMap((element) => elementBox(element) ?? []),
    ...groups.flatMap((id) => textBoxes(elements, id)),
  ];
  return boxes.length === 0 ? null : union(boxes);
}

/** Whether two boxes have nothing in common, as far as print can show. */
export function apart(one: Box | null, two: Box | null): boolean {
  return (
    !one ||
    !two ||
    one.x2 <= two.x1 + 0.5 ||
    two.x2 <= one.x1 + 0.5 ||
    one.y2 <= two.y1 + 0.5 ||
    two.y2 <= one.y1 + 0.5
  );
}
