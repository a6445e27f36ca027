import type { Language, Localized } from '../../base/localized.ts';
import { SMALL_MAP } from '../../metrics/measure.ts';

/** The words of the page besides those of measures, rules and remedies. */
export const STRATEGY_TEXTS = {
  kind: { en: 'Strategy page', zh: '策略页' },
  map: { en: 'The ecosystem', zh: '生态图谱' },
  brief: { en: 'In brief', zh: '要点' },
  note: { en: 'From the facilitator', zh: '主持人说明' },
  mechanisms: { en: 'The four mechanisms', zh: '四大机制' },
  mechanismsLead: {
    en: 'Each gauge is the mean of three parts, all from 0 to 100. They are a heuristic of ours, made to compare states of one map: never rank regions by them.',
    zh: '每项得分为三个部分的平均值，取值均为 0 至 100。评分方法为本软件自拟，用于比较同一地图的不同状态，不可据以给地区排名。',
  },
  parts: { en: 'What the gauges are made of', zh: '得分的构成' },
  ofHundred: { en: 'of 100', zh: '满分 100' },
  dimensions: { en: 'The three dimensions', zh: '三个维度' },
  dimension: { en: 'Dimension', zh: '维度' },
  effort: { en: 'Share of all tie weight', zh: '占全部关系权重' },
  coverage: { en: 'Needs covered', zh: '需求覆盖率' },
  findingsHere: { en: 'Findings', zh: '发现数' },
  diagnosis: { en: 'Diagnosis', zh: '诊断' },
  evidence: { en: 'On the map', zh: '涉及' },
  numbers: { en: 'Numbers', zh: '数值' },
  critical: { en: 'Critical', zh: '严重' },
  warning: { en: 'Warning', zh: '警示' },
  severity: { en: 'severity', zh: '严重程度' },
  sureness: { en: 'How sure we are', zh: '把握程度' },
  fine: { en: 'Checked and found in order', zh: '已检验且未见异常' },
  notApplicable: { en: 'Does not apply to this map', zh: '不适用于本地图' },
  remedies: { en: 'Remedies', zh: '对策' },
  remediesLead: {
    en: 'Chosen by the participants. Each was tried on a copy of this map; the numbers are what the measures became there. Scenario, not prediction.',
    zh: '由参与者选定。各项对策均在本地图的副本上试行，表中为试行后的指标值。情景推演，非预测。',
  },
  robustnessHere: {
    en: 'Robustness is read here as if the actors with most partners left first: the order by betweenness, which this map is set to, takes too long to try for each remedy.',
    zh: '此处的鲁棒性按合作方最多者先离开计算：本地图所设的按中介中心性排序耗时过长，无法逐项对策试算。',
  },
  measure: { en: 'Measure', zh: '指标' },
  before: { en: 'Before', zh: '之前' },
  after: { en: 'After', zh: '之后' },
  change: { en: 'Change', zh: '变化' },
  cost: { en: 'cost', zh: '成本' },
  answers: { en: 'Meant for', zh: '针对' },
  together: { en: 'All of them together', zh: '全部实施' },
  appearedThen: { en: 'Found only then', zh: '届时新增的发现' },
  resolved: { en: 'Then no longer found', zh: '届时不再出现的发现' },
  worst: { en: 'gets worse most', zh: '恶化最明显' },
  gone: { en: 'No longer found', zh: '不再出现的发现' },
  appeared: { en: 'New since then', zh: '新的发现' },
  noneOfThese: { en: 'None.', zh: '无。' },
  methods: { en: 'Methods and parameters', zh: '方法与参数' },
  caveats: { en: 'What to bear in mind', zh: '使用须知' },
  parameters: { en: 'Parameters', zh: '参数' },
  parameter: { en: 'Parameter', zh: '参数' },
  value: { en: 'Value', zh: '取值' },
  standard: { en: 'Standard', zh: '默认值' },
  thresholds: { en: 'Thresholds', zh: '阈值' },
  threshold: { en: 'Threshold', zh: '阈值' },
  origin: { en: 'Origin', zh: '来源' },
  muted: { en: 'Muted rules', zh: '已停用的规则' },
  noReason: { en: 'no reason given', zh: '未填写理由' },
  measuresUsed: { en: 'Measures', zh: '所用指标' },
  rulesUsed: { en: 'Rules of diagnosis', zh: '诊断规则' },
  source: { en: 'Source', zh: '出处' },
  unset: { en: 'standard', zh: '默认' },
} as const satisfies Readonly<Record<string, Localized>>;

