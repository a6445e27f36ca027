import { problem } from '../../base/problem.ts';
import { notices } from '../../state/notices.svelte.ts';
import { dateFrom, numberFrom } from './field-text.ts';

/** Hands a typed number on, undefined to clear; says what is wrong with anything else. */
export function withNumber(text: string, use: (value: number | undefined) => boolean): boolean {
  const value = numberFrom(text);
  if (value === undefined || Number.isFinite(value)) return use(value);
  notices.problem(
    problem('not-a-number', {
      en: `“${text}” is not a number. Type digits, such as 12.5.`,
      zh: `“${text}”不是数字。请输入数字，例如 12.5。`,
    }),
  );
  return false;
}

/** Hands a typed date on, empty to clear; says what is wrong with anything else. */
export function withDate(text: string, use: (value: string) => boolean): boolean {
  const value = dateFrom(text);
  if (value !== undefined) return use(value);
  notices.problem(
    problem('not-a-date', {
      en: `“${text}” is not a date. Type a year, a month or a day: 2020, 2020-05 or 2020-05-01.`,
      zh: `“${text}”不是日期。请输入年、年月或年月日：2020、2020-05 或 2020-05-01。`,
    }),
  );
  return false;
}
