import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attackCurve, robustness } from '../../src/metrics/resilience/robustness.ts';
import { sweepFor } from '../../src/metrics/paths/path-options.ts';
import { weakComponents } from '../../src/metrics/structure/components.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { readExpected, readNetwork } from '../corpus/oracle-networks.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { finish, graphOf, networkFrom } from './support.ts';

const FIXTURES = resolve('tests/fixtures/oracles');
const SHARED = resolve('../shared/oracles');

function curveOf(network: Network, options: Partial<MeasureOptions> = {}) {
  const found = finish(attackCurve.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
  if (found?.kind !== 'curve') throw new Error('no curve');
  return found;
}

function robustnessOf(network: Network, attack: MeasureOptions['attack'] = 'degree'): number | null {
  return finish(robustness.compute(network, { ...DEFAULT_MEASURE_OPTIONS, attack }));
}

const HOPS = { ignoreDirection: true, ignoreWeights: true };

/** The curve by its definition: the map is cut and compiled anew for each removal. */
function byDefinition(
  parts: Parts,
  next: (left: Network, atStart: ReadonlyMap<string, number>) => string,
): { curve: number[]; order: string[] } {
  const compile = (actors: Parts['actors']): Network =>
    compileNetwork(networkInput(graphOf(actors, parts.ties)), HOPS);
  const whole = compile(parts.actors);
  const atStart = new Map(whole.actorIds.map((id, k) => [id, degreeOf(whole, k)]));
  const curve: number[] = [];
  const order: string[] = [];
  let actors = [...parts.actors];
  for (;;) {
    const left = compile(actors);
    curve.push(Math.max(0, ...weakComponents(left).sizes) / parts.actors.length);
    if (actors.length === 0) return { curve, order };
    const id = next(left, atStart);
    order.push(id);
    actors = actors.filter((one) => one.id !== id);
  }
}

function degreeOf({ either }: Network, actor: number): number {
  return (either.offsets[actor + 1] ?? 0) - (either.offsets[actor] ?? 0);
}

/** The first id with the largest value. */
function first(network: Network, value: (actor: number) => number): string {
  const values = network.actorIds.map((_, k) => value(k));
  const largest = Math.max(...values);
  return network.actorIds[values.findIndex((one) => one >= largest * (1 - 1e-9))] ?? '';
}

const CHOICES = {
  degree: (left: Network) => first(left, (k) => degreeOf(left, k)),
  'static-degree': (left: Network, atStart: ReadonlyMap<string, number>) =>
    first(left, (k) => atStart.get(left.actorIds[k] ?? '') ?? 0),
  betweenness: (left: Network) => {
    const { betweenness } = finish(sweepFor(left, DEFAULT_MEASURE_OPTIONS));
    return first(left, (k) => betweenness[k] ?? 0);
  },
};

describe('the attack curve', () => {
  it.each(Object.entries(CHOICES))('by %s is what cutting the map step by step gives', (attack, choice) => {
    fc.assert(
      fc.property(smallMaps({ actors: 9, ties: 20 }), (parts) => {
        fc.pre(parts.actors.length > 0);
        const network = compileNetwork(networkInput(graphOf(parts.actors, parts.ties)), HOPS);
        const { curve, order } = byDefinition(parts, choice);
        const [series] = curveOf(network, { attack: attack as keyof typeof CHOICES }).series;
        expect([...(series?.values ?? [])]).toEqual(curve);
        expect(Array.from(series?.actors ?? [], (k) => network.actorIds[k])).toEqual(order);
        const sum = curve.slice(1).reduce((total, share) => total + share, 0);
        expect(robustnessOf(network, attack as keyof typeof CHOICES)).toBeCloseTo(sum / network.n, 12);
      }),
      { numRuns: 40 },
    );
  });

  it('is the same whether ties have directions and weights or not', () => {
    fc.assert(
      fc.property(
        smallMaps({ actors: 8, ties: 16 }),
        fc.constantFrom('degree', 'betweenness', 'random'),
        (parts, attack) => {
          const input = networkInput(graphOf(parts.actors, parts.ties));
          const asIs = compileNetwork(input, { ignoreDirection: false, ignoreWeights: false });
          expect(robustnessOf(asIs, attack)).toBe(robustnessOf(compileNetwork(input, HOPS), attack));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('compares with leaving by chance, drawn from the seed', () => {
    const lines = Array.from({ length: 40 }, (_, k) => `a${k} <> a${Math.floor(k / 3)}`).slice(1);
    const { series, facts } = curveOf(networkFrom(lines));
    expect(series.map(({ id }) => id)).toEqual(['degree', 'random']);
    expect(series[1]?.actors).toBeUndefined();
    const chance = facts.find(({ id }) => id === 'random-robustness')?.value ?? 0;
    expect(chance).toBe(robustnessOf(networkFrom(lines), 'random'));
    expect(chance).toBeGreaterThan(robustnessOf(networkFrom(lines)) ?? 1);
    expect(curveOf(networkFrom(lines), { seed: 2 }).series[1]?.values).not.toEqual(series[1]?.values);
    expect(curveOf(networkFrom(lines), { seed: 2 }).series[0]?.values).toEqual(series[0]?.values);
    expect(curveOf(networkFrom(lines), { attack: 'random' }).series).toHaveLength(1);
  });
});

describe('robustness', () => {
  const complete = (n: number): string[] =>
    Array.from({ length: n }, (_, a) => Array.from({ length: a }, (__, b) => `a${a} <> a${b}`)).flat();

  it('is largest where all are tied, (n - 1)/2n, and smallest in a star, (n - 1)/n²', () => {
    for (const n of [2, 5, 12]) {
      for (const attack of ['degree', 'static-degree', 'betweenness', 'random'] as const)
        expect(robustnessOf(networkFrom(complete(n)), attack)).toBeCloseTo((n - 1) / (2 * n), 12);
      const star = Array.from({ length: n - 1 }, (_, k) => `hub <> p${k}`);
      expect(robustnessOf(networkFrom(star))).toBeCloseTo((n - 1) / n ** 2, 12);
    }
  });

  it('of the karate club is 0.135813', () => {
    const network = compileNetwork(readNetwork(FIXTURES, 'karate').input, HOPS);
    expect(robustnessOf(network)).toBeCloseTo(0.135813, 6);
  });

  it('is undefined without actors', () => {
    expect(robustnessOf(networkFrom([]))).toBeNull();
  });

  it('by betweenness hands back control at least once for each removal', () => {
    const lines = Array.from({ length: 60 }, (_, k) => `a${k} <> a${(k * 7 + 1) % 60}`);
    const work = robustness.compute(networkFrom(lines), {
      ...DEFAULT_MEASURE_OPTIONS,
      attack: 'betweenness',
    });
    let steps = 0;
    while (!work.next().done) steps++;
    expect(steps).toBeGreaterThan(60);
  });
});

const present = existsSync(SHARED);
describe.skipIf(!present)(
  present ? 'attack references' : 'attack references (skipped: ../shared/oracles is not there)',
  () => {
    it.each(['florentine', 'karate_w', 'planted', 'edgecases', 'sc_d12', 'barbell33', 'rand_dw200'])(
      '%s: every curve and R equal the reference',
      (name) => {
        const network = compileNetwork(readNetwork(SHARED, name).input, HOPS);
        const { records } = readExpected(SHARED, `${name}.own.json`);
        for (const [record, attack] of [
          ['attack_degree_recalc', 'degree'],
          ['attack_degree_static', 'static-degree'],
          ['attack_betweenness_recalc', 'betweenness'],
        ] as const) {
          const expected = records.find(({ m }) => m === record)?.v as
            { readonly R: number; readonly curve: readonly number[] } | undefined;
          if (!expected) continue;
          expect(robustnessOf(network, attack)).toBeCloseTo(expected.R, 9);
          const values = curveOf(network, { attack }).series[0]?.values ?? [];
          expect(values).toHaveLength(expected.curve.length);
          for (const [k, share] of expected.curve.entries()) expect(values[k]).toBeCloseTo(share, 9);
        }
      },
    );
  },
);
