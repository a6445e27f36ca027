import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  byDistance,
  clockwise,
  inReadingOrder,
  partnersOf,
  stepIn,
  towards,
  type Heading,
} from '../../src/view/gestures/walk.ts';

const spots = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -300, max: 300 }), fc.integer({ min: -300, max: 300 })), {
    selector: ([x, y]) => `${x} ${y}`,
    maxLength: 12,
  })
  .map((places) => places.map(([x, y], k) => ({ id: `a${k}`, x, y })));
const HEADINGS: readonly Heading[] = ['left', 'right', 'up', 'down'];

describe('walking by direction', () => {
  it('takes the nearest ahead before a nearer one aside', () => {
    const around = [
      { id: 'right', x: 100, y: 5 },
      { id: 'corner', x: 60, y: 70 },
      { id: 'up', x: 0, y: -20 },
    ];
    expect(towards([0, 0], 'right', around)).toBe('right');
    expect(towards([0, 0], 'up', around)).toBe('up');
    expect(towards([0, 0], 'down', around)).toBe('corner');
    expect(towards([0, 0], 'left', around)).toBeUndefined();
  });

  it('only ever goes that way, and reaches any single partner by one of the four keys', () => {
    fc.assert(
      fc.property(spots, (list) => {
        const rest = list.filter(({ x, y }) => x !== 0 || y !== 0);
        for (const heading of HEADINGS) {
          const found = rest.find(({ id }) => id === towards([0, 0], heading, rest));
          if (!found) continue;
          if (heading === 'left') expect(found.x).toBeLessThan(0);
          if (heading === 'right') expect(found.x).toBeGreaterThan(0);
          if (heading === 'up') expect(found.y).toBeLessThan(0);
          if (heading === 'down') expect(found.y).toBeGreaterThan(0);
        }
        for (const one of rest)
          expect(HEADINGS.some((heading) => towards([0, 0], heading, [one]) === one.id)).toBe(true);
      }),
    );
  });
});

describe('walking in order', () => {
  it('reads line by line, each from left to right', () => {
    const list = [
      { id: 'c', x: 0, y: 200 },
      { id: 'b', x: 90, y: 10 },
      { id: 'a', x: 10, y: 30 },
    ];
    expect(inReadingOrder(list)).toEqual(['a', 'b', 'c']);
  });

  it('goes round clockwise from the top', () => {
    const list = [
      { id: 'left', x: -9, y: 0 },
      { id: 'bottom', x: 0, y: 9 },
      { id: 'right', x: 9, y: 0 },
      { id: 'top', x: 0, y: -9 },
    ];
    expect(clockwise([0, 0], list)).toEqual(['top', 'right', 'bottom', 'left']);
  });

  it('comes back to where it began, and never leaves anyone out', () => {
    fc.assert(
      fc.property(spots, fc.constantFrom(1 as const, -1 as const), (list, by) => {
        for (const order of [inReadingOrder(list), clockwise([0, 0], list), byDistance([0, 0], list)]) {
          expect([...order].sort()).toEqual(list.map(({ id }) => id).sort());
          const seen = new Set<string>();
          let at: string | undefined;
          for (let k = 0; k < order.length; k++) {
            at = stepIn(order, at, by);
            seen.add(at ?? '');
          }
          expect(seen.size).toBe(order.length);
        }
      }),
    );
  });

  it('knows partners by ties either way, each once, and nobody as their own', () => {
    const ties = [
      { source: 'a', target: 'b' },
      { source: 'b', target: 'a' },
      { source: 'c', target: 'a' },
      { source: 'a', target: 'a' },
      { source: 'b', target: 'c' },
    ];
    expect([...partnersOf(ties, 'a')]).toEqual(['b', 'c']);
  });
});
