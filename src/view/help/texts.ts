import { help as en } from '../../i18n/en/help.ts';
import { help as zh } from '../../i18n/zh/help.ts';
import { lateTexts } from '../../state/late-texts.ts';

export type HelpTexts = typeof en;

export const helpTexts = lateTexts<HelpTexts>({ en, zh });
