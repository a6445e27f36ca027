import type { Language, Localized } from '../base/localized.ts';

/** Words that figures of findings need besides the names of what they show. */
export const FIGURE_TEXTS = {
  gains: { en: 'the row gains from the column', zh: '行因列而受益' },
  neither: { en: 'neither', zh: '无影响' },
  loses: { en: 'the row loses to the column', zh: '行因列而受损' },
  comma: { en: ', ', zh: '、' },
  leftOut: { en: 'Columns for which there is no room', zh: '因宽度不足而未列出' },
  turned: { en: 'framed: its sign has changed', zh: '加框：符号已改变' },
  seldom: { en: 'p < 0.05: chance alone would seldom give this', zh: 'p < 0.05：仅凭偶然很少出现' },
  band: {
    en: 'Soft areas: lowest and highest when the assumptions vary.',
    zh: '浅色区域：假设变动时的最低值与最高值。',
  },
  moved: {
    en: 'Arrows lead from where an actor was to where it is.',
    zh: '箭头由主体原先的位置指向现在的位置。',
  },
} as const satisfies Readonly<Record<string, Localized>>;

export function unplacedText(count: number, language: Language): string {
  if (language === 'zh') return `有 ${count} 个主体没有位置：其数值无定义。`;
  return count === 1
    ? '1 actor has no place: its values are undefined.'
    : `${count} actors have no place: their values are undefined.`;
}

export function moreRowsText(count: number, language: Language): string {
  if (language === 'zh') return `另有 ${count} 项未列出。`;
  return count === 1 ? '1 more is not listed.' : `${count} more are not listed.`;
}

export const COLON: Localized = { en: ': ', zh: '：' };
