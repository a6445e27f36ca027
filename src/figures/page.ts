import { THEMES } from '../scene/palette.ts';
import type { Theme } from '../scene/palette.ts';
import { cleanText, textWidth, wrapLabel } from '../scene/text.ts';
import { FONT_FAMILY } from './fonts.ts';
import { attributes, decimal, escaped, group, POINTS_PER_MM, textElement } from './svg.ts';

export interface PageOptions {
  readonly widthMm: number;
  /** As high as the content needs unless told. */
  readonly heightMm?: number;
  readonly title?: string;
  readonly caption?: string;
  /** Of legend and caption; 7 for journal widths, larger for slides and posters. */
  readonly fontPoints?: number;
  /** Of the title; 1.35 times the size of legend and caption unless told. */
  readonly titlePoints?: number;
  /** The letter of a figure that is one panel of several: bold, in the upper left corner, before the title. */
  readonly panel?: string;
  /** Of that letter; as large as the title unless told. */
  readonly panelPoints?: number;
  /** How much wider its letters run than those of Helvetica; 1 unless told. */
  readonly fontWidth?: number;
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
  /** From the margin to the title: the room of the panel's letter. */
  readonly indent: number;
  readonly panel: string;
  readonly panelFont: number;
  readonly caption: readonly string[];
  /** Height of the title and of the caption, with the space that sets them apart. */
  readonly header: number;
  readonly footer: number;
}

export function pageOf(options: PageOptions): Page {
  const width = options.widthMm * POINTS_PER_MM;
  const font = options.fontPoints ?? 7 * Math.max(1, options.widthMm / 190);
  const titleFont = options.titlePoints ?? font * 1.35;
  const panelFont = options.panelPoints ?? titleFont;
  const margin = font;
  const wider = options.fontWidth ?? 1;
  // Measured widths are estimates: lines are set a little shorter than the page.
  const room = ((width - 2 * margin) * 0.95) / wider;
  const [panel = ''] = options.panel ? wrapLabel(options.panel, room / panelFont / 2, 1) : [];
  const indent = panel === '' ? 0 : (textWidth(panel, panelFont, true) + panelFont * 0.6) * wider;
  const lines = (most: number, lineHeight: number): number => linesWithin(options.heightMm, most, lineHeight);
  const title = options.title
    ? wrapLabel(options.title, (room - indent / wider) / titleFont / 1.07, lines(3, titleFont * 1.25), false)
    : [];
  const caption = options.caption
    ? wrapLabel(options.caption, room / font, lines(8, font * 1.25), false)
    : [];
  const firstLine = Math.max(title.length > 0 ? titleFont : 0, panel === '' ? 0 : panelFont);
  return {
    width,
    height: options.heightMm === undefined ? null : options.heightMm * POINTS_PER_MM,
    margin,
    font,
    titleFont,
    title,
    indent,
    panel,
    panelFont,
    caption,
    header:
      firstLine === 0 ? 0 : firstLine * 1.25 + Math.max(0, title.length - 1) * titleFont * 1.25 + font * 0.8,
    footer: caption.length === 0 ? 0 : caption.length * font * 1.25 + font * 0.7,
  };
}

/** Where the height is given, title and caption take a quarter of it at most, each. */
function linesWithin(heightMm: number | undefined, most: number, lineHeight: number): number {
  if (heightMm === undefined) return most;
  return Math.max(1, Math.min(most, Math.floor((heightMm * POINTS_PER_MM) / 4 / lineHeight)));
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
  const { margin, panel, panelFont, titleFont } = page;
  const baseline =
    margin + Math.max(page.title.length > 0 ? titleFont : 0, panel === '' ? 0 : panelFont) * 0.86;
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
    group('panel', [
      textElement(panel === '' ? [] : [panel], margin, baseline, { size: panelFont, fill: ink, bold: true }),
    ]),
    group('title', [
      textElement(page.title, margin + page.indent, baseline, { size: titleFont, fill: ink, bold: true }),
    ]),
    group('caption', [
      textElement(page.caption, margin, height - margin - page.footer + page.font * 1.6, {
        size: page.font,
        fill: mutedInk,
      }),
    ]),
    '</svg>\n',
  ].join('');
}
