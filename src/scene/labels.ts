import { compareIds } from '../base/ids.ts';
import type { ActorMark, Bounds } from './marks.ts';

/** The box of an actor's label drawn `scale` times as large as the map around it. */
export function labelBox(mark: ActorMark, scale = 1): Bounds {
  const { label } = mark;
  const half = (label.width / 2 + label.haloWidth) * scale;
  const top = mark.y + label.top;
  return { x1: mark.x - half, y1: top, x2: mark.x + half, y2: top + label.height * scale };
}

/**
 * How much larger than the map around it a label is drawn, so that its letters are `smallest` high at least; larger
 * labels stay larger, but less so.
 * @param zoom of the map, in the unit of `smallest` per map unit
 */
export function legibleScale({ label: { fontSize } }: ActorMark, zoom: number, smallest: number): number {
  return Math.max(1, (smallest * Math.sqrt(fontSize / 11)) / (fontSize * zoom));
}

export interface LabelOptions {
  /** Labels whose letters would be smaller than this on screen are left out; 8 unless told. */
  readonly minPixels?: number;
  /** Ids of actors whose labels are shown whatever is in the way: selected, found, pointed at. */
  readonly always?: ReadonlySet<string>;
  /** How much larger an actor's label is drawn than the map around it; 1 unless told. */
  readonly scale?: (mark: ActorMark) => number;
}

/** Of the squares, for labels that are as large as the map around them. */
const SIDE = 96;

/** Boxes filed by the squares of a grid that they touch. */
class BoxIndex {
  readonly #cells = new Map<number, Bounds[]>();
  readonly #side: number;

  constructor(side: number) {
    this.#side = side;
  }

  #visit(box: Bounds, see: (key: number) => boolean): boolean {
    const side = this.#side;
    const lastX = Math.floor(box.x2 / side);
    const lastY = Math.floor(box.y2 / side);
    for (let cellX = Math.floor(box.x1 / side); cellX <= lastX; cellX++) {
      for (let cellY = Math.floor(box.y1 / side); cellY <= lastY; cellY++) {
        if (see(cellX * 1_048_583 + cellY)) return true;
      }
    }
    return false;
  }

  add(box: Bounds): void {
    this.#visit(box, (key) => {
      const cell = this.#cells.get(key);
      if (cell) cell.push(box);
      else this.#cells.set(key, [box]);
      return false;
    });
  }

  /** Whether the test holds for one of the boxes near; a box may be tried more than once. */
  some(box: Bounds, test: (other: Bounds) => boolean): boolean {
    return this.#visit(box, (key) => this.#cells.get(key)?.some(test) ?? false);
  }
}

function overlap(first: Bounds, second: Bounds): number {
  const width = Math.min(first.x2, second.x2) - Math.max(first.x1, second.x1);
  const height = Math.min(first.y2, second.y2) - Math.max(first.y1, second.y1);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The largest part of another actor's mark, or of the label, that may lie under the other. */
const TOLERATED = 0.18;

interface Candidate {
  readonly mark: ActorMark;
  /** Of the actor's shape. */
  readonly shape: Bounds;
  readonly forced: boolean;
}

/**
 * The ids of the actors whose labels are shown: in order of priority (then of id), each that covers no label shown
 * already and hardly any other actor's mark. The first few, half as many as the square root of all, are the landmarks:
 * in the thick of a map their names may lie over the marks of lesser actors. Which labels collide depends on the map
 * alone, so that zooming a little changes nothing but the smallest letters.
 *
 * @param zoom screen pixels per map unit
 */
export function visibleLabels(
  marks: readonly ActorMark[],
  zoom: number,
  options: LabelOptions = {},
): Set<string> {
  const { minPixels = 8, always, scale = () => 1 } = options;
  const candidates = marks.map((mark): Candidate => ({
    mark,
    shape: {
      x1: mark.x - mark.width / 2,
      y1: mark.y - mark.height / 2,
      x2: mark.x + mark.width / 2,
      y2: mark.y + mark.height / 2,
    },
    forced: always?.has(mark.id) ?? false,
  }));
  candidates.sort(
    (a, b) =>
      Number(b.forced) - Number(a.forced) ||
      b.mark.label.priority - a.mark.label.priority ||
      compareIds(a.mark.id, b.mark.id),
  );
  const landmarks = Math.ceil(Math.sqrt(candidates.length) / 2);
  // Squares grow with the labels: where these are large on a small map each would touch thousands.
  const side = SIDE * candidates.reduce((most, { mark }) => Math.max(most, scale(mark)), 1);
  const labels = new BoxIndex(side);
  const landmarkShapes = new BoxIndex(side);
  const shapes = new BoxIndex(side);
  candidates.forEach(({ shape }, rank) => {
    if (rank < landmarks) landmarkShapes.add(shape);
    shapes.add(shape);
  });
  const shown = new Set<string>();
  candidates.forEach(({ mark, shape, forced }, rank) => {
    const size = scale(mark);
    if (mark.label.lines.length === 0) return;
    if (!forced && mark.label.fontSize * size * zoom < minPixels) return;
    const box = labelBox(mark, size);
    if (!forced) {
      if (labels.some(box, (other) => overlap(box, other) > 0)) return;
      const area = (box.x2 - box.x1) * (box.y2 - box.y1);
      const hides = (other: Bounds): boolean =>
        other !== shape &&
        overlap(box, other) > TOLERATED * Math.min(area, (other.x2 - other.x1) * (other.y2 - other.y1));
      if ((rank < landmarks ? landmarkShapes : shapes).some(box, hides)) return;
    }
    labels.add(box);
    shown.add(mark.id);
  });
  return shown;
}
