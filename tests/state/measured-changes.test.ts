import { expect, test } from 'vitest';
import { comparedMeasures, movers, networkDeltas } from '../../src/state/measured-changes.ts';

type Values = Parameters<typeof movers>[1];

function values(network: Record<string, number | null>, degree?: Record<string, number | null>): Values {
  const columns = new Map(degree ? [['degree', new Map(Object.entries(degree))]] : []);
  return { network: new Map(Object.entries(network)), values: columns };
}

test('measures of the network are compared where both states have them, undefined values too', () => {
  const deltas = networkDeltas(
    values({ density: 0.5, reciprocity: null }),
    values({ density: 0.25, diameter: 2 }),
  );
  expect(deltas.map(({ measure, before, after }) => [measure.id, before, after])).toEqual([
    ['density', 0.5, 0.25],
  ]);
});

test('those whose value moved most stand first; who is new, gone or unmoved is not among them', () => {
  const before = values({}, { a: 1, b: 4, c: 2, gone: 9, d: null, e: 0 });
  const after = values({}, { a: 2, b: 1, c: 2, fresh: 9, d: 3, e: 1 });
  expect(movers('degree', before, after).map(({ id }) => id)).toEqual(['b', 'a', 'e', 'd']);
  expect(movers('betweenness', before, after)).toEqual([]);
  expect(comparedMeasures(before, after).map(({ id }) => id)).toEqual(['degree']);
  expect(comparedMeasures(values({}), after)).toEqual([]);
});
