import { papers as papersEn } from '../i18n/en/papers.ts';
import { studio as studioEn } from '../i18n/en/studio.ts';
import { papers as papersZh } from '../i18n/zh/papers.ts';
import { studio as studioZh } from '../i18n/zh/studio.ts';
import { lateTexts } from './late-texts.ts';

export type StudioTexts = typeof studioEn;

/** Of the export studio. */
export const studioTexts = lateTexts<StudioTexts>({ en: studioEn, zh: studioZh });

/** Of tables and methods. */
export const paperTexts = lateTexts<typeof papersEn>({ en: papersEn, zh: papersZh });
