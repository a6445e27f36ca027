import type { Point } from '../scene/shapes.ts';

/** Points (1/72 inch) in a millimetre: a figure is laid out in points, as type is. */
export const POINTS_PER_MM = 72 / 25.4;

/** Two decimals of a point are 4 micrometres: finer than any printer, and the same text on every machine. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 100) / 100;
  return Number.isFinite(rounded) && rounded !== 0 ? String(rounded) : '0';
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML 1.0 allows it, in elements and in attributes; characters that no XML file may hold are left out. */
export function escaped(text: string): string {
  return (
    text
      // eslint-disable-next-line no-control-regex -- taking these out is the purpose
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
      .replace(/[\ud800-\udfff]/gu, '\ufffd')
      .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
  );
}

/** ` name="value"` for each attribute that is set; numbers are rounded. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    written += ` ${name}="${typeof value === 'number' ? decimal(value) : escaped(value)}"`;
  }
  return written;
}

export interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly bold?: boolean;
  /** From baseline to baseline; 1.25 times the size unless told. */
  readonly lineHeight?: number;
  /** An outline around the letters, `width` beyond them. */
  readonly halo?: { readonly colour: string; readonly width: number };
}

/**
 * Real text, one element for all its lines, the first baseline at y. The halo is an element of its own below: several
 * programs ignore `paint-order`, and `dominant-baseline` too.
 */
export function textElement(lines: readonly string[], x: number, y: number, style: TextStyle): string {
  if (lines.length === 0) return '';
  const { size, fill, anchor = 'start', bold = false, lineHeight = size * 1.25, halo } = style;
  const common = attributes({
    x,
    y,
    'font-size': size,
    'font-weight': bold ? 'bold' : undefined,
    'text-anchor': anchor === 'start' ? undefined : anchor,
  });
  const [only = ''] = lines;
  const content =
    lines.length === 1
      ? escaped(only)
      : lines
          .map((line, k) => `<tspan${attributes({ x, y: y + k * lineHeight })}>${escaped(line)}</tspan>`)
          .join('');
  const outline = halo
    ? `<text${common}${attributes({
        fill: 'none',
        stroke: halo.colour,
        'stroke-width': 2 * halo.width,
        'stroke-linejoin': 'round',
      })}>${content}</text>`
    : '';
  return `${outline}<text${common}${attributes({ fill })}>${content}</text>`;
}

export function polygonElement(corners: readonly Point[], paint: string): string {
  return `<polygon points="${corners.map(([x, y]) => `${decimal(x)},${decimal(y)}`).join(' ')}"${paint}/>`;
}

/** A named group, on lines of its own so that versions of a figure can be compared; nothing when it is empty. */
export function group(id: string, elements: readonly string[], more = ''): string {
  const filled = elements.filter((element) => element !== '');
  return filled.length === 0 ? '' : `<g id="${id}"${more}>\n${filled.join('\n')}\n</g>\n`;
}
