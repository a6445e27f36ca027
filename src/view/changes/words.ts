import type { Language, Localized } from '../../base/localized.ts';
import type { Dictionary } from '../../i18n/dictionaries.ts';

/** What texts are made of: the interface's in one language. The preferences have those in force. */
export interface Words {
  readonly language: Language;
  readonly t: Dictionary;
  readonly say: (text: Localized) => string;
}

export function listText(items: readonly (string | number)[], language: Language): string {
  return items.join(language === 'zh' ? '、' : ', ');
}

const formats = new Map<Language, Intl.NumberFormat>();

export function numberText(value: number, language: Language): string {
  let format = formats.get(language);
  if (!format)
    formats.set(language, (format = new Intl.NumberFormat(language, { maximumFractionDigits: 6 })));
  return format.format(value);
}
