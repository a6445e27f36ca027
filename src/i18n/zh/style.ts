import type { style as source } from '../en/style.ts';

export const style: typeof source = {
  size: '主体大小',
  sizeSame: '全部相同',
  colour: '主体颜色',
  colourSector: '主体类型',
  byGroup: '按群体',
  byMeasure: '按指标',
  byField: '按字段',
  actorSize: '规模（存量）',
  width: '关系粗细',
  widthWeight: '权重',
  widthSame: '全部相同',
  tieColour: '关系颜色',
  tieColourType: '关系类型',
  tieColourMechanism: '机制',
  tieColourPlain: '统一灰色',
  labels: '名称标注',
  labelsAuto: '有空间则显示',
  labelsAll: '全部显示',
  labelsNone: '不显示',
  note: '形状始终表示主体类型，颜色从不单独承担含义。图例随之更新。',
};
