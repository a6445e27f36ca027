import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeKernels } from '../../src/kernels/kernels.ts';
import { betweenness } from '../../src/metrics/centrality/betweenness.ts';
import { settingOf } from '../../src/metrics/measure.ts';
import { betweennessBound } from '../../src/metrics/paths/sampling.ts';
import { drawnSources } from '../../src/metrics/paths/sources.ts';
import { sweep } from '../../src/metrics/paths/sweep.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork, type Network } from '../../src/network/network.ts';
import { inputOf, preferentialAttachment, sectorBlocks, stakeholderMap } from '../bench/graphs.ts';
import { installBuiltKernels } from '../kernels.ts';
import { randomNetwork } from './random-network.ts';
import { finish, networkFrom } from './support.ts';

beforeAll(installBuiltKernels);
afterAll(removeKernels);

const UNWEIGHTED = { ignoreDirection: false, ignoreWeights: true };
const GRAPHS = [preferentialAttachment(240), sectorBlocks(240), stakeholderMap(240)].map(
  (graph) => [graph.name, compileNetwork(inputOf(graph), UNWEIGHTED)] as const,
);

function sampled(sources: number, seed: number): MeasureOptions {
  return { ...DEFAULT_MEASURE_OPTIONS, sources, seed };
}

function values(id: string, network: Network, options: MeasureOptions): Float64Array {
  const measure = measureById(id);
  if (measure?.level !== 'actor') throw new Error(`no measure ${id}`);
  return finish(measure.compute(network, options));
}

function networkValue(id: string, network: Network, options: MeasureOptions): number | null {
  const measure = measureById(id);
  if (measure?.level !== 'network') throw new Error(`no measure ${id}`);
  return finish(measure.compute(network, options));
}

describe('a sample of sources', () => {
  it('is drawn without replacement, the same for the same seed', () => {
    for (const seed of [1, 2, 3]) {
      const drawn = drawnSources(50, { sources: 20, seed });
      expect(new Set(drawn).size).toBe(20);
      expect(drawn).toEqual(drawnSources(50, { sources: 20, seed }));
    }
    expect(drawnSources(50, { sources: 20, seed: 1 })).not.toEqual(
      drawnSources(50, { sources: 20, seed: 2 }),
    );
  });

  it('of as many as there are, or of none, is exact: the same bits, no error', () => {
    const make = () => randomNetwork({ n: 70, tiesPerActor: 2, directed: true, seed: 9, weights: 'none' });
    const exact = finish(sweep(make()));
    for (const sources of [0, 70, 1_000]) {
      const other = finish(sweep(make(), { sources, seed: 5 }));
      expect(other).toEqual(exact);
      expect(other.betweennessError).toBeNull();
      expect(other.sampled).toBeNull();
    }
  });

  it('says so in the conventions, in both languages', () => {
    const network = networkFrom(['A > B', 'B > C', 'C > D', 'D > A', 'A > E']);
    for (const id of [
      'betweenness',
      'closeness',
      'harmonic',
      'eccentricity',
      'diameter',
      'edge-betweenness',
    ]) {
      const measure = measureById(id);
      const said = measure?.convention(settingOf(network, sampled(3, 1)));
      expect(said?.en, id).toContain('3 of 5 actors as sources');
      expect(said?.zh, id).toMatch(/5 个主体中随机抽取的 3 个/);
      expect(measure?.convention(settingOf(network, sampled(0, 1))).en, id).not.toContain('sources');
    }
  });
});

describe.each(GRAPHS)('estimates on %s', (_name, network) => {
  const { n } = network;
  const seeds = Array.from({ length: 12 }, (_, k) => k + 1);

  it('have intervals that hold the exact betweenness of at least nine actors of ten', () => {
    const exact = values('betweenness', network, DEFAULT_MEASURE_OPTIONS);
    const central = [...exact.keys()].sort((a, b) => exact[b]! - exact[a]!).slice(0, n / 10);
    let held = 0;
    let heldOfCentral = 0;
    for (const seed of seeds) {
      const options = sampled(n / 4, seed);
      const estimate = values('betweenness', network, options);
      const width = finish(betweenness.error?.(network, options) ?? none());
      const holds = (actor: number) => Math.abs(estimate[actor]! - exact[actor]!) <= width![actor]! + 1e-12;
      held += exact.filter((_, actor) => holds(actor)).length;
      heldOfCentral += central.filter(holds).length;
    }
    expect(held / (n * seeds.length)).toBeGreaterThan(0.9);
    expect(heldOfCentral / (central.length * seeds.length)).toBeGreaterThan(0.9);
  });

  it('are right on average: betweenness, closeness, harmonic closeness and the means over all pairs', () => {
    for (const id of ['betweenness', 'closeness', 'harmonic']) {
      const exact = values(id, network, DEFAULT_MEASURE_OPTIONS);
      const mean = new Float64Array(n);
      for (const seed of seeds)
        for (const [k, value] of values(id, network, sampled(n / 4, seed)).entries())
          mean[k]! += value / seeds.length;
      const total = (list: Float64Array): number => list.reduce((sum, value) => sum + value, 0);
      expect(total(mean) / total(exact), id).toBeCloseTo(1, 1);
    }
    for (const id of ['average-path-length', 'global-efficiency']) {
      const exact = networkValue(id, network, DEFAULT_MEASURE_OPTIONS)!;
      for (const seed of seeds)
        expect(networkValue(id, network, sampled(n / 4, seed))! / exact, id).toBeCloseTo(1, 1);
    }
  });

  it('never show a longer eccentricity or diameter than there is', () => {
    const exact = values('eccentricity', network, DEFAULT_MEASURE_OPTIONS);
    const options = sampled(n / 4, 1);
    for (const [k, value] of values('eccentricity', network, options).entries())
      if (!Number.isNaN(value)) expect(value).toBeLessThanOrEqual(exact[k]!);
    expect(networkValue('diameter', network, options)).toBeLessThanOrEqual(
      networkValue('diameter', network, DEFAULT_MEASURE_OPTIONS)!,
    );
  });

  it('stay within the bound for all actors at once', () => {
    const exact = values('betweenness', network, DEFAULT_MEASURE_OPTIONS);
    for (const sources of [16, 60]) {
      const estimate = values('betweenness', network, sampled(sources, 3));
      const worst = Math.max(...exact.map((value, k) => Math.abs(value - estimate[k]!)));
      expect(worst).toBeLessThan(betweennessBound(sources, n));
    }
  });
});

describe('the bound for all actors', () => {
  it('shrinks with the root of the number of sources, and is 0 for all of them', () => {
    expect(betweennessBound(257, 10_000)).toBeCloseTo(0.159, 3);
    expect(betweennessBound(1_025, 10_000)).toBeCloseTo(0.159 / 2, 3);
    expect(betweennessBound(10_000, 10_000)).toBe(0);
  });
});

function* none(): Generator<number, null, void> {
  yield 1;
  return null;
}
