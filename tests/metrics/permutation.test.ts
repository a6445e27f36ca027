import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { eITest } from '../../src/metrics/sectors/e-i-index.ts';
import { eachDeal, permutationTest, quantile } from '../../src/metrics/permutation.ts';
import { sectorSummary } from '../../src/metrics/sector-summary.ts';
import type { PermutationTest } from '../../src/metrics/detail.ts';
import { actor, finish, tie } from './support.ts';
import { compiled, detailOf } from './sector-maps.ts';

function deals(labels: readonly number[], permutations: number, seed: number): number[][] {
  const all: number[][] = [];
  finish(eachDeal(Uint16Array.from(labels), { permutations, seed }, 1, (dealt) => all.push([...dealt])));
  return all;
}

describe('dealing labels anew', () => {
  it('keeps how often each label occurs, and the labels given', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { maxLength: 12 }), fc.nat(), (labels, seed) => {
        const given = Uint16Array.from(labels);
        finish(
          eachDeal(given, { permutations: 20, seed }, 1, (dealt) => {
            expect([...dealt].sort()).toEqual([...labels].sort());
          }),
        );
        expect([...given]).toEqual(labels);
      }),
    );
  });

  it('is the same with the same seed and another with another', () => {
    const labels = [0, 1, 2, 3, 4, 5, 6, 7];
    expect(deals(labels, 30, 5)).toEqual(deals(labels, 30, 5));
    expect(deals(labels, 30, 5)).not.toEqual(deals(labels, 30, 6));
  });

  it('gives every order about as often', () => {
    const counts = new Map<string, number>();
    for (const order of deals([0, 1, 2], 6000, 1))
      counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
    expect(counts.size).toBe(6);
    // four standard deviations
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(116);
  });

  it('yields in short steps', () => {
    const steps = [
      ...eachDeal(new Uint16Array(1000), { permutations: 999, seed: 1 }, 100_000, () => undefined),
    ];
    expect(steps.length).toBeGreaterThan(400);
    expect(steps.at(-1)).toBeLessThanOrEqual(1);
  });
});

describe('a permutation test', () => {
  it('compares what was observed with the permuted values', () => {
    const test = permutationTest(5, Float64Array.of(3, 1, 2, 4, 0), 7);
    expect(test).toEqual({
      observed: 5,
      mean: 2,
      deviation: Math.sqrt(2.5),
      z: 3 / Math.sqrt(2.5),
      p: 1 / 6,
      low: 0.2,
      high: 3.8,
      permutations: 5,
      seed: 7,
    });
  });

  it('is two-sided: values as far below the mean as the observed is above count', () => {
    const values = Float64Array.of(0, 4, 2, 2, 2);
    expect(permutationTest(4, values, 1)?.p).toBe(3 / 6);
    expect(permutationTest(0, values, 1)?.p).toBe(3 / 6);
    expect(permutationTest(2, values, 1)?.p).toBe(1);
  });

  it('has no z where all permuted values are equal, and takes rounding for equality', () => {
    expect(permutationTest(3, Float64Array.of(3, 3, 3), 1)).toMatchObject({ z: null, p: 1, deviation: 0 });
    expect(permutationTest(0.1 + 0.2, Float64Array.of(0.3, 0.3), 1)?.p).toBe(1);
  });

  it('leaves undefined values out, and is none where nothing was observed', () => {
    expect(permutationTest(1, Float64Array.of(NaN, 0, 2), 1)).toMatchObject({ mean: 1, permutations: 2 });
    expect(permutationTest(NaN, Float64Array.of(1), 1)).toBeNull();
    expect(permutationTest(1, Float64Array.of(NaN), 1)).toBeNull();
  });

  it('of labels that have nothing to do with ties finds p below 0.1 in about a tenth of networks', () => {
    const p = Array.from({ length: 200 }, (_, k) => ofChance(1000 + k)?.p ?? NaN);
    for (const share of [0.1, 0.5, 0.9]) {
      const below = p.filter((value) => value <= share).length / p.length;
      // four standard deviations of a share of 200, and the lumps of a discrete statistic
      expect(Math.abs(below - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 200) + 0.03);
    }
  });

  it('of labels that follow the ties finds them', () => {
    const actors = Array.from({ length: 20 }, (_, k) =>
      actor(`a${k}`, { sector: k < 10 ? 'enterprise' : 'university' }),
    );
    const ties = actors.flatMap((_, k) => [
      tie(`t${k}a`, `a${k}`, `a${k < 10 ? (k + 1) % 10 : 10 + ((k - 9) % 10)}`),
      tie(`t${k}b`, `a${k}`, `a${k < 10 ? (k + 3) % 10 : 10 + ((k - 7) % 10)}`),
    ]);
    const network = compiled({ actors, ties });
    expect(ofNetwork(network)).toMatchObject({ observed: -1, p: 1 / 1000 });
    expect(ofNetwork(network)?.z).toBeLessThan(-4);
    expect(ofNetwork(network)).toEqual(
      ofNetwork(compiled({ actors: [...actors].reverse(), ties: [...ties].reverse() })),
    );
  });
});

