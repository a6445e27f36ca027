import { untrack } from 'svelte';

/** What a finding is about: shown on the map while someone looks at it. */
export interface Highlight {
  readonly actors: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
  /** Drawn though no tie may be between them. */
  readonly pairs: readonly (readonly [from: string, to: string])[];
  /** Whether pairs have a direction. */
  readonly directed: boolean;
  /** Whether pairs are ties that might be made: drawn dashed. */
  readonly proposed?: true;
  /** Whether all else steps back. */
  readonly alone: boolean;
}

/** A list or chart whose parts can be looked at on the map. */
export interface HighlightSource {
  readonly highlight: () => Highlight | undefined;
  /** Ends what is kept on the map. @returns whether anything was */
  readonly letGo: () => boolean;
}

/** What the lists and charts that are open want shown on the map: derived from them, so that it goes when they go. */
export class HighlightState {
  #sources = $state.raw<readonly HighlightSource[]>([]);

  /** Of the source that opened last and has any. */
  readonly shown: Highlight | undefined = $derived.by(() => {
    for (const source of this.#sources) {
      const highlight = source.highlight();
      if (highlight) return highlight;
    }
    return undefined;
  });

  /** @returns takes the source out again */
  add(source: HighlightSource): () => void {
    untrack(() => (this.#sources = [source, ...this.#sources]));
    return () => untrack(() => (this.#sources = this.#sources.filter((each) => each !== source)));
  }

  /** Ends all that is kept. @returns whether anything was */
  letGo(): boolean {
    return this.#sources.map((source) => source.letGo()).includes(true);
  }
}
