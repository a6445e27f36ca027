import { THEMES } from '../scene/palette.ts';
import type { Theme } from '../scene/palette.ts';
import { cleanText, wrapLabel } from '../scene/text.ts';
import { attributes, decimal, escaped, group, POINTS_PER_MM, textElement } from './svg.ts';

/** Helvetica-like fonts, whose widths the layout is measured with, then the Chinese fonts of each system. */
export const FONT_FAMILY =
  "Arial, Helvetica, 'Liberation Sans', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', sans-serif";

export interface PageOptions {
  readonly widthMm: number;
  /** As high as the content needs unless told. */
  readonly heightMm?: number;
  readonly title?: string;
  readonly caption?: string;
  /** Of legend and caption; 7 for journal widths, larger for slides and posters. */
  readonly fontPoints?: number;
  /** Of the title; a third larger than the rest unless told. */
  readonly titlePoints?: number;
}

/** The page that a figure is set on; all lengths are points. */
export interface Page {
  readonly width: number;
  /** Null where the height follows from the content. */
  readonly height: number | null;
  readonly margin: number;
  readonly font: number;
  readonly titleFont: number;
  readonly title: readonly string[];
  readonly caption: readonly string[];
  /** Height of the title and of the caption, with the space that sets them apart. */
  readonly header: number;
  readonly footer: number;
}

export function pageOf(options: PageOptions): Page {
  const width = options.widthMm * POINTS_PER_MM;
  const font = options.fontPoints ?? 7 * Math.max(1, options.widthMm / 190);
  const titleFont = options.titlePoints ?? font * 1.35;
  const margin = font;
  // Measured widths are estimates: lines are set a little shorter than the page.
  const room = (width - 2 * margin) * 0.95;
  const title = options.title ? wrapLabel(options.title, room / titleFont / 1.07, 3, false) : [];
  const caption = options.caption ? wrapLabel(options.caption, room / font, 8, false) : [];
  return {
    width,
    height: options.heightMm === undefined ? null : options.heightMm * POINTS_PER_MM,
    margin,
    font,
    titleFont,
    title,
    caption,
    header: title.length === 0 ? 0 : title.length * titleFont * 1.25 + font * 0.8,
    footer: caption.length === 0 ? 0 : caption.length * font * 1.25 + font * 0.7,
  };
}

export interface Dress {
  readonly theme: Theme;
  readonly language: 'en' | 'zh';
  readonly fontFamily: string;
  /** #rrggbb or 'transparent'. */
  readonly background: string;
  /** The title as it was given, for readers that speak it. */
  readonly title: string | undefined;
}

/** Findings, comparisons and documents are drawn as on light paper. */
export function lightDress({
  language,
  fontFamily = FONT_FAMILY,
  background = THEMES.light.paper,
  title,
}: Pick<Dress, 'language'> & {
  readonly [Key in 'fontFamily' | 'background' | 'title']?: string | undefined;
}): Dress {
  return { theme: 'light', language, fontFamily, background, title };
}

/** The file: its head, ground, title and caption around the groups of the content. */
export function pageElement(page: Page, height: number, dress: Dress, groups: readonly string[]): string {
  const { ink, mutedInk } = THEMES[dress.theme];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1"${attributes({
      width: `${decimal(page.width / POINTS_PER_MM)}mm`,
      height: `${decimal(height / POINTS_PER_MM)}mm`,
      viewBox: `0 0 ${decimal(page.width)} ${decimal(height)}`,
      'xml:lang': dress.language === 'zh' ? 'zh-CN' : 'en',
      'font-family': dress.fontFamily,
    })}>\n`,
    dress.title ? `<title>${escaped(cleanText(dress.title))}</title>\n` : '',
    dress.background === 'transparent'
      ? ''
      : `<rect id="background"${attributes({ width: page.width, height, fill: dress.background })}/>\n`,
    ...groups,
    group('title', [
      textElement(page.title, page.margin, page.margin + page.titleFont * 0.86, {
        size: page.titleFont,
        fill: ink,
        bold: true,
      }),
    ]),
    group('caption', [
      textElement(page.caption, page.margin, height - page.margin - page.footer + page.font * 1.6, {
        size: page.font,
        fill: mutedInk,
      }),
    ]),
    '</svg>\n',
  ].join('');
}