export const CAVEATS: readonly Localized[] = [
  {
    en: 'Scenario, not prediction: what remedies are said to do is what the measures become on a copy of the map.',
    zh: '情景推演，非预测：对策的效果是指在地图副本上重新计算所得的指标。',
  },
  {
    en: 'The thresholds are ours unless a source is named. They can be set for each map, and a finding near its threshold is a question rather than an answer.',
    zh: '除注明来源者外，阈值均为本软件自拟，可按地图调整；接近阈值的发现宜视为待讨论的问题，而非结论。',
  },
  {
    en: 'The map holds what its makers knew: a missing tie may be missing in life or only in the data.',
    zh: '地图反映绘制者所知：缺失的关系可能是现实中没有，也可能只是数据未收录。',
  },
];

/** What a severity says: every rule scales its own so. */
export const SEVERITY_CAVEAT: Localized = {
  en: 'A severity of 20% is a finding just at its threshold, 100% the worst that the rule can find.',
  zh: '严重程度 20% 表示恰好达到阈值，100% 表示该规则可能出现的最坏情形。',
};

export const COST_CAVEAT: Localized = {
  en: 'Costs have no unit: they only say how much one kind of change takes against another, as set for this map.',
  zh: '成本没有单位，仅表示各类改动之间的相对代价，可按地图设定。',
};

export const SMALL_MAP_CAVEAT: Localized = {
  en: `This map has fewer than ${SMALL_MAP} actors: what chance alone could show weighs much, and single ties move the numbers.`,
  zh: `本地图主体少于 ${SMALL_MAP} 个：偶然因素影响较大，个别关系即可改变数值。`,
};

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Sentences with numbers in them. */
export const STRATEGY_SENTENCES = {
  size: {
    en: (actors: number, ties: number): string =>
      `${plural(actors, 'actor', 'actors')}, ${plural(ties, 'tie', 'ties')}.`,
    zh: (actors: number, ties: number): string => `${actors} 个主体，${ties} 条关系。`,
  },
  filtered: {
    en: (shown: number, all: number): string =>
      `The map is filtered: ${shown} of ${all} actors are shown and counted.`,
    zh: (shown: number, all: number): string => `地图已筛选：显示并计入 ${shown} / ${all} 个主体。`,
  },
  strongest: {
    en: (strong: string, high: string, weak: string, low: string): string =>
      `Of the four mechanisms ${strong.toLowerCase()} works best (${high} of 100) and ${weak.toLowerCase()} least (${low}).`,
    zh: (strong: string, high: string, weak: string, low: string): string =>
      `四大机制中，${strong}机制运行最好（得分 ${high}，满分 100），${weak}机制最弱（得分 ${low}）。`,
  },
  found: {
    en: (fired: number, rules: number, findings: number, critical: number): string =>
      `${fired} of ${plural(rules, 'rule', 'rules')} that apply here found something: ${plural(findings, 'finding', 'findings')}, ${critical} of them critical.`,
    zh: (fired: number, rules: number, findings: number, critical: number): string =>
      `适用的 ${rules} 条规则中，有 ${fired} 条发现了问题，共 ${findings} 项发现，其中严重 ${critical} 项。`,
  },
  untold: {
    en: (count: number): string =>
      `${plural(count, 'further finding is', 'further findings are')} not told here.`,
    zh: (count: number): string => `另有 ${count} 项发现未在此列出。`,
  },
  further: {
    en: (count: number): string => `${count} more`,
    zh: (count: number): string => `另有 ${count} 项`,
  },
  chosen: {
    en: (count: number): string => `${plural(count, 'remedy was', 'remedies were')} chosen.`,
    zh: (count: number): string => `选定对策 ${count} 项。`,
  },
  since: {
    en: (name: string): string => `Since “${name}”`,
    zh: (name: string): string => `与“${name}”相比`,
  },
  sinceLead: {
    en: (day: string): string => `The state kept on ${day}, beside the map as it is on this page.`,
    zh: (day: string): string => `${day}保存的状态与本页地图的对比。`,
  },
  others: {
    en: (count: number): string => `and ${count} more`,
    zh: (count: number): string => `等（另有 ${count} 个）`,
  },
  made: {
    en: (build: string): string => `Made with Ecotone ${build}.`,
    zh: (build: string): string => `由 Ecotone ${build} 生成。`,
  },
  evidenceMap: {
    en: (mechanism: string): string => `What the findings on ${mechanism.toLowerCase()} are about`,
    zh: (mechanism: string): string => `${mechanism}机制各项发现所涉主体与关系`,
  },
} as const;

/** The sentence in one language. */
export function sentenceIn<K extends keyof typeof STRATEGY_SENTENCES>(
  key: K,
  language: Language,
): (typeof STRATEGY_SENTENCES)[K]['en'] {
  return STRATEGY_SENTENCES[key][language];
}
