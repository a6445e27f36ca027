import { SaxesParser } from 'saxes';
import { textWidth } from '../../src/scene/text.ts';

export interface TextBox {
  readonly text: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Ids of the groups around it, outermost first. */
  readonly groups: readonly string[];
}

export interface ReadFigure {
  readonly width: number;
  readonly height: number;
  /** As its first tag says, in mm. */
  readonly widthMm: number;
  readonly heightMm: number;
  /** Names of all elements, each once. */
  readonly elements: ReadonlySet<string>;
  readonly ids: readonly string[];
  /** Every line of text where it stands on the page. */
  readonly texts: readonly TextBox[];
  /** Drawn elements by the group that they are in. */
  readonly counts: ReadonlyMap<string, number>;
}

/** a c e / b d f, as SVG has it. */
type Matrix = readonly [number, number, number, number, number, number];

function times([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

function matrixOf(transform: string): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, inside = ''] of transform.matchAll(/(\w+)\(([^)]*)\)/gu)) {
    const [x = 0, y = 0] = inside.split(/[ ,]+/u).map(Number);
    const turn = (x * Math.PI) / 180;
    const own: Matrix =
      name === 'translate'
        ? [1, 0, 0, 1, x, y]
        : name === 'scale'
          ? [x, 0, 0, x, 0, 0]
          : [Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), 0, 0];
    matrix = times(matrix, own);
  }
  return matrix;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly matrix: Matrix;
  readonly groups: readonly string[];
  text: string;
  spans: number;
}

/** Reads a figure strictly: throws where it is not well-formed XML. Texts are measured as the figures measure them. */
export function readFigure(svg: string): ReadFigure {
  const parser = new SaxesParser();
  const [elements, ids, texts] = [new Set<string>(), [] as string[], [] as TextBox[]];
  const counts = new Map<string, number>();
  const stack: Open[] = [];
  let root: Readonly<Record<string, string>> = {};
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const above = stack.at(-1);
    if (!above) root = attributes;
    elements.add(name);
    const id = attributes['id'];
    if (id !== undefined) ids.push(id);
    const matrix = times(above?.matrix ?? [1, 0, 0, 1, 0, 0], matrixOf(attributes['transform'] ?? ''));
    const groups = [...(above?.groups ?? []), ...(name === 'g' && id !== undefined ? [id] : [])];
    if (name === 'tspan' && above) above.spans++;
    else if (name !== 'g' && name !== 'svg') {
      const group = groups.at(-1) ?? '';
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    stack.push({ name, attributes, matrix, groups, text: '', spans: 0 });
  });
  parser.on('text', (text) => {
    const open = stack.at(-1);
    if (open) open.text += text;
  });
  parser.on('closetag', () => {
    const open = stack.pop();
    if (!open) return;
    const holder = open.name === 'tspan' ? stack.at(-1) : open;
    if (open.name === 'tspan' || (open.name === 'text' && open.spans === 0))
      texts.push(boxOf(open, holder?.attributes ?? {}));
  });
  parser.write(svg).close();
  const [, , width = NaN, height = NaN] = (root['viewBox'] ?? '').split(' ').map(Number);
  return {
    width,
    height,
    widthMm: Number((root['width'] ?? '').replace('mm', '')),
    heightMm: Number((root['height'] ?? '').replace('mm', '')),
    elements,
    ids,
    texts,
    counts,
  };
}

/** Above and below the baseline, in parts of the size of letters. */
const ASCENT = 0.75;
const DESCENT = 0.2;

function boxOf(
  { text, attributes, matrix, groups }: Open,
  holder: Readonly<Record<string, string>>,
): TextBox {
  const size = Number(holder['font-size']);
  const width = textWidth(text, size, holder['font-weight'] === 'bold');
  const anchor = holder['text-anchor'] ?? 'start';
  const x = Number(attributes['x']) - (anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0);
  const y = Number(attributes['y']);
  const corners = [
    [x, y - size * ASCENT],
    [x + width, y - size * ASCENT],
    [x, y + size * DESCENT],
    [x + width, y + size * DESCENT],
  ].map(([left = 0, top = 0]) => {
    const [a, b, c, d, e, f] = matrix;
    return [a * left + c * top + e, b * left + d * top + f] as const;
  });
  const [xs, ys] = [corners.map(([left]) => left), corners.map(([, top]) => top)];
  return {
    text,
    groups,
    x1: Math.min(...xs),
    y1: Math.min(...ys),
    x2: Math.max(...xs),
    y2: Math.max(...ys),
  };
}
