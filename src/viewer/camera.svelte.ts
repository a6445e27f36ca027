import type { Bounds } from '../scene/marks.ts';
import type { Point } from '../scene/shapes.ts';

const LEAST = 0.02;
const MOST = 8;
/** A map of two actors need not fill the window. */
const MOST_AT_FIT = 1.6;

/** So many pixels of the map stay in the window, however it is moved. */
const LEAST_SEEN = 80;

/** Room that panels take from the window, in pixels. */
export interface Inset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Which part of the map is seen. */
export class Camera {
  /** The middle of the window, in map units. */
  x = $state(0);
  y = $state(0);
  /** Pixels per map unit. */
  zoom = $state(1);
  /** Of the window, in pixels. */
  width = $state(1);
  height = $state(1);

  /** Whether it was moved on purpose since it last showed all. */
  touched = false;

  /** Of the map that was shown last as a whole: it can't be lost out of sight. */
  #whole: Bounds | undefined;

  /** As an SVG has it. */
  readonly viewBox = $derived.by(() => {
    const [width, height] = [this.width / this.zoom, this.height / this.zoom];
    return [this.x - width / 2, this.y - height / 2, width, height].map((part) => part.toFixed(3)).join(' ');
  });

  /** Shows all of a map, which stays in reach from then on. */
  show(whole: Bounds, inset: Inset): void {
    this.#whole = whole;
    this.fit(whole, inset);
  }

  fit({ x1, y1, x2, y2 }: Bounds, { top, right, bottom, left }: Inset): void {
    const width = Math.max(40, this.width - left - right);
    const height = Math.max(40, this.height - top - bottom);
    const wanted = Math.min(width / Math.max(1, x2 - x1), height / Math.max(1, y2 - y1));
    this.zoom = Math.max(LEAST, Math.min(MOST_AT_FIT, wanted));
    this.x = (x1 + x2) / 2 + (right - left) / 2 / this.zoom;
    this.y = (y1 + y2) / 2 + (bottom - top) / 2 / this.zoom;
  }

  /** @param at what stays in its place, in pixels of the window; its middle unless told */
  zoomBy(factor: number, at: Point = [this.width / 2, this.height / 2]): void {
    this.touched = true;
    const [x, y] = this.onMap(at);
    this.zoom = Math.max(LEAST, Math.min(MOST, this.zoom * factor));
    const [movedX, movedY] = this.onMap(at);
    this.x += x - movedX;
    this.y += y - movedY;
    this.#stayInReach();
  }

  /** @param dx in pixels, as the map moves */
  panBy(dx: number, dy: number): void {
    this.touched = true;
    this.x -= dx / this.zoom;
    this.y -= dy / this.zoom;
    this.#stayInReach();
  }

  #stayInReach(): void {
    if (!this.#whole) return;
    const { x1, y1, x2, y2 } = this.#whole;
    const kept = (at: number, from: number, to: number, size: number): number => {
      const reach = Math.max(0, size / 2 - LEAST_SEEN) / this.zoom;
      return Math.max(from - reach, Math.min(to + reach, at));
    };
    this.x = kept(this.x, x1, x2, this.width);
    this.y = kept(this.y, y1, y2, this.height);
  }

  /** Brings a place into the free part of the window when it lies outside. */
  reveal([x, y]: Point, { top, right, bottom, left }: Inset): void {
    const margin = 60;
    const px = (x - this.x) * this.zoom + this.width / 2;
    const py = (y - this.y) * this.zoom + this.height / 2;
    const inside =
      px > left + margin &&
      px < this.width - right - margin &&
      py > top + margin &&
      py < this.height - bottom - margin;
    if (inside) return;
    this.x = x + (right - left) / 2 / this.zoom;
    this.y = y + (bottom - top) / 2 / this.zoom;
  }

  onMap([px, py]: Point): Point {
    return [this.x + (px - this.width / 2) / this.zoom, this.y + (py - this.height / 2) / this.zoom];
  }
}
