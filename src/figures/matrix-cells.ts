import type { MatrixLayer } from '../metrics/detail.ts';
import { cellShades, hasTurned, MATRIX_COLOURS, signText } from '../scene/cell-shades.ts';
import { mix } from '../scene/palette.ts';
import { textWidth } from '../scene/text.ts';
import { INK, MUTED_INK } from './detail-page.ts';
import { LEAST_FONT } from './matrix-plan.ts';
import type { MatrixFigurePlan } from './matrix-plan.ts';
import { attributes, decimal, textElement } from './svg.ts';

/** All of the colour would leave too little contrast to the ink; without letters it may be stronger. */
export const WITH_LETTERS = 0.58;
const WITHOUT_LETTERS = 0.92;
/** Steps of a colour from the ground to its strongest: more are not told apart. */
const STEPS = 24;
const SELDOM = 0.05;
/** Letters in so many cells would make a file that no program opens with ease. */
const MOST_LETTERED = 10_000;

interface CellsInput {
  readonly layer: MatrixLayer;
  /** Cells whose sign was another in this one are framed. */
  readonly against: MatrixLayer | undefined;
  /** How many. */
  readonly columns: number;
  readonly plan: MatrixFigurePlan;
  readonly at: { readonly left: number; readonly top: number };
  readonly format: (value: number | null) => string;
}

/** The colour of a shade in [-1, 1]. */
export function shadeColour(shade: number, strongest: number): string {
  const { ground, low, high } = MATRIX_COLOURS.light;
  const part = Math.round(STEPS * Math.min(1, Math.abs(shade))) / STEPS;
  return mix(ground, shade < 0 ? low : high, strongest * part);
}

export interface Cells {
  readonly elements: readonly string[];
  /** How much of its colour a shade of 1 gets. */
  readonly strongest: number;
  /** Whether any cell is framed. */
  readonly framed: boolean;
}

/** The cells, those of one colour as one path, then their numbers or signs, marks of significance, and frames. */
export function matrixCells(input: CellsInput): Cells {
  const { layer, against, columns, plan, at, format } = input;
  const { cellWidth, cellHeight } = plan;
  const texts = cellTexts(layer, format);
  const size = letterSize(input, texts);
  const strongest = size === undefined ? WITHOUT_LETTERS : WITH_LETTERS;
  const shades = cellShades(layer);
  const colours: (string | undefined)[] = [];
  const bars: string[] = [];
  const letters: string[] = [];
  const frames: string[] = [];
  layer.values.forEach((value, cell) => {
    if (Number.isNaN(value)) return;
    const [left, top] = [
      at.left + (cell % columns) * cellWidth,
      at.top + Math.floor(cell / columns) * cellHeight,
    ];
    // Blue is gain where cells are signs: it is the colour of less elsewhere.
    const shade = (shades[cell] ?? 0) * (layer.signs ? -1 : 1);
    colours[cell] = shadeColour(shade, strongest);
    if (size !== undefined) {
      const [x, y] = [left + cellWidth / 2, top + cellHeight / 2 + size * 0.35];
      const seldom = (layer.p?.[cell] ?? NaN) < SELDOM ? '*' : '';
      const fill = value === 0 ? MUTED_INK : INK;
      letters.push(textElement([`${texts[cell] ?? ''}${seldom}`], x, y, { size, fill, anchor: 'middle' }));
    } else if (layer.signs && value < 0) {
      // Too small for a sign: a bar stands for the minus, so that the colour is not alone.
      const middle = decimal(top + cellHeight / 2);
      bars.push(`M${decimal(left + cellWidth * 0.2)} ${middle}h${decimal(cellWidth * 0.6)}`);
    }
    if (against && hasTurned(against.values[cell] ?? NaN, value))
      frames.push(
        `M${decimal(left + 0.8)} ${decimal(top + 0.8)}h${decimal(cellWidth - 1.6)}v${decimal(cellHeight - 1.6)}h${decimal(1.6 - cellWidth)}z`,
      );
  });
  const drawn = (paths: readonly string[], width: number, stroke: string): string =>
    paths.length === 0
      ? ''
      : `<path d="${paths.join('')}"${attributes({ fill: 'none', stroke, 'stroke-width': width })}/>`;
  const elements = [
    ...[...pathsByColour(colours, input)].map(
      ([fill, paths]) => `<path d="${paths.join('')}"${attributes({ fill })}/>`,
    ),
    drawn(bars, Math.min(0.8, cellHeight / 5), '#ffffff'),
    drawn(frames, 0.8, INK),
    ...letters,
  ];
  return { elements, strongest, framed: frames.length > 0 };
}

/** Small cells stand close: neighbours of one colour in a row are one rectangle, so that the file stays light. */
function pathsByColour(
  colours: readonly (string | undefined)[],
  { columns, plan: { cellWidth, cellHeight }, at }: CellsInput,
): ReadonlyMap<string, readonly string[]> {
  const gap = Math.min(cellWidth, cellHeight) > 3 ? 0.5 : 0;
  const byColour = new Map<string, string[]>();
  for (let cell = 0; cell < colours.length;) {
    const colour = colours[cell];
    const first = cell++;
    if (colour === undefined) continue;
    while (gap === 0 && cell % columns !== 0 && colours[cell] === colour) cell++;
    const left = decimal(at.left + (first % columns) * cellWidth + gap / 2);
    const top = decimal(at.top + Math.floor(first / columns) * cellHeight + gap / 2);
    const width = (cell - first) * cellWidth - gap;
    const path = `M${left} ${top}h${decimal(width)}v${decimal(cellHeight - gap)}h${decimal(-width)}z`;
    const known = byColour.get(colour);
    if (known) known.push(path);
    else byColour.set(colour, [path]);
  }
  return byColour;
}

/** Without the zero before the point where all are below 1: cells are small. */
function cellTexts(layer: MatrixLayer, format: (value: number | null) => string): readonly string[] {
  const small = layer.style === 'number' && layer.values.every((value) => !(Math.abs(value) > 1));
  return Array.from(layer.values, (value) => {
    if (Number.isNaN(value)) return '';
    if (layer.signs) return signText(value);
    if (value === 0) return '0';
    if (!small || Math.abs(value) === 1) return format(value);
    return value.toFixed(2).replace(/^(-?)0[.]/u, '$1.');
  });
}

/** The size at which every text fits into its cell; undefined where that could not be read. */
function letterSize({ layer, plan }: CellsInput, texts: readonly string[]): number | undefined {
  if (texts.length > MOST_LETTERED) return undefined;
  const { cellWidth, cellHeight, rowFont } = plan;
  const longest = Math.max(0.1, ...texts.map((text) => textWidth(text, 1))) + (layer.p ? 0.4 : 0);
  const size = Math.min(rowFont, cellHeight * 0.8, (cellWidth * 0.9) / longest);
  return size >= LEAST_FONT ? size : undefined;
}
