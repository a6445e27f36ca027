import { DEFAULT_MEASURE_OPTIONS } from '../../src/model/measure-options.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betweenness } from '../../src/metrics/centrality/betweenness.ts';
import { BucketKernel } from '../../src/metrics/paths/bucket-kernel.ts';
import { HeapKernel } from '../../src/metrics/paths/heap-kernel.ts';
import { HopKernel } from '../../src/metrics/paths/hop-kernel.ts';
import { SUM_NAMES, type PathKernel } from '../../src/metrics/paths/kernel.ts';
import { sweep } from '../../src/metrics/paths/sweep.ts';
import type { Csr } from '../../src/network/csr.ts';
import { compileNetwork, networkInput, type Network } from '../../src/network/network.ts';
import { smallMaps, type Parts } from './arbitrary.ts';
import { AS_IS, finish, graphOf, networkFrom } from './support.ts';

const RAW = { ...DEFAULT_MEASURE_OPTIONS, normalised: false };

/** Betweenness, distances and all by walking every simple path: slow, and too plain to be wrong. */
function byWalkingAllPaths(network: Network, closeEnough: number) {
  const { n, outgoing, weighted } = network;
  const found = {
    betweenness: new Array<number>(n).fill(0),
    farness: new Array<number>(n).fill(0),
    nearness: new Array<number>(n).fill(0),
    reach: new Array<number>(n).fill(1),
  };
  for (let source = 0; source < n; source++) {
    const paths: { length: number; actors: number[] }[][] = Array.from({ length: n }, () => []);
    const walk = (way: number[], length: number): void => {
      const here = way[way.length - 1] ?? source;
      if (here !== source) paths[here]?.push({ length, actors: way });
      for (let e = outgoing.offsets[here] ?? 0; e < (outgoing.offsets[here + 1] ?? 0); e++) {
        const next = outgoing.columns[e] ?? 0;
        if (!way.includes(next))
          walk([...way, next], length + (weighted ? 1 / (outgoing.weights[e] ?? 1) : 1));
      }
    };
    walk([source], 0);
    for (const [target, all] of paths.entries()) {
      if (target === source || all.length === 0) continue;
      const shortest = Math.min(...all.map((path) => path.length));
      const best = all.filter((path) => path.length <= shortest * (1 + closeEnough));
      found.farness[source]! += shortest;
      found.nearness[source]! += 1 / shortest;
      found.reach[source]! += 1;
      for (const { actors } of best)
        for (const between of actors.slice(1, -1)) found.betweenness[between]! += 1 / best.length;
    }
  }
  return found;
}

function expectEqualToWalking(parts: Parts, options: Partial<typeof AS_IS>): void {
  const network = compileNetwork(networkInput(graphOf(parts.actors, parts.ties)), { ...AS_IS, ...options });
  const walked = byWalkingAllPaths(network, 1e-10);
  const swept = finish(sweep(network));
  for (const key of ['betweenness', 'farness', 'nearness', 'reach'] as const)
    for (let k = 0; k < network.n; k++) expect(swept[key][k], `${key}[${k}]`).toBeCloseTo(walked[key][k]!, 9);
}

function outgoing({ actors, ties }: Parts): Csr {
  return compileNetwork(networkInput(graphOf(actors, ties)), AS_IS).outgoing;
}

function expectSameSums(a: PathKernel, b: PathKernel): void {
  for (const kernel of [a, b])
    kernel.run(Uint32Array.from({ length: kernel.sums.reach.length }, (_, k) => k));
  for (const key of SUM_NAMES)
    for (let k = 0; k < a.sums[key].length; k++)
      expect(Math.abs(a.sums[key][k]! / b.sums[key][k]! - 1) || 0).toBeLessThan(1e-9);
}

describe('shortest paths', () => {
  it('equal those found by walking every path, unweighted', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 7, ties: 14 }), (parts) => {
        expectEqualToWalking(parts, { ignoreWeights: true });
        expectEqualToWalking(parts, { ignoreWeights: true, ignoreDirection: true });
      }),
    );
  });

  it('equal those found by walking every path, with whole weights, whose paths often tie', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 7, ties: 14 }), (parts) => {
        expectEqualToWalking(parts, {});
        expectEqualToWalking(parts, { ignoreDirection: true });
      }),
    );
  });

  it('equal those found by walking every path, with weights in tenths', () => {
    const tenths = fc.integer({ min: 1, max: 12 }).map((k) => k / 10);
    fc.assert(
      fc.property(smallMaps({ actors: 6, ties: 12 }, tenths), (parts) => {
        expectEqualToWalking(parts, {});
        expectEqualToWalking(parts, { ignoreDirection: true });
      }),
    );
  });

  it('are the same by levels, by buckets and by a heap where every tie is one step', () => {
    fc.assert(
      fc.property(smallMaps({ actors: 30, ties: 90 }), (parts) => {
        const graph = outgoing(parts);
        const ones = new Float64Array(graph.columns.length).fill(1);
        expectSameSums(new HopKernel(graph), new BucketKernel(graph, ones));
        expectSameSums(new HopKernel(graph), new HeapKernel(graph, ones));
      }),
    );
  });

  it('are the same by buckets and by a heap with lengths of a spread that buckets suit', () => {
    const lengths = fc.double({ min: 0.1, max: 4, noNaN: true });
    fc.assert(
      fc.property(smallMaps({ actors: 30, ties: 90 }, lengths), (parts) => {
        const graph = outgoing(parts);
        expect(BucketKernel.suits(graph.weights) || graph.columns.length === 0).toBe(true);
        expectSameSums(new BucketKernel(graph, graph.weights), new HeapKernel(graph, graph.weights));
      }),
    );
  });

  it('are counted as equal where their lengths differ by rounding alone', () => {
    // Three ways from A to E of length 1/5, one of which is 0.19999999999999998 in floating point.
    expect(1 / 6 + 1 / 30).not.toBe(1 / 10 + 1 / 10);
    const three = networkFrom([
      'A > B : 10',
      'B > E : 10',
      'A > C : 6',
      'C > E : 30',
      'A > D : 15',
      'D > E : 7.5',
    ]);
    expect([...finish(betweenness.compute(three, RAW))]).toEqual([0, 1 / 3, 1 / 3, 1 / 3, 0]);
  });

  it('survive ties that are shorter than the tolerance of the lengths beside them', () => {
    const network = networkFrom([
      'A > B : 0.000001',
      'B <> C : 100000000.5',
      'C > D : 0.000001',
      'B > D : 0.000001',
    ]);
    // To the tolerance, D is as far by B as by C: every path may take the short tie or not.
    const [a, b, c, d] = finish(betweenness.compute(network, RAW));
    expect([a, b, d]).toEqual([0, 2.5, 0]);
    expect([0, 0.5, 1]).toContain(c);
  });

  it('of a star all go through its middle: 1 normalised, one for each pair raw', () => {
    const star = networkFrom(['A <> B', 'A <> C', 'A <> D']);
    expect([...finish(betweenness.compute(star, RAW))]).toEqual([3, 0, 0, 0]);
    expect([...finish(betweenness.compute(star, { ...RAW, normalised: true }))]).toEqual([1, 0, 0, 0]);
  });
});
