import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../src/base/random.ts';
import { borgattiEverettCore } from '../../src/metrics/groups/borgatti-everett-core.ts';
import { communities, communityCount, modularity } from '../../src/metrics/groups/communities.ts';
import { CommunitySearch } from '../../src/metrics/groups/community-search.ts';
import { coreMembership, corePeriphery, coreSize } from '../../src/metrics/groups/core-periphery.ts';
import { groupGraphOf } from '../../src/metrics/groups/group-graph.ts';
import { agreementOf, certaintyOf, groupsBySize, modularityOf } from '../../src/metrics/groups/partition.ts';
import { Refinement } from '../../src/metrics/groups/refinement.ts';
import { sectorModularity } from '../../src/metrics/groups/sector-modularity.ts';
import type { DetailMeasure } from '../../src/metrics/measure.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from '../../src/model/measure-options.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { readExpected, readNetwork } from '../corpus/oracle-networks.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { actor, AS_IS, finish, graphOf, networkFrom, tie } from './support.ts';

const FIXTURES = resolve('tests/fixtures/oracles');
const NETWORKS = [
  'karate',
  'karate_w',
  'florentine',
  'planted',
  'edgecases',
  'sc_d12',
  'rand_dw200',
  'cycle6',
];

function compiled(parts: Parts, options = AS_IS): Network {
  return compileNetwork(networkInput(graphOf(parts.actors, parts.ties)), options);
}

function fixture(name: string, ignoreWeights: boolean): Network {
  return compileNetwork(readNetwork(FIXTURES, name).input, { ignoreDirection: false, ignoreWeights });
}

function reference(name: string, record: string): number | undefined {
  const found = readExpected(FIXTURES, `${name}.python.json`).records.find(({ m }) => m === record)?.v;
  return typeof found === 'number' ? found : undefined;
}

function partitionOf(measure: DetailMeasure, network: Network, options: Partial<MeasureOptions> = {}) {
  const found = finish(measure.compute(network, { ...DEFAULT_MEASURE_OPTIONS, ...options }));
  if (found?.kind !== 'partition') throw new Error('no partition');
  return found;
}

/** `blocks` groups of `size` actors each, tied at random within more than between. */
function blocks(count: number, size: number, seed: number, within = 0.7): Network {
  const random = seededRandom(seed);
  const n = count * size;
  const id = (k: number): string => `a${String(k).padStart(5, '0')}`;
  return compiled({
    actors: Array.from({ length: n }, (_, k) => actor(id(k))),
    ties: Array.from({ length: n * 4 }, (_, k) => {
      const source = Math.floor(random() * n);
      const near = Math.floor(source / size) * size + Math.floor(random() * size);
      const target = random() < within ? near : Math.floor(random() * n);
      return tie(`t${String(k).padStart(6, '0')}`, id(source), id(target), { weight: 1 + (k % 3) });
    }),
  });
}

/** All ways to part n things, as labels. */
function* partitions(n: number, labels: number[] = []): Generator<readonly number[]> {
  if (labels.length === n) {
    yield labels;
    return;
  }
  const next = Math.max(-1, ...labels) + 1;
  for (let label = 0; label <= next; label++) yield* partitions(n, [...labels, label]);
}

/** Whether all actors of each group are joined by ties within it. */
function allConnected({ n, either }: Network, of: ArrayLike<number>): boolean {
  const seen = new Set<number>();
  const started = new Set<number>();
  for (let start = 0; start < n; start++) {
    if (seen.has(start) || (of[start] ?? -1) < 0) continue;
    if (started.has(of[start] ?? -1)) return false;
    started.add(of[start] ?? -1);
    const open = [start];
    seen.add(start);
    for (let from = open.pop(); from !== undefined; from = open.pop())
      for (const partner of either.columns.subarray(either.offsets[from], either.offsets[from + 1]))
        if (!seen.has(partner) && of[partner] === of[start]) {
          seen.add(partner);
          open.push(partner);
        }
  }
  return true;
}

