import type { Language } from '../base/localized.ts';
import type { en } from './en.ts';

/** English is the source of keys; another language must have every one of them, of the same type. */
export type Dictionary = typeof en;

/** The interface's texts: fetched one language at a time, since a page view reads one. */
export async function loadDictionary(language: Language): Promise<Dictionary> {
  return language === 'zh' ? (await import('./zh.ts')).zh : (await import('./en.ts')).en;
}
