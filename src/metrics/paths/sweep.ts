import type { MeasureOptions } from '../../model/measure-options.ts';
import type { Network } from '../../network/network.ts';
import { pathSums, SUM_NAMES, type PathSums } from './kernel.ts';
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
  const { placeOf } = renumbered(network);
  const joined = added(n, strips);
  const byActor = (values: Float64Array): Float64Array => values.map((_, actor) => values[placeOf[actor]!]!);
  const sums = pathSums((name) => byActor(joined[name]));

  const sources = sourceCount(n, options);
  const counts = new Float64Array(n).fill(sources);
  for (const source of drawnSources(n, options)) counts[source]!--;
  // Everybody was a source: the sums are what they are, without the rounding of a factor.
  const scale = sources === n ? new Float64Array(n).fill(1) : counts.map((count) => (n - 1) / count);
  const scaled = (values: Float64Array, unit: number): Float64Array =>
    values.map((value, actor) => value * unit * scale[actor]!);
  const isSource = (actor: number): number => sources - counts[actor]!;
  return {
    betweenness: scaled(sums.betweenness, 1),
    betweennessError: sources === n ? null : betweennessErrors(sums, counts),
    farness: scaled(sums.farness, lengths.unit),
    nearness: scaled(sums.nearness, 1 / lengths.unit),
    reach: sums.reach.map((reached, actor) => 1 + (reached - isSource(actor)) * scale[actor]!),
    eccentricity: sums.eccentricity.map((length) => length * lengths.unit),
    sampled: sources === n ? null : { sources, of: n },
  };
}

function added(n: number, strips: readonly StripSums[]): PathSums {
  const sums = pathSums(() => new Float64Array(n));
  for (const strip of strips) {
    for (const name of SUM_NAMES)
      if (name !== 'eccentricity') for (let k = 0; k < n; k++) sums[name][k]! += strip[name][k]!;
    for (let k = 0; k < n; k++)
      if (strip.eccentricity[k]! > sums.eccentricity[k]!) sums.eccentricity[k] = strip.eccentricity[k]!;
  }
  return sums;
}
