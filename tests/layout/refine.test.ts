import { describe, expect, it } from 'vitest';
import { FORCE_LAYOUT } from '../../src/layout/force.ts';
import { finish, type LayoutInput, type LayoutOutcome } from '../../src/layout/layout.ts';
import { refineAround } from '../../src/layout/refine.ts';
import { groupedTies, inputOf, overlaps } from './inputs.ts';

const ties = groupedTies(60, 170, 5, 3);
const input = inputOf({ n: 60, ties });
const rest = finish(FORCE_LAYOUT.run(input));
const partnersOf = (i: number): number[] =>
  ties.flatMap(([a, b]) => (a === i ? [b] : b === i ? [a] : [])).filter((j) => j !== i);

/** The picture with some actors thrown far away. */
function displaced(movable: readonly number[]): LayoutInput {
  const x = rest.x.slice();
  const y = rest.y.slice();
  for (const i of movable) {
    x[i] = 1500 + 40 * i;
    y[i] = 1200;
  }
  return { ...input, x, y };
}

const shift = (a: LayoutOutcome, b: LayoutOutcome, i: number): number =>
  Math.hypot((a.x[i] ?? 0) - (b.x[i] ?? 0), (a.y[i] ?? 0) - (b.y[i] ?? 0));

describe('refining around a few', () => {
  const movable = [4, 11, 30];
  const before = displaced(movable);
  const after = refineAround(before, movable);

  it('moves nobody else, to the bit', () => {
    for (let i = 0; i < 60; i++) {
      if (!movable.includes(i)) expect([after.x[i], after.y[i]]).toEqual([before.x[i], before.y[i]]);
    }
  });

  it('brings them back to their partners', () => {
    const distance = (places: LayoutOutcome, i: number): number =>
      partnersOf(i).reduce(
        (sum, j) =>
          sum + Math.hypot((places.x[i] ?? 0) - (places.x[j] ?? 0), (places.y[i] ?? 0) - (places.y[j] ?? 0)),
        0,
      ) / partnersOf(i).length;
    for (const i of movable) expect(distance(after, i)).toBeLessThan(1.6 * distance(rest, i));
  });

  it('leaves them on no mark and no label', () => {
    expect(overlaps(input, after.x, after.y)).toEqual([]);
  });

  it('hardly moves those who are in place already', () => {
    const again = refineAround({ ...input, ...rest }, movable);
    const width = Math.max(...rest.x) - Math.min(...rest.x);
    for (const i of movable) expect(shift(again, rest, i)).toBeLessThan(0.15 * width);
  });

  it('gives the same bits each time', () => {
    expect(refineAround(before, movable)).toEqual(after);
  });

  it('leaves pinned actors and those in a locked region where they are', () => {
    const pinned = Uint8Array.from({ length: 60 }, (_, i) => (i === 4 ? 1 : 0));
    const regions = [{ x: (before.x[11] ?? 0) - 5, y: 1195, width: 10, height: 10 }];
    const held = refineAround({ ...before, pinned, regions }, movable);
    expect(shift(held, before, 4)).toBe(0);
    expect(shift(held, before, 11)).toBe(0);
    expect(shift(held, before, 30)).toBeGreaterThan(100);
  });

  it('leaves those without a place without one, and is not led by them', () => {
    const x = before.x.slice();
    x[7] = NaN;
    const partly = refineAround({ ...before, x }, [...movable, 7]);
    expect(partly.x[7]).toBeNaN();
    expect(movable.every((i) => Number.isFinite(partly.x[i]) && Number.isFinite(partly.y[i]))).toBe(true);
  });

  it('takes an empty map, an empty choice, and a map in one spot', () => {
    expect(refineAround(inputOf({ n: 0, ties: [] }), []).x.length).toBe(0);
    expect(refineAround({ ...input, ...rest }, [])).toEqual(rest);
    const spot = inputOf({ n: 5, ties: [[0, 1]], places: Array.from({ length: 5 }, () => [0, 0] as const) });
    const { x, y } = refineAround(spot, [0, 1, 2, 3, 4]);
    expect([...x, ...y].every(Number.isFinite)).toBe(true);
    expect(overlaps(spot, x, y)).toEqual([]);
  });
});
