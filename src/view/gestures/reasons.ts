import type { Localized } from '../../base/localized.ts';

/** Why something is not on offer now, and what would put it there. */
export const REASONS = {
  readOnly: { en: 'This map is open for reading only.', zh: '此地图以只读方式打开。' },
  oneActor: { en: 'Select one actor first.', zh: '请先选中一个主体。' },
  actors: { en: 'Select an actor first.', zh: '请先选中一个主体。' },
  ties: { en: 'Select a tie first.', zh: '请先选中一条关系。' },
  something: { en: 'Select an actor or a tie first.', zh: '请先选中一个主体或一条关系。' },
  mutual: { en: 'A mutual tie has no direction to reverse.', zh: '双向关系没有可反转的方向。' },
  noPartners: { en: 'No ties yet, so no partners.', zh: '尚无关系，因此没有合作方。' },
  held: {
    en: 'Pinned, so it stays where it is. Unpin it first (P).',
    zh: '已固定，保持原位。请先取消固定（P）。',
  },
  arranging: { en: 'Wait until the map is arranged.', zh: '请等待布局完成。' },
  empty: { en: 'There is no actor on the map yet.', zh: '地图上还没有主体。' },
  clipboard: {
    en: 'This browser does not let a page read the clipboard. Press Ctrl V (⌘ V) instead.',
    zh: '此浏览器不允许网页读取剪贴板。请改按 Ctrl V（⌘ V）。',
  },
} as const satisfies Record<string, Localized>;

export function noSuchType(digit: number, count: number): Localized {
  return {
    en: `There are ${count} tie types; ${digit} is none of them. Add types in the Vocabulary panel.`,
    zh: `共有 ${count} 种关系类型，没有第 ${digit} 种。可在“分类体系”面板中添加。`,
  };
}
