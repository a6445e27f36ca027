interface Place {
  view: 'single' | 'plan';
}

/** What the tab of remedies shows: stays so while it is shut. */
export const place = $state<Place>({ view: 'single' });
