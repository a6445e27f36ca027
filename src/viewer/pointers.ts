import type { Point } from '../scene/shapes.ts';
import type { Camera } from './camera.svelte.ts';

/** Pixels that a press may wander and still be a click. */
const STILL = 6;

/** Mouse, pen and fingers on the map: one drags, two pinch, a press that stays where it is is a click. */
export class Pointers {
  readonly #down = new Map<number, Point>();
  #moved = 0;

  constructor(private readonly camera: Camera) {}

  /** Whether the press under way, or just ended, has moved the map. */
  get dragged(): boolean {
    return this.#moved > STILL;
  }

  get pressed(): boolean {
    return this.#down.size > 0;
  }

  press(id: number, at: Point): void {
    if (this.#down.size === 0) this.#moved = 0;
    this.#down.set(id, at);
  }

  /** @param held whether anything is pressed: a release outside the window is not told */
  move(id: number, at: Point, held = true): void {
    if (!held) this.release(id);
    const before = this.#down.get(id);
    if (!before) return;
    const [dx, dy] = [at[0] - before[0], at[1] - before[1]];
    this.#moved += Math.hypot(dx, dy);
    const [first, second] = [...this.#down].filter(([other]) => other !== id).map(([, place]) => place);
    this.#down.set(id, at);
    if (!first) {
      if (this.dragged) this.camera.panBy(dx, dy);
    } else if (!second) {
      const spread = (from: Point): number => Math.max(1, Math.hypot(from[0] - first[0], from[1] - first[1]));
      this.camera.panBy(dx / 2, dy / 2);
      this.camera.zoomBy(spread(at) / spread(before), [(at[0] + first[0]) / 2, (at[1] + first[1]) / 2]);
    }
  }

  release(id: number): void {
    this.#down.delete(id);
  }
}
