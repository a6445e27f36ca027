import { nicheCard, type NicheCard } from '../metrics/niche/card.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import { compileNetwork, type Network, type NetworkInput, type NetworkOptions } from '../network/network.ts';

/** Beyond so many actors a card would hold up the window. */
const MOST_ACTORS = 3000;

interface Compiled {
  readonly input: NetworkInput;
  readonly options: NetworkOptions;
  readonly network: Network;
}

/** Niches of single actors, quick enough to be worked out where they are shown; the network is compiled once. */
export class NicheCards {
  #compiled: Compiled | undefined;

  /** Undefined where the actor is not visible, or the map too large. */
  card(input: NetworkInput, reading: NetworkOptions & MeasureOptions, actor: string): NicheCard | undefined {
    const index = input.actorIds.indexOf(actor);
    if (index < 0 || input.actorIds.length > MOST_ACTORS) return undefined;
    const work = nicheCard(this.#network(input, reading), index, reading);
    for (;;) {
      const step = work.next();
      if (step.done) return step.value;
    }
  }

  #network(input: NetworkInput, options: NetworkOptions): Network {
    const held = this.#compiled;
    if (
      held?.input === input &&
      held.options.ignoreDirection === options.ignoreDirection &&
      held.options.ignoreWeights === options.ignoreWeights
    )
      return held.network;
    const network = compileNetwork(input, options);
    this.#compiled = { input, options, network };
    return network;
  }
}
