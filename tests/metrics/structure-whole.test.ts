import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import type { DetailMeasure, NetworkMeasure } from '../../src/metrics/measure.ts';
import { dyadCensus, triadCensus } from '../../src/metrics/structure/census.ts';
import {
  betweennessCentralisation,
  degreeCentralisation,
  inDegreeCentralisation,
  outDegreeCentralisation,
} from '../../src/metrics/structure/centralisation.ts';
import { hubDependence, topShare } from '../../src/metrics/structure/hub-dependence.ts';
import { Rewiring } from '../../src/metrics/structure/rewiring.ts';
import { smallWorld } from '../../src/metrics/structure/small-world.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { rowSizes } from '../../src/network/csr.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { readExpected, readNetwork } from '../corpus/oracle-networks.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { AS_IS, finish, graphOf, networkFrom } from './support.ts';

const FIXTURES = resolve('tests/fixtures/oracles');

function compiled(parts: Parts): Network {
  return compileNetwork(networkInput(graphOf(parts.actors, parts.ties)), AS_IS);
}

function value(
  measure: NetworkMeasure,
  network: Network,
  options: Partial<MeasureOptions> = {},
): number | null {
  return finish(measure.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
}

function countsOf(measure: DetailMeasure, network: Network): Map<string, number> {
  const found = finish(measure.compute(network, DEFAULT_MEASURE_OPTIONS));
  return new Map(found?.kind === 'census' ? found.rows.map((row) => [row.id, row.value]) : []);
}

const STAR = ['hub <> a', 'hub <> b', 'hub <> c', 'hub <> d'];
const CYCLE = ['a <> b', 'b <> c', 'c <> d', 'd <> e', 'e <> a'];

describe('centralisation', () => {
  it('is 1 in a star and 0 where all are alike', () => {
    for (const measure of [degreeCentralisation, betweennessCentralisation]) {
      expect(value(measure, networkFrom(STAR))).toBeCloseTo(1, 12);
      expect(value(measure, networkFrom(CYCLE))).toBeCloseTo(0, 12);
    }
    const outward = networkFrom(STAR.map((line) => line.replace('<>', '>')));
    expect(value(outDegreeCentralisation, outward)).toBeCloseTo(1, 12);
    expect(value(inDegreeCentralisation, outward)).toBeCloseTo(1 / 16, 12);
  });

  it('of the karate club is 0.399621 by degree, without room for self-loops, and 0.405557 by betweenness', () => {
    const network = compileNetwork(readNetwork(FIXTURES, 'karate').input, { ...AS_IS, ignoreWeights: true });
    expect(value(degreeCentralisation, network)).toBeCloseTo(0.399621212121, 9);
    expect(value(betweennessCentralisation, network)).toBeCloseTo(0.40555719533, 9);
  });

  it('is undefined below three actors, and by direction where there is none', () => {
    for (const measure of [degreeCentralisation, inDegreeCentralisation, betweennessCentralisation])
      expect(value(measure, networkFrom(['A > B']))).toBeNull();
    expect(value(inDegreeCentralisation, networkFrom(STAR))).toBeNull();
    expect(value(outDegreeCentralisation, networkFrom(STAR))).toBeNull();
  });
});

describe('hub dependence', () => {
  it('is the sum of squared shares of strength, both directions added', () => {
    const network = networkFrom(['A > B : 3', 'A > B : 1', 'C <> A : 2']);
    // Strengths 4 + 4, 4 and 4: a half and two quarters.
    expect(value(hubDependence, network)).toBeCloseTo(0.375, 12);
    expect(value(topShare, network)).toBeCloseTo(0.5, 12);
    expect(value(hubDependence, networkFrom(CYCLE))).toBeCloseTo(0.2, 12);
    expect(value(topShare, networkFrom(['A', 'B']))).toBeNull();
  });
});

describe('censuses', () => {
  it.each(['planted', 'edgecases', 'sc_d12', 'rand_dw200'])('of %s equal networkx and igraph', (name) => {
    const network = compileNetwork(readNetwork(FIXTURES, name).input, AS_IS);
    const { records } = readExpected(FIXTURES, `${name}.python.json`);
    const triads = records.find(({ m }) => m === 'triad_census')?.v as Readonly<Record<string, number>>;
    expect(Object.fromEntries(countsOf(triadCensus, network))).toEqual(triads);
    expect([...countsOf(dyadCensus, network).values()]).toEqual(
      records.find(({ m }) => m === 'dyad_census')?.v,
    );
  });

  it('add up to all pairs and triads, and both count the same mutual and one-way ties', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 9, ties: 24 }), (parts) => {
        const network = compiled(parts);
        const { n } = network;
        fc.pre(n > 2);
        const pairs = countsOf(dyadCensus, network);
        const triads = countsOf(triadCensus, network);
        const sum = (counts: Iterable<number>): number =>
          [...counts].reduce((total, count) => total + count, 0);
        expect(sum(pairs.values())).toBe((n * (n - 1)) / 2);
        expect(sum(triads.values())).toBe((n * (n - 1) * (n - 2)) / 6);
        // Every pair is in n - 2 triads.
        const inTriads = (digit: number): number =>
          sum([...triads].map(([type, count]) => Number(type[digit]) * count)) / (n - 2);
        expect(inTriads(0)).toBe(pairs.get('mutual'));
        expect(inTriads(1)).toBe(pairs.get('asymmetric'));
        expect(inTriads(2)).toBe(pairs.get('null'));
      }),
    );
  });

  it.each([
    ['021D', ['A > B', 'A > C']],
    ['021U', ['B > A', 'C > A']],
    ['021C', ['A > B', 'B > C']],
    ['111D', ['A <> B', 'C > A']],
    ['111U', ['A <> B', 'A > C']],
    ['030T', ['A > B', 'B > C', 'A > C']],
    ['030C', ['A > B', 'B > C', 'C > A']],
    ['120D', ['A > B', 'A > C', 'B <> C']],
    ['120U', ['B > A', 'C > A', 'B <> C']],
    ['120C', ['A > B', 'B > C', 'A <> C']],
    ['210', ['A <> B', 'B <> C', 'A > C']],
    ['300', ['A <> B', 'B <> C', 'A <> C', 'A > B']],
  ])('know type %s, whoever is who', (type, lines) => {
    for (const names of ['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA']) {
      const renamed = lines.map((line) => line.replace(/[ABC]/g, (id) => names['ABC'.indexOf(id)] ?? ''));
      expect(countsOf(triadCensus, networkFrom(renamed)).get(type)).toBe(1);
    }
  });
});

