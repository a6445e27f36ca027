import type { Localized } from '../base/localized.ts';

const CHINESE_SANS =
  "'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC'";
const CHINESE_SERIF = "'Songti SC', SimSun, 'Noto Serif SC', 'Noto Serif CJK SC', 'Source Han Serif SC'";

/** Helvetica-like fonts, whose widths the layout is measured with, then the Chinese fonts of each system. */
export const FONT_FAMILY = `Arial, Helvetica, 'Liberation Sans', ${CHINESE_SANS}, sans-serif`;

export const FONT_IDS = ['arial', 'liberation', 'noto', 'serif'] as const;
export type FontId = (typeof FONT_IDS)[number];

export interface FigureFont {
  readonly name: Localized;
  /** As CSS has it: the font, then what stands in for it and for Chinese. */
  readonly family: string;
  /** How much wider its letters run than those of Helvetica, rounded up; never below 1. */
  readonly width: number;
}

/** The fonts that a figure can be set in. None is written into an SVG: each program takes its own. */
export const FIGURE_FONTS: Readonly<Record<FontId, FigureFont>> = {
  arial: { name: { en: 'Arial / Helvetica', zh: 'Arial / Helvetica' }, family: FONT_FAMILY, width: 1 },
  liberation: {
    name: { en: 'Liberation Sans', zh: 'Liberation Sans' },
    family: `'Liberation Sans', Arial, Helvetica, ${CHINESE_SANS}, sans-serif`,
    width: 1,
  },
  noto: {
    name: { en: 'Noto Sans', zh: 'Noto Sans（思源黑体）' },
    family: `'Noto Sans', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif`,
    width: 1.09,
  },
  serif: {
    name: { en: 'Serif (Times)', zh: '衬线体（Times / 宋体）' },
    family: `'Times New Roman', Times, 'Liberation Serif', ${CHINESE_SERIF}, serif`,
    width: 1,
  },
};

/** Fonts that Arimo was drawn to stand in for. */
const LIKE_ARIMO = /^['"]?(?:Arial|Helvetica|Liberation Sans|Arimo)\b/u;

/** Whether a font, as CSS has it, looks otherwise than those of a PDF. */
export function isOtherFont(family: string): boolean {
  return !LIKE_ARIMO.test(family);
}
