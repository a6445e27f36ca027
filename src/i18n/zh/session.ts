import type { session as source } from '../en/session.ts';

export const session: typeof source = {
  steps: '研讨步骤',
  names: { who: '主体', links: '关系', goals: '目标', influence: '影响力', discuss: '讨论' },
  questions: {
    who: '这个生态系统中有哪些主体？',
    links: '它们之间如何关联？',
    goals: '各主体的目标是什么？',
    influence: '谁有影响力？',
    discuss: '我们的感知与关系结构是否一致？',
  },
  hints: {
    who: '选择主体类型并键入名称，以逗号分隔，按回车即加入地图。',
    links: '逐一讨论各类关系：其余类型淡化，从手柄拉出的关系也属此类型。',
    goals: '用现场的原话填写，以逗号分隔。不清楚的可以留空。',
    influence: '为每个主体垒塔：塔越高，话语权越大。0 也是一票；再降则撤回评估。',
    discuss: '每个点是一个主体。偏离对角线的，正是值得讨论的。',
  },
  back: '上一步',
  next: '下一步',
  sector: '名称所属的主体类型',
  namesLabel: '主体名称',
  namesPlaceholder: '名称，名称，名称',
  actorCount: (count) => `地图上有 ${count} 个主体`,
  types: '关系类型',
  linksLabel: (type) => `“${type}”类关系`,
  linksPlaceholder: '甲 > 乙，丙',
  mutualPlaceholder: '甲 <> 乙',
  nobody: '地图上还没有主体，请先完成第一步。',
  shared: '共同目标：',
  voter: '由谁评估',
  addVoter: '添加评估人…',
  addFirstVoter: '多人分别评估？请先写一人…',
  raise: (name) => `提高${name}的影响力`,
  lower: (name) => `降低${name}的影响力`,
  influenceOf: (name) => `${name}的影响力`,
  mean: '全部评估的平均值',
  against: '对照指标',
  asSize: '以大小显示感知影响力',
  surprises: '最大的意外',
  noSurprise: '没有：各主体的名次相差均不到总数的四分之一。',
  agree: '感知与关系结构大体一致。',
  partly: '感知与关系结构部分一致。',
  hardly: '感知与关系结构几乎不一致。',
  opposed: '感知与关系结构相反。',
  chance: (n) => `仅有 ${n} 个主体，可能只是偶然。`,
  fewPaths: (name, seen, computed, _measure, n) =>
    `${name}被认为很有影响力（${n} 个中第 ${seen} 位），但经过它的路径很少（第 ${computed} 位）。`,
  manyPaths: (name, seen, computed, _measure, n) =>
    `经过${name}的路径很多（${n} 个中第 ${computed} 位），却未被认为有影响力（第 ${seen} 位）。`,
  overrated: (name, seen, computed, measure, n) =>
    `${name}被认为很有影响力（${n} 个中第 ${seen} 位），但其${measure}较低（第 ${computed} 位）。`,
  overlooked: (name, seen, computed, measure, n) =>
    `${name}的${measure}较高（${n} 个中第 ${computed} 位），却未被认为有影响力（第 ${seen} 位）。`,
  fewVotes: '请先在上一步为至少三个主体垒塔，之后便可在此对照两者。',
  caution:
    '意外是向现场提出的问题，并非哪一方有错：影响力也来自法规、资金与声誉，关系数据也可能有遗漏。四分之一这一阈值由本工具设定。',
};
