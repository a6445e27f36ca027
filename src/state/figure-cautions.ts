import type { FigureFacts } from '../figures/figure-facts.ts';
import type { FigureChoices } from './figure-choices.ts';
import type { PageRules } from './figure-options.ts';
import type { Size } from './images.ts';
import type { StudioTexts } from './studio-texts.ts';

/** The setting that a caution stands beside. */
export type CautionPlace = 'size' | 'text' | 'labels' | 'legend' | 'file';

export interface Caution {
  readonly at: CautionPlace;
  readonly text: string;
}

/** Narrower than this an actor is hardly more than a dot in print; a rule of ours. */
const SMALLEST_MARK_MM = 0.5;
/** Sizes are rounded as they are written. */
const ROUNDING = 0.005;

type Texts = StudioTexts['cautions'];

/**
 * What a journal or a reader would stumble over in this very figure. None of it keeps the figure from being saved.
 * @param facts of a figure of the map alone
 */
export function figureCautions(
  facts: FigureFacts | undefined,
  size: Size,
  choices: Pick<FigureChoices, 'format' | 'dpi'>,
  rules: PageRules,
  texts: Texts,
  language: string,
): readonly Caution[] {
  const cautions: Caution[] = [];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const say = (at: CautionPlace, text: string): void => void cautions.push({ at, text });
  const { journal, mostHeightMm } = rules;

  if (mostHeightMm !== undefined && journal && size.height > mostHeightMm + 0.5)
    say('size', texts.tooHigh(number.format(size.height), journal.name, number.format(mostHeightMm)));
  if (facts) mapCautions(facts, rules, texts, language, say);

  if (choices.format === 'png' && journal) {
    if (journal.wantsEditableText) say('file', texts.noText(journal.name));
    if (choices.dpi < journal.leastDpi) say('file', texts.coarse(journal.name, journal.leastDpi));
  }
  return cautions;
}

/** Of a figure of the map alone, of which more is known. */
function mapCautions(
  facts: FigureFacts,
  { journal, leastPoints, mostPoints }: PageRules,
  texts: Texts,
  language: string,
  say: (at: CautionPlace, text: string) => void,
): void {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  if (facts.smallestMark !== null && facts.smallestMark < SMALLEST_MARK_MM)
    say(
      'size',
      texts.tinyActors(
        new Intl.NumberFormat(language, { maximumSignificantDigits: 1 }).format(facts.smallestMark),
      ),
    );

  if (facts.text && facts.text.least < leastPoints - ROUNDING)
    say('text', texts.tooSmall(number.format(facts.text.least), journal, number.format(leastPoints)));
  if (facts.text && mostPoints !== null && facts.text.most > mostPoints + ROUNDING)
    say(
      'text',
      texts.tooLarge(number.format(facts.text.most), journal?.name ?? null, number.format(mostPoints)),
    );

  if (facts.labels.drawn < facts.labels.wanted)
    say('labels', texts.fewNames(facts.labels.drawn, facts.labels.wanted));

  if (facts.legendLeftOut) say('legend', texts.noRoom);
  if (facts.covered > 0) say('legend', texts.covers(facts.covered));
}
