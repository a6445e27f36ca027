import type { Language } from '../base/localized.ts';
import { preferences } from './preferences.svelte.ts';

/**
 * Texts of a dialog or panel that come with it, in the language shown: those of `i18n/en.ts` and `zh.ts` are part of the
 * first view of the page, whose scripts have a budget.
 */
export function lateTexts<T>(texts: Readonly<Record<Language, T>>): () => T {
  return () => texts[preferences.language];
}
