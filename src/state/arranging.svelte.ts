import { layoutInput, type LayoutInput, type NicheInput } from '../layout/layout.ts';
import { layoutById } from '../layout/registry.ts';
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

/** Runs layouts in the worker and shows them on their way. */
export class ArrangingState {
  frame = $state.raw<Frame>();
  running = $state(false);
  progress = $state(0);

  readonly #worker = new Layouts();
  #stop: AbortController | undefined;

  /**
   * Arranges the map anew, by the layout that it names. Resolves to the positions at rest, or to those reached when the user stops it; undefined
   * when there is nothing to write.
   */
  async run(
    graph: Graph,
    sizeOf: (actor: Actor) => ActorSize,
    seed: number,
  ): Promise<ReadonlyMap<string, Position> | undefined> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    const { layout, regions } = graph.view;
    const arranges = canArrange(layout.id, graph.actors.size);
    const input: LayoutInput = {
      ...layoutInput(graph, sizeOf, seed, regions),
      ...(arranges && layoutById(layout.id)?.readsNiches && { niches: nichesOf(graph) }),
    };
    this.running = true;
    this.progress = 0;
    const result = await this.#worker.run(input, {
      ...(arranges && { layout: layout.id, options: layout.options }),
      signal: stop.signal,
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
    return new Map(final.ids.map((id, k): [string, Position] => [id, [final.x[k] ?? 0, final.y[k] ?? 0]]));
  }

  /**
   * New places for a few actors among all others, who stay. Undefined when there is nothing to write; those pinned or in
   * a locked area are not in it.
   */
  async tidy(
    graph: Graph,
    sizeOf: (actor: Actor) => ActorSize,
    seed: number,
    actors: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, Position> | undefined> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.running = false;
    const input = layoutInput(graph, sizeOf, seed, graph.view.regions);
    const movable = input.ids.flatMap((id, k) => (actors.has(id) ? [k] : []));
    const result = await this.#worker.run(input, { movable, signal: stop.signal });
    if (this.#stop !== stop || !result) return undefined;
    if (!result.ok) {
      notices.problem(result.problem);
      return undefined;
    }
    const { x, y } = result.value;
    const moved = movable.filter((k) => x[k] !== input.x[k] || y[k] !== input.y[k]);
    return new Map(
      moved.flatMap((k): [string, Position][] => {
        const [id, at] = [input.ids[k], [x[k] ?? NaN, y[k] ?? NaN] as const];
        return id !== undefined && at.every(Number.isFinite) ? [[id, at]] : [];
      }),
    );
  }

  /** The picture has been written, or was thrown away. */
  clear(): void {
    this.frame = undefined;
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
  const known = layoutById(layout);
  return known !== undefined && actors <= (known.limit ?? Infinity);
}

function nichesOf(graph: Graph): NicheInput {
  const { measures, ignoreDirection, ignoreWeights } = graph.view;
  return { network: networkInput(graph), options: { ...measures, ignoreDirection, ignoreWeights } };
}