function ofNetwork(network: ReturnType<typeof compiled>, permutations = 999): PermutationTest | null {
  const detail = detailOf(eITest, network, { permutations });
  return detail?.kind === 'tests' ? (detail.rows[0]?.test ?? null) : null;
}

/** A network of 40 actors whose sectors and ties are drawn by chance. */
function ofChance(seed: number): PermutationTest | null {
  const random = seededRandom(seed);
  const actors = Array.from({ length: 40 }, (_, k) =>
    actor(`a${k}`, { sector: ['enterprise', 'university', 'government'][Math.floor(random() * 3)] ?? '' }),
  );
  const pick = (): string => `a${Math.floor(random() * 40)}`;
  const ties = Array.from({ length: 120 }, (_, k) => tie(`t${k}`, pick(), pick()));
  return ofNetwork(compiled({ actors, ties }), 199);
}

describe('quantiles', () => {
  it('lie between the two nearest values, as type 7', () => {
    expect(quantile(Float64Array.of(1, 2, 3, 4), 0.25)).toBe(1.75);
    expect(quantile(Float64Array.of(1, 2, 3, 4), 0.5)).toBe(2.5);
    expect(quantile(Float64Array.of(7), 0.95)).toBe(7);
    expect(quantile(Float64Array.of(), 0.5)).toBeNaN();
  });
});

describe('the summary of a sector', () => {
  it('has mean, deviation and quartiles of the actors with a value, and counts those without', () => {
    const values = Float64Array.of(4, 1, NaN, 3, 2, 9);
    const [first, second, third] = sectorSummary(values, Uint16Array.of(0, 0, 0, 0, 0, 1), 3);
    expect(first).toEqual({
      count: 4,
      missing: 1,
      mean: 2.5,
      deviation: Math.sqrt(5 / 3),
      least: 1,
      lowerQuartile: 1.75,
      median: 2.5,
      upperQuartile: 3.25,
      most: 4,
    });
    expect(second).toMatchObject({ count: 1, missing: 0, mean: 9, deviation: NaN, median: 9 });
    expect(third).toMatchObject({ count: 0, missing: 0, mean: NaN, deviation: NaN, least: NaN, median: NaN });
  });

  it('is within the values, whatever their order', () => {
    const lists = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lists, (list) => {
        const of = (values: readonly number[]) =>
          sectorSummary(Float64Array.from(values), new Uint16Array(values.length), 1)[0];
        const summary = of(list);
        if (!summary) throw new Error('no summary');
        const { least, lowerQuartile, median, upperQuartile, most } = summary;
        const ordered = [least, lowerQuartile, median, upperQuartile, most];
        expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
        expect(summary.mean).toBeGreaterThanOrEqual(least - 1e-6);
        expect(summary.mean).toBeLessThanOrEqual(most + 1e-6);
        expect(of([...list].reverse())).toEqual(summary);
      }),
    );
  });
});
