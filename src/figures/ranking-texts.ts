import type { Localized } from '../base/localized.ts';

const undefinedCount: Localized<(count: number) => string> = {
  en: (count) => (count === 1 ? '1 has no value.' : `${count} have no value.`),
  zh: (count) => `另有 ${count} 个无数值。`,
};

export const RANKING_TEXTS = {
  interval: { en: 'Thin lines: 95% intervals of estimated values.', zh: '细线：估计值的 95% 区间。' },
  undefined: undefinedCount,
} as const;
