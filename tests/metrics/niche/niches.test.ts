import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MatrixDetail, TestsDetail } from '../../../src/metrics/detail.ts';
import {
  breadths,
  evenness,
  hurlbertB,
  hurlbertBA,
  levinsB,
  levinsBA,
  pairedDifference,
  smithFT,
} from '../../../src/metrics/niche/breadth.ts';
import { linkageOrder } from '../../../src/metrics/niche/linkage-order.ts';
import { nicheMap } from '../../../src/metrics/niche/niche-map.ts';
import { nestedness } from '../../../src/metrics/niche/nestedness.ts';
import { nodf } from '../../../src/metrics/niche/nodf.ts';
import { nicheOverlap } from '../../../src/metrics/niche/niche-overlap.ts';
import { nicheOverlapTest } from '../../../src/metrics/niche/niche-overlap-test.ts';
import { overlapBy, type OverlapIndex } from '../../../src/metrics/niche/overlap.ts';
import { eachRowShuffle } from '../../../src/metrics/niche/row-shuffles.ts';
import { stateMatrix, type StateMatrix } from '../../../src/metrics/niche/state-matrix.ts';
import { measureById } from '../../../src/metrics/registry.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../../src/model/measure-options.ts';
import type { Actor, Tie } from '../../../src/model/graph.ts';
import { compileNetwork, networkInput, type Network } from '../../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, tie } from '../support.ts';

const matrices = fc
  .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, count]) =>
    fc
      .array(fc.integer({ min: 0, max: 6 }), { minLength: rows * count, maxLength: rows * count })
      .map((values) => stateMatrix(Float64Array.from(values), rows, count)),
  );

const matrixOf = (...rows: readonly number[][]): StateMatrix =>
  stateMatrix(Float64Array.from(rows.flat()), rows.length, rows[0]?.length ?? 0);

const SYMMETRIC: readonly OverlapIndex[] = ['schoener', 'pianka', 'morisita-horn', 'horn'];

function map(actors: readonly Actor[], ties: readonly Tie[] = []): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
}

const SUPPLY: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, niche: 'supply', permutations: 199 };

function offering(...supplies: readonly Record<string, number>[]): Network {
  return map(supplies.map((supply, k) => actor(`a${k}`, { supply, sector: 'enterprise' })));
}

function valuesOf(id: string, network: Network, options: MeasureOptions = SUPPLY): (number | null)[] {
  const measure = measureById(id);
  if (measure?.level !== 'actor') throw new Error(`no measure ${id}`);
  return Array.from(finish(measure.compute(network, options)), (value) =>
    Number.isNaN(value) ? null : value,
  );
}

describe('niche breadth', () => {
  it('is least for one state and greatest for all alike', () => {
    const matrix = matrixOf([1, 1, 1, 1], [5, 0, 0, 0], [0, 0, 0, 0]);
    expect([...breadths(matrix, levinsB)]).toEqual([4, 1, NaN]);
    expect([...breadths(matrix, levinsBA)]).toEqual([1, 0, NaN]);
    expect([...breadths(matrix, evenness)]).toEqual([1, 0, NaN]);
    expect([...breadths(matrix, pairedDifference)]).toEqual([0, 1, NaN]);
  });

  it('has no standardised form where there is one state', () => {
    for (const breadth of [levinsBA, evenness, pairedDifference, hurlbertBA])
      expect(breadth(matrixOf([3]), 0)).toBeNaN();
  });

  it('of Hurlbert equals that of Levins where every state is equally available', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        for (let row = 0; row < matrix.rows; row++) {
          if (matrix.used[row] === 0) continue;
          expect(hurlbertB(matrix, row)).toBeCloseTo(levinsB(matrix, row) / matrix.count, 12);
          if (matrix.count > 1) expect(hurlbertBA(matrix, row)).toBeCloseTo(levinsBA(matrix, row), 12);
        }
      }),
    );
  });

  it('of Hurlbert and Smith is 1 for whoever takes states as they come, and none for users of what is not there', () => {
    const values = Float64Array.from([6, 3, 1, 0, 1, 0, 0, 1]);
    const matrix = stateMatrix(values, 2, 4, Float64Array.from([6, 3, 1, 0]));
    expect(hurlbertB(matrix, 0)).toBeCloseTo(1, 12);
    expect(hurlbertBA(matrix, 0)).toBeCloseTo(1, 12);
    expect(smithFT(matrix, 0)).toBeCloseTo(1, 12);
    expect(hurlbertB(matrix, 1)).toBeNaN();
    expect(smithFT(matrix, 1)).toBeCloseTo(Math.sqrt(0.3), 12);
  });

  it('depends on how many states there are, as its convention says', () => {
    const network = offering({ talent: 1, funding: 1 }, { data: 2 });
    expect(valuesOf('niche-breadth', network)).toEqual([0.5, 0]);
    expect(valuesOf('niche-breadth', network, { ...SUPPLY, nicheStates: 'all' })).toEqual([1 / 9, 0]);
    expect(valuesOf('states-used', network)).toEqual([2, 1]);
  });
});

