export { dateFrom, listFrom, numberFrom } from '../../base/typed-values.ts';
import { numberFrom } from '../../base/typed-values.ts';

/** The next weight up or down: by 1, and by 0.1 between 0 and 1; undefined where it would not be above 0. */
export function steppedWeight(weight: number, direction: 1 | -1): number | undefined {
  const fine = direction === 1 ? weight < 1 : weight <= 1;
  const next = Number((weight + direction * (fine ? 0.1 : 1)).toFixed(10));
  return next > 0 ? next : direction === -1 && !fine ? 1 : undefined;
}

/** An amount as text, that much more or less and never below 0; what is no number starts from 0. */
export function steppedAmount(text: string, by: number): string {
  const value = numberFrom(text) ?? 0;
  return String(Number(Math.max(0, (Number.isFinite(value) ? value : 0) + by).toFixed(10)));
}
