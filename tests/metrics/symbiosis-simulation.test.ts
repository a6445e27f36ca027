import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurveDetail, MatrixDetail, RowsDetail } from '../../src/metrics/detail.ts';
import { eigenvalues, spectralRadius } from '../../src/metrics/linear/eigenvalues.ts';
import { solveLinear } from '../../src/metrics/linear/linear-system.ts';
import {
  eigenvaluesAt,
  growthAt,
  interiorEquilibrium,
  mayRunAway,
  type GrowthModel,
} from '../../src/metrics/symbiosis/growth-model.ts';
import { trajectory } from '../../src/metrics/symbiosis/integrate.ts';
import { prospectOf, type Prospect } from '../../src/metrics/symbiosis/outcome.ts';
import { pairMode } from '../../src/metrics/symbiosis/pair-mode.ts';
import { sectorSymbiosis, symbiosisCoefficients } from '../../src/metrics/symbiosis/sector-effects.ts';
import { symbiosisOutcome, symbiosisSimulation } from '../../src/metrics/symbiosis/simulation.ts';
import type { Actor, Tie } from '../../src/model/graph.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { actor, AS_IS, finish, graphOf, tie } from './support.ts';

const entry = fc.double({ min: -2, max: 2, noNaN: true });

function square(most: number): fc.Arbitrary<{ size: number; matrix: Float64Array }> {
  return fc
    .integer({ min: 1, max: most })
    .chain((size) =>
      fc
        .array(entry, { minLength: size * size, maxLength: size * size })
        .map((list) => ({ size, matrix: Float64Array.from(list) })),
    );
}

describe('eigenvalues of a real matrix', () => {
  it('sum to the trace, and their squares to that of the square', () => {
    fc.assert(
      fc.property(square(9), ({ size, matrix }) => {
        const all = eigenvalues(matrix, size) ?? [];
        expect(all).toHaveLength(size);
        let trace = 0;
        let traceOfSquare = 0;
        for (let i = 0; i < size; i++) {
          trace += matrix[i * size + i] ?? NaN;
          for (let j = 0; j < size; j++)
            traceOfSquare += (matrix[i * size + j] ?? NaN) * (matrix[j * size + i] ?? NaN);
        }
        expect(all.reduce((sum, { re }) => sum + re, 0)).toBeCloseTo(trace, 8);
        expect(all.reduce((sum, { im }) => sum + im, 0)).toBeCloseTo(0, 8);
        expect(all.reduce((sum, { re, im }) => sum + re * re - im * im, 0)).toBeCloseTo(traceOfSquare, 7);
      }),
    );
  });

  it('are those of a known polynomial, complex ones in pairs', () => {
    // The companion of (x - 3)(x + 1)(x² + 4).
    const companion = Float64Array.of(2, -1, 8, 12, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0);
    const all = eigenvalues(companion, 4) ?? [];
    const rounded = all.map(({ re, im }) => [Math.round(re * 1e9) / 1e9 + 0, Math.round(im * 1e9) / 1e9 + 0]);
    expect(rounded[0]).toEqual([3, 0]);
    expect(rounded[3]).toEqual([-1, 0]);
    expect(rounded.slice(1, 3).sort((a, b) => (b[1] ?? 0) - (a[1] ?? 0))).toEqual([
      [0, 2],
      [0, -2],
    ]);
    expect(spectralRadius(companion, 4)).toBeCloseTo(3, 9);
  });

  it('are found of circles, of zeros and of large matrices, and of nothing that is no number', () => {
    const circle = new Float64Array(36);
    for (let k = 0; k < 6; k++) circle[k * 6 + ((k + 1) % 6)] = 1;
    expect(spectralRadius(circle, 6)).toBeCloseTo(1, 12);
    expect(spectralRadius(new Float64Array(9), 3)).toBe(0);
    expect(eigenvalues(new Float64Array(0), 0)).toEqual([]);
    const large = Float64Array.from({ length: 3600 }, (_, k) => Math.sin(k * k));
    expect(eigenvalues(large, 60)).toHaveLength(60);
    expect(eigenvalues(Float64Array.of(NaN), 1)).toBeNull();
  });
});

describe('a linear system', () => {
  it('is solved, or found singular', () => {
    fc.assert(
      fc.property(square(6), ({ size, matrix }) => {
        const wanted = Float64Array.from({ length: size }, (_, k) => k - 1.5);
        const right = wanted.map((_, i) =>
          wanted.reduce((sum, x, j) => sum + (matrix[i * size + j] ?? NaN) * x, 0),
        );
        const x = solveLinear(matrix, right);
        if (!x) return;
        const left = x.map((_, i) => x.reduce((sum, v, j) => sum + (matrix[i * size + j] ?? NaN) * v, 0));
        for (const [k, value] of left.entries()) expect(value).toBeCloseTo(right[k] ?? NaN, 6);
      }),
    );
    expect(solveLinear(Float64Array.of(1, 2, 2, 4), [1, 1])).toBeNull();
  });
});

function modelOf(rates: number[], effects: number[], saturation = 0): GrowthModel {
  return { rates: Float64Array.from(rates), effects: Float64Array.from(effects), saturation };
}