describe('niche overlap', () => {
  it('is within [0, 1], the same both ways, and 1 with a niche in the same proportions', () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom(...SYMMETRIC), (matrix, index) => {
        const overlap = overlapBy(index, matrix);
        for (let i = 0; i < matrix.rows; i++)
          for (let j = 0; j < matrix.rows; j++) {
            const value = overlap(i, j);
            if (matrix.used[i] === 0 || matrix.used[j] === 0) {
              expect(value).toBeNaN();
              continue;
            }
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-12);
            expect(value).toBeCloseTo(overlap(j, i), 12);
          }
        const tripled = stateMatrix(
          Float64Array.from([...matrix.values, ...matrix.values.map((x) => 3 * x)]),
          2 * matrix.rows,
          matrix.count,
        );
        for (let i = 0; i < matrix.rows; i++)
          if (matrix.used[i]! > 0) expect(overlapBy(index, tripled)(i, i + matrix.rows)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('of actors with one state each is 0 or 1, whatever the index', () => {
    const matrix = matrixOf([2, 0], [5, 0], [0, 3]);
    for (const index of [...SYMMETRIC, 'macarthur-levins'] as const) {
      expect(overlapBy(index, matrix)(0, 1)).toBeCloseTo(1, 12);
      expect(overlapBy(index, matrix)(0, 2)).toBe(0);
    }
  });

  it('of Pianka is the geometric mean of alpha both ways', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        fc.pre(matrix.used[0]! > 0 && matrix.used[1]! > 0);
        const alpha = overlapBy('macarthur-levins', matrix);
        expect(overlapBy('pianka', matrix)(0, 1)).toBeCloseTo(Math.sqrt(alpha(0, 1) * alpha(1, 0)), 12);
      }),
    );
  });

  it('of MacArthur and Levins presses the specialist harder than the generalist', () => {
    const alpha = overlapBy('macarthur-levins', matrixOf([1, 1, 1, 1], [1, 0, 0, 0]));
    expect([alpha(0, 1), alpha(1, 0)]).toEqual([1, 0.25]);
  });

  it('of Morisita is of counts alone', () => {
    const morisita = overlapBy('morisita', matrixOf([2, 2], [3, 1], [0.5, 2], [1, 0]));
    expect(morisita(0, 1)).toBeCloseTo((2 * 0.5) / (1 / 3 + 1 / 2), 12);
    expect(morisita(0, 2)).toBeNaN();
    expect(morisita(0, 3)).toBeNaN();
  });
});

