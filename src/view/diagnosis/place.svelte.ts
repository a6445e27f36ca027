export type Tab = 'findings' | 'remedies' | 'stress';

interface Place {
  tab: Tab;
}

/** Where one was in the panel: stays so while it is shut. */
export const place = $state<Place>({ tab: 'findings' });
