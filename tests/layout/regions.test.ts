import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finish, type LayoutOutcome, type Region } from '../../src/layout/layout.ts';
import { LAYOUTS } from '../../src/layout/registry.ts';
import { groupedTies, inputOf, overlaps } from './inputs.ts';

const inside = ({ x, y, width, height }: Region, px = NaN, py = NaN): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;

const everyLayout = LAYOUTS.map((layout) => [layout.id, layout] as const);

describe.each(everyLayout)('locked regions in the layout %s', (_, layout) => {
  const ties = groupedTies(50, 130, 5, 7);
  const first = finish(layout.run(inputOf({ n: 50, ties })));
  const places = (outcome: LayoutOutcome): [number, number][] =>
    Array.from(outcome.x, (x, i) => [x, outcome.y[i] ?? 0]);
  const region = { x: (first.x[0] ?? 0) - 150, y: (first.y[0] ?? 0) - 150, width: 300, height: 300 };

  it('keep whoever is inside to the bit, and let nobody else in', () => {
    const input = inputOf({ n: 50, ties, places: places(first), regions: [region] });
    const within = places(first).map(([x, y]) => inside(region, x, y));
    expect(within.filter(Boolean).length).toBeGreaterThan(1);
    const { x, y } = finish(layout.run(input, { spacing: 1.6 }));
    within.forEach((was, i) => {
      if (was) expect([x[i], y[i]]).toEqual([first.x[i], first.y[i]]);
      else expect(inside(region, x[i], y[i])).toBe(false);
    });
  });

  it('keep a map that is laid out for the first time out', () => {
    const regions = [{ x: -200, y: -150, width: 400, height: 300 }];
    const input = inputOf({ n: 56, ties, regions });
    const { x, y } = finish(layout.run(input));
    expect(places({ x, y }).filter(([px, py]) => inside(regions[0] ?? region, px, py))).toEqual([]);
    expect(overlaps(input, x, y)).toEqual([]);
  });

  it('any number of them, touching or not, end free of those who were outside', () => {
    const coordinate = fc.integer({ min: -300, max: 300 });
    const length = fc.integer({ min: 1, max: 400 });
    const regionsOf = fc.array(fc.record({ x: coordinate, y: coordinate, width: length, height: length }), {
      minLength: 1,
      maxLength: 4,
    });
    const placesOf = fc.array(fc.option(fc.tuple(coordinate, coordinate)), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(regionsOf, placesOf, fc.nat(), (regions, before, seed) => {
        const input = inputOf({ n: 12, ties: groupedTies(10, 16, 2, seed), places: before, regions, seed });
        const { x, y } = finish(layout.run(input));
        before.forEach((place, i) => {
          const held = place && regions.some((one) => inside(one, ...place));
          if (held) expect([x[i], y[i]]).toEqual(place);
          else expect(regions.some((one) => inside(one, x[i], y[i]))).toBe(false);
        });
      }),
      { numRuns: 40 },
    );
  });
});
