import { reversed, type Network } from '../../network/network.ts';
import type { MeasureOptions } from '../../model/measure-options.ts';
import { sweep, type Sweep } from './sweep.ts';

/**
 * The sweep for these options. Measures that do not care about the direction of distances (betweenness, averages over
 * all pairs) take the same one, so that one sweep serves all. With `sources` above 0 and below n it is an estimate.
 */
export function sweepFor(network: Network, options: MeasureOptions): Generator<number, Sweep, void> {
  return sweep(sweptNetwork(network, options), options);
}

/** The network whose sweep that is. */
export function sweptNetwork(network: Network, { distances }: Pick<MeasureOptions, 'distances'>): Network {
  return distances === 'incoming' ? reversed(network) : network;
}

/**
 * The largest 1 / length of a single tie, by which weighted nearness is brought into [0, 1]: no two actors are nearer
 * than its ends.
 */
export function largestNearness(network: Network): number {
  if (!network.weighted) return 1;
  let largest = 0;
  for (const weight of network.outgoing.weights) if (weight > largest) largest = weight;
  return largest > 0 ? largest : 1;
}
