import type { Language } from '../base/localized.ts';
import type { Measure } from './measure.ts';

/** What stands where a measure is undefined. */
const UNDEFINED_VALUE = '—';

type Shown = Pick<Measure, 'style' | 'digits'>;

/** Never more decimals than this, however small the value. */
const MOST_DECIMALS = 8;

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, style: 'decimal' | 'percent', decimals: number): Intl.NumberFormat {
  const key = `${language} ${style} ${decimals}`;
  let format = formats.get(key);
  if (!format)
    formats.set(
      key,
      (format = new Intl.NumberFormat(language, {
        style,
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      })),
    );
  return format;
}

/**
 * A value as people read it: whole numbers whole, others with the significant digits of the measure, shares in per
 * cent, "—" where undefined (null or NaN).
 */
export function formatValue(value: number | null | undefined, measure: Shown, language: Language): string {
  return formatWith(value, measure, language, decimalsFor([value ?? 0], measure));
}

/** The format of a whole column: as many decimals as the largest value needs, the same in every row. */
export function columnFormat(
  values: Iterable<number | null>,
  measure: Shown,
  language: Language,
): (value: number | null) => string {
  const decimals = decimalsFor(values, measure);
  return (value) => formatWith(value, measure, language, decimals);
}

function formatWith(
  value: number | null | undefined,
  measure: Shown,
  language: Language,
  decimals: number,
): string {
  if (value === null || value === undefined || Number.isNaN(value)) return UNDEFINED_VALUE;
  return numberFormat(language, measure.style === 'share' ? 'percent' : 'decimal', decimals).format(value);
}

function decimalsFor(values: Iterable<number | null>, { style, digits }: Shown): number {
  if (style === 'count') return 0;
  let largest = 0;
  let whole = true;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    const printed = style === 'share' ? value * 100 : value;
    largest = Math.max(largest, Math.abs(printed));
    whole &&= Number.isInteger(printed);
  }
  if (whole) return 0;
  // Rounding first: 0.9996 prints as 1.00, not as 1.000.
  const rounded = Number(largest.toPrecision(digits));
  return Math.min(MOST_DECIMALS, Math.max(0, digits - 1 - Math.floor(Math.log10(rounded))));
}
