import type { Language } from '../../base/localized.ts';
import { remedies as en } from '../../i18n/en/remedies.ts';
import { remedies as zh } from '../../i18n/zh/remedies.ts';

/** The texts of this room, which come with it: the first view of the page does without them. */
export const TEXTS: Readonly<Record<Language, typeof en>> = { en, zh };
