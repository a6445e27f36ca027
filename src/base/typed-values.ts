/** A number as people type it: empty is undefined, what is no number is NaN. Thousands may be marked by commas. */
export function numberFrom(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/\s/gu, '').replace(/^−/u, '-');
  if (plain === '') return undefined;
  const marked = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/u.test(plain);
  const digits = marked ? plain.replaceAll(',', '') : plain;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(digits) ? Number(digits) : NaN;
}

/**
 * A date as people type it (2020, 2020-05, 2020/5/1, 2020年5月), in ISO 8601: a year, a month or a day. Empty is
 * empty; undefined for what is no date of the calendar.
 */
export function dateFrom(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return '';
  const parts =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/u.exec(plain) ??
    /^(\d{4}) *年(?: *(\d{1,2}) *月(?: *(\d{1,2}) *[日号])?)?$/u.exec(plain);
  if (!parts) return undefined;
  const [, year = '', month, day] = parts;
  if (month === undefined) return year;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const yearMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined) return yearMonth;
  const whole = `${yearMonth}-${day.padStart(2, '0')}`;
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole) ? whole : undefined;
}

/** Texts separated by commas or semicolons of either language, each once. */
export function listFrom(text: string): readonly string[] {
  const items = text.split(/[,，、;；\n]/u).map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}
