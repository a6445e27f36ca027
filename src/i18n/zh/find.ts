import type { find as source } from '../en/find.ts';

export const find: typeof source = {
  label: '查找主体',
  placeholder: '名称、别名或备注',
  results: '找到的主体',
  noMatch: '没有符合的主体',
  count: (count) => `${count} 个主体`,
  focus: '只看其周边',
  focusHint: 'Enter 选中 · Shift Enter 只看其周边',
  hidden: '当前已隐藏',
  inNotes: '见于备注',
  close: '关闭',
};
