import type { diagnosis as source } from '../en/diagnosis.ts';

export const diagnosis: typeof source = {
  tabs: { findings: '诊断结果', remedies: '对策', stress: '压力测试' },
  nothing: '尚无可诊断的内容：请先添加主体、它们的供给与需求，以及相互关系。',
  testing: '正在检验各条规则…',
  updating: '正在随编辑更新…',
  firing: (count, all) =>
    all === 0
      ? '尚无规则适用于此图。'
      : count === 0
        ? `适用的 ${all} 条规则均未发现问题。`
        : `适用的 ${all} 条规则中，有 ${count} 条发现了问题。`,
  worst: '最突出的是：',
  small: '主体少于 30 个：与随机情形的检验及各项阈值须谨慎看待。',
  visibleOnly: '仅就地图的可见部分而言。',
  showAll: '显示全部',
  groupBy: '分组方式',
  by: { mechanism: '机制', dimension: '维度' },
  level: { critical: '严重', warning: '警示' },
  severity: (percent) => `严重程度 ${percent}`,
  findings: (count) => `${count} 项发现`,
  numbers: '数值',
  numbersOf: (sentence) => `相关数值：${sentence}`,
  select: '在地图上选中',
  hint: '指向一项发现可在地图上查看，单击可选中相关内容。',
  gone: '已不再出现',
  why: '为什么这是个问题？',
  sure: '我们有多大把握？',
  unsure: '地图规模较小，结果容易出于偶然。',
  tested: '检验方法',
  readOnMap: '读取的数值',
  thresholds: '阈值',
  origin: (text) => `来源：${text}`,
  yours: '自定义值',
  standard: (value) => `，通常为 ${value}`,
  reset: '恢复通常值',
  source: (text) => `出处：${text}`,
  mute: '停用此规则',
  muteReason: '停用的理由（便于他人理解）',
  muteNow: '停用',
  cancel: '取消',
  unmute: '恢复启用',
  noReason: '未填写理由',
  fineRules: (count) => `已检验且未见异常（${count}）`,
  mutedRules: (count) => `已停用（${count}）`,
  silentRules: (count) => `不适用于本图（${count}）`,
  honest:
    '规则与阈值大多为本软件自拟，所指的是值得讨论的关系，而非任何一方的过失。严重程度在阈值处为 20%，在可能的最坏情形下为 100%。',
};
