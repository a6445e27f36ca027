import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { edgeBetweenness } from '../../src/metrics/centrality/edge-betweenness.ts';
import { kernelsInstalled, removeKernels } from '../../src/kernels/kernels.ts';
import { exactCost } from '../../src/metrics/paths/path-kernels.ts';
import { sweepFor } from '../../src/metrics/paths/path-options.ts';
import { stripCount, sweepStrips } from '../../src/metrics/paths/strips.ts';
import { ALL_SOURCES, joinStrips, rememberSweep, sweep, type Sweep } from '../../src/metrics/paths/sweep.ts';
import { measureById } from '../../src/metrics/registry.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { installBuiltKernels } from '../kernels.ts';
import { smallMaps } from './arbitrary.ts';
import { randomNetwork, ringsInARow } from './random-network.ts';
import { AS_IS, finish, graphOf, networkFrom } from './support.ts';

const RAW: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, normalised: false };
const ARRAYS = ['betweenness', 'farness', 'nearness', 'reach', 'eccentricity'] as const;

function expectSame(a: Sweep, b: Sweep): void {
  for (const name of [...ARRAYS, 'betweennessError'] as const) expect(a[name], name).toEqual(b[name]);
}

function actorValues(id: string, network: Network, options: MeasureOptions = RAW): (number | null)[] {
  const measure = measureById(id);
  if (measure?.level !== 'actor') throw new Error(`no measure ${id}`);
  return Array.from(finish(measure.compute(network, options)), (value) =>
    Number.isNaN(value) ? null : value,
  );
}

