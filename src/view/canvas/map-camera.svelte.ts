import type { Core } from 'cytoscape';
import type { Position } from '../../model/graph.ts';
import type { Bounds } from '../../scene/marks.ts';
import type { MapState, Seen } from '../../state/map.svelte.ts';
import { reducedMotion } from '../../state/preferences.svelte.ts';
import { cameraOn, fittingCamera, frameBounds, onMap, onScreen, toSight, type Camera } from './camera.ts';

/** Of a movement of the camera, in milliseconds. */
const EASE = 200;
/** So many newcomers stand beside what was there, most of them out of sight. */
const MANY = 20;

/** The canvas's camera: where it looks, and every way in which something other than the user's hand moves it. */
export class MapCamera {
  /** Where it is; what lies over the canvas follows it. */
  place = $state.raw<Camera>({ zoom: 1, x: 0, y: 0 });
  /** The user has panned or zoomed since the whole map was last shown. */
  moved = false;
  /** It is on a way that it was sent. */
  #sent = false;
  #following = 0;

  /** @param afar whether the map is looked at from afar: then there is no room kept for bars */
  constructor(
    private readonly core: Core,
    private readonly map: MapState,
    private readonly afar: () => boolean,
  ) {
    core.on('viewport', () => {
      if (!this.#sent) this.moved = true;
      this.follow();
    });
  }

  /** Takes note of where it is at the next frame. */
  follow(): void {
    cancelAnimationFrame(this.#following);
    this.#following = requestAnimationFrame(() => this.track());
  }

  track(): void {
    const { core, map } = this;
    const { x, y } = core.pan();
    this.place = { zoom: core.zoom(), x, y };
    map.centre = onMap(this.place, [core.width() / 2, core.height() / 2]);
    const { x1, y1, x2, y2 } = core.extent();
    map.seen = { box: { x1, y1, x2, y2 }, whole: !this.moved };
  }

  /** The canvas has another size: who has not moved the camera wants to see the whole map, who has keeps the middle. */
  resize(): void {
    const { core } = this;
    const [width, height] = [core.width(), core.height()];
    core.resize();
    if (!this.moved) this.fit(false);
    else if (width > 0 && core.width() > 0)
      core.panBy({ x: (core.width() - width) / 2, y: (core.height() - height) / 2 });
    this.track();
    this.#keepSelected();
  }

  fit(ease: boolean): void {
    const { core } = this;
    const box = this.#drawn();
    const next = box
      ? fittingCamera(box, core.width(), core.height(), this.afar())
      : { zoom: 1, x: core.width() / 2, y: core.height() / 2 };
    this.#send(next, ease);
    this.moved = false;
  }

  /** Shows a box as large as it can be, or the whole map. */
  show({ box, whole }: Seen, ease: boolean): void {
    if (whole) this.fit(ease);
    else {
      this.#send(cameraOn(box, this.core.width(), this.core.height()), ease);
      this.moved = true;
    }
    this.follow();
  }

  /** The camera of two fingers. */
  set({ zoom, x, y }: Camera): void {
    this.core.viewport({ zoom, pan: { x, y } });
    this.track();
  }

  zoomBy(factor: number): void {
    const { core } = this;
    const level = core.zoom() * factor;
    core.zoom({ level, renderedPosition: { x: core.width() / 2, y: core.height() / 2 } });
  }

  /** Puts a place of the map in the middle, and comes at least so near. */
  centre([x, y]: Position, nearest = 0): void {
    const { core } = this;
    const zoom = Math.max(core.zoom(), nearest);
    const pan = { x: core.width() / 2 - zoom * x, y: core.height() / 2 - zoom * y };
    if (reducedMotion()) core.viewport({ zoom, pan });
    else core.animate({ zoom, pan }, { duration: EASE });
  }

  /** The map stays where it is as long as the place is seen. */
  keepInSight(at: Position): void {
    const [dx, dy] = this.#hidden(at);
    if (dx === 0 && dy === 0) return;
    const { x, y } = this.core.pan();
    const pan = { x: x + dx, y: y + dy };
    if (reducedMotion()) this.core.pan(pan);
    else this.core.animate({ pan }, { duration: EASE });
  }

  /**
   * Shows newcomers: the whole map if they are many or nobody has moved the camera, else the last of them. Nothing moves
   * if all are seen.
   */
  welcome(ids: readonly string[]): void {
    const places = ids.flatMap((id) => {
      const mark = this.map.scene.actorById.get(id);
      return mark ? [[mark.x, mark.y] as const] : [];
    });
    const last = places.at(-1);
    if (!last || !places.some((at) => this.#hidden(at).some(Boolean))) return;
    if (this.moved && ids.length <= MANY) this.keepInSight(last);
    else this.fit(true);
  }

  close(): void {
    cancelAnimationFrame(this.#following);
  }

  /** Who is selected and was seen would else go out of sight when a panel takes a part of the canvas. */
  #keepSelected(): void {
    const [only, ...others] = this.map.selection.actors;
    const mark = only === undefined || others.length > 0 ? undefined : this.map.scene.actorById.get(only);
    if (mark && this.moved) this.keepInSight([mark.x, mark.y]);
  }

  #hidden(at: Position): Position {
    return toSight(onScreen(this.place, at), this.core.width(), this.core.height());
  }

  /** The box of everything drawn, in map units: that of a layout on its way while there is one. */
  #drawn(): Bounds | undefined {
    const { frame } = this.map.arranging;
    if (frame) return frameBounds(frame);
    return this.map.scene.actors.length > 0 ? this.map.scene.bounds : undefined;
  }

  #send({ zoom, ...pan }: Camera, ease: boolean): void {
    this.#sent = true;
    const done = (): void => void (this.#sent = false);
    if (ease && !reducedMotion()) this.core.animate({ zoom, pan }, { duration: EASE, complete: done });
    else {
      this.core.viewport({ zoom, pan });
      done();
    }
  }
}
