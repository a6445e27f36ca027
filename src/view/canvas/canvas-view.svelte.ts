import type { Graph } from '../../model/graph.ts';
import type { Bounds } from '../../scene/marks.ts';

/** What the rest of the window may ask of the canvas. */
export interface CanvasControls {
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  /** Brings an actor to the middle. */
  readonly reveal: (actor: string) => void;
  readonly rename: (actor: string) => void;
  /** Asks for the name of a new actor in the middle of what is seen. */
  readonly addHere: () => void;
  /** The part of the map that is seen, in map units. */
  readonly shown: () => Bounds;
  /** The actors whose labels are drawn now. */
  readonly labels: () => ReadonlySet<string>;
}

/** The canvas as others see it, and what its gestures remember. */
class CanvasView {
  #controls: CanvasControls | undefined;
  /** An actor from which a tie is being made by click and click. */
  tying = $state<string>();
  /** What the last new actor and tie were: the next ones are the same. */
  lastSector = $state<string>();
  lastTieType = $state<string>();

  attach(controls: CanvasControls): void {
    this.#controls = controls;
  }

  detach(): void {
    this.#controls = undefined;
    this.tying = undefined;
  }

  get controls(): CanvasControls | undefined {
    return this.#controls;
  }

  sector(graph: Graph): string {
    const { sectors } = graph.scheme;
    return (
      (
        sectors.find(({ id }) => id === this.lastSector) ??
        sectors.find(({ id }) => id === 'other') ??
        sectors[0]
      )?.id ?? 'other'
    );
  }

  tieType(graph: Graph): string {
    const { tieTypes } = graph.scheme;
    return (tieTypes.find(({ id }) => id === this.lastTieType) ?? tieTypes[0])?.id ?? 'talent';
  }
}

export const canvasView = new CanvasView();
