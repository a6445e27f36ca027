import type { Language, Localized } from '../../base/localized.ts';
import { formatChange } from '../../metrics/format.ts';
import { JUDGED_BY, type Goal } from '../../metrics/remedies/offers.ts';
import { LEAST_GAIN, type RankedRemedy } from '../../state/remedies.svelte.ts';
import { TEXTS } from './texts.ts';

/** Digits of a gain that are told, however small it is against the value that it adds to. */
const GAIN_DIGITS = 2;

/** The goal with so many digits that a gain is seen in its values: else what is ranked by might not show. */
export function goalShown(goal: Goal, value: number | null, gain: number | null): Goal {
  if (value === null || gain === null || Math.abs(gain) <= LEAST_GAIN) return goal;
  const power = (size: number): number => Math.floor(Math.log10(size));
  const largest = power(Math.max(Math.abs(value), Math.abs(value + goal.better * gain)));
  return { ...goal, digits: Math.max(goal.digits, largest - power(Math.abs(gain)) + GAIN_DIGITS) };
}

/** A gain as it stands in the values of the goal, the first of which this is. */
export function gainText(gain: number | null, goal: Goal, value: number | null, language: Language): string {
  const column = [value, value === null || gain === null ? null : value + goal.better * gain];
  const size = gain !== null && Math.abs(gain) <= LEAST_GAIN ? 0 : gain;
  return formatChange(size, goalShown(goal, value, gain), language, column);
}

/** What gets worst by a remedy or a plan. */
export function worstText(
  worst: RankedRemedy['worst'],
  say: (text: Localized) => string,
  language: Language,
): string {
  const measure = worst && JUDGED_BY[worst.headline]?.measure;
  if (!measure) return TEXTS[language].noWorse;
  return TEXTS[language].worst(
    say(measure.name),
    formatChange(worst.after - worst.before, measure, language, [worst.before, worst.after]),
  );
}

/** A cost: as few digits as it has. */
export function costText(cost: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(cost);
}
