import type { Graph, Position } from '../../model/graph.ts';
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
  /** Asks for the name of a new actor there, in map units. */
  readonly addAt: (at: Position) => void;
  /** Asks for whom to tie an actor to: one that is there, or a new one beside it. `typed` is what the name begins with. */
  readonly askPartner: (source: string, prefer: PartnerKind, typed?: string) => void;
  readonly tie: (source: string, target: string) => void;
  /** Puts a place of the map in the middle. */
  readonly centre: (at: Position) => void;
  /** Moves the camera no more than it takes to show an actor. */
  readonly keepInSight: (actor: string) => void;
  /** Where a place of the map is in the window, in pixels. */
  readonly inWindow: (at: Position) => Position;
  /** Puts the keyboard on the map. */
  readonly focus: () => void;
  /** The part of the map that is seen, in map units. */
  readonly shown: () => Bounds;
  /** The actors whose labels are drawn now. */
  readonly labels: () => ReadonlySet<string>;
}

/** What a name that is typed means first: an actor that is there, or a new one. */
export type PartnerKind = 'known' | 'new';

/** What dragging on empty ground does: moves the map, or draws a line round what is to be selected. */
export type Tool = 'hand' | 'select';

/** A menu that was asked for. */
export interface MenuRequest {
  readonly on: 'selection' | 'ground';
  /** In the window, in pixels. */
  readonly pixel: Position;
  /** On the map. */
  readonly at: Position;
}

/** The canvas as others see it, and what its gestures remember. */
class CanvasView {
  #controls: CanvasControls | undefined;
  /** An actor from which a tie is being made by click and click. */
  tying = $state<string>();
  /** To whom it goes as chosen by keys so far. */
  #aim = $state.raw<{ readonly source: string; readonly target: string }>();
  tool = $state<Tool>('hand');
  menu = $state.raw<MenuRequest>();
  /** What the last new actor and tie were: the next ones are the same. */
  lastSector = $state<string>();
  lastTieType = $state<string>();

  attach(controls: CanvasControls): void {
    this.#controls = controls;
  }

  detach(): void {
    this.#controls = undefined;
    this.tying = undefined;
    this.menu = undefined;
  }

  /** The actor that keys have walked to while a tie is being made. */
  get aimed(): string | undefined {
    return this.#aim !== undefined && this.#aim.source === this.tying ? this.#aim.target : undefined;
  }

  aimAt(target: string): void {
    if (this.tying !== undefined) this.#aim = { source: this.tying, target };
  }

  /** Starts a tie whose other end is chosen next. */
  startTie(source: string): void {
    this.#aim = undefined;
    this.tying = source;
    this.#controls?.focus();
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
