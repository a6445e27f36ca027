import type { Language, Localized } from '../base/localized.ts';
import type { Measure } from './measure.ts';

/** What stands where a measure is undefined. */
const UNDEFINED_VALUE = '—';

/** What is needed to print a number. */
export type Shown = Pick<Measure, 'style' | 'digits'>;

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

/** A difference of shares is no share of anything. */
const POINTS: Localized<(size: string) => string> = {
  en: (size) => `${size}\u00a0pt`,
  zh: (size) => `${size}\u00a0个百分点`,
};

/**
 * A change with its sign; of shares in points of per cent, "—" where undefined.
 * @param column with as many decimals as the largest of these needs, such as the values that it lies between
 */
export function formatChange(
  change: number | null,
  measure: Shown,
  language: Language,
  column: Iterable<number | null> = [change],
): string {
  if (change === null) return UNDEFINED_VALUE;
  const share = measure.style === 'share';
  const decimals = decimalsFor(column, measure);
  const size = numberFormat(language, 'decimal', decimals).format(Math.abs(share ? 100 * change : change));
  const text = `${change === 0 ? '' : change > 0 ? '+' : '−'}${size}`;
  return share ? POINTS[language](text) : text;
}

/** A value before and after, with as many decimals each; unmoved where both are the same to the digits shown. */
export interface ShownChange {
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly moved: boolean;
}

export function shownChange(
  before: number | null,
  after: number | null,
  measure: Shown,
  language: Language,
): ShownChange {
  const format = columnFormat([before, after], measure, language);
  const [was, is] = [format(before), format(after)];
  const moved = was !== is;
  const change = before === null || after === null ? null : moved ? after - before : 0;
  return {
    before: was,
    after: is,
    change: formatChange(change, measure, language, [before, after]),
    moved,
  };
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

/** How many decimals the largest of these values needs, of shares in per cent. */
export function decimalsFor(values: Iterable<number | null>, { style, digits }: Shown): number {
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
