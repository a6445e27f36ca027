import type { Language } from '../base/localized.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** English is the source of keys; another language must have every one of them, of the same type. */
export type Dictionary = typeof en;

export const dictionaries: Readonly<Record<Language, Dictionary>> = { en, zh };