const effect = fc.double({ min: -0.9, max: 0.9, noNaN: true });

describe('the growth of parties that act on each other', () => {
  it('of one alone is logistic', () => {
    const times = [0, 1, 5, 20];
    const rows = finish(trajectory(modelOf([0.3], [0]), Float64Array.of(0.1), times));
    for (const [k, t] of times.entries()) expect(rows?.[k]).toBeCloseTo(1 / (1 + 9 * Math.exp(-0.3 * t)), 9);
  });

  it('has the equilibrium of two in closed form, stable where it is feasible', () => {
    fc.assert(
      fc.property(effect, effect, (a, b) => {
        const model = modelOf([0.1, 0.2], [0, a, b, 0]);
        const u = interiorEquilibrium(model);
        expect(u?.[0]).toBeCloseTo((1 + a) / (1 - a * b), 9);
        expect(u?.[1]).toBeCloseTo((1 + b) / (1 - a * b), 9);
        const growth = new Float64Array(2);
        growthAt(model, u ?? growth, growth);
        for (const value of growth) expect(value).toBeCloseTo(0, 12);
        expect((eigenvaluesAt(model, u ?? growth) ?? []).every(({ re }) => re < 0)).toBe(true);
      }),
    );
  });

  it('never falls below 0 and ends at the equilibrium that is told beforehand', () => {
    fc.assert(
      fc.property(effect, effect, (a, b) => {
        const model = modelOf([0.5, 1], [0, a, b, 0]);
        fc.pre(!mayRunAway(model));
        const { settled } = finish(prospectOf(model, Float64Array.of(0.1, 0.3)));
        const rows = finish(trajectory(model, Float64Array.of(0.1, 0.3), [1, 10, 3000]));
        for (const value of rows ?? []) expect(value).toBeGreaterThanOrEqual(0);
        expect(rows?.[4]).toBeCloseTo(settled?.[0] ?? NaN, 5);
        expect(rows?.[5]).toBeCloseTo(settled?.[1] ?? NaN, 5);
      }),
      { numRuns: 30 },
    );
  });

  const start = Float64Array.of(0.1, 0.1);
  const prospect = (effects: number[], saturation = 0): Prospect =>
    finish(prospectOf(modelOf([0.1, 0.1], effects, saturation), start));

  it.each([
    ['both help', [0, 0.3, 0.2, 0], 'coexistence'],
    ['neither acts', [0, 0, 0, 0], 'coexistence'],
    ['one lives on the other', [0, 0.4, -0.3, 0], 'one-sided'],
    ['both press', [0, -0.5, -0.4, 0], 'decline'],
    ['one only loses', [0, -0.4, 0, 0], 'decline'],
    ['one presses too hard', [0, -1.3, -0.6, 0], 'exclusion'],
    ['both press too hard', [0, -1.3, -1.4, 0], 'exclusion'],
    ['both help without end', [0, 1.2, 1, 0], 'runaway'],
  ])('ends as it must where %s', (_, effects, outcome) => {
    expect(prospect(effects).outcome).toBe(outcome);
  });

  it('is bounded where benefits saturate', () => {
    const { outcome, settled, stable, slowest } = prospect([0, 1.2, 1, 0], 0.5);
    expect(outcome).toBe('coexistence');
    // Where 1 - u + delta v / (1 + v / 2) is 0 for both.
    expect(settled?.[0]).toBeCloseTo(2.215117, 5);
    expect(stable).toBe(true);
    expect(slowest ?? 0).toBeLessThan(0);
  });

  it('refuses to run what has no bounds', () => {
    expect(finish(trajectory(modelOf([1, 1], [0, 2, 2, 0]), start, [200]))).toBeNull();
  });
});

describe('how two live together', () => {
  it.each([
    [0.3, 0.29, 'symmetric-mutualism'],
    [0.3, 0.1, 'asymmetric-mutualism'],
    [0.3, 0.001, 'commensalism'],
    [0.3, -0.1, 'parasitism'],
    [-0.3, 0.001, 'amensalism'],
    [-0.3, -0.1, 'competition'],
    [0, -0.005, 'independence'],
  ])('effects of %d and %d are %s, in either order', (a, b, mode) => {
    expect(pairMode(a, b)).toBe(mode);
    expect(pairMode(b, a)).toBe(mode);
  });
});

function networkOf(actors: readonly Actor[], ties: readonly Tie[]): Network {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS);
}

