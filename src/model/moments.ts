/** A year, a month or a day in ISO 8601. */
export type Moment = string;

/** What has a beginning and an end; either may be unknown, which means always. */
interface Lasting {
  readonly from?: string;
  readonly to?: string;
}

interface Dated {
  readonly actors: ReadonlyMap<string, Lasting>;
  readonly ties: ReadonlyMap<string, Lasting>;
}

/** More steps than this are no slider: the next larger unit is taken. */
const MOST_STEPS = 240;
const YEAR = 4;
const MONTH = 7;
const DAY = 10;

export function isMoment(value: unknown): value is Moment {
  return typeof value === 'string' && /^\d{4}(-\d{2}(-\d{2})?)?$/u.test(value);
}

/** Whether it is there at some time within the moment. Dates of unlike precision meet where they overlap. */
export function isThere({ from, to }: Lasting, moment: Moment): boolean {
  return (from === undefined || shared(from, moment) <= 0) && (to === undefined || shared(to, moment) >= 0);
}

/** Compares two moments by what both say: 2019 and 2019-05 are alike. */
function shared(a: Moment, b: Moment): number {
  const length = Math.min(a.length, b.length);
  const [first, second] = [a.slice(0, length), b.slice(0, length)];
  return first < second ? -1 : first > second ? 1 : 0;
}

/**
 * The moments of a map from its first date to its last: days, months or years, as fine as its dates are and as few as a
 * slider can show; over many centuries the years in which something begins or ends. Empty when nothing has a date.
 */
export function momentsOf({ actors, ties }: Dated): readonly Moment[] {
  const dates = [...actors.values(), ...ties.values()].flatMap(({ from, to }) => [from, to]).filter(isMoment);
  const [any] = dates;
  if (any === undefined) return [];
  const first = dates.reduce((a, b) => (b < a ? b : a), any);
  const last = dates.reduce((a, b) =>
    shared(b, a) > 0 || (shared(b, a) === 0 && b.length < a.length) ? b : a,
  );
  const finest = Math.max(...new Set(dates.map(({ length }) => length)));
  for (const unit of [DAY, MONTH, YEAR].filter((length) => length <= finest)) {
    const steps = momentsBetween(first, last, unit);
    if (steps.length <= MOST_STEPS) return steps;
  }
  return [...new Set(dates.map((date) => date.slice(0, YEAR)))].sort();
}

/** One step more than a slider shows is enough to know that they are too many. */
function momentsBetween(first: Moment, last: Moment, unit: number): readonly Moment[] {
  const steps: Moment[] = [];
  // A day that its month does not have begins with the month.
  const start = [first, first.slice(0, MONTH)].find(isOfTheCalendar);
  if (start === undefined) return [first.slice(0, YEAR)];
  while (steps.length <= MOST_STEPS) {
    const date = new Date(start);
    if (unit === DAY) date.setUTCDate(date.getUTCDate() + steps.length);
    else if (unit === MONTH) date.setUTCMonth(date.getUTCMonth() + steps.length, 1);
    else date.setUTCFullYear(date.getUTCFullYear() + steps.length, 0, 1);
    const moment = date.toISOString().slice(0, unit);
    if (steps.length > 0 && shared(moment, last) > 0) break;
    steps.push(moment);
  }
  return steps;
}

function isOfTheCalendar(date: Moment): boolean {
  const time = new Date(date);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
}
