import type { Tab } from './find-measures.ts';

interface Chosen {
  tab: Tab;
  /** The measure that is unfolded in each list: null for none, undefined until someone chose. */
  unfolded: Partial<Record<Tab, string | null>>;
  /** Groups that someone folded or unfolded, as `tab/group`. */
  groups: Record<string, boolean>;
  /** Whether the conventions are unfolded. */
  options: boolean;
  /** How far the list is scrolled, in px. */
  scrolled: number;
  /** Id of the measure on the other axis of scatter plots. */
  against: string | undefined;
}

/** What the panel shows: stays so while it is shut. */
export const chosen = $state<Chosen>({
  tab: 'actors',
  unfolded: {},
  groups: {},
  options: false,
  scrolled: 0,
  against: undefined,
});
