import type { Localized } from '../base/localized.ts';
import { actorsInOrder, tiesInOrder, type Actor, type Graph } from '../model/graph.ts';
import type { MeasureOptions } from '../model/measure-options.ts';
import type { NetworkInput, NetworkOptions } from '../network/network.ts';
import { estimatedSize, type ActorSize } from './size.ts';

/**
 * A map as a layout sees it: plain arrays that move to a worker as they are. Lengths are map units, y grows downwards.
 * Arrays of actors have one entry for each of `ids`, those of ties one for each tie.
 */
export interface LayoutInput {
  readonly ids: readonly string[];
  /** Indexes into `ids`. Self-loops and parallel ties are welcome. */
  readonly source: Uint32Array;
  readonly target: Uint32Array;
  /** > 0 */
  readonly weight: Float64Array;
  /** Where each actor is now; NaN when it has no place yet. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** 1 for an actor that must not move. One without a place counts as free. */
  readonly pinned: Uint8Array;
  readonly radius: Float64Array;
  /** The label hangs centred below the mark: its height includes the gap between the two; 0 when there is none. */
  readonly labelWidth: Float64Array;
  readonly labelHeight: Float64Array;
  /** Locked parts of the map: whoever is inside one stays where it is, and nobody else comes in. */
  readonly regions?: readonly Region[];
  /** The same seed gives the same picture, to the bit. */
  readonly seed: number;
  /** For layouts that read niches. */
  readonly niches?: NicheInput;
}

/** What niches are computed from, as the map's measures read it. */
export interface NicheInput {
  readonly network: NetworkInput;
  readonly options: NetworkOptions & MeasureOptions;
}

/** A rectangle in map units with its upper left corner at (x, y). */
export interface Region {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Positions in the order of the input's `ids`; all finite. */
export interface LayoutOutcome {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * What a layout yields while it works: the share done in [0, 1], or a picture on the way to the final one, which is made
 * only if it is asked for before the next step.
 */
export type LayoutStep = number | { readonly partial: () => LayoutOutcome };

export type LayoutOptions = Readonly<Record<string, number>>;

/** A number that a user may set. */
export interface LayoutOption {
  readonly id: string;
  readonly name: Localized;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly standard: number;
}

/** What a user chooses a layout by. */
export interface LayoutOffer {
  readonly id: string;
  readonly name: Localized;
  /** One sentence that a workshop participant understands. */
  readonly says: Localized;
  readonly options: readonly LayoutOption[];
  /** The largest number of actors that it can arrange; any number when left out. */
  readonly limit?: number;
  /** True if its input is to have niches. */
  readonly readsNiches?: true;
}

/** A way to arrange a map. `run` is pure and yields every few milliseconds, so that a worker can show and cancel it. */
export interface Layout extends LayoutOffer {
  readonly run: (input: LayoutInput, options?: LayoutOptions) => Generator<LayoutStep, LayoutOutcome, void>;
}

/** The arrays of a map. `sizeOf` says how large each actor is drawn; without it sizes are estimated. */
export function layoutInput(
  graph: Pick<Graph, 'actors' | 'ties'>,
  sizeOf?: (actor: Actor) => ActorSize,
  seed = 1,
  regions: readonly Region[] = [],
): LayoutInput {
  const actors = actorsInOrder(graph);
  const ties = tiesInOrder(graph);
  const index = new Map(actors.map((actor, i) => [actor.id, i]));
  const degree = new Float64Array(actors.length);
  const source = new Uint32Array(ties.length);
  const target = new Uint32Array(ties.length);
  ties.forEach((tie, t) => {
    source[t] = index.get(tie.source) ?? 0;
    target[t] = index.get(tie.target) ?? 0;
    degree[source[t]!]! += 1;
    degree[target[t]!]! += 1;
  });
  const most = degree.reduce((max, value) => Math.max(max, value), 1);
  const sizes = actors.map((actor, i) => sizeOf?.(actor) ?? estimatedSize(actor.name, degree[i]! / most));
  return {
    ids: actors.map((actor) => actor.id),
    source,
    target,
    weight: Float64Array.from(ties, (tie) => tie.weight),
    x: Float64Array.from(actors, (actor) => actor.position?.[0] ?? NaN),
    y: Float64Array.from(actors, (actor) => actor.position?.[1] ?? NaN),
    pinned: Uint8Array.from(actors, (actor) => (actor.pinned ? 1 : 0)),
    radius: Float64Array.from(sizes, (size) => size.radius),
    labelWidth: Float64Array.from(sizes, (size) => size.labelWidth),
    labelHeight: Float64Array.from(sizes, (size) => size.labelHeight),
    regions,
    seed,
  };
}

/** Drives a layout to its end in one go: for tests, scripts and small maps. */
export function finish(steps: Generator<LayoutStep, LayoutOutcome, void>): LayoutOutcome {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