describe('sectors simulated', () => {
  /** A college gives to firms and gets little back; both need funding, which nobody offers. */
  const network = networkOf(
    [
      actor('college', { sector: 'university', demand: { funding: 1 } }),
      actor('firm', { sector: 'enterprise', demand: { funding: 1, talent: 1 } }),
      actor('mill', { sector: 'enterprise' }),
      actor('office', { sector: 'government' }),
    ],
    [
      tie('t', 'college', 'firm', { weight: 4 }),
      tie('u', 'mill', 'college', { weight: 1 }),
      tie('v', 'firm', 'mill', { weight: 9 }),
    ],
  );
  const run = <T>(
    measure: { compute: typeof symbiosisOutcome.compute },
    options: Partial<MeasureOptions> = {},
  ) => finish(measure.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options })) as T;

  it('act by what they get, what is not returned and what both need and is short', () => {
    const { rows, layers } = run<MatrixDetail>(symbiosisCoefficients);
    expect(rows.ids).toEqual(['government', 'enterprise', 'university']);
    const at = (layer: string, i: number, j: number): number | undefined =>
      layers.find(({ id }) => id === layer)?.values[i * 3 + j];
    // Of the university on enterprises: all they get; half of their needs is funding, all of the university's is.
    expect(at('benefit', 1, 2)).toBeCloseTo(0.3, 12);
    expect(at('cost', 1, 2)).toBe(0);
    expect(at('pressure', 1, 2)).toBeCloseTo((0.2 * 0.5) / 0.5, 12);
    expect(at('effect', 1, 2)).toBeCloseTo(0.1, 12);
    // Of enterprises on the university: 3 of the 4 that it gives do not come back.
    expect(at('benefit', 2, 1)).toBeCloseTo(0.3, 12);
    expect(at('cost', 2, 1)).toBeCloseTo((0.2 * 3) / 4, 12);
    expect(at('pressure', 2, 1)).toBeCloseTo(0.2 * 0.5, 12);
    expect(at('sign', 2, 1)).toBe(1);
    expect(at('effect', 0, 1)).toBe(0);
    expect(at('effect', 1, 1)).toBeNaN();
  });

  it('are told how they live together', () => {
    const { rows } = run<RowsDetail>(sectorSymbiosis, { cost: 0.6, pressure: 0 });
    expect(rows[0]?.tag?.name.zh).toBe('寄生');
    expect(rows[0]?.why?.en).toEqual([
      { of: 'sector', id: 'enterprise' },
      ' gains at the expense of ',
      { of: 'sector', id: 'university' },
      '.',
    ]);
    expect(rows[1]?.tag?.name.en).toBe('independence');
  });

  it('have a band that encloses the scenario and is the same for the same seed', () => {
    const detail = run<CurveDetail>(symbiosisSimulation, { horizon: 50 });
    expect(detail.at?.[100]).toBe(50);
    expect(detail.series.map(({ sector }) => sector)).toEqual(['government', 'enterprise', 'university']);
    for (const { values, low, high } of detail.series) {
      expect(values[0]).toBeCloseTo(0.1, 12);
      values.forEach((value, k) => {
        expect(low?.[k] ?? NaN).toBeLessThanOrEqual(value);
        expect(high?.[k] ?? NaN).toBeGreaterThanOrEqual(value);
      });
    }
    const [government, enterprise] = detail.series;
    // Nothing acts on it; steps of another length leave rounding.
    government?.high?.forEach((value, k) => {
      expect(value).toBeCloseTo(government.low?.[k] ?? NaN, 9);
    });
    expect((enterprise?.high?.[100] ?? 0) - (enterprise?.low?.[100] ?? 0)).toBeGreaterThan(0.01);
    expect(run<CurveDetail>(symbiosisSimulation, { horizon: 50 })).toEqual(detail);
  });

  it('are not drawn where they run away, unless benefits saturate', () => {
    const away = { benefit: 3, cost: 0, pressure: 0 };
    const refused = run<CurveDetail>(symbiosisSimulation, away);
    expect(refused.series).toEqual([]);
    expect(refused.facts.find(({ id }) => id === 'outcome')?.says?.en).toMatch(/runaway/);
    expect(run<RowsDetail>(symbiosisOutcome, away).rows).toEqual([]);
    const bounded = run<CurveDetail>(symbiosisSimulation, { ...away, symbiosisForm: 'saturating' });
    expect(bounded.series).toHaveLength(3);
  });

  it('say who gains and who loses in the end', () => {
    const { rows, facts } = run<RowsDetail>(symbiosisOutcome, { cost: 0.6, pressure: 0 });
    expect(rows.map(({ tag }) => tag?.name.en)).toEqual(['as alone', 'gains', 'loses']);
    expect(facts.find(({ id }) => id === 'outcome')?.says?.zh).toMatch(/^单方依附/);
  });

  it('may be actors by themselves, those that have partners', () => {
    const { rows } = run<RowsDetail>(symbiosisOutcome, { symbiosisLevel: 'actors' });
    expect(rows.map(({ says }) => says.en)).toEqual(
      ['college', 'firm', 'mill'].map((id) => [{ of: 'actor', id }]),
    );
    const curve = run<CurveDetail>(symbiosisSimulation, { symbiosisLevel: 'actors' });
    expect(curve.series.map((series) => series.actor)).toEqual(['college', 'firm', 'mill']);
  });

  it('always say that this is a scenario', () => {
    for (const measure of [symbiosisSimulation, symbiosisOutcome, sectorSymbiosis, symbiosisCoefficients]) {
      expect(measure.caution?.en).toMatch(/scenario, not a prediction/);
      expect(measure.caution?.zh).toMatch(/情景推演，不是预测/);
    }
  });
});
