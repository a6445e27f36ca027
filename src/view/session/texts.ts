import { session as en } from '../../i18n/en/session.ts';
import { session as zh } from '../../i18n/zh/session.ts';
import { lateTexts } from '../../state/late-texts.ts';

export const sessionTexts = lateTexts<typeof en>({ en, zh });
