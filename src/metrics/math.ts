/**
 * A formula as a tree of MathML elements, which browsers typeset by themselves. A tree and not markup, so that the
 * interface can build it element by element.
 */
export interface MathNode {
  readonly tag:
    'math' | 'mrow' | 'mi' | 'mn' | 'mo' | 'mtext' | 'msub' | 'msup' | 'msubsup' | 'mfrac' | 'munder';
  /** Of a leaf. */
  readonly text?: string;
  readonly children?: readonly MathNode[];
}

type Part = MathNode | string;

/** Letters become identifiers, digits numbers, everything else (max and min too, for their spacing) operators. */
function node(part: Part): MathNode {
  if (typeof part !== 'string') return part;
  if (/^[\d.]+$/.test(part)) return { tag: 'mn', text: part };
  if (part === 'max' || part === 'min') return { tag: 'mo', text: part };
  return { tag: /^\p{L}+$/u.test(part) || part === '∞' ? 'mi' : 'mo', text: part };
}

export function row(...parts: readonly Part[]): MathNode {
  return { tag: 'mrow', children: parts.map(node) };
}

export function sub(base: Part, index: Part): MathNode {
  return { tag: 'msub', children: [node(base), node(index)] };
}

export function sup(base: Part, exponent: Part): MathNode {
  return { tag: 'msup', children: [node(base), node(exponent)] };
}

export function subsup(base: Part, index: Part, exponent: Part): MathNode {
  return { tag: 'msubsup', children: [node(base), node(index), node(exponent)] };
}

export function fraction(numerator: Part, denominator: Part): MathNode {
  return { tag: 'mfrac', children: [node(numerator), node(denominator)] };
}

export function sumOver(index: Part): MathNode {
  return { tag: 'munder', children: [node('∑'), node(index)] };
}

export function math(...parts: readonly Part[]): MathNode {
  return { tag: 'math', children: [row(...parts)] };
}

/** The tree as MathML markup, escaped. */
export function mathMarkup(tree: MathNode): string {
  const attributes = tree.tag === 'math' ? ' xmlns="http://www.w3.org/1998/Math/MathML" display="block"' : '';
  const content = tree.children ? tree.children.map(mathMarkup).join('') : escaped(tree.text ?? '');
  return `<${tree.tag}${attributes}>${content}</${tree.tag}>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