describe('the overlap matrix', () => {
  const network = offering(
    { talent: 5, courses: 1 },
    { funding: 3, orders: 2 },
    { talent: 4, courses: 1 },
    {},
    { funding: 4, orders: 1 },
    { talent: 4, courses: 2 },
  );

  it('has only actors with a niche, those alike beside each other, and the index in force first', () => {
    const detail = finish(nicheOverlap.compute(network, { ...SUPPLY, overlap: 'horn' })) as MatrixDetail;
    const kinds = detail.rows.ids.map((id) => (['a1', 'a4'].includes(id) ? 'f' : 't')).join('');
    expect(['fftt' + 't', 'ttt' + 'ff']).toContain(kinds);
    expect(detail.rows).toEqual(detail.columns);
    expect(detail.layers.map(({ id }) => id)).toEqual([
      'horn',
      'schoener',
      'pianka',
      'macarthur-levins',
      'separation',
    ]);
  });

  it('counts those whose overlaps are 0 or 1 by construction', () => {
    const single = offering({ talent: 5 }, { talent: 2 }, { data: 1, funding: 1 });
    const facts = finish(nicheOverlap.compute(single, SUPPLY))?.facts ?? [];
    expect(facts.find(({ id }) => id === 'single-state')?.value).toBe(2);
    expect(facts.find(({ id }) => id === 'mean')?.value).toBeCloseTo(1 / 3, 12);
  });

  it('is not there with a single niche', () => {
    expect(finish(nicheOverlap.compute(offering({ talent: 1 }, {}), SUPPLY))).toBeNull();
  });
});

describe('the order of a clustering', () => {
  it('holds each once, with clusters unbroken', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 25 }), (groups) => {
        const n = groups.length;
        const similarity = Float64Array.from({ length: n * n }, (_, cell) =>
          groups[Math.floor(cell / n)] === groups[cell % n] ? 0.9 : 0.1,
        );
        const order = finish(linkageOrder(n, similarity));
        expect([...order].sort((a, b) => a - b)).toEqual([...groups.keys()]);
        const changes = order.filter((one, k) => k > 0 && groups[one] !== groups[order[k - 1] ?? 0]);
        expect(changes.length).toBe(Math.max(0, new Set(groups).size - 1));
      }),
    );
  });
});

describe('crowding', () => {
  const network = map([
    actor('a', { sector: 'university', supply: { talent: 1 } }),
    actor('b', { sector: 'university', supply: { talent: 2 } }),
    actor('c', { sector: 'enterprise', supply: { talent: 1, orders: 1 } }),
    actor('d', { sector: 'enterprise' }),
  ]);

  it('sums overlaps with all others that have a niche, and within the sector', () => {
    expect(valuesOf('crowding', network)).toEqual([1.5, 1.5, 1, null]);
    expect(valuesOf('crowding-within', network)).toEqual([1, 1, 0, null]);
    expect(valuesOf('non-overlap-density', network)).toEqual([0.5, 0.5, 1, null]);
  });

  it('in diffuse competition weighs what presses by the actor’s own concentration', () => {
    expect(valuesOf('diffuse-competition', network)).toEqual([1.5, 1.5, 2, null]);
  });

  it('falls back to Schoener where the index in force is not a share', () => {
    expect(valuesOf('crowding', network, { ...SUPPLY, overlap: 'hurlbert' })).toEqual(
      valuesOf('crowding', network),
    );
    expect(valuesOf('crowding', network, { ...SUPPLY, overlap: 'pianka' })).not.toEqual(
      valuesOf('crowding', network),
    );
  });
});

describe('the unfilled share', () => {
  const actors = [
    actor('E', { sector: 'enterprise', supply: { orders: 1 }, demand: { talent: 2, equipment: 1 } }),
    actor('U', { sector: 'university', supply: { talent: 3 } }),
    actor('Z', { sector: 'university', supply: { talent: 3 } }),
  ];
  const network = map(actors, [tie('t', 'U', 'E', { type: 'talent', weight: 4 })]);

  it('is what is declared of each dimension beyond what is held', () => {
    // E offers orders (economy) and needs talent and equipment (industry): 1/4, 2/4, 1/4; it receives talent alone.
    expect(valuesOf('unfilled-share', network, DEFAULT_MEASURE_OPTIONS)).toEqual([0.5, 0, null]);
    expect(valuesOf('unfilled-share', network, { ...SUPPLY, niche: 'demand' })[0]).toBeCloseTo(1 / 3, 12);
  });

  it('is none where there are no ties of that side', () => {
    expect(valuesOf('unfilled-share', network, SUPPLY)).toEqual([null, 0, null]);
  });
});

