import { labelBox, legibleScale } from '../scene/labels.ts';
import type { ActorMark, Bounds, TieMark } from '../scene/marks.ts';
import { markBox } from '../scene/scene.ts';
import type { Scene } from '../scene/scene.ts';
import { pathBounds, tiePath } from '../scene/tie-path.ts';

export interface DrawnTie {
  readonly mark: TieMark;
  readonly source: ActorMark;
  readonly target: ActorMark;
  readonly box: Bounds;
}

/** What of a scene comes into a figure. */
export interface Content {
  /** Small ones last, so that they lie over large ones. */
  readonly actors: readonly ActorMark[];
  readonly ties: readonly DrawnTie[];
  /** Actors whose labels may be drawn. */
  readonly labelled: readonly ActorMark[];
  /** The part of the map to show; null for all of it. */
  readonly crop: Bounds | null;
}

/** The least that print can show, in points. */
export interface Minimum {
  readonly label: number;
  readonly line: number;
  /** The largest that a label may be: where it is `label`, all are of that size. */
  readonly mostLabel?: number;
}

/** How much larger or smaller than the map around it a label is drawn. */
export function labelScale(mark: ActorMark, scale: number, { label, mostLabel }: Minimum): number {
  const legible = legibleScale(mark, scale, label);
  return mostLabel === undefined ? legible : Math.min(legible, mostLabel / (mark.label.fontSize * scale));
}

/** How much wider than on the map all lines are drawn so that the thinnest can be printed; no more than actors bear. */
export function lineScale(scale: number, minimum: Minimum): number {
  return Math.min(2, Math.max(1, minimum.line / scale));
}

/**
 * @param labels the actors whose labels may be drawn, or a word for all or none of them
 */
export function contentOf(scene: Scene, crop: Bounds | null, labels: ReadonlySet<string> | string): Content {
  const actors = scene.actors
    .filter((mark) => !crop || touches(markBox(mark), crop))
    .sort((a, b) => b.diameter - a.diameter);
  const ties: DrawnTie[] = [];
  for (const mark of scene.ties) {
    const source = scene.actorById.get(mark.source);
    const target = scene.actorById.get(mark.target);
    const path = source && target && tiePath(mark, source, target);
    if (!path) continue;
    const { x1, y1, x2, y2 } = pathBounds(path);
    const edge = mark.width / 2;
    const box: Bounds = { x1: x1 - edge, y1: y1 - edge, x2: x2 + edge, y2: y2 + edge };
    if (!crop || touches(box, crop)) ties.push({ mark, source, target, box });
  }
  const wanted = (mark: ActorMark): boolean =>
    mark.label.lines.length > 0 && (typeof labels === 'string' ? labels !== 'none' : labels.has(mark.id));
  return { actors, ties, labelled: actors.filter(wanted), crop };
}

function touches(first: Bounds, second: Bounds): boolean {
  return first.x1 < second.x2 && second.x1 < first.x2 && first.y1 < second.y2 && second.y1 < first.y2;
}

/** Whether a label lies wholly in the part that is shown. */
export function labelInside(mark: ActorMark, crop: Bounds, size: number): boolean {
  const box = labelBox(mark, size);
  return box.x1 >= crop.x1 && box.y1 >= crop.y1 && box.x2 <= crop.x2 && box.y2 <= crop.y2;
}

/** The box of everything on the map, in points from the map's origin. */
export function extent(content: Content, scale: number, minimum: Minimum): Bounds {
  if (content.crop) {
    const { x1, y1, x2, y2 } = content.crop;
    return { x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale };
  }
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  const take = (box: Bounds): void => {
    if (box.x1 < x1) x1 = box.x1;
    if (box.y1 < y1) y1 = box.y1;
    if (box.x2 > x2) x2 = box.x2;
    if (box.y2 > y2) y2 = box.y2;
  };
  for (const mark of content.actors) take(markBox(mark));
  for (const { box } of content.ties) take(box);
  for (const mark of content.labelled) take(labelBox(mark, labelScale(mark, scale, minimum)));
  if (x1 > x2) return { x1: 0, y1: 0, x2: 0, y2: 0 };
  return { x1: x1 * scale, y1: y1 * scale, x2: x2 * scale, y2: y2 * scale };
}
