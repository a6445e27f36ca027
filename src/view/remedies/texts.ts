import type { Language } from '../../base/localized.ts';
import { remedies as en } from '../../i18n/en/remedies.ts';
import { remedies as zh } from '../../i18n/zh/remedies.ts';

/**
 * The texts of this room, which come with it: those of `i18n/en.ts` and `zh.ts` are part of the first view of the page,
 * whose scripts have a budget that these would use up.
 */
export const TEXTS: Readonly<Record<Language, typeof en>> = { en, zh };
