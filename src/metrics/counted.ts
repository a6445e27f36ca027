import type { Localized } from '../base/localized.ts';

/** In whole per cent; what is more than nothing is never printed as nothing, and less than all never as all. */
export function percent(share: number): Localized {
  const whole = Math.round(100 * share);
  if (whole === 0 && share > 0) return { en: 'less than 1%', zh: '不到 1%' };
  if (whole === 100 && share < 1) return { en: 'more than 99%', zh: '超过 99%' };
  return { en: `${whole}%`, zh: `${whole}%` };
}

export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
