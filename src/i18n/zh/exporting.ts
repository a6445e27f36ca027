import type { exporting as source } from '../en/exporting.ts';

export const exporting: typeof source = {
  title: '导出',
  data: '数据',
  kinds: {
    ecotone: 'Ecotone 文件',
    csv: '两个表格（CSV）',
    graphml: 'GraphML',
    html: '单个网页',
  },
  about: {
    ecotone: '完整内容：主体、关系、分类体系、样式与位置。可在此原样打开。',
    csv: '主体与关系两个表格，合为一个 zip，供 Excel、Gephi、Kumu 使用。可在此重新打开，但不含样式。',
    graphml: '供 Gephi、yEd、igraph、NetworkX 使用，含全部字段。可在此重新打开。',
    html: '单个 HTML 文件，任何人双击即可离线打开：浏览、查找、排名，中英双语。不可编辑。',
  },
  pageHolds: (actors) =>
    `网页与屏幕所见一致（${actors} 个主体），包含名称、关系、资源与若干指标，不含备注与自定义字段。`,
  allOfIt: (actors, ties) => `文件包含整张地图（${actors} 个主体，${ties} 条关系），也包括屏幕上隐藏的内容。`,
  save: (kind) => `保存 ${kind}`,
  saving: '正在保存…',
};
