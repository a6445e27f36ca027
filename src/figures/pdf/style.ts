import type { Matrix, Paint, Stroke, Text } from './drawing.ts';
import type { Attributes } from './outlines.ts';
import { numberOf, numbersOf, outsideSubset } from './outside-subset.ts';

/** What an element hands on to those within it. */
export interface Style {
  /** #rrggbb or null for none. */
  readonly fill: string | null;
  readonly fillOpacity: number;
  readonly stroke: string | null;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly dash: readonly number[];
  readonly cap: Stroke['cap'];
  readonly join: Stroke['join'];
  readonly fontSize: number;
  readonly bold: boolean;
  readonly anchor: Text['anchor'];
}

/** As SVG has it. */
export const FIRST_STYLE: Style = {
  fill: '#000000',
  fillOpacity: 1,
  stroke: null,
  strokeOpacity: 1,
  strokeWidth: 1,
  dash: [],
  cap: 'butt',
  join: 'miter',
  fontSize: 16,
  bold: false,
  anchor: 'start',
};

type Reader = (value: string, name: string) => Partial<Style>;

/** The attributes that are handed on. The family is left out: the fonts of the PDF are its own. */
const READERS: Readonly<Record<string, Reader>> = {
  fill: (value) => ({ fill: colourOf(value) }),
  'fill-opacity': (value, name) => ({ fillOpacity: numberOf(value, name) }),
  stroke: (value) => ({ stroke: colourOf(value) }),
  'stroke-opacity': (value, name) => ({ strokeOpacity: numberOf(value, name) }),
  'stroke-width': (value, name) => ({ strokeWidth: numberOf(value, name) }),
  'stroke-dasharray': (value, name) => ({ dash: value === 'none' ? [] : dashOf(numbersOf(value, name)) }),
  'stroke-linecap': (value, name) => ({ cap: oneOf(value, ['butt', 'round', 'square'], name) }),
  'stroke-linejoin': (value, name) => ({ join: oneOf(value, ['miter', 'round', 'bevel'], name) }),
  'font-size': (value, name) => ({ fontSize: numberOf(value, name) }),
  'font-weight': (value) => ({ bold: value === 'bold' || Number(value) >= 600 }),
  'text-anchor': (value, name) => ({ anchor: oneOf(value, ['start', 'middle', 'end'], name) }),
  'font-family': () => ({}),
};

export const STYLED: ReadonlySet<string> = new Set(Object.keys(READERS));

export function styleOf(attributes: Attributes, around: Style): Style {
  let style = around;
  for (const [name, value] of Object.entries(attributes)) {
    const read = READERS[name];
    if (read) style = { ...style, ...read(value, name) };
  }
  return style;
}

/** What is painted by it; nothing by a line without width or a colour that can't be seen. */
export function paintOf(style: Style): Paint {
  const { fill, stroke, strokeWidth: width, dash, cap, join } = style;
  return {
    fill: fill === null || style.fillOpacity <= 0 ? null : { colour: fill, opacity: style.fillOpacity },
    stroke:
      stroke === null || width <= 0 || style.strokeOpacity <= 0
        ? null
        : { colour: stroke, opacity: style.strokeOpacity, width, dash, cap, join },
  };
}

function colourOf(value: string): string | null {
  if (value === 'none' || value === 'transparent') return null;
  if (/^#[\da-f]{6}$/iu.test(value)) return value.toLowerCase();
  if (/^#[\da-f]{3}$/iu.test(value)) return value.toLowerCase().replace(/[\da-f]/gu, '$&$&');
  throw outsideSubset(`The colour "${value}"`);
}

/** An odd number of lengths is gone through twice; all zero is an unbroken line. */
function dashOf(lengths: readonly number[]): readonly number[] {
  if (!lengths.some((length) => length > 0)) return [];
  return lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths];
}

function oneOf<Value extends string>(value: string, values: readonly Value[], name: string): Value {
  const found = values.find((each) => each === value);
  if (found === undefined) throw outsideSubset(`${name} "${value}"`);
  return found;
}

/** The place that a list of moves and turns makes. */
export function matrixOf(transform: string): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const rest = transform.replace(/([a-z]+)\s*\(([^)]*)\)[\s,]*/giu, (_, name: string, numbers: string) => {
    matrix = times(matrix, moveOf(name, numbersOf(numbers, name)));
    return '';
  });
  if (rest.trim() !== '') throw outsideSubset(`The transform "${transform}"`);
  return matrix;
}

function moveOf(name: string, numbers: readonly number[]): Matrix {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = numbers;
  if (name === 'matrix' && numbers.length === 6) return [a, b, c, d, e, f];
  if (name === 'translate') return [1, 0, 0, 1, a, b];
  if (name === 'scale') return [a, 0, 0, numbers.length > 1 ? b : a, 0, 0];
  if (name !== 'rotate') throw outsideSubset(`The transform "${name}"`);
  const [cos, sin] = turnOf(a);
  return [cos, sin, -sin, cos, b - cos * b + sin * c, c - sin * b - cos * c];
}

const QUARTERS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

/** Cosine and sine; of quarter turns without a rounding error. */
function turnOf(degrees: number): readonly [number, number] {
  const exact = QUARTERS[(((degrees / 90) % 4) + 4) % 4];
  if (exact) return exact;
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle)];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
