/** A figure as it is drawn: what its SVG says, with everything inherited resolved. Lengths are points, y runs down. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string | undefined;
  /** As the file tells it, such as "zh-CN". */
  readonly language: string | undefined;
  /** The fonts that it asks for, as CSS has them. */
  readonly fontFamily: string | undefined;
  readonly marks: readonly Mark[];
}

export type Mark = Shape | Text | Group;

/** [a, b, c, d, e, f]: (x, y) becomes (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number];

export type PathStep =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['C', number, number, number, number, number, number]
  | readonly ['Z'];

export interface Fill {
  /** #rrggbb. */
  readonly colour: string;
  readonly opacity: number;
}

export interface Stroke extends Fill {
  readonly width: number;
  /** Lengths of dashes and gaps; empty where the line is unbroken. */
  readonly dash: readonly number[];
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
}

export interface Paint {
  readonly fill: Fill | null;
  readonly stroke: Stroke | null;
}

export interface Shape extends Paint {
  readonly kind: 'shape';
  readonly path: readonly PathStep[];
}

export interface Text extends Paint {
  readonly kind: 'text';
  readonly lines: readonly TextLine[];
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface TextLine {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
}

/** What is moved, clipped or faded as one. */
export interface Group {
  readonly kind: 'group';
  readonly transform: Matrix | null;
  readonly clip: readonly PathStep[] | null;
  readonly opacity: number;
  readonly marks: readonly Mark[];
}
