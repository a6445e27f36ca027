import type { Shape } from '../model/scheme.ts';

/** A rectangle in map units, y downwards. An empty map has all zeros. */
export interface Bounds {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** The box round all of these; an empty map's where there is none. */
export function unionOf(boxes: readonly Bounds[]): Bounds {
  if (boxes.length === 0) return { x1: 0, y1: 0, x2: 0, y2: 0 };
  return {
    x1: Math.min(...boxes.map(({ x1 }) => x1)),
    y1: Math.min(...boxes.map(({ y1 }) => y1)),
    x2: Math.max(...boxes.map(({ x2 }) => x2)),
    y2: Math.max(...boxes.map(({ y2 }) => y2)),
  };
}

/** The name of an actor, centred below its mark. All lengths are map units. */
export interface LabelMark {
  readonly lines: readonly string[];
  readonly fontSize: number;
  /** From one baseline to the next. */
  readonly lineHeight: number;
  /** From the actor's centre to the top of the first line. */
  readonly top: number;
  /** From the top of a line to its baseline. */
  readonly ascent: number;
  /** The box of all lines. */
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  /** The outline of the letters: its colour, and how far it reaches beyond them. */
  readonly halo: string;
  readonly haloWidth: number;
  /** When labels get in each other's way the greater is shown. */
  readonly priority: number;
}

/** An actor as it is drawn. All lengths are map units; the outline is centred on the edge of the shape. */
export interface ActorMark {
  readonly id: string;
  readonly sector: string;
  readonly x: number;
  readonly y: number;
  readonly shape: Shape;
  /** Of the circle that has the same area as the shape: what the size encoding sets. */
  readonly diameter: number;
  /** The box that the shape fills. */
  readonly width: number;
  readonly height: number;
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly opacity: number;
  /** Drawn empty: what the size or the colour stands for is not defined for this actor. */
  readonly hollow: boolean;
  readonly pinned: boolean;
  readonly label: LabelMark;
}

/**
 * A tie from an actor to itself: two quadratic curves that leave and come back at `sweep` degrees to each other around
 * `direction` (degrees, 0 is up, clockwise), with control points 1.4 x `distance` from the actor's centre.
 */
export interface Loop {
  readonly direction: number;
  readonly sweep: number;
  readonly distance: number;
}

/** A tie as it is drawn. It holds no place: `tiePath` finds it from the two actors' marks. */
export interface TieMark {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly width: number;
  readonly colour: string;
  readonly opacity: number;
  /** Lengths of strokes and gaps in turn, map units; empty for an unbroken line. */
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round';
  readonly arrows: 'none' | 'end' | 'both';
  /** Length of an arrow head, which is as wide as it is long. */
  readonly arrowSize: number;
  /**
   * How far the control point of the quadratic curve lies from the middle between the two centres, to the right of the
   * way from source to target; 0 for a straight line. The curve itself reaches half as far.
   */
  readonly curve: number;
  readonly loop: Loop | null;
}
