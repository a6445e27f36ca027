import { SaxesParser } from 'saxes';
import { POINTS_PER_MM } from '../svg.ts';
import type { Drawing, Group, Mark, PathStep, Text, TextLine } from './drawing.ts';
import { outlineOf, PLACES, type Attributes } from './outlines.ts';
import { numberOf, numbersOf, outsideSubset } from './outside-subset.ts';
import { FIRST_STYLE, matrixOf, paintOf, STYLED, styleOf, type Style } from './style.ts';

/** What says nothing about how an element looks. */
const SILENT = /^(?:id|class|role|version|viewBox|xml:.*|xmlns.*|aria-.*|data-.*)$/u;
/** What concerns an element as a whole, and not each of those within it. */
const WHOLE: ReadonlySet<string> = new Set(['opacity', 'transform', 'clip-path']);
/** Elements that are read, with the attributes of their own. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  ...PLACES,
  svg: ['width', 'height'],
  g: [],
  defs: [],
  clipPath: [],
  text: ['x', 'y'],
  tspan: ['x', 'y'],
};
/** Words about the figure: nothing that is drawn. */
const WORDS: ReadonlySet<string> = new Set(['title', 'desc', 'metadata']);

/** An element that is open while its content is read. */
interface Open {
  readonly name: string;
  readonly attributes: Attributes;
  readonly style: Style;
  readonly marks: Mark[];
  readonly lines: TextLine[];
  text: string;
}

/** Reads a figure of ours. Anything else than what our writers make is a bug and throws. */
export function readDrawing(svg: string): Drawing {
  const reader = new DrawingReader();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes));
  parser.on('text', (text) => reader.text(text));
  parser.on('closetag', ({ name }) => reader.close(name));
  parser.write(svg).close();
  return reader.drawing();
}

class DrawingReader {
  readonly #open: Open[] = [];
  readonly #clips = new Map<string, PathStep[]>();
  #root: Open | undefined;
  #title: string | undefined;
  /** How many elements deep in words about the figure. */
  #words = 0;

  open(name: string, attributes: Attributes): void {
    const around = this.#open.at(-1);
    if (this.#words > 0 || WORDS.has(name)) {
      this.#words++;
      if (name === 'title' && this.#words === 1 && around?.name === 'svg') this.#title = '';
      return;
    }
    checkAttributes(name, attributes);
    const style = styleOf(attributes, around?.style ?? FIRST_STYLE);
    const marks: Mark[] = [];
    const opened: Open = { name, attributes, style, marks, lines: [], text: '' };
    this.#root ??= opened;
    if (name === 'clipPath') this.#clips.set(attributes['id'] ?? '', []);
    this.#open.push(opened);
  }

  text(text: string): void {
    const around = this.#open.at(-1);
    if (this.#words === 1 && around?.name === 'svg' && this.#title !== undefined) this.#title += text;
    else if (this.#words > 0 || !around) return;
    else if (around.name === 'text' || around.name === 'tspan') around.text += text;
    else if (text.trim() !== '') throw outsideSubset(`Text in <${around.name}>`);
  }

  close(name: string): void {
    if (this.#words > 0) {
      this.#words--;
      return;
    }
    const closed = this.#open.pop();
    const around = this.#open.at(-1);
    if (!closed || !around) return;
    if (name === 'tspan') around.lines.push(lineOf(closed));
    else if (name === 'clipPath' || name === 'defs') return;
    else if (around.name === 'clipPath')
      this.#clips.get(around.attributes['id'] ?? '')?.push(...outlineOf(name, closed.attributes));
    else around.marks.push(...this.#whole(closed, markOf(closed)));
  }

  drawing(): Drawing {
    const root = this.#root;
    if (root?.name !== 'svg') throw outsideSubset('A file without <svg>');
    const [left, top, width = 0, height = 0] = numbersOf(root.attributes['viewBox'] ?? '', 'viewBox');
    if (left !== 0 || top !== 0) throw outsideSubset('A page that does not begin at 0 0');
    for (const [side, points] of Object.entries({ width, height })) {
      const mm = numberOf((root.attributes[side] ?? '').replace(/mm$/u, ''), side);
      // Both are written with two decimals.
      if (Math.abs(mm * POINTS_PER_MM - points) > 0.03) throw outsideSubset('A page not laid out in points');
    }
    const title = this.#title?.replace(/\s+/gu, ' ').trim();
    return {
      width,
      height,
      title: title === '' ? undefined : title,
      language: root.attributes['xml:lang'],
      fontFamily: root.attributes['font-family'],
      marks: root.marks,
    };
  }

  /** As a group, where the element is moved, clipped or faded. */
  #whole({ attributes }: Open, marks: readonly Mark[]): readonly Mark[] {
    const { opacity = '1', transform, 'clip-path': clip } = attributes;
    const group: Group = {
      kind: 'group',
      transform: transform === undefined ? null : matrixOf(transform),
      clip: clip === undefined ? null : this.#clipOf(clip),
      opacity: numberOf(opacity, 'opacity'),
      marks,
    };
    const plain = group.transform === null && group.clip === null && group.opacity >= 1;
    return marks.length === 0 || plain ? marks : [group];
  }

  #clipOf(reference: string): readonly PathStep[] {
    const path = this.#clips.get(/^url\(#(.+)\)$/u.exec(reference)?.[1] ?? '');
    if (!path) throw outsideSubset(`The clip "${reference}"`);
    return path;
  }
}

function checkAttributes(name: string, attributes: Attributes): void {
  const own = KNOWN[name];
  if (!own) throw outsideSubset(`<${name}>`);
  for (const attribute of Object.keys(attributes)) {
    if (own.includes(attribute) || STYLED.has(attribute) || WHOLE.has(attribute)) continue;
    if (!SILENT.test(attribute)) throw outsideSubset(`${attribute} of <${name}>`);
  }
}

function markOf({ name, attributes, style, marks, lines, text }: Open): readonly Mark[] {
  if (name === 'g') return marks;
  const paint = paintOf(style);
  if (!paint.fill && !paint.stroke) return [];
  if (name !== 'text') return [{ kind: 'shape', path: outlineOf(name, attributes), ...paint }];
  const own = lines.length > 0 ? lines : [lineOf({ name, attributes, text })];
  const { fontSize: size, bold, anchor } = style;
  const filled = own.filter((line) => line.text !== '');
  const mark: Text = { kind: 'text', lines: filled, size, bold, anchor, ...paint };
  return filled.length === 0 ? [] : [mark];
}

function lineOf({ name, attributes, text }: Pick<Open, 'name' | 'attributes' | 'text'>): TextLine {
  return {
    text: text.replace(/[ \t\r\n]+/gu, ' ').trim(),
    x: numberOf(attributes['x'] ?? '', `x of <${name}>`),
    y: numberOf(attributes['y'] ?? '', `y of <${name}>`),
  };
}
