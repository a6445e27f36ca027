import type { Language } from '../base/localized.ts';
import { papers as papersEn } from '../i18n/en/papers.ts';
import { studio as studioEn } from '../i18n/en/studio.ts';
import { papers as papersZh } from '../i18n/zh/papers.ts';
import { studio as studioZh } from '../i18n/zh/studio.ts';
import { preferences } from './preferences.svelte.ts';

// These come with the studio: the texts of `i18n/en.ts` and `zh.ts` are part of the first view of the page, whose
// scripts have a budget that these would use up.

export type StudioTexts = typeof studioEn;

const STUDIO: Readonly<Record<Language, StudioTexts>> = { en: studioEn, zh: studioZh };
const PAPERS: Readonly<Record<Language, typeof papersEn>> = { en: papersEn, zh: papersZh };

/** Of the export studio, in the language shown. */
export function studioTexts(): StudioTexts {
  return STUDIO[preferences.language];
}

/** Of tables and methods, in the language shown. */
export function paperTexts(): typeof papersEn {
  return PAPERS[preferences.language];
}
