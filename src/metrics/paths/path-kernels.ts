import { kernelsInstalled } from '../../kernels/kernels.ts';
import type { Network } from '../../network/network.ts';
import { BucketKernel } from './bucket-kernel.ts';
import { CompiledBucketKernel } from './compiled-bucket-kernel.ts';
import { CompiledHopKernel } from './compiled-hop-kernel.ts';
import { HeapKernel } from './heap-kernel.ts';
import { HopKernel } from './hop-kernel.ts';
import type { PathKernel } from './kernel.ts';
import { renumbered } from './renumbering.ts';

/**
 * The fastest kernel for a network, by places. It searches against the ties: what it sums up of the distances from a
 * source is each actor's distance TO that source, so that a sample of sources says something of every actor. Betweenness
 * is the same both ways.
 */
export function pathKernel(network: Network): PathKernel {
  const { incoming, outgoing, lengths } = renumbered(network);
  if (lengths === null)
    return kernelsInstalled() ? new CompiledHopKernel(incoming, outgoing) : new HopKernel(incoming);
  if (!BucketKernel.suits(lengths)) return new HeapKernel(incoming, lengths);
  return kernelsInstalled()
    ? new CompiledBucketKernel(incoming, lengths)
    : new BucketKernel(incoming, lengths);
}

/** The plain kernel that also sums up for ties: entry by entry of `outgoing`, along the ties. */
export function tieKernel({ outgoing, lengths }: Network, entrySums: Float64Array): PathKernel {
  const { values } = lengths;
  if (values === null) return new HopKernel(outgoing, entrySums);
  return BucketKernel.suits(values)
    ? new BucketKernel(outgoing, values, entrySums)
    : new HeapKernel(outgoing, values, entrySums);
}

/** Nanoseconds that a kernel takes for each source and entry, and for each source and actor. */
const COSTS = {
  hops: { compiled: [0.7, 5], plain: [6.5, 8] },
  buckets: { compiled: [5.5, 25], plain: [10, 30] },
  heap: [17, 60],
} as const;

/** About how many milliseconds all shortest paths take here, in one worker. */
export function exactCost(network: Network): number {
  const { n, outgoing, lengths } = network;
  const program = kernelsInstalled() ? 'compiled' : 'plain';
  let cost: readonly [number, number] = COSTS.hops[program];
  if (lengths.values !== null)
    cost = BucketKernel.suits(lengths.values) ? COSTS.buckets[program] : COSTS.heap;
  return n * (outgoing.columns.length * cost[0] + n * cost[1]) * 1e-6;
}
