import { attributes, escaped } from '../svg.ts';

/** A part of a document: text, an element, or a figure. Text is text: it never becomes markup. */
export type Markup = string | MarkupElement | Drawing;

export interface MarkupElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Markup[];
}

/** A figure, an SVG file as text: set into the document, or beside it as a file of its own. */
export interface Drawing {
  /** Letters, digits and hyphens; of one figure in the document alone. */
  readonly id: string;
  /** What it shows, for readers who don't see it. */
  readonly title: string;
  readonly svg: string;
}

/** What is missing may be left out where it stands. */
type Child = Markup | false | null | undefined | readonly (Markup | null)[];

export function element(
  tag: string,
  given: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): MarkupElement {
  const set = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const kept = children.flat().filter((child): child is Markup => !!child);
  return { tag, attributes: Object.fromEntries(set), children: kept };
}

/** An element with a class. */
export function block(name: string, tag: string, ...children: readonly Child[]): MarkupElement {
  return element(tag, { class: name }, ...children);
}

/** As HTML that is well-formed XML too. */
export function markupText(markup: Markup): string {
  if (typeof markup === 'string') return escaped(markup);
  if ('svg' in markup) return inlineFigure(markup);
  const { tag, attributes: set, children } = markup;
  if (VOID.has(tag)) return `<${tag}${attributes(set)} />`;
  const inside = children.map(markupText).join('');
  const end = BLOCKS.has(tag) ? '\n' : '';
  return `<${tag}${attributes(set)}>${inside}</${tag}>${end}`;
}

/** Elements that HTML never closes. */
const VOID = new Set(['br', 'meta']);

/** Set on lines of their own, so that two versions of a document can be compared. */
const BLOCKS = new Set(
  'article section header footer div figure h1 h2 h3 h4 p ul ol li dl dt dd table thead tbody tr'.split(' '),
);

const PROLOGUE = /^<\?xml[^>]*\?>\s*/u;
/** Ids of the groups of a figure and what points at them: quotes in texts are escaped, so that only attributes match. */
const IDS = / id="([\w-]+)"/gu;
const POINTERS = /url\(#([\w-]+)\)/gu;

/** A figure within a document, where other figures have groups of the same names. */
function inlineFigure({ id, title, svg }: Drawing): string {
  return svg
    .replace(PROLOGUE, '')
    .replace(IDS, ` id="${id}-$1"`)
    .replace(POINTERS, `url(#${id}-$1)`)
    .replace('<svg ', `<svg role="group"${attributes({ 'aria-label': title })} `);
}

/** The figures of a document, in the order in which they stand in it. */
export function drawingsOf(markup: readonly Markup[]): readonly Drawing[] {
  return markup.flatMap((part) => {
    if (typeof part === 'string') return [];
    return 'svg' in part ? [part] : drawingsOf(part.children);
  });
}
