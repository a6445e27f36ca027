import type { Bounds } from '../../scene/marks.ts';

/** Round everything that is drawn, in px. */
const PADDING = 16;
/** Below the marks names stand, which are larger than the map where it is small. In px. */
const NAMES = 14;
const CLOSEST = 8;
/** A map of three actors is not blown up to the size of its panel. In px per map unit. */
const LARGEST = 1.4;

/** A panel, in px, and what is to be seen in it, in map units. */
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly bounds: Bounds;
}

/** How high a panel of this width is when the whole map fills it. */
export function heightFor(width: number, { x1, y1, x2, y2 }: Bounds): number {
  const zoom = Math.min(LARGEST, (width - 2 * PADDING) / Math.max(1, x2 - x1));
  return (y2 - y1) * zoom + 2 * PADDING + NAMES;
}

/** How all states are looked at: one part of the map at one scale, in panels of one size. */
export class SharedCamera {
  /** How much closer than the whole map, from 1 on. */
  #times = $state(1);
  /** What lies in the middle of a panel, in map units from the middle of the whole. */
  #aside = $state.raw<readonly [number, number]>([0, 0]);

  readonly #frameOf: () => Frame;
  readonly #frame: Frame = $derived.by(() => this.#frameOf());

  readonly #whole: number = $derived.by(() => {
    const { width, height, bounds } = this.#frame;
    return Math.min(
      LARGEST,
      (width - 2 * PADDING) / Math.max(1, bounds.x2 - bounds.x1),
      (height - 2 * PADDING - NAMES) / Math.max(1, bounds.y2 - bounds.y1),
    );
  });
  /** Px per map unit. */
  readonly zoom: number = $derived(Math.max(1e-3, this.#whole) * this.#times);
  /** Where the origin of the map lies in a panel, in px. */
  readonly x: number = $derived.by(() => {
    const { width, bounds } = this.#frame;
    return width / 2 - ((bounds.x1 + bounds.x2) / 2 + this.#aside[0]) * this.zoom;
  });
  readonly y: number = $derived.by(() => {
    const { height, bounds } = this.#frame;
    return (height - NAMES) / 2 - ((bounds.y1 + bounds.y2) / 2 + this.#aside[1]) * this.zoom;
  });

  constructor(frameOf: () => Frame) {
    this.#frameOf = frameOf;
  }

  /** Of a panel, in px. */
  get height(): number {
    return this.#frame.height;
  }

  get closer(): boolean {
    return this.#times > 1;
  }

  get closest(): boolean {
    return this.#times >= CLOSEST;
  }

  /** Round a point of the panel, in px, which stays where it is; the middle unless told. */
  zoomBy(factor: number, x = this.#frame.width / 2, y = (this.height - NAMES) / 2): void {
    const times = Math.min(CLOSEST, Math.max(1, this.#times * factor));
    const ratio = times / this.#times;
    if (times === 1) return this.fit();
    const [dx, dy] = [x - this.#frame.width / 2, y - (this.height - NAMES) / 2];
    const { zoom } = this;
    this.#aside = [
      this.#aside[0] + (dx * (1 - 1 / ratio)) / zoom,
      this.#aside[1] + (dy * (1 - 1 / ratio)) / zoom,
    ];
    this.#times = times;
  }

  pan(dx: number, dy: number): void {
    this.#aside = [this.#aside[0] - dx / this.zoom, this.#aside[1] - dy / this.zoom];
  }

  fit(): void {
    this.#times = 1;
    this.#aside = [0, 0];
  }
}
