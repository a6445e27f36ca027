import type { Language } from '../../base/localized.ts';

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 365 * 24 * 60],
  ['month', 30 * 24 * 60],
  ['week', 7 * 24 * 60],
  ['day', 24 * 60],
  ['hour', 60],
  ['minute', 1],
];

/** How long ago, in words: "3 hours ago", "yesterday"; undefined within the last minute. Times in ms since 1970. */
export function ago(time: number, now: number, language: Language): string | undefined {
  const minutes = (now - time) / 60_000;
  const [unit, length] = STEPS.find(([, step]) => minutes >= step) ?? [];
  if (unit === undefined || length === undefined) return undefined;
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(
    -Math.floor(minutes / length),
    unit,
  );
}