describe('null model RA3', () => {
  it('keeps the values of each row, and gives the same deals each time', () => {
    const values = Float64Array.from([1, 2, 3, 0, 0, 9]);
    const deals = (seed: number): string[] => {
      const seen: string[] = [];
      finish(
        eachRowShuffle(values, 3, { permutations: 50, seed }, function* (dealt) {
          const row = (start: number): number[] => [...dealt.subarray(start, start + 3)];
          expect(row(0).sort()).toEqual([1, 2, 3]);
          expect(row(3).sort()).toEqual([0, 0, 9]);
          seen.push(dealt.join());
          yield 1;
        }),
      );
      return seen;
    };
    expect(new Set(deals(1)).size).toBeGreaterThan(8);
    expect(deals(1)).toEqual(deals(1));
    expect(deals(1)).not.toEqual(deals(2));
  });

  it('finds actors that all live on the same two of many states to be crowded', () => {
    const crowd = Array.from({ length: 8 }, (_, k) => ({ talent: 5 + k, courses: 5 }));
    const detail = finish(
      nicheOverlapTest.compute(offering(...crowd), { ...SUPPLY, nicheStates: 'all' }),
    ) as TestsDetail;
    expect(detail.rows.map(({ id }) => id)).toEqual(['all', 'enterprise']);
    const test = detail.rows[0]?.test;
    expect(test?.p).toBe(1 / 200);
    expect(test?.z).toBeGreaterThan(5);
    expect(test?.observed).toBeGreaterThan(test?.high ?? 1);
  });

  it('finds actors that keep out of each other’s way apart', () => {
    const detail = finish(
      nicheOverlapTest.compute(
        offering({ talent: 2, courses: 1 }, { funding: 1, orders: 2 }, { data: 2, equipment: 1 }),
        SUPPLY,
      ),
    ) as TestsDetail;
    expect(detail.rows[0]?.test?.z).toBeLessThan(-1);
  });
});