describe('the small-world ratio', () => {
  it('of the karate club is 1.767507 against the formula for chance', () => {
    const network = compileNetwork(readNetwork(FIXTURES, 'karate').input, AS_IS);
    expect(value(smallWorld, network)).toBeCloseTo(1.76750705986, 9);
  });

  it('looks at the largest component alone', () => {
    const lines = ['a <> b', 'b <> c', 'c <> a', 'c <> d', 'd <> e', 'e <> f', 'f <> d'];
    const alone = value(smallWorld, networkFrom(lines));
    expect(alone).toBeGreaterThan(0);
    expect(value(smallWorld, networkFrom([...lines, 'x > y : 3', 'z']))).toBe(alone);
    expect(value(smallWorld, networkFrom(['a > b']))).toBeNull();
  });

  it('is about 1 where the network is itself a product of chance, against rewirings', () => {
    const random = seededRandom(5);
    const lines = Array.from(
      { length: 320 },
      () => `a${Math.floor(random() * 80)} <> a${Math.floor(random() * 80)}`,
    );
    const found = value(smallWorld, networkFrom(lines), { smallWorld: 'rewired' }) ?? 0;
    expect(found).toBeGreaterThan(0.7);
    expect(found).toBeLessThan(1.4);
    expect(value(smallWorld, networkFrom(lines), { smallWorld: 'rewired' })).toBe(found);
  });

  it('rewiring keeps every degree and makes neither loops nor double ties', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 12, ties: 40 }), fc.integer(), (parts, seed) => {
        const { either } = compiled(parts);
        const rewiring = new Rewiring(either);
        const random = seededRandom(seed);
        for (let k = 0; k < 3; k++) {
          const next = finish(rewiring.next(random));
          expect(rowSizes(next)).toEqual(rowSizes(either));
          expect(next.weights.every((weight) => weight === 1)).toBe(true);
          for (let actor = 0; actor + 1 < next.offsets.length; actor++)
            expect(next.columns.subarray(next.offsets[actor], next.offsets[actor + 1])).not.toContain(actor);
        }
      }),
    );
  });
});
