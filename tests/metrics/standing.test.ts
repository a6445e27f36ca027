import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointsDetail, RowsDetail } from '../../src/metrics/detail.ts';
import { compositeStateShare, stateIndicators } from '../../src/metrics/niche/composite-state-measures.ts';
import { compositeState } from '../../src/metrics/niche/composite-state.ts';
import { ecostate } from '../../src/metrics/niche/ecostate.ts';
import { ecostateEcorole, ecostateQuadrant } from '../../src/metrics/niche/ecostate-measures.ts';
import { FACTORS, situationOf } from '../../src/metrics/niche/situation.ts';
import { standingOf } from '../../src/metrics/niche/standing.ts';
import { nicheSuitability, sectorSuitability } from '../../src/metrics/niche/suitability-measures.ts';
import { suitability } from '../../src/metrics/niche/suitability.ts';
import type { Actor, Tie } from '../../src/model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, tie } from './support.ts';

const NET: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, ecorole: 'net-strength' };

function networkOf(actors: readonly Actor[], ties: readonly Tie[] = []): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + (Number.isNaN(value) ? 0 : value), 0);
}

const amounts = fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 8 });

describe('ecostate and ecorole', () => {
  it('are shares: of the whole, of the state, and of all change', () => {
    fc.assert(
      fc.property(amounts, fc.nat(5), (states, scale) => {
        fc.pre(sum(states) > 0);
        const changes = states.map((value, k) => (k % 2 === 0 ? value : -value / 8));
        const { niche, state, role } = ecostate(states, changes, scale);
        expect(sum(niche)).toBeCloseTo(1, 9);
        expect(sum(state)).toBeCloseTo(1, 9);
        expect(sum(role.map(Math.abs))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('shows a negative share, and none where the whole is not positive', () => {
    expect([...ecostate([4, 1], [1, -2], 1).niche]).toEqual([1.25, -0.25]);
    expect([...ecostate([1, 1], [-1, -1], 1).niche]).toEqual([NaN, NaN]);
    expect([...ecostate([1, 1], [-3, -1], 1).niche]).toEqual([NaN, NaN]);
  });

  it('leaves out actors of whom state or role is not known', () => {
    expect([...ecostate([3, NaN, 1, 6], [0, 1, 0, NaN], 1).niche]).toEqual([0.75, NaN, 0.25, NaN]);
  });

  const ties = [tie('t', 'A', 'B', { weight: 3 }), tie('u', 'B', 'A', { weight: 1 })];

  it('reads strength and what is given less received where nobody states a size', () => {
    const { state, change, stateByTies } = standingOf(
      networkOf([actor('A', { sizeChange: 5 }), actor('B')], ties),
      DEFAULT_MEASURE_OPTIONS,
    );
    expect([...state]).toEqual([4, 4]);
    expect([...change]).toEqual([2, -2]);
    expect(stateByTies).toBe(true);
  });

  it('puts what ties say of change into the unit of the sizes', () => {
    const network = networkOf([actor('A', { size: 60 }), actor('B', { size: 20 })], ties);
    // strengths of 4 and 4 are worth sizes of 80
    expect([...standingOf(network, DEFAULT_MEASURE_OPTIONS).change]).toEqual([20, -20]);
    expect([...finish(ecostateEcorole.compute(network, NET))]).toEqual([1, 0]);
  });

  it('prefers what is stated, unless asked not to', () => {
    const network = networkOf(
      [actor('A', { size: 60, sizeChange: 0 }), actor('B', { size: 20, sizeChange: 20 })],
      ties,
    );
    expect([...finish(ecostateEcorole.compute(network, DEFAULT_MEASURE_OPTIONS))]).toEqual([0.6, 0.4]);
    expect([...finish(ecostateEcorole.compute(network, NET))]).toEqual([1, 0]);
    const slow = { ...DEFAULT_MEASURE_OPTIONS, roleScale: 0 };
    expect([...finish(ecostateEcorole.compute(network, slow))]).toEqual([0.75, 0.25]);
  });

  it('has leaders up and right: large, and growing more than the mean', () => {
    const detail = finish(
      ecostateQuadrant.compute(
        networkOf([
          actor('leader', { size: 50, sizeChange: 9 }),
          actor('incumbent', { size: 50, sizeChange: -1 }),
          actor('riser', { size: 10, sizeChange: 9 }),
          actor('marginal', { size: 10, sizeChange: -1 }),
        ]),
        DEFAULT_MEASURE_OPTIONS,
      ),
    ) as PointsDetail;
    const order = ['incumbent', 'leader', 'marginal', 'riser'];
    const quarters = order.map((_, k) => [
      (detail.xs[k] ?? NaN) > (detail.x.middle ?? NaN),
      (detail.ys[k] ?? NaN) > (detail.y.middle ?? NaN),
    ]);
    expect(quarters).toEqual([
      [false, true],
      [true, true],
      [false, false],
      [true, false],
    ]);
    expect(detail.quarters?.map(({ en }) => en)).toEqual(['leaders', 'incumbents', 'risers', 'marginal']);
  });
});

describe('the state by several indicators', () => {
  it('is the weighted share of each total', () => {
    const { state, weights } = compositeState(
      [Float64Array.of(3, 1), Float64Array.of(10, 30), Float64Array.of(-1, 2), Float64Array.of(0, 0)],
      2,
      'equal',
    );
    expect([...weights]).toEqual([0.5, 0.5, 0, 0]);
    expect([...state]).toEqual([0.5, 0.5]);
  });

  it('counts by entropy only what tells actors apart', () => {
    const even = Float64Array.of(5, 5, 5);
    const { state, weights } = compositeState([even, Float64Array.of(1, 2, 7)], 3, 'entropy');
    expect(weights[0]).toBeCloseTo(0, 12);
    expect(state[2]).toBeCloseTo(0.7, 12);
    // Nothing tells actors apart: then all count alike.
    expect([...compositeState([even, even], 3, 'entropy').weights]).toEqual([0.5, 0.5]);
  });

  it('goes by what is known of an actor', () => {
    const { state } = compositeState([Float64Array.of(3, NaN, 1), Float64Array.of(1, NaN, NaN)], 3, 'equal');
    expect([...state]).toEqual([0.875, NaN, 0.25]);
  });

  it('reads size, strength and fields of numbers', () => {
    const graph = graphOf(
      [actor('A', { size: 3, fields: { patents: 9 } }), actor('B', { size: 1, fields: { patents: 1 } })],
      [tie('t', 'A', 'B')],
    );
    const fields = [
      { id: 'patents', on: 'actor', name: { en: 'Patents', zh: '专利' }, kind: 'number' },
    ] as const;
    const network = compileNetwork(networkInput({ ...graph, scheme: { ...graph.scheme, fields } }), AS_IS);
    const [a] = finish(compositeStateShare.compute(network, DEFAULT_MEASURE_OPTIONS));
    expect(a).toBeCloseTo((0.75 + 0.5 + 0.9) / 3, 12);
    const detail = finish(stateIndicators.compute(network, DEFAULT_MEASURE_OPTIONS)) as RowsDetail;
    expect(detail.rows.map(({ id }) => id)).toEqual(['size', 'strength', 'field-patents']);
  });
});

describe('suitability', () => {
  const goalposts = [
    { low: 0, high: 1 },
    { low: 10, high: 0 },
  ];

  it('is 1 and momentum 0 at the better goalposts, which may be low', () => {
    const { fit, momentum } = suitability(Float64Array.of(1, 0, 0, 10), 2, { goalposts });
    expect([...fit]).toEqual([1, expect.closeTo(1 / 3, 12)]);
    expect([...momentum]).toEqual([0, 1]);
  });

  it('with fixed goalposts depends on no other row, with those of the sample it does', () => {
    const alone = Float64Array.of(0.5, 4, 0.2, 6);
    const joined = Float64Array.of(0.5, 4, 0.2, 6, 1, 0);
    const of = (values: Float64Array, fixed: boolean): number[] => [
      ...suitability(values, 2, fixed ? { goalposts } : {}).fit.subarray(0, 2),
    ];
    expect(of(joined, true)).toEqual(of(alone, true));
    expect(of(joined, false)).not.toEqual(of(alone, false));
  });

  it('goes by the factors that are known, and says when epsilon has no solution', () => {
    const { fit } = suitability(Float64Array.of(NaN, 0, NaN, NaN), 2, { goalposts });
    expect([...fit]).toEqual([1, NaN]);
    expect(suitability(Float64Array.of(1, 0, 0, 1), 2)).toMatchObject({ epsilonByConvention: false });
    expect(suitability(Float64Array.of(5, 5), 1)).toMatchObject({ epsilonByConvention: true });
    expect([...suitability(Float64Array.of(5, 5), 1).fit]).toEqual([1, 1]);
  });

  it('stays in (0, 1] whatever the factors', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 3, maxLength: 30 }),
        (values) => {
          const factors = Float64Array.from(values.slice(0, 3 * Math.floor(values.length / 3)));
          for (const value of suitability(factors, 3).fit) {
            expect(value).toBeGreaterThan(0);
            expect(value).toBeLessThanOrEqual(1 + 1e-12);
          }
        },
      ),
    );
  });

  const network = networkOf(
    [
      actor('A', { sector: 'university', demand: { funding: 4 }, supply: { talent: 2 } }),
      actor('B', { sector: 'enterprise', supply: { funding: 1 } }),
      actor('C', { sector: 'government' }),
    ],
    [tie('t', 'B', 'A'), tie('u', 'A', 'C')],
  );

  it('looks at needs reached, supply wanted, partners and their sectors', () => {
    expect([...finish(situationOf(network))].slice(0, FACTORS.length)).toEqual([0.25, 0, 2, 2]);
    const [a, b] = finish(nicheSuitability.compute(network, DEFAULT_MEASURE_OPTIONS));
    const near = (d: number): number => 0.5 / (d + 0.5);
    expect(a).toBeCloseTo((near(0.75) + near(1) + near(0.6) + near(1 / 3)) / 4, 12);
    expect(b).toBeNaN();
  });

  it('of the region for a sector weighs coverage by what the sector needs', () => {
    const byNeed = networkOf([
      actor('A', { sector: 'university', demand: { funding: 3, data: 1 } }),
      actor('B', { sector: 'enterprise', supply: { funding: 3 } }),
    ]);
    const values = finish(sectorSuitability.compute(byNeed, DEFAULT_MEASURE_OPTIONS));
    const at = byNeed.sectorIds.indexOf('university');
    expect(values[at]).toBeCloseTo(0.75 * 1 + 0.25 / 3, 12);
    expect(values[byNeed.sectorIds.indexOf('enterprise')]).toBeNaN();
  });
});
