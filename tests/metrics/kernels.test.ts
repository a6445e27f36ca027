import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeKernels } from '../../src/kernels/kernels.ts';
import { CompiledBucketKernel } from '../../src/metrics/paths/compiled-bucket-kernel.ts';
import { BucketKernel } from '../../src/metrics/paths/bucket-kernel.ts';
import { CompiledHopKernel } from '../../src/metrics/paths/compiled-hop-kernel.ts';
import { HopKernel } from '../../src/metrics/paths/hop-kernel.ts';
import { SUM_NAMES, type PathKernel } from '../../src/metrics/paths/kernel.ts';
import { renumbered } from '../../src/metrics/paths/renumbering.ts';
import type { Network } from '../../src/network/network.ts';
import { installBuiltKernels } from '../kernels.ts';
import { chain, randomNetwork } from './random-network.ts';

beforeAll(installBuiltKernels);
afterAll(removeKernels);

/** Betweenness adds what differs in its last digits in many orders. */
const TOLERANCES = { betweenness: 1e-9, squares: 1e-9 } as const;

function expectTwins(network: Network): void {
  const { incoming, outgoing, lengths } = renumbered(network);
  const [compiled, plain]: PathKernel[] =
    lengths === null
      ? [new CompiledHopKernel(incoming, outgoing), new HopKernel(incoming)]
      : [new CompiledBucketKernel(incoming, lengths), new BucketKernel(incoming, lengths)];
  if (!compiled || !plain) throw new Error('two kernels');
  const sources = Uint32Array.from({ length: network.n }, (_, k) => k);
  for (const kernel of [compiled, plain]) kernel.run(sources);
  for (const name of SUM_NAMES) {
    const tolerance = name === 'betweenness' || name === 'squares' ? TOLERANCES[name] : 1e-12;
    const wrong = [...plain.sums[name]].filter((expected, k) => {
      const off = Math.abs(compiled.sums[name][k]! - expected);
      return !(off <= tolerance * Math.max(1, expected));
    });
    expect(wrong, name).toEqual([]);
  }
  for (const kernel of [compiled, plain]) kernel.release();
}

describe('a compiled kernel and its plain twin agree', () => {
  const shapes = fc.record({
    // not only multiples of 16 lanes, and down to nothing
    n: fc.integer({ min: 0, max: 200 }),
    tiesPerActor: fc.constantFrom(0.3, 0.8, 2, 6),
    directed: fc.boolean(),
    seed: fc.nat(),
  });

  it.each([
    ['by hops', 'none'],
    ['by whole lengths', 'whole'],
    ['by lengths of any kind', 'any'],
  ] as const)('%s', (_name, weights) => {
    fc.assert(
      fc.property(shapes, (shape) => expectTwins(randomNetwork({ ...shape, weights }))),
      { numRuns: 60 },
    );
  });

  it('on a chain of five thousand, the longest of paths', () => {
    const { incoming, outgoing } = renumbered(chain(5_000));
    const compiled = new CompiledHopKernel(incoming, outgoing);
    const plain = new HopKernel(incoming);
    const sources = Uint32Array.of(0, 1, 2, 2_500, 4_999);
    for (const kernel of [compiled, plain]) kernel.run(sources);
    for (const name of ['betweenness', 'farness', 'reach', 'eccentricity'] as const)
      expect(compiled.sums[name]).toEqual(plain.sums[name]);
    expect(Math.max(...compiled.sums.eccentricity)).toBeGreaterThan(4_096);
    compiled.release();
  });

  it('when the memory of one network is used again for another', () => {
    for (const n of [150, 20, 151, 0, 64]) {
      expectTwins(randomNetwork({ n, tiesPerActor: 2, directed: true, seed: n, weights: 'none' }));
      expectTwins(randomNetwork({ n, tiesPerActor: 2, directed: false, seed: n, weights: 'any' }));
    }
  });
});
