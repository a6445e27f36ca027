import type { Language } from '../base/localized.ts';
import { FIGURE_FONTS, isOtherFont } from '../figures/fonts.ts';
import { lettersWithoutGlyph } from '../figures/pdf/coverage.ts';
import { pdfNote } from '../figures/pdf/pdf-note.ts';
import type { Caution } from './figure-cautions.ts';
import type { FigureChoices } from './figure-choices.ts';

/** What a PDF of this figure will not show as it was chosen or written, told before it is saved. */
export function pdfCautions(
  svg: string,
  { format, font }: Pick<FigureChoices, 'format' | 'font'>,
  language: Language,
): readonly Caution[] {
  if (format !== 'pdf') return [];
  const notes = [
    pdfNote({ unknown: 0, otherFont: isOtherFont(FIGURE_FONTS[font].family) }),
    pdfNote({ unknown: lettersWithoutGlyph(svg), otherFont: false }),
  ];
  // Beside the button, where all settings are in sight or not.
  return notes.flatMap((note): readonly Caution[] => (note ? [{ at: 'file', text: note[language] }] : []));
}
