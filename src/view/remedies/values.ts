import type { Language } from '../../base/localized.ts';
import type { NumberStyle } from '../../metrics/detail.ts';
import { columnFormat } from '../../metrics/format.ts';
import { TEXTS } from './texts.ts';

interface Shown {
  readonly style: NumberStyle;
  readonly digits: number;
}

const MINUS = '−';

/** Changes are told with fewer digits than values. */
const DIGITS = 3;

/** A change with its sign; of shares in points of per cent. A dash where it is undefined. */
export function changeText(change: number | null, { style }: Shown, language: Language): string {
  if (change === null) return '—';
  const size = Math.abs(style === 'share' ? 100 * change : change);
  const format = columnFormat([size], { style: 'number', digits: size < 1 ? 2 : DIGITS }, language);
  const sign = change === 0 ? '' : change > 0 ? '+' : MINUS;
  const text = `${sign}${format(size)}`;
  return style === 'share' ? TEXTS[language].points(text) : text;
}

/** A cost: as few digits as it has. */
export function costText(cost: number, language: Language): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(cost);
}