describe.each([
  ['compiled', installBuiltKernels],
  ['plain', removeKernels],
])('a sweep by %s kernels', (_name, prepare) => {
  beforeAll(prepare);
  afterAll(removeKernels);

  const networks = fc
    .record({
      n: fc.integer({ min: 0, max: 300 }),
      tiesPerActor: fc.constantFrom(0.7, 3),
      directed: fc.boolean(),
      seed: fc.nat(),
      weights: fc.constantFrom('none', 'whole', 'any'),
    })
    .map((shape) => () => randomNetwork(shape));

  it('is the same to the last bit when its strips are computed apart, in any order, and joined', () => {
    fc.assert(
      fc.property(networks, fc.nat(100), fc.nat(8), (make, sources, cut) => {
        const whole = make();
        const options = { sources, seed: 7 };
        const count = stripCount(whole.n);
        const middle = Math.min(cut, count);
        // as in workers: each has a network of its own
        const later = finish(sweepStrips(make(), options, middle, count));
        const earlier = finish(sweepStrips(make(), options, 0, middle));
        expectSame(joinStrips(whole, [...earlier, ...later], options), finish(sweep(whole, options)));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['hops', null],
    ['lengths', 1],
  ] as const)(
    'has no betweenness rather than a wrong one where paths by %s are beyond counting',
    (_by, length) => {
      const withLengths = (network: Network): Network => ({
        ...network,
        lengths: {
          values: length && new Float64Array(network.outgoing.columns.length).fill(length),
          unit: 1,
        },
      });
      const countable = finish(sweep(withLengths(ringsInARow(1_000))));
      const beyond = finish(sweep(withLengths(ringsInARow(1_040))));
      // All paths between those before and those behind a shared actor lead through it, and half of those between the
      // two others of each of its rings.
      const expected = (actor: number, n: number): number =>
        2 * actor * (n - 1 - actor) + (actor === 0 || actor === n - 1 ? 1 : 2);
      const offsOf = ({ betweenness }: Sweep): number[] =>
        [...betweenness]
          .map((value, actor) => (actor % 3 === 0 ? value - expected(actor, betweenness.length) : 0))
          .filter((off) => !Number.isNaN(off));
      expect(offsOf(countable)).toHaveLength(3_001);
      expect(offsOf(beyond).length).toBeLessThan(3_121);
      for (const off of [...offsOf(countable), ...offsOf(beyond)]) expect(off).toBeCloseTo(0, 4);
    },
  );

  it('is cancelled at any step without harm to the next', () => {
    const shape = { n: 200, tiesPerActor: 3, directed: true, seed: 3, weights: 'none' } as const;
    const expected = finish(sweep(randomNetwork(shape)));
    const work = sweep(randomNetwork(shape));
    work.next();
    const other = finish(sweep(randomNetwork(shape)));
    work.return(other);
    expectSame(other, expected);
    expectSame(finish(sweep(randomNetwork(shape))), expected);
  });
});

describe('strips', () => {
  it('depend on the number of actors alone, and are at most eight', () => {
    expect([0, 1, 64, 65, 512, 513, 100_000].map(stripCount)).toEqual([0, 1, 1, 2, 8, 8, 8]);
  });

  it('computed elsewhere are remembered: the measures take them without a step', () => {
    const network = randomNetwork({ n: 80, tiesPerActor: 2, directed: true, seed: 5, weights: 'none' });
    const mine = finish(
      sweep(randomNetwork({ n: 80, tiesPerActor: 2, directed: true, seed: 5, weights: 'none' })),
    );
    rememberSweep(network, ALL_SOURCES, mine);
    expect(sweepFor(network, DEFAULT_MEASURE_OPTIONS).next()).toEqual({ done: true, value: mine });
  });
});

describe('the cost of an exact sweep', () => {
  it('grows with actors and ties, and is less with compiled kernels', () => {
    const network = (n: number) =>
      randomNetwork({ n, tiesPerActor: 3, directed: false, seed: 1, weights: 'none' });
    expect(kernelsInstalled()).toBe(false);
    const plain = exactCost(network(1_000));
    expect(plain).toBeGreaterThan(exactCost(network(300)));
    installBuiltKernels();
    expect(exactCost(network(1_000))).toBeLessThan(plain);
    removeKernels();
  });
});

describe('closeness over those reached alone', () => {
  it('is one over the mean distance to them, and undefined for who reaches nobody', () => {
    const network = networkFrom(['A > B', 'B > C', 'D']);
    expect(actorValues('closeness', network, { ...RAW, closeness: 'reachable' })).toEqual([
      2 / 3,
      1,
      null,
      null,
    ]);
  });
});

describe('eccentricity', () => {
  it('is the distance to the furthest actor reached, inward or outward; none for who reaches nobody', () => {
    const network = networkFrom(['A > B', 'B > C', 'D']);
    expect(actorValues('eccentricity', network)).toEqual([2, 1, null, null]);
    expect(actorValues('eccentricity', network, { ...RAW, distances: 'incoming' })).toEqual([
      null,
      1,
      2,
      null,
    ]);
  });
});

describe('betweenness of ties', () => {
  const valuesOf = (network: Network, options = RAW): number[] => [
    ...finish(edgeBetweenness.compute(network, options)),
  ];

  it('of a chain is the number of pairs on either side, for each of parallel ties; none for self-loops', () => {
    const network = networkFrom(['A <> B', 'B <> C', 'C <> D', 'B <> C', 'D <> D'], { ignoreWeights: true });
    expect(valuesOf(network)).toEqual([3, 4, 3, 4, NaN]);
    expect(valuesOf(network, DEFAULT_MEASURE_OPTIONS)).toEqual([3 / 6, 4 / 6, 3 / 6, 4 / 6, NaN]);
  });

  it('of a mutual tie in a directed network adds both directions', () => {
    expect(valuesOf(networkFrom(['A > B', 'B <> C']))).toEqual([2, 3]);
  });

  it('sums up to the sum of all distances in steps: a path is as long as it has ties', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 12, ties: 30 }), fc.boolean(), (parts, ignoreDirection) => {
        const network = compileNetwork(networkInput(graphOf(parts.actors, parts.ties)), {
          ignoreDirection,
          ignoreWeights: true,
        });
        const { farness } = finish(sweep(network));
        const values = valuesOf(network);
        // each pair of ends once, in each direction that has ties
        const seen = new Map<string, number>();
        for (const [tie, value] of values.entries()) {
          if (Number.isNaN(value)) continue;
          const { source, target, mutual } = network.ties;
          const [a, b] = [source[tie], target[tie]];
          const bothWays = !network.directed || mutual[tie] === 1;
          if (network.directed && bothWays) return; // a mutual tie and a one-way tie of one pair share a direction
          seen.set(network.directed ? `${a} ${b}` : [a, b].sort().join(' '), value);
        }
        const total = [...seen.values()].reduce((sum, value) => sum + value, 0);
        const distances = farness.reduce((sum, value) => sum + value, 0) / (network.directed ? 1 : 2);
        expect(total).toBeCloseTo(distances, 9);
      }),
    );
  });

  it('is the same by hops and by buckets where every tie is one step', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 12, ties: 30 }), (parts) => {
        const network = compileNetwork(networkInput(graphOf(parts.actors, parts.ties)), {
          ...AS_IS,
          ignoreWeights: true,
        });
        const byLengths = {
          ...network,
          lengths: { values: new Float64Array(network.outgoing.columns.length).fill(1), unit: 1 },
        };
        const expected = valuesOf(network);
        for (const [k, value] of valuesOf(byLengths).entries()) {
          if (Number.isNaN(expected[k])) expect(value).toBeNaN();
          else expect(value).toBeCloseTo(expected[k] ?? 0, 9);
        }
      }),
    );
  });
});
