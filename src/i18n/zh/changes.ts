import type { changes as source } from '../en/changes.ts';

export const changes: typeof source = {
  of: (what, which) => `${what}：${which}`,
  map: '地图',
  view: '样式',
  ends: '两端',
  participant: '参与方',
  usualDirection: '默认方向',
  fieldOf: '用于',
  categories: '类别',
  distinct: '名称相近但并非同一主体',
  reading: '指标口径',
  muted: '静音的规则',
  cost: '成本',
  yes: '是',
  no: '否',
  ownIndicators: '自定义清单',
  area: (width, height, x, y) => `${width} × ${height}，位于（${x}，${y}）`,
};
