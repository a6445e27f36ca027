import type { Markup, StrategyDocument } from '../../state/strategy.svelte.ts';

/**
 * Builds the nodes of a document, element by element: the page's policy lets no text become HTML. Figures come as
 * pictures of their files.
 * @param addressOf where the picture of a figure is
 */
function nodeOf(markup: Markup, addressOf: (svg: string) => string): Node {
  if (typeof markup === 'string') return document.createTextNode(markup);
  if ('svg' in markup) {
    const image = document.createElement('img');
    image.src = addressOf(markup.svg);
    image.alt = markup.title;
    return image;
  }
  const { tag, attributes, children } = markup;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => nodeOf(child, addressOf)));
  return element;
}

/** The last document that each tree was asked to show. */
const asked = new WeakMap<ShadowRoot, DocumentFragment>();

/**
 * Shows a document in a shadow tree of its own, where its style sheet reaches nothing else. What was there stays until
 * its pictures are as high as they will be, so that whoever reads is not moved.
 *
 * @returns resolves when it can be printed, or another was asked for meanwhile
 */
export async function showDocument(
  root: ShadowRoot,
  { sheet, body }: Pick<StrategyDocument, 'sheet' | 'body'>,
  addressOf: (svg: string) => string,
): Promise<void> {
  const next = document.createDocumentFragment();
  next.append(nodeOf(body, addressOf));
  asked.set(root, next);
  await Promise.all([...next.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)));
  if (asked.get(root) !== next) return;
  root.adoptedStyleSheets = [styleSheet(sheet)];
  root.replaceChildren(next);
}

/** A style sheet made of text that the policy of the page allows, since it comes from a script of its own. */
export function styleSheet(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Addresses of pictures made of text, each made once, until they are let go. */
export class Pictures {
  readonly #addresses = new Map<string, string>();

  readonly addressOf = (svg: string): string => {
    let address = this.#addresses.get(svg);
    if (address === undefined) {
      address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      this.#addresses.set(svg, address);
    }
    return address;
  };

  letGo(): void {
    for (const address of this.#addresses.values()) URL.revokeObjectURL(address);
    this.#addresses.clear();
  }
}
