export type Tab = 'findings' | 'remedies' | 'stress';

interface Place {
  tab: Tab;
  /** The group and the code of the rule that is unfolded among the findings. */
  unfolded: string | undefined;
  /** Which of the lists below the findings are unfolded. */
  fine: boolean;
  muted: boolean;
  silent: boolean;
}

/** Where one was in the panel: stays so while it is shut. */
export const place = $state<Place>({
  tab: 'findings',
  unfolded: undefined,
  fine: false,
  muted: false,
  silent: false,
});
