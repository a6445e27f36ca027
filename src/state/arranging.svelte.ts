import { layoutInput, type LayoutInput, type NicheInput } from '../layout/layout.ts';
import { LAYOUT_OFFERS } from '../layout/offers.ts';
import type { ActorSize } from '../layout/size.ts';
import type { Actor, Graph, Position } from '../model/graph.ts';
import { networkInput } from '../network/network.ts';
import { Layouts } from '../workers/layout.ts';
import { notices } from './notices.svelte.ts';

/** A picture on the way of a layout: shown by the canvas, never written to the document. */
export interface Frame {
  readonly ids: readonly string[];
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The same map gives the same picture each time. */
const SEED = 1;

/** Runs layouts in the worker and shows them on their way. */
export class ArrangingState {
  frame = $state.raw<Frame>();
  running = $state(false);
  progress = $state(0);
  /** How many pictures of a run over the whole map have been written: the camera goes to each once. */
  rested = $state(0);

  readonly #worker = new Layouts();
  #stop: AbortController | undefined;
  /** Whether a run has a picture that is not written yet. */
  #ran = false;

  /**
   * Arranges the map anew, by the layout that it names, or only tidies up the actors in `only`. Resolves to the positions
   * at rest, or to those reached when the user stops it; undefined when there is nothing to write.
   */
  async run(
    graph: Graph,
    sizeOf: (actor: Actor) => ActorSize,
    only?: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, Position> | undefined> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    const { layout, regions } = graph.view;
    const arranges = canArrange(layout.id, graph.actors.size);
    const input: LayoutInput = {
      ...layoutInput(graph, sizeOf, SEED, regions),
      ...(arranges &&
        LAYOUT_OFFERS.find(({ id }) => id === layout.id)?.readsNiches && { niches: nichesOf(graph) }),
    };
    this.running = true;
    this.progress = 0;
    const result = await this.#worker.run(input, {
      ...(arranges && { layout: layout.id, options: layout.options }),
      signal: stop.signal,
      ...(only && { movable: input.ids.flatMap((id, k) => (only.has(id) ? [k] : [])) }),
      onFrame: (frame) => (this.frame = { ids: input.ids, ...frame }),
      onProgress: (done) => (this.progress = done),
    });
    // A newer run has taken over and owns the fields below.
    if (this.#stop !== stop) return undefined;
    this.running = false;
    const last = this.frame;
    if (result && !result.ok) notices.problem(result.problem);
    const final = result?.ok ? { ids: input.ids, ...result.value } : last;
    if (!final) return undefined;
    // Where a few are tidied up, the camera stays: the others have not moved.
    this.#ran = !only || only.size >= input.ids.length;
    return new Map(final.ids.map((id, k): [string, Position] => [id, [final.x[k] ?? 0, final.y[k] ?? 0]]));
  }

  /** The picture has been written, or was thrown away. */
  clear(): void {
    this.frame = undefined;
    if (this.#ran) this.rested++;
    this.#ran = false;
  }

  /** Stops where it is. */
  stop(): void {
    this.#stop?.abort();
  }

  close(): void {
    this.#stop?.abort();
    this.#worker.close();
  }
}

/** A layout of a newer version is not known here, and some can't arrange large maps: the usual one takes over. */
function canArrange(layout: string, actors: number): boolean {
  const known = LAYOUT_OFFERS.find(({ id }) => id === layout);
  return known !== undefined && actors <= (known.limit ?? Infinity);
}

function nichesOf(graph: Graph): NicheInput {
  const { measures, ignoreDirection, ignoreWeights } = graph.view;
  return { network: networkInput(graph), options: { ...measures, ignoreDirection, ignoreWeights } };
}
