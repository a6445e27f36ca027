export { dateFrom, listFrom, numberFrom } from '../../base/typed-values.ts';
import { numberFrom } from '../../base/typed-values.ts';

/** An amount as text, that much more or less and never below 0; what is no number starts from 0. */
export function steppedAmount(text: string, by: number): string {
  const value = numberFrom(text) ?? 0;
  return String(Number(Math.max(0, (Number.isFinite(value) ? value : 0) + by).toFixed(10)));
}