describe('modularity', () => {
  it('is the sum of its definition over all pairs, directed or not, at any resolution', () => {
    fc.assert(
      fc.property(
        smallMaps({ actors: 8, ties: 24 }),
        fc.boolean(),
        fc.constantFrom(0.5, 1, 2),
        fc.array(fc.nat(2), { minLength: 8, maxLength: 8 }),
        (parts, ignoreWeights, resolution, of) => {
          const { n, outgoing, incoming, weighted } = compiled(parts, { ...AS_IS, ignoreWeights });
          const w = Array.from({ length: n }, () => new Array<number>(n).fill(0));
          for (let i = 0; i < n; i++)
            for (let e = outgoing.offsets[i] ?? 0; e < (outgoing.offsets[i + 1] ?? 0); e++)
              (w[i] ?? [])[outgoing.columns[e] ?? 0] = weighted ? (outgoing.weights[e] ?? 0) : 1;
          const given = w.map((line) => line.reduce((sum, value) => sum + value, 0));
          const received = w.map((_, j) => w.reduce((sum, line) => sum + (line[j] ?? 0), 0));
          const total = given.reduce((sum, value) => sum + value, 0);
          let expected = 0;
          for (let i = 0; i < n; i++)
            for (let j = 0; j < n; j++)
              if (of[i] === of[j])
                expected +=
                  ((w[i]?.[j] ?? 0) - (resolution * (given[i] ?? 0) * (received[j] ?? 0)) / total) / total;
          const found = modularityOf(outgoing, incoming, of, { weighted, resolution });
          if (total === 0) expect(found).toBeNull();
          else expect(found).toBeCloseTo(expected, 10);
        },
      ),
    );
  });

  it.each(NETWORKS)('of the sectors of %s equals networkx and igraph', (name) => {
    for (const [record, ignoreWeights] of [
      ['modularity_sector', true],
      ['modularity_sector_weighted', false],
    ] as const) {
      const expected = reference(name, record);
      if (expected === undefined) continue;
      const found = finish(sectorModularity.compute(fixture(name, ignoreWeights), DEFAULT_MEASURE_OPTIONS));
      expect(found).toBeCloseTo(expected, 9);
    }
  });
});

