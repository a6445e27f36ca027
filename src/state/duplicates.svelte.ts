import { untrack } from 'svelte';
import { namesOfMap, type LikelyDuplicate } from '../model/duplicates.ts';
import type { Graph } from '../model/graph.ts';
import { DuplicatesClient } from '../workers/duplicates.ts';

/** Pairs of actors that may be the same, the likeliest first: found while somebody looks. */
export class DuplicatesState {
  /** Undefined until they have been looked for. */
  pairs = $state.raw<readonly LikelyDuplicate[]>();

  readonly #worker = new DuplicatesClient();
  #names = '';

  /** Looks for them again where a name has changed since. */
  look(graph: Graph): void {
    untrack(() => void this.#look(graph));
  }

  close(): void {
    this.#worker.close();
  }

  async #look(graph: Graph): Promise<void> {
    const names = namesOfMap(graph);
    const said = JSON.stringify(names);
    if (said === this.#names) return;
    this.#names = said;
    const result = await this.#worker.find(names);
    if (result?.ok && said === this.#names) this.pairs = result.value;
  }
}
