import type { Highlight, HighlightSource } from '../../state/highlight.svelte.ts';

interface Seen<T> {
  readonly what: T;
  readonly highlight: Highlight | undefined;
}

/**
 * What is pointed at or focused in a list or chart, and what was clicked so that it stays on the map. It remembers what
 * to show there: the map may ask while the list is being taken away.
 */
export class Attention<T> implements HighlightSource {
  #pointed = $state.raw<Seen<T>>();
  #kept = $state.raw<Seen<T>>();

  get pointed(): T | undefined {
    return this.#pointed?.what;
  }

  get kept(): T | undefined {
    return this.#kept?.what;
  }

  readonly highlight = (): Highlight | undefined => this.#pointed?.highlight ?? this.#kept?.highlight;

  point(what: T, highlight: Highlight | undefined): void {
    this.#pointed = { what, highlight };
  }

  leave(): void {
    this.#pointed = undefined;
  }

  /** Keeps it; lets it go if it is kept already. */
  toggle(what: T, highlight: Highlight | undefined): void {
    this.#kept = this.kept === what ? undefined : { what, highlight };
  }

  /** What is kept has become something else, or is no more. */
  update(highlight: Highlight | undefined): void {
    if (this.#kept) this.#kept = highlight && { what: this.#kept.what, highlight };
  }

  readonly letGo = (): boolean => {
    const was = this.#kept !== undefined;
    this.#kept = undefined;
    this.#pointed = undefined;
    return was;
  };
}
