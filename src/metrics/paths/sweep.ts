import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { pathSums, type PathSums } from './kernel.ts';
import { renumbered } from './renumbering.ts';
import { betweennessErrors } from './sampling.ts';
import { drawnSources, sourceCount } from './sources.ts';
import { sweepStrips, type StripSums } from './strips.ts';

/**
 * What the shortest paths between all actors give, found once for all measures that read them. Lengths are true lengths:
 * steps, or sums of 1 / weight. One entry an actor, `s` being the actor as the start of paths. Where only some actors
 * were sources, all but the eccentricity are estimates for all of them.
 */
export interface Sweep {
  /**
   * Sum over ordered pairs (s, t) of the share of shortest s-t paths through the actor; ends excluded. NaN where there
   * are more paths than a number can hold (1e308).
   */
  readonly betweenness: Float64Array;
  /** Half-widths of 95 % intervals of `betweenness`; null where it is exact. */
  readonly betweennessError: Float64Array | null;
  /** Sum of the distances to all actors that s reaches. */
  readonly farness: Float64Array;
  /** Sum of 1 / distance to all actors that s reaches. */
  readonly nearness: Float64Array;
  /** How many actors s reaches, itself included. */
  readonly reach: Float64Array;
  /** The largest distance to an actor that s reaches; 0 where it reaches none. From a sample a lower bound. */
  readonly eccentricity: Float64Array;
  /** How many actors out of how many the paths were searched to; null for all, which is exact. */
  readonly sampled: { readonly sources: number; readonly of: number } | null;
}

type SourceOptions = Pick<MeasureOptions, 'sources' | 'seed'>;

export const ALL_SOURCES: SourceOptions = { sources: 0, seed: 0 };

const known = new WeakMap<Network, Map<string, Sweep>>();

/**
 * Brandes (2001) from every actor, or from those that the options ask for: O(n m), or O(n m + n^2 log n) where ties have
 * lengths. Yields the share done; a second call for the same network returns at once.
 */
export function* sweep(
  network: Network,
  options: SourceOptions = ALL_SOURCES,
): Generator<number, Sweep, void> {
  const before = knownSweep(network, options);
  if (before) return before;
  const result = joinStrips(network, yield* sweepStrips(network, options), options);
  rememberSweep(network, options, result);
  return result;
}

/** The sweep of this network with these options, where it has been made. */
export function knownSweep(network: Network, options: SourceOptions): Sweep | undefined {
  return known.get(network)?.get(keyOf(network, options));
}

/** Lets the next sweep of this network with these options return this one: its strips were computed elsewhere. */
export function rememberSweep(network: Network, options: SourceOptions, result: Sweep): void {
  let ofNetwork = known.get(network);
  if (!ofNetwork) known.set(network, (ofNetwork = new Map()));
  ofNetwork.set(keyOf(network, options), result);
}

function keyOf({ n }: Network, options: SourceOptions): string {
  const count = sourceCount(n, options);
  return count === n ? 'all' : `${count} ${options.seed}`;
}

/** @param strips the sums of all strips, in their order */
export function joinStrips(network: Network, strips: readonly StripSums[], options: SourceOptions): Sweep {
  const { n, lengths } = network;
  const sums = added(strips, renumbered(network).placeOf);
  const { betweenness, farness, nearness, reach, eccentricity } = sums;
  for (let actor = 0; actor < n; actor++) {
    farness[actor]! *= lengths.unit;
    nearness[actor]! /= lengths.unit;
    eccentricity[actor]! *= lengths.unit;
  }
  const sources = sourceCount(n, options);
  const result = {
    betweenness,
    betweennessError: null,
    farness,
    nearness,
    reach,
    eccentricity,
    sampled: null,
  };
  if (sources === n) return result;

  /** Of each actor, how many others were sources. */
  const counts = new Float64Array(n).fill(sources);
  for (const source of drawnSources(n, options)) counts[source]!--;
  const betweennessError = betweennessErrors(sums, counts);
  for (let actor = 0; actor < n; actor++) {
    const scale = (n - 1) / counts[actor]!;
    const itself = sources - counts[actor]!;
    betweenness[actor]! *= scale;
    farness[actor]! *= scale;
    nearness[actor]! *= scale;
    reach[actor] = 1 + (reach[actor]! - itself) * scale;
  }
  return { ...result, betweennessError, sampled: { sources, of: n } };
}

/** One strip after the other, by actors. */
function added(strips: readonly StripSums[], placeOf: Uint32Array): PathSums {
  const n = placeOf.length;
  return pathSums((name) => {
    const sums = new Float64Array(n);
    for (const { [name]: part } of strips) {
      if (name === 'eccentricity') {
        for (let actor = 0; actor < n; actor++) sums[actor] = Math.max(sums[actor]!, part[placeOf[actor]!]!);
      } else for (let actor = 0; actor < n; actor++) sums[actor]! += part[placeOf[actor]!]!;
    }
    return sums;
  });
}
