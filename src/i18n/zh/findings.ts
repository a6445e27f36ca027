import type { findings as source } from '../en/findings.ts';

export const findings: typeof source = {
  keep: '在地图上显示',
  letGo: '不再在地图上显示',
  rowHint: '指向一行即可在地图上查看，点击可保留显示。',
  tagConcern: '需要关注',
  tagGood: '良好',
  pointsText: (name, count) =>
    `${name}：平面上的 ${count} 个主体。方向键移到该方向上最近的主体，回车键选中。`,
  pointsHint: '指向一个主体查看，点击可选中。',
  movedFrom: (value, before) => `${value}（此前 ${before}）`,
  unplaced: (count) => `有 ${count} 个主体没有位置：其数值无定义。`,
  matrixText: (name, rows, columns) =>
    `${name}：${rows} 行、${columns} 列。方向键逐格移动，回车键在地图上选中。`,
  matrixHint: '指向单元格查看，点击可选中其主体。',
  matrixHintPlain: '指向单元格查看。',
  sideBySide: (first, second) => `${first}与${second}对照`,
  gains: '受益',
  neither: '无影响',
  loses: '受损',
  sign: (row, column, sign) =>
    sign > 0
      ? `${row}从${column}获益。`
      : sign < 0
        ? `${row}因${column}受损。`
        : sign === 0
          ? `${row}从${column}既无获益也无受损。`
          : `${row}、${column}：无定义。`,
  turned: '加框：符号已改变',
  colon: '：',
  band: (value, low, high) => `${value}（${low} 至 ${high}）`,
  smoothText: (name) => `${name}的曲线。方向键沿曲线移动，逐处读出数值。`,
  crowdText: (name) => `${name}的多条曲线。上下方向键换线，左右方向键沿线移动，按回车选中该主体。`,
  smoothHint: '指向曲线查看数值。',
  crowdHint: '指向一条线查看属于哪个主体，点击可选中该主体。',
  radarText: (name: string) => `${name}：数值见下表。`,
  radarHint: '指向线条或表中一行可查看一类主体；点击可选中其全部主体。',
  saveFigure: '存为图（SVG）',
  bandKey: '浅色区域：假设变动时的最低值与最高值。',
};
