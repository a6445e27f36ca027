/** The languages of the interface and of every text that the library prints. */
export type Language = 'en' | 'zh';

/** A text (or any value) in each language. */
export type Localized<T = string> = Readonly<Record<Language, T>>;

/** The same text in both languages: names, numbers, codes. */
export function same(text: string): Localized {
  return { en: text, zh: text };
}
