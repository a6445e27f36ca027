import type { Localized } from '../base/localized.ts';

export type PresetId =
  | 'nature-89'
  | 'nature-183'
  | 'elsevier-90'
  | 'elsevier-140'
  | 'elsevier-190'
  | 'a4'
  | 'a4-landscape'
  | 'a3'
  | 'a3-landscape'
  | 'slide-16-9'
  | 'poster-a1'
  | 'poster-a0';

/** A page that figures are made for. */
export interface Preset {
  readonly id: PresetId;
  readonly name: Localized;
  readonly widthMm: number;
  /** Missing where the height follows from the content. */
  readonly heightMm?: number;
  /** The highest that a figure may be where its height is free. */
  readonly mostHeightMm?: number;
  /** Of names, numbers and legends, in points. */
  readonly fontPoints: number;
  /** Of titles, in points. */
  readonly titlePoints: number;
  /** Of the letters of panels, in points. */
  readonly letterPoints: number;
  /** The smallest and the largest text that is allowed, in points; null where there is no such rule. */
  readonly leastPoints: number;
  readonly mostPoints: number | null;
  /** Whose rules these are; missing where they are ours. */
  readonly journal?: Journal;
}

/** What a publisher asks of the figures of its journals. */
export interface Journal {
  readonly name: 'Nature' | 'Elsevier';
  /** Whether the smallest size of text is a rule of thumb, which the publisher itself calls so. */
  readonly isLeastAdvice: boolean;
  /** Whether the text of a figure has to stay text, so that no image will do. */
  readonly wantsEditableText: boolean;
  /** Of a figure of lines, shades and letters that comes as pixels. */
  readonly leastDpi: number;
}

/**
 * Nature, "Research figure guide", pages "Building and exporting figure panels" and "Our specifications" (as read in
 * 2026): printed 89 or 183 mm wide; 170 mm high at most, so that the caption has room beneath; text of 5 to 7 points that
 * can be edited; photographs of 300 dpi or more. "Final submission" (the same year) has the full page, 247 mm, and the
 * letters of panels: small, upright, bold, of 8 points.
 */
const NATURE = {
  journal: { name: 'Nature', isLeastAdvice: false, wantsEditableText: true, leastDpi: 300 },
  mostHeightMm: 170,
  fontPoints: 6,
  titlePoints: 7,
  letterPoints: 8,
  leastPoints: 5,
  mostPoints: 7,
} as const;

/**
 * Elsevier, "Artwork sizing" (as read in 2024; older issues of it agree): 90, 140 and 190 mm wide, 240 mm high at most,
 * lettering of 7 points as a rule of thumb, 6 in sub- and superscripts, and many journals with rules of their own.
 * "Artwork types": 300 dpi for halftones, 500 for lines and shades together, 1000 for lines in black and white. Text of 8
 * points is ours: what is written smaller than the rest is then still of 7.
 */
const ELSEVIER = {
  journal: { name: 'Elsevier', isLeastAdvice: true, wantsEditableText: false, leastDpi: 500 },
  mostHeightMm: 240,
  fontPoints: 8,
  titlePoints: 9,
  letterPoints: 10,
  leastPoints: 7,
  mostPoints: null,
} as const;

/** Pages of ISO 216 to be read in the hand; the sizes of text are ours. */
const PAPER = {
  fontPoints: 9,
  titlePoints: 12,
  letterPoints: 12,
  leastPoints: 6,
  mostPoints: null,
} as const;

/** What a page is chosen from. Sizes of text on slides and posters are ours: they are read from some metres away. */
export const PRESETS: readonly Preset[] = [
  {
    ...NATURE,
    id: 'nature-89',
    name: { en: 'Nature, one column (89 mm)', zh: 'Nature 单栏（89 毫米）' },
    widthMm: 89,
  },
  {
    ...NATURE,
    id: 'nature-183',
    name: { en: 'Nature, two columns (183 mm)', zh: 'Nature 双栏（183 毫米）' },
    widthMm: 183,
  },
  {
    ...ELSEVIER,
    id: 'elsevier-90',
    name: { en: 'Elsevier, one column (90 mm)', zh: 'Elsevier 单栏（90 毫米）' },
    widthMm: 90,
  },
  {
    ...ELSEVIER,
    id: 'elsevier-140',
    name: { en: 'Elsevier, one and a half columns (140 mm)', zh: 'Elsevier 一栏半（140 毫米）' },
    widthMm: 140,
  },
  {
    ...ELSEVIER,
    id: 'elsevier-190',
    name: { en: 'Elsevier, two columns (190 mm)', zh: 'Elsevier 双栏（190 毫米）' },
    widthMm: 190,
  },
  { ...PAPER, id: 'a4', name: { en: 'A4, upright', zh: 'A4 纵向' }, widthMm: 210, heightMm: 297 },
  {
    ...PAPER,
    id: 'a4-landscape',
    name: { en: 'A4, landscape', zh: 'A4 横向' },
    widthMm: 297,
    heightMm: 210,
  },
  { ...PAPER, id: 'a3', name: { en: 'A3, upright', zh: 'A3 纵向' }, widthMm: 297, heightMm: 420 },
  {
    ...PAPER,
    id: 'a3-landscape',
    name: { en: 'A3, landscape', zh: 'A3 横向' },
    widthMm: 420,
    heightMm: 297,
  },
  {
    id: 'slide-16-9',
    name: { en: 'Slide, 16:9', zh: '幻灯片 16:9' },
    // 13⅓ × 7½ inches, as programs for slides have it.
    widthMm: 338.67,
    heightMm: 190.5,
    fontPoints: 14,
    titlePoints: 24,
    letterPoints: 20,
    leastPoints: 12,
    mostPoints: null,
  },
  {
    id: 'poster-a1',
    name: { en: 'Poster, A1', zh: '海报 A1' },
    widthMm: 594,
    heightMm: 841,
    fontPoints: 24,
    titlePoints: 44,
    letterPoints: 36,
    leastPoints: 18,
    mostPoints: null,
  },
  {
    id: 'poster-a0',
    name: { en: 'Poster, A0', zh: '海报 A0' },
    widthMm: 841,
    heightMm: 1189,
    fontPoints: 32,
    titlePoints: 60,
    letterPoints: 48,
    leastPoints: 24,
    mostPoints: null,
  },
];

/** The preset of this id; undefined where there is none. */
export function presetById(id: string): Preset | undefined {
  return PRESETS.find((preset) => preset.id === id);
}
