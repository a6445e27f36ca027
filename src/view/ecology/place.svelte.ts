interface Place {
  /** The measure that is unfolded. */
  unfolded: string | undefined;
  /** Whether the page of how niches moved stands in the panel. */
  moves: boolean;
  /** How far the panel is scrolled, in px. */
  scrolled: number;
}

/** Where one was in the panel: stays so while it is shut. */
export const place = $state<Place>({ unfolded: undefined, moves: false, scrolled: 0 });
