import type { Dictionary } from '../../i18n/dictionaries.ts';

/** How long something takes, roughly, in words: never more exact than the estimate. */
export function timeText(ms: number, words: Dictionary['measureOptions']): string {
  const seconds = ms / 1000;
  if (seconds < 50) return words.seconds(rough(seconds));
  if (seconds < 50 * 60) return words.minutes(rough(seconds / 60));
  return words.hours(rough(seconds / 3600));
}

/** Whole up to 10, then fives. */
function rough(amount: number): number {
  return amount < 10 ? Math.max(1, Math.round(amount)) : 5 * Math.round(amount / 5);
}
