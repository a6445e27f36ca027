import type { arranging as source } from '../en/arranging.ts';

export const arranging: typeof source = {
  how: '布局方式',
  layout: '布局',
  tooLarge: (layout, limit) => `${layout}（最多 ${limit} 个主体）`,
  now: '按此布局',
  standard: '恢复默认',
  obeyed: '已固定的主体和已锁定的区域保持不动。',
  lockArea: '锁定区域',
  lockAreaHint: '重新布局时，锁定区域内的主体保持原位',
  locked: '已锁定的区域',
  unlock: '解除锁定',
  unlockHint: '重新布局时，此区域内的主体保持原位。点按可解除锁定。',
};
