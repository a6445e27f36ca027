import type { Localized } from '../../base/localized.ts';
import type { Pdf } from './pdf.ts';

/** What a PDF shows otherwise than its figure; undefined when nothing. */
export function pdfNote({ unknown, otherFont }: Pick<Pdf, 'unknown' | 'otherFont'>): Localized | undefined {
  const said = [...(otherFont ? [OTHER_FONT] : []), ...(unknown > 0 ? [lettersMissing(unknown)] : [])];
  if (said.length === 0) return undefined;
  return { en: said.map(({ en }) => en).join(' '), zh: said.map(({ zh }) => zh).join('') };
}

const OTHER_FONT: Localized = {
  en: 'A PDF is set in its own fonts, Arimo (as wide as Arial) and Noto Sans SC; SVG and PNG keep the font that was chosen.',
  zh: 'PDF 使用自带字体 Arimo（与 Arial 等宽）与思源黑体排版；SVG 和 PNG 会保留所选字体。',
};

function lettersMissing(count: number): Localized {
  return {
    en:
      count === 1
        ? 'One character is in none of the PDF’s fonts; a box stands in its place. SVG and PNG show it.'
        : `${count} characters are in none of the PDF’s fonts; boxes stand in their places. SVG and PNG show them.`,
    zh: `有 ${count} 个字符不在 PDF 所用的任何字体中，以方框代替；SVG 和 PNG 会显示这些字符。`,
  };
}
