import type { Localized } from '../../base/localized.ts';

/** Titles, headings and notes of tables besides the names of what they show. */
export const TABLE_TEXTS = {
  actors: { en: 'Actors', zh: '主体' },
  ties: { en: 'Ties', zh: '关系' },
  network: { en: 'Measures of the network', zh: '网络指标' },
  sectors: { en: 'Measures of sectors', zh: '主体类型指标' },
  diagnosis: { en: 'Diagnosis', zh: '诊断' },
  states: { en: 'States side by side', zh: '状态对比' },
  adjacency: { en: 'Adjacency matrix W', zh: '邻接矩阵 W' },
  notes: { en: 'Notes', zh: '说明' },
  id: { en: 'Id', zh: '标识' },
  actor: { en: 'Actor', zh: '主体' },
  secondName: { en: 'Second name', zh: '第二名称' },
  sector: { en: 'Sector', zh: '类型' },
  size: { en: 'Size', zh: '规模' },
  sizeChange: { en: 'Yearly change of size', zh: '规模年变化' },
  inflow: { en: 'Inflow', zh: '流入' },
  outflow: { en: 'Outflow', zh: '流出' },
  from: { en: 'From', zh: '起始' },
  to: { en: 'To', zh: '结束' },
  remarks: { en: 'Remarks', zh: '备注' },
  giver: { en: 'From actor', zh: '起点主体' },
  receiver: { en: 'To actor', zh: '终点主体' },
  type: { en: 'Type', zh: '关系类型' },
  direction: { en: 'Direction', zh: '方向' },
  oneWay: { en: 'one-way', zh: '单向' },
  mutual: { en: 'mutual', zh: '双向' },
  weight: { en: 'Weight', zh: '权重' },
  project: { en: 'Project', zh: '项目' },
  measure: { en: 'Measure', zh: '指标' },
  value: { en: 'Value', zh: '数值' },
  normalised: { en: 'Normalised', zh: '标准化值' },
  raw: { en: 'Raw', zh: '原始值' },
  unit: { en: 'Unit', zh: '单位' },
  convention: { en: 'Convention', zh: '计算约定' },
  source: { en: 'Source', zh: '出处' },
  rank: { en: 'Rank', zh: '位次' },
  rule: { en: 'Rule', zh: '规则' },
  severity: { en: 'Severity', zh: '严重程度' },
  level: { en: 'Level', zh: '级别' },
  critical: { en: 'critical', zh: '严重' },
  warning: { en: 'warning', zh: '警示' },
  finding: { en: 'Finding', zh: '发现' },
  evidence: { en: 'Actors concerned', zh: '所涉主体' },
  numbers: { en: 'Numbers', zh: '数值依据' },
  threshold: { en: 'Threshold', zh: '阈值' },
  origin: { en: 'Origin of the threshold', zh: '阈值来源' },
  group: { en: 'Group', zh: '群体' },
  certainty: { en: 'Certainty', zh: '把握程度' },
  count: { en: 'Count', zh: '数量' },
  observed: { en: 'Observed', zh: '观测值' },
  mean: { en: 'Mean by chance', zh: '随机均值' },
  deviation: { en: 'Standard deviation', zh: '标准差' },
  z: { en: 'z', zh: 'z 值' },
  p: { en: 'p', zh: 'p 值' },
  kind: { en: 'Found to be', zh: '判定' },
  why: { en: 'Why', zh: '原因' },
  before: { en: 'before', zh: '此前' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Sentences of notes. */
export const TABLE_NOTES = {
  undefined: {
    en: 'Values that are undefined are left empty or shown as —; they are not zero.',
    zh: '未定义的值留空或以 — 表示，并非 0。',
  },
  direction: {
    en: 'A tie leads from the actor that gives to the one that receives; mutual ties run both ways.',
    zh: '关系由给出方指向接收方；双向关系两个方向均成立。',
  },
  adjacency: {
    en: 'Rows give, columns receive; a cell is the weight of all ties from the row to the column, 0 where there is none.',
    zh: '行为给出方，列为接收方；单元格为行到列的全部关系权重之和，没有关系者为 0。',
  },
  factors: {
    en: 'Weights are multiplied by the factors of their types.',
    zh: '权重已乘以各关系类型的系数。',
  },
  selfLoops: { en: 'Self-loops are left out.', zh: '自环不计。' },
  severity: {
    en: 'A severity of 20% is a finding just at its threshold, 100% the worst that the rule can find.',
    zh: '严重程度 20% 表示恰好达到阈值，100% 表示该规则可能出现的最坏情形。',
  },
  cautious: {
    en: 'Rules and thresholds are Ecotone’s own unless a source is named; findings near a threshold are questions rather than answers.',
    zh: '除注明来源者外，规则与阈值均为 Ecotone 自拟；接近阈值的发现宜视为待讨论的问题，而非结论。',
  },
  shared: {
    en: 'Actors with equal values share a rank.',
    zh: '数值相同的主体位次相同。',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** Notes with numbers or names in them. */
export const TABLE_SENTENCES = {
  ofMeasure: {
    en: (name: string, convention: string, source: string) => `${name}: ${convention} Source: ${source}.`,
    zh: (name: string, convention: string, source: string) => `${name}：${convention}出处：${source}。`,
  },
  supply: { en: (name: string) => `Supply: ${name}`, zh: (name: string) => `供给：${name}` },
  demand: { en: (name: string) => `Demand: ${name}`, zh: (name: string) => `需求：${name}` },
  ranking: {
    en: (name: string) => `Actors by ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    zh: (name: string) => `主体按${name}排序`,
  },
  ofType: {
    en: (title: string, type: string) => `${title}, ties of type ${type}`,
    zh: (title: string, type: string) => `${title}（${type}关系）`,
  },
  muted: {
    en: (rules: string) => `Muted and left out: ${rules}.`,
    zh: (rules: string) => `已停用且未列出：${rules}。`,
  },
  fine: {
    en: (rules: string) => `Tested without a finding: ${rules}.`,
    zh: (rules: string) => `已检验且未见异常：${rules}。`,
  },
  silent: {
    en: (rules: string) => `Not applicable here: ${rules}.`,
    zh: (rules: string) => `不适用于本地图：${rules}。`,
  },
  against: {
    en: (state: string, first: string) => `${state} − ${first}`,
    zh: (state: string, first: string) => `${state} − ${first}`,
  },
  standard: {
    en: (value: string, standard: string) => `${value} (standard ${standard})`,
    zh: (value: string, standard: string) => `${value}（默认 ${standard}）`,
  },
} as const satisfies Readonly<Record<string, Localized<(...texts: string[]) => string>>>;
