import type { Language } from '../../base/localized.ts';
import type { Moment } from '../../model/moments.ts';

/** A year, a month or a day as people write it. */
export function momentText(moment: Moment, language: Language): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return moment;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    year: 'numeric',
    ...(moment.length > 4 && { month: 'short' }),
    ...(moment.length > 7 && { day: 'numeric' }),
  });
  return format.format(date);
}

/** The hour and minute on the clock of whoever looks. */
export function clockText(at: Date, language: Language): string {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    at,
  );
}

/** When a round was taken: the time, and the day where it is another one. */
export function takenText(time: string, now: Date, language: Language): string {
  const at = new Date(time);
  const clock = clockText(at, language);
  if (at.toDateString() === now.toDateString()) return clock;
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium' }).format(
    at,
  );
  return language === 'zh' ? `${day} ${clock}` : `${day}, ${clock}`;
}