describe('communities', () => {
  it.each(NETWORKS)(
    'of %s have at least the modularity that igraph finds, the optimum where it is known',
    (name) => {
      for (const [suffix, ignoreWeights] of [
        ['', true],
        ['_weighted', false],
      ] as const) {
        const found =
          finish(modularity.compute(fixture(name, ignoreWeights), DEFAULT_MEASURE_OPTIONS)) ?? NaN;
        for (const method of ['leiden', 'louvain']) {
          const least = reference(name, `modularity_best_${method}${suffix}`);
          if (least !== undefined) expect(found).toBeGreaterThanOrEqual(least - 1e-9);
        }
        const optimum = ignoreWeights ? reference(name, 'modularity_optimal') : undefined;
        if (optimum !== undefined) expect(found).toBeCloseTo(optimum, 9);
      }
    },
  );

  it('reach the known optima: karate club 0.419790, Florentine families 0.39875', () => {
    expect(finish(modularity.compute(fixture('karate', true), DEFAULT_MEASURE_OPTIONS))).toBeCloseTo(
      0.41979,
      6,
    );
    expect(finish(modularity.compute(fixture('florentine', true), DEFAULT_MEASURE_OPTIONS))).toBeCloseTo(
      0.39875,
      6,
    );
  });

  it('by Louvain come within 0.02 of the best that igraph finds', () => {
    for (const name of NETWORKS) {
      const options: MeasureOptions = { ...DEFAULT_MEASURE_OPTIONS, communities: 'louvain' };
      const found = finish(modularity.compute(fixture(name, true), options)) ?? NaN;
      expect(found).toBeGreaterThanOrEqual((reference(name, 'modularity_best_louvain') ?? NaN) - 0.02);
    }
  });

  it('are the best of all partitions of small maps', () => {
    fc.assert(
      fc.property(
        smallMaps({ actors: 7, ties: 16 }),
        fc.constantFrom(0.5, 1, 2),
        fc.boolean(),
        (parts, resolution, ignoreWeights) => {
          const network = compiled(parts, { ...AS_IS, ignoreWeights });
          const { either, weighted, n } = network;
          const found = finish(modularity.compute(network, { ...DEFAULT_MEASURE_OPTIONS, resolution }));
          if (found === null) return;
          let best = -Infinity;
          for (const of of partitions(n))
            best = Math.max(best, modularityOf(either, either, of, { weighted, resolution }) ?? 0);
          expect(found).toBeCloseTo(best, 9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('by Leiden are connected in every run, with and without weights, at any resolution', () => {
    for (const [seed, resolution] of [0.3, 1, 4].entries())
      for (const network of [blocks(12, 20, seed), { ...blocks(12, 20, seed), weighted: false }]) {
        const search = new CommunitySearch(groupGraphOf(network), { method: 'leiden', resolution });
        for (let run = 0; run < 10; run++) expect(allConnected(network, finish(search.run(run)))).toBe(true);
      }
  });

  it('are refined into parts that are connected and within one community, whatever they were before', () => {
    fc.assert(
      fc.property(
        smallMaps({ actors: 30, ties: 45 }),
        fc.array(fc.nat(1), { minLength: 30, maxLength: 30 }),
        fc.integer(),
        (parts, labels, seed) => {
          const network = compiled(parts);
          const { n } = network;
          fc.pre(network.either.columns.length > 0);
          const graph = groupGraphOf(network);
          // Labels of nodes are below their number.
          const community = Int32Array.from({ length: n }, (_, k) => Math.min(n - 1, labels[k] ?? 0));
          const refinement = new Refinement(n);
          refinement.start(graph, community, seededRandom(seed));
          refinement.measure(graph, community, 0, n);
          refinement.merge(graph, community, 0.5, 0, n);
          const { part } = refinement;
          expect(allConnected(network, part)).toBe(true);
          for (let k = 0; k < n; k++) expect(community[part[k] ?? -1]).toBe(community[k]);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('find blocks that are plain to see, and are surer of them than of groups of chance', () => {
    const meanCertainty = (found: ReturnType<typeof partitionOf>): number =>
      found.facts.find(({ id }) => id === 'certainty')?.value ?? NaN;
    const found = partitionOf(communities, blocks(5, 24, 3, 0.85));
    expect(found.sizes).toHaveLength(5);
    const planted = Int32Array.from(found.of, (_, k) => Math.floor(k / 24));
    expect(agreementOf(found.of, planted).adjustedRandIndex).toBeGreaterThan(0.95);
    expect(meanCertainty(found)).toBeGreaterThan(0.9);
    expect(meanCertainty(partitionOf(communities, blocks(5, 24, 3, 0)))).toBeLessThan(0.7);
  });

  it('come out the same to the bit from the same seed, and a run does not depend on those before it', () => {
    const options = { ...DEFAULT_MEASURE_OPTIONS, runs: 5 };
    expect(partitionOf(communities, blocks(9, 15, 1), options)).toEqual(
      partitionOf(communities, blocks(9, 15, 1), options),
    );
    const graph = groupGraphOf(blocks(9, 15, 1));
    const one = new CommunitySearch(graph, { method: 'leiden', resolution: 1 });
    const other = new CommunitySearch(graph, { method: 'leiden', resolution: 1 });
    finish(one.run(1));
    expect(finish(one.run(2))).toEqual(finish(other.run(2)));
  });

  it('are numbered by size; actors without ties are in none and change nothing', () => {
    const lines = ['A <> B', 'B <> C', 'C <> A', 'D <> E'];
    const found = partitionOf(communities, networkFrom(['X', ...lines, 'F']));
    expect(found.sizes).toEqual([3, 2]);
    expect([...found.of]).toEqual([0, 0, 0, 1, 1, -1, -1]);
    expect(found.certainty).toEqual(Float64Array.from([1, 1, 1, 1, 1, NaN, NaN]));
    expect(found.facts.find(({ id }) => id === 'groups')?.value).toBe(2);
    for (const measure of [modularity, communityCount])
      expect(finish(measure.compute(networkFrom(['X', ...lines, 'F']), DEFAULT_MEASURE_OPTIONS))).toBe(
        finish(measure.compute(networkFrom(lines), DEFAULT_MEASURE_OPTIONS)),
      );
    expect(finish(communities.compute(networkFrom(['A', 'B']), DEFAULT_MEASURE_OPTIONS))).toBeNull();
  });

  it('hand back control often, so that they can be cancelled', () => {
    const network = blocks(100, 50, 2);
    let steps = 0;
    let last = 0;
    const work = communities.compute(network, { ...DEFAULT_MEASURE_OPTIONS, runs: 2 });
    for (let step = work.next(); !step.done; step = work.next()) {
      steps++;
      expect(step.value).toBeGreaterThanOrEqual(last);
      expect(step.value).toBeLessThanOrEqual(1);
      last = step.value;
    }
    expect(steps).toBeGreaterThan(20);
  });
});

describe('agreement of partitions', () => {
  it('has the values of the literature', () => {
    const found = agreementOf(Int32Array.from([0, 0, 1, 1]), [0, 0, 1, 2]);
    expect(found.normalisedMutualInformation).toBeCloseTo(0.8, 12);
    expect(found.adjustedRandIndex).toBeCloseTo(4 / 7, 12);
  });

  it('is 1 for the same partition under other labels, about 0 by chance, and undefined where nothing is told apart', () => {
    const of = Int32Array.from({ length: 60 }, (_, k) => k % 4);
    const same = agreementOf(
      of,
      of.map((label) => 3 - label),
    );
    expect(same.normalisedMutualInformation).toBeCloseTo(1, 12);
    expect(same.adjustedRandIndex).toBeCloseTo(1, 12);
    const crossed = agreementOf(
      of,
      of.map((_, k) => Math.floor(k / 20)),
    );
    expect(crossed.normalisedMutualInformation).toBeCloseTo(0, 12);
    expect(Math.abs(crossed.adjustedRandIndex ?? 1)).toBeLessThan(0.1);
    expect(agreementOf(new Int32Array(4), new Int32Array(4))).toEqual({
      normalisedMutualInformation: null,
      adjustedRandIndex: null,
    });
  });

  it('certainty is the mean share of group mates that an actor is with', () => {
    const network = networkFrom(['A <> B', 'B <> C', 'C <> D', 'D <> E']);
    const groups = groupsBySize(network, Int32Array.from([0, 0, 0, 1, 1]));
    const runs = [Int32Array.from([0, 0, 0, 1, 1]), Int32Array.from([2, 2, 3, 3, 3])];
    expect([...certaintyOf(groups, runs)]).toEqual([0.75, 0.75, 0.5, 1, 1]);
  });
});

describe('core and periphery', () => {
  const small = smallMaps({ actors: 8, ties: 20 });
  const tied = ({ either }: Network, a: number, b: number): number =>
    either.columns.subarray(either.offsets[a], either.offsets[a + 1]).includes(b) ? 1 : 0;

  it('by Lip is the smallest core with the fewest misfits of all', () => {
    fc.assert(
      fc.property(small, (parts) => {
        const network = compiled(parts);
        if (network.either.columns.length === 0) {
          expect(finish(coreSize.compute(network, DEFAULT_MEASURE_OPTIONS))).toBeNull();
          return;
        }
        const { of, facts } = partitionOf(corePeriphery, network);
        const misfits = (core: number): number => {
          let count = 0;
          for (let a = 0; a < network.n; a++)
            for (let b = 0; b < a; b++) {
              const inside = ((core >> a) & 1) + ((core >> b) & 1);
              if (inside === 2) count += 1 - tied(network, a, b);
              if (inside === 0) count += tied(network, a, b);
            }
          return count;
        };
        const ours = of.reduce((code, group, k) => code | ((1 - group) << k), 0);
        const all = Array.from({ length: 2 ** network.n }, (_, core) => misfits(core));
        const least = Math.min(...all);
        expect(misfits(ours)).toBe(least);
        expect(facts.find(({ id }) => id === 'misfits')?.value).toBe(least);
        const size = (core: number): number => core.toString(2).replaceAll('0', '').length;
        const smallest = Math.min(...all.flatMap((value, core) => (value === least ? [size(core)] : [])));
        expect(finish(coreSize.compute(network, DEFAULT_MEASURE_OPTIONS))).toBe(smallest);
        expect([...finish(coreMembership.compute(network, DEFAULT_MEASURE_OPTIONS))]).toEqual(
          Array.from(of, (group) => 1 - group),
        );
      }),
      { numRuns: 60 },
    );
  });

  it.each(['missing', 'one', 'zero'] as const)(
    'by Borgatti and Everett with cells "%s" correlates best of all cores',
    (cells) => {
      fc.assert(
        fc.property(smallMaps({ actors: 7, ties: 16 }), (parts) => {
          const network = compiled(parts);
          const correlation = (core: number): number => {
            const x: number[] = [];
            const y: number[] = [];
            for (let a = 0; a < network.n; a++)
              for (let b = 0; b < a; b++) {
                const inside = ((core >> a) & 1) + ((core >> b) & 1);
                if (inside === 1 && cells === 'missing') continue;
                x.push(inside === 2 || (inside === 1 && cells === 'one') ? 1 : 0);
                y.push(tied(network, a, b));
              }
            const mean = (list: number[]): number =>
              list.reduce((sum, value) => sum + value, 0) / list.length;
            const [mx, my] = [mean(x), mean(y)];
            const product = (p: number[], mp: number, q: number[], mq: number): number =>
              p.reduce((sum, value, k) => sum + (value - mp) * ((q[k] ?? 0) - mq), 0);
            const spread = product(x, mx, x, mx) * product(y, my, y, my);
            return spread > 1e-12 ? product(x, mx, y, my) / Math.sqrt(spread) : -Infinity;
          };
          let best = -Infinity;
          for (let core = 0; core < 2 ** network.n; core++) best = Math.max(best, correlation(core));
          const found = finish(borgattiEverettCore(network, cells, 1));
          if (best === -Infinity) expect(found).toBeNull();
          else {
            expect(found?.correlation).toBeCloseTo(best, 9);
            const code = Array.from(found?.members ?? []).reduce((sum, member, k) => sum | (member << k), 0);
            expect(correlation(code)).toBeCloseTo(best, 9);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it('on larger maps the climb finds a perfect core, and the same one each time', () => {
    const core = [...'ABCDEFG'];
    const lines = core.flatMap((a, k) => core.slice(k + 1).map((b) => `${a} <> ${b}`));
    for (let k = 0; k < 30; k++) lines.push(`p${k} <> ${core[k % 7] ?? 'A'}`);
    const network = networkFrom(lines);
    const options = { corePeriphery: 'borgatti-everett' } as const;
    const { of, facts } = partitionOf(corePeriphery, network, options);
    expect(network.actorIds.filter((_, k) => of[k] === 0)).toEqual(core);
    expect(facts.find(({ id }) => id === 'correlation')?.value).toBeCloseTo(1, 12);
    expect(partitionOf(corePeriphery, networkFrom(lines), options).of).toEqual(of);
  });

  it('of the Florentine families differs by method: Medici, Guadagni, Strozzi; or Medici, Ridolfi, Tornabuoni', () => {
    const { input, order } = readNetwork(FIXTURES, 'florentine');
    const network = compileNetwork(input, AS_IS);
    const core = (options: Partial<MeasureOptions>): readonly string[] => {
      const { of } = partitionOf(corePeriphery, network, options);
      return order.filter((_, k) => of[k] === 0).sort();
    };
    expect(core({})).toEqual(['Guadagni', 'Medici', 'Strozzi']);
    expect(core({ corePeriphery: 'borgatti-everett' })).toEqual(['Medici', 'Ridolfi', 'Tornabuoni']);
  });
});