describe('the niche map', () => {
  const places = (network: Network, options: MeasureOptions = SUPPLY) => {
    const detail = finish(nicheMap.compute(network, options));
    if (detail?.kind !== 'points') throw new Error('no map');
    const fact = (id: string): number | null => detail.facts.find((one) => one.id === id)?.value ?? null;
    return { ...detail, shares: [fact('first-axis'), fact('second-axis')] };
  };
  const distance = ({ xs, ys }: { xs: Float64Array; ys: Float64Array }, i: number, j: number): number =>
    Math.hypot((xs[i] ?? 0) - (xs[j] ?? 0), (ys[i] ?? 0) - (ys[j] ?? 0));

  it('of three niches has exactly their distances, and all of the variance', () => {
    const network = offering({ talent: 3, data: 1 }, { talent: 1, data: 1 }, {}, { funding: 2, data: 1 });
    for (const overlap of SYMMETRIC) {
      const options = { ...SUPPLY, overlap };
      const map = places(network, options);
      const detail = finish(nicheOverlap.compute(network, options)) as MatrixDetail;
      const at = (id: string): number => detail.rows.ids.indexOf(id);
      for (const [i, j] of [
        [0, 1],
        [0, 3],
        [1, 3],
      ] as const)
        expect(distance(map, i, j)).toBeCloseTo(
          Math.sqrt(1 - (detail.layers[0]?.values[at(`a${i}`) * 3 + at(`a${j}`)] ?? NaN)),
          9,
        );
      expect(map.xs[2]).toBeNaN();
      expect((map.shares[0] ?? 0) + (map.shares[1] ?? 0)).toBeCloseTo(1, 9);
    }
  });

  it('has all in one spot, and no variance to share, where all niches are alike', () => {
    const map = places(offering({ talent: 1, data: 2 }, { talent: 2, data: 4 }, { talent: 3, data: 6 }));
    expect([...map.xs, ...map.ys]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(map.shares).toEqual([null, null]);
  });

  it('on one line has nothing along the second axis', () => {
    const map = places(offering({ talent: 1 }, { data: 1 }));
    expect(Math.abs(map.xs[0] ?? 0)).toBeCloseTo(0.5, 9);
    expect([...map.ys]).toEqual([0, 0]);
    expect(map.shares[0]).toBeCloseTo(1, 9);
    expect(map.shares[1]).toBe(0);
  });

  it('never shows a distance longer than it is, and shares that add up to 1 at most', () => {
    const supplies = fc.dictionary(
      fc.constantFrom('talent', 'funding', 'data', 'orders', 'policy'),
      fc.nat(5),
    );
    fc.assert(
      fc.property(fc.array(supplies, { minLength: 2, maxLength: 9 }), (list) => {
        const network = offering(...list);
        const detail = finish(nicheOverlap.compute(network, SUPPLY)) as MatrixDetail | null;
        if (!detail) return;
        const map = places(network);
        const n = detail.rows.ids.length;
        for (const [k, one] of detail.rows.ids.entries())
          for (const [l, other] of detail.rows.ids.entries())
            expect(distance(map, Number(one.slice(1)), Number(other.slice(1)))).toBeLessThanOrEqual(
              Math.sqrt(Math.max(0, 1 - (detail.layers[0]?.values[k * n + l] ?? 0))) + 1e-6,
            );
        expect((map.shares[0] ?? 0) + (map.shares[1] ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
        expect(map.shares[0] ?? 0).toBeGreaterThanOrEqual((map.shares[1] ?? 0) - 1e-9);
      }),
    );
  });
});

describe('nestedness', () => {
  it('does not depend on the order of rows and columns', () => {
    fc.assert(
      fc.property(matrices, ({ values, rows, count }) => {
        const turned = Float64Array.from(values, (_, cell) => {
          const [row, column] = [Math.floor(cell / count), cell % count];
          return values[(rows - 1 - row) * count + (count - 1 - column)] ?? 0;
        });
        const before = finish(nodf(values, rows, count));
        const after = finish(nodf(turned, rows, count));
        for (const part of ['rows', 'columns', 'all', 'weighted'] as const)
          if (Number.isNaN(before[part])) expect(after[part]).toBeNaN();
          else expect(after[part]).toBeCloseTo(before[part], 9);
      }),
    );
  });

  it('of a staircase is beyond chance', () => {
    const names = ['talent', 'courses', 'funding', 'orders', 'data', 'policy', 'research', 'equipment'];
    const stairs = names.map((_, k) => Object.fromEntries(names.slice(0, k + 1).map((name) => [name, 1])));
    const detail = finish(nestedness.compute(offering(...stairs), SUPPLY)) as TestsDetail;
    const test = detail.rows.find(({ id }) => id === 'all')?.test;
    expect(test?.observed).toBe(100);
    expect(test?.p).toBe(1 / 200);
    expect(detail.rows.map(({ id }) => id)).toEqual(['all', 'rows', 'columns', 'weighted']);
  });
});

describe('long work', () => {
  it('is done in steps that can be cancelled', () => {
    const many = Array.from({ length: 150 }, (_, k) => ({ talent: 1 + (k % 7), data: k % 3, orders: k % 5 }));
    const network = offering(...many);
    for (const measure of [nicheOverlapTest, nestedness]) {
      let last = 0;
      let steps = 0;
      for (const done of measure.compute(network, SUPPLY)) {
        expect(done).toBeGreaterThanOrEqual(last);
        last = done;
        steps++;
      }
      expect(steps).toBeGreaterThan(100);
      expect(last).toBeLessThanOrEqual(1);
    }
  });
});

it('evenness is never above one, not by a last digit either', () => {
  for (let states = 2; states <= 60; states++)
    expect(evenness(stateMatrix(new Float64Array(states).fill(1), 1, states), 0)).toBeLessThanOrEqual(1);
});
