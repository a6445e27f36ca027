import type { EditKind } from '../../model/diagnosis-settings.ts';
import type { IconName } from '../Icon.svelte';

/** What each kind of edit looks like, beside its words. */
export const KIND_ICONS: Readonly<Record<EditKind, IconName>> = {
  'add-tie': 'plus',
  strengthen: 'up',
  'return-tie': 'swap',
  'add-intermediary': 'people',
  'add-supply': 'tidy',
  differentiate: 'split',
};
