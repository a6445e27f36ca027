import type { Csr } from '../../network/csr.ts';
import type { Network } from '../../network/network.ts';
import { BucketKernel } from './bucket-kernel.ts';
import { HeapKernel } from './heap-kernel.ts';
import { HopKernel } from './hop-kernel.ts';
import type { PathKernel } from './kernel.ts';

/**
 * What the shortest paths from every actor give, found once for all measures that read them. Lengths are true lengths:
 * steps, or sums of 1 / weight. One entry an actor, `s` being the actor as source of outgoing paths.
 */
export interface Sweep {
  /** Sum over ordered pairs (s, t) of the share of shortest s-t paths through the actor; ends excluded. */
  readonly betweenness: Float64Array;
  /** Sum of the distances to all actors that s reaches. */
  readonly farness: Float64Array;
  /** Sum of 1 / distance to all actors that s reaches. */
  readonly nearness: Float64Array;
  /** How many actors s reaches, itself included. */
  readonly reach: Float64Array;
  /** The largest distance to an actor that s reaches; 0 where it reaches none. */
  readonly eccentricity: Float64Array;
}

/** Adjacency entries scanned between two steps: about a millisecond. */
const STEP_WORK = 50_000;

const sweeps = new WeakMap<Network, Sweep>();

/**
 * Brandes (2001) from every actor: O(n m), or O(n m + n^2 log n) where ties have lengths. Yields the share done; a
 * second call for the same network returns at once.
 */
export function* sweep(network: Network): Generator<number, Sweep, void> {
  const known = sweeps.get(network);
  if (known) return known;
  const { n, outgoing, lengths } = network;
  const kernel = kernelFor(outgoing, lengths.values);
  const sources = Math.max(1, Math.floor(STEP_WORK / (n + outgoing.columns.length)));
  for (let from = 0; from < n; from += sources) {
    kernel.run(from, Math.min(n, from + sources));
    yield Math.min(n, from + sources) / n;
  }
  const inTrueLengths = (value: number): number => value * lengths.unit;
  const result: Sweep = {
    betweenness: kernel.betweenness,
    farness: kernel.farness.map(inTrueLengths),
    nearness: kernel.nearness.map((value) => value / lengths.unit),
    reach: kernel.reach,
    eccentricity: kernel.eccentricity.map(inTrueLengths),
  };
  sweeps.set(network, result);
  return result;
}

function kernelFor(graph: Csr, lengths: Float64Array | null): PathKernel {
  if (lengths === null) return new HopKernel(graph);
  return BucketKernel.suits(lengths) ? new BucketKernel(graph, lengths) : new HeapKernel(graph, lengths);
}
