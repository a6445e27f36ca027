import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boxBetween, enclosed, isInside, joined } from '../../src/view/gestures/enclose.ts';

const place = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));

test('a box holds what lies between its corners, whichever way it was drawn', () => {
  fc.assert(
    fc.property(place, place, place, (a, b, [x, y]) => {
      const [px, py] = [x + 0.5, y + 0.5];
      const within =
        px > Math.min(a[0], b[0]) &&
        px < Math.max(a[0], b[0]) &&
        py > Math.min(a[1], b[1]) &&
        py < Math.max(a[1], b[1]);
      expect(isInside([px, py], boxBetween(a, b))).toBe(within);
    }),
  );
});

test('a lasso takes what is in its bays and leaves what is between them', () => {
  const horseshoe = [
    [0, 0],
    [30, 0],
    [30, 30],
    [20, 30],
    [20, 10],
    [10, 10],
    [10, 30],
    [0, 30],
  ] as const;
  const spots = [
    { id: 'left', x: 5, y: 20 },
    { id: 'between', x: 15, y: 20 },
    { id: 'right', x: 25, y: 20 },
  ];
  expect(enclosed(spots, horseshoe)).toEqual(['left', 'right']);
  expect(enclosed(spots, [])).toEqual([]);
});

test('a new choice replaces the one there is, adds to it, or takes away from it', () => {
  const before = new Set(['a', 'b']);
  expect([...joined(before, ['b', 'c'], 'replace')]).toEqual(['b', 'c']);
  expect([...joined(before, ['b', 'c'], 'add')]).toEqual(['a', 'b', 'c']);
  expect([...joined(before, ['b', 'c'], 'remove')]).toEqual(['a']);
});
