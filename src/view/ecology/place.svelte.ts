interface Place {
  /** The measure that is unfolded. */
  unfolded: string | undefined;
  /** How far the panel is scrolled, in px. */
  scrolled: number;
}

/** Where one was in the panel: stays so while it is shut. */
export const place = $state<Place>({ unfolded: undefined, scrolled: 0 });
