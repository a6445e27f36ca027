import type { StrategyDocument } from '../../state/strategy.svelte.ts';
import { Pictures, showDocument, styleSheet } from './mount-markup.ts';

/** While it is there the page prints the document and nothing else. */
const PRINT_ALONE = `
.printed-document { display: none; }
@media print {
  :root { color-scheme: light !important; }
  html, body { height: auto !important; overflow: visible !important; background: #ffffff !important; }
  body > :not(.printed-document) { display: none !important; }
  .printed-document { display: block; }
}
`;

/** A copy of the document for the printer, at the end of the page and unseen on the screen. */
export class PrintCopy {
  readonly #host = document.createElement('div');
  readonly #root = this.#host.attachShadow({ mode: 'open' });
  readonly #alone = styleSheet(PRINT_ALONE);
  readonly #paper = new CSSStyleSheet();
  readonly #pictures = new Pictures();
  readonly #title = document.title;
  #ready: Promise<void> = Promise.resolve();

  constructor() {
    this.#host.className = 'printed-document';
    this.#host.ariaHidden = 'true';
    document.body.append(this.#host);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#alone, this.#paper];
  }

  show(shown: StrategyDocument): void {
    this.#pictures.letGo();
    this.#paper.replaceSync(shown.pageRules);
    // What browsers offer as the name of a PDF.
    document.title = shown.title;
    this.#ready = showDocument(this.#root, shown, this.#pictures.addressOf);
  }

  async print(): Promise<void> {
    await this.#ready;
    window.print();
  }

  remove(): void {
    this.#host.remove();
    this.#pictures.letGo();
    document.title = this.#title;
    const own = new Set([this.#alone, this.#paper]);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => !own.has(sheet));
  }
}
