import type { Localized } from '../base/localized.ts';
import type { MeasureOptions, OptionId } from '../model/measure-options.ts';

interface OptionTexts {
  readonly name: Localized;
  /** What the choice means. */
  readonly says: Localized;
  /** Names of the allowed values, by their text; none for numbers. */
  readonly values: Readonly<Record<string, Localized>>;
  /** Of a text that is more than a name: how it is written on the command line. */
  readonly example?: string;
}

/** What the options of measures are called, and what each choice means. */
export const OPTION_TEXTS: Readonly<Record<OptionId, OptionTexts>> = {
  normalised: {
    name: { en: 'Values', zh: '数值' },
    says: {
      en: 'Normalised values can be compared between networks of different size; raw ones are counts and sums.',
      zh: '标准化值可在规模不同的网络之间比较；原始值是计数或求和。',
    },
    values: { true: { en: 'normalised', zh: '标准化值' }, false: { en: 'raw', zh: '原始值' } },
  },
  distances: {
    name: { en: 'Distances', zh: '距离方向' },
    says: {
      en: 'Outward: how near an actor is to those whom its ties reach. Inward: how near they are to it.',
      zh: '向外：从该主体沿关系到达其他主体的距离；向内：其他主体到达该主体的距离。',
    },
    values: { outgoing: { en: 'outward', zh: '向外' }, incoming: { en: 'inward', zh: '向内' } },
  },
  closeness: {
    name: { en: 'Closeness', zh: '接近中心性' },
    says: {
      en: 'Wasserman-Faust discounts actors that cannot be reached; the other form looks only at those that can.',
      zh: 'Wasserman–Faust 形式对到达不了的主体打折；另一形式只看能到达的主体。',
    },
    values: {
      'wasserman-faust': { en: 'Wasserman-Faust', zh: 'Wasserman–Faust' },
      reachable: { en: 'those reached only', zh: '仅计可达主体' },
    },
  },
  spectral: {
    name: { en: 'Eigenvector and Katz', zh: '特征向量与 Katz 中心性' },
    says: {
      en: 'Whether each tie counts one, or its weight.',
      zh: '每条关系计为一，还是按权重计。',
    },
    values: {
      ties: { en: 'each tie counts one', zh: '每条关系计为一' },
      weights: { en: 'by weight', zh: '按权重' },
    },
  },
  clustering: {
    name: { en: 'Clustering', zh: '聚类系数' },
    says: {
      en: 'Unweighted on partners; weighted after Barrat or Onnela; directed after Fagiolo.',
      zh: '不加权（按合作方）；加权（Barrat 或 Onnela）；有向（Fagiolo）。',
    },
    values: {
      unweighted: { en: 'unweighted', zh: '不加权' },
      barrat: { en: 'weighted (Barrat)', zh: '加权（Barrat）' },
      onnela: { en: 'weighted (Onnela)', zh: '加权（Onnela）' },
      fagiolo: { en: 'directed (Fagiolo)', zh: '有向（Fagiolo）' },
    },
  },
  participation: {
    name: { en: 'Participation', zh: '参与系数' },
    says: {
      en: 'Spread of partners over the sectors, or of the weight of their ties.',
      zh: '按合作方数量，还是按关系权重，计算在各类主体间的分布。',
    },
    values: {
      partners: { en: 'by partners', zh: '按合作方' },
      strength: { en: 'by strength', zh: '按强度' },
    },
  },
  corePeriphery: {
    name: { en: 'Core and periphery', zh: '核心—边缘' },
    says: {
      en: 'Lip finds the exact best split by degree; Borgatti-Everett correlates with an ideal pattern. They can differ.',
      zh: 'Lip 算法按度给出精确的最优划分；Borgatti–Everett 与理想模式求相关。两者结果可能不同。',
    },
    values: {
      lip: { en: 'Lip (exact)', zh: 'Lip（精确）' },
      'borgatti-everett': { en: 'Borgatti-Everett', zh: 'Borgatti–Everett' },
    },
  },
  coreCells: {
    name: { en: 'Between core and periphery', zh: '核心与边缘之间' },
    says: {
      en: 'What the ideal pattern of Borgatti-Everett expects there.',
      zh: 'Borgatti–Everett 理想模式对这部分的设定。',
    },
    values: {
      missing: { en: 'nothing expected', zh: '不作设定' },
      one: { en: 'all tied', zh: '全部有关系' },
      zero: { en: 'none tied', zh: '全无关系' },
    },
  },
  communities: {
    name: { en: 'Communities by', zh: '社群发现算法' },
    says: {
      en: 'Leiden guarantees connected communities; Louvain is its older relative.',
      zh: 'Leiden 保证社群内部连通；Louvain 是更早的算法。',
    },
    values: { leiden: { en: 'Leiden', zh: 'Leiden' }, louvain: { en: 'Louvain', zh: 'Louvain' } },
  },
  resolution: {
    name: { en: 'Resolution', zh: '分辨率' },
    says: {
      en: 'Above 1 finds smaller communities, below 1 larger ones.',
      zh: '大于 1 得到更小的社群，小于 1 得到更大的社群。',
    },
    values: {},
  },
  runs: {
    name: { en: 'Best of runs', zh: '运行次数（取最优）' },
    says: {
      en: 'Many partitions are nearly as good; the best of several runs is shown, with how often runs agree.',
      zh: '接近最优的划分往往很多；这里取多次运行中的最优结果，并给出各次的一致程度。',
    },
    values: {},
  },
  attack: {
    name: { en: 'Who leaves first', zh: '退出顺序' },
    says: {
      en: 'In which order actors leave while we watch the largest piece that is left.',
      zh: '主体按何种顺序退出，并观察剩余的最大连通部分。',
    },
    values: {
      degree: { en: 'most partners, counted anew', zh: '度最大者（每步重算）' },
      'static-degree': { en: 'most partners at the start', zh: '初始度最大者' },
      betweenness: { en: 'highest betweenness, anew', zh: '中介中心性最大者（每步重算）' },
      random: { en: 'by chance, mean of 200', zh: '随机（200 次平均）' },
    },
  },
  smallWorld: {
    name: { en: 'Compared with', zh: '比较基准' },
    says: {
      en: 'The formula for a random network of this size, or 100 rewirings that keep every degree.',
      zh: '同规模随机网络的解析值，或保持每个主体度不变的 100 次重连。',
    },
    values: {
      analytic: { en: 'a random network (formula)', zh: '随机网络（解析值）' },
      rewired: { en: '100 rewirings', zh: '100 次保度重连' },
    },
  },
  mixing: {
    name: { en: 'Expected by', zh: '期望依据' },
    says: {
      en: 'Chance at the overall density, or at the number of partners that each actor has.',
      zh: '按整体密度，还是按各主体的度，计算随机情形下的期望。',
    },
    values: {
      density: { en: 'overall density', zh: '整体密度' },
      configuration: { en: 'actors’ degrees', zh: '各主体的度' },
    },
  },
  niche: {
    name: { en: 'Niche read from', zh: '生态位依据' },
    says: {
      en: 'The kinds of ties that an actor holds (its realised niche), what it offers, what it needs, or the strategy’s dimensions by sector of the partner.',
      zh: '主体实际所处的各类关系（实际生态位）、所供给的资源、所需求的资源，或按合作方类型划分的战略维度。',
    },
    values: {
      role: { en: 'ties held (realised)', zh: '所处关系（实际生态位）' },
      supply: { en: 'what is offered', zh: '资源供给' },
      demand: { en: 'what is needed', zh: '资源需求' },
      dimension: { en: 'strategy dimensions', zh: '战略维度' },
    },
  },
  nicheStates: {
    name: { en: 'Resource states (R)', zh: '资源状态数（R）' },
    says: {
      en: 'The states that someone uses, or all that there could be. Standardised breadth depends on how many there are.',
      zh: '只计有主体利用的资源状态，还是计全部可能的状态。标准化生态位宽度取决于其数目。',
    },
    values: { used: { en: 'those in use', zh: '有利用的' }, all: { en: 'all', zh: '全部' } },
  },
  availability: {
    name: { en: 'Availability', zh: '资源可得性' },
    says: {
      en: 'Every state alike, or by how much of it is offered in the region (for needs).',
      zh: '各资源状态等同，或按区域内的供给量（用于需求）。',
    },
    values: {
      equal: { en: 'all alike', zh: '等同' },
      supply: { en: 'by what is offered', zh: '按供给量' },
    },
  },
  overlap: {
    name: { en: 'Niche overlap', zh: '生态位重叠指数' },
    says: {
      en: 'Schoener is the share of use in common; Pianka a cosine; MacArthur-Levins has a direction: how hard the other presses on the first.',
      zh: 'Schoener 为共同利用的比例；Pianka 为余弦；MacArthur–Levins 有方向：后者对前者的压力。',
    },
    values: {
      schoener: { en: 'Schoener', zh: 'Schoener' },
      pianka: { en: 'Pianka', zh: 'Pianka' },
      'macarthur-levins': { en: 'MacArthur-Levins α', zh: 'MacArthur–Levins α' },
      'morisita-horn': { en: 'Morisita-Horn', zh: 'Morisita–Horn' },
      morisita: { en: 'Morisita (counts)', zh: 'Morisita（计数数据）' },
      horn: { en: 'Horn R₀', zh: 'Horn R₀' },
      hurlbert: { en: 'Hurlbert L', zh: 'Hurlbert L' },
    },
  },
  currency: {
    name: { en: 'What flows', zh: '流动的内容' },
    says: {
      en: 'Flow analysis wants one currency: the ties of one type. Adding up money, people and papers is its main objection.',
      zh: '流分析要求单一的流动内容，即同一类型的关系。把资金、人员与论文相加是其最主要的争议。',
    },
    values: {
      '': { en: 'the type that carries most', zh: '流量最大的类型' },
      '*': { en: 'all types added up', zh: '所有类型相加' },
    },
  },
  lambda: {
    name: { en: 'Closure λ', zh: '闭合系数 λ' },
    says: {
      en: 'Ties never balance: what passes through an actor is taken as its larger side plus this share, the rest crosses the boundary.',
      zh: '关系数据从不平衡：主体的通过量取其收支较大一侧再加上这一比例，其余视为跨越边界的流量。',
    },
    values: {},
  },
  ecorole: {
    name: { en: 'Role read from', zh: '势的依据' },
    says: {
      en: 'Yearly change as stated; or, as a stand-in, what an actor gives through ties less what it gets. Where nobody states a change, ties stand in.',
      zh: '所填写的年度变化；或以关系代替：主体给出的强度减去收到的强度。没有主体填写年度变化时，以关系代替。',
    },
    values: {
      change: { en: 'stated yearly change', zh: '填写的年度变化' },
      'net-strength': { en: 'given less received (stand-in)', zh: '给出减收到（代用）' },
    },
  },
  roleScale: {
    name: { en: 'Weight of the role (A)', zh: '势的量纲转换系数（A）' },
    says: {
      en: 'How much of the change counts with the stock: 1 for one year of change, 5 for five, 0 for the stock alone.',
      zh: '变化量以多大比例计入存量：1 表示计一年的变化，5 表示计五年，0 表示只看存量。',
    },
    values: {},
  },
  indicatorWeights: {
    name: { en: 'Weights of indicators', zh: '指标权重' },
    says: {
      en: 'All alike, or more for indicators in which actors differ more; such weights move with every actor that is added.',
      zh: '各指标等权，或差异越大的指标权重越高（熵权法）；后者会随主体的增减而变动。',
    },
    values: { equal: { en: 'all alike', zh: '等权' }, entropy: { en: 'by entropy', zh: '熵权' } },
  },
  suitability: {
    name: { en: 'Goalposts of suitability', zh: '适宜度的标尺' },
    says: {
      en: 'Fixed ones keep what-ifs comparable; those of the sample move with every actor that is added.',
      zh: '固定标尺使情景之间可比；样本标尺会随主体的增减而变动。',
    },
    values: {
      fixed: { en: 'fixed', zh: '固定' },
      sample: { en: 'least and most of the sample', zh: '样本的最小值与最大值' },
    },
  },
  helix: {
    name: { en: 'Helix synergy over', zh: '螺旋协同的分析单元' },
    says: {
      en: 'Joint projects, by which sectors are in them; or actors, by three of their attributes. Pairs of actors cannot show it.',
      zh: '合作项目（各类主体是否参与），或主体（三项属性）。两两关系无法体现三方协同。',
    },
    values: {
      projects: { en: 'joint projects', zh: '合作项目' },
      actors: { en: 'actors and their attributes', zh: '主体及其属性' },
    },
  },
  couplingIndicators: {
    name: { en: 'Indicators of coupling', zh: '耦合协调指标' },
    says: {
      en: 'Which indicators make up the development of industry and of education: the usual six, or this map’s own, from measures of the network and means of number fields.',
      zh: '产业与教育两个系统的发展水平由哪些指标构成：通用六项，或由网络指标与数值字段均值组成的自定义清单。',
    },
    example: '[{"id":"field:patents@enterprise","side":"industry","weight":2,"low":0,"high":50},…]',
    values: { '': { en: 'the usual six', zh: '通用六项' } },
  },
  benefit: {
    name: { en: 'Benefit of receiving (c)', zh: '获得的收益（c）' },
    says: {
      en: 'How much a sector grows by what it gets from another.',
      zh: '一类主体从另一类获得资源时，其增长受益的程度。',
    },
    values: {},
  },
  cost: {
    name: { en: 'Cost of giving unreturned (g)', zh: '无回报付出的成本（g）' },
    says: {
      en: 'How much a sector loses by what it gives and does not get back.',
      zh: '一类主体的付出得不到回报时，其受损的程度。',
    },
    values: {},
  },
  pressure: {
    name: { en: 'Pressure of competition (q)', zh: '竞争压力（q）' },
    says: {
      en: 'How much two sectors press on each other where both need what is short.',
      zh: '两类主体同时需要短缺资源时，彼此施加压力的程度。',
    },
    values: {},
  },
  growth: {
    name: { en: 'Growth a year (r)', zh: '年增长率（r）' },
    says: {
      en: 'How fast a sector grows while it is small and alone. It changes when things happen, not where they end.',
      zh: '一类主体规模尚小且不受他者影响时的增长速度。它改变进程的快慢，不改变终点。',
    },
    values: {},
  },
  horizon: {
    name: { en: 'Years simulated', zh: '模拟年数' },
    says: { en: 'How far ahead the scenario runs.', zh: '情景向前推演多少年。' },
    values: {},
  },
  symbiosisLevel: {
    name: { en: 'Symbiosis of', zh: '共生的层次' },
    says: {
      en: 'Sectors as wholes, which is what the coefficients are meant for; or each actor by itself, for experts.',
      zh: '以各类主体为整体（系数即为此设计），或以每个主体为单位（供专家使用）。',
    },
    values: {
      sectors: { en: 'sectors', zh: '主体类型' },
      actors: { en: 'actors (for experts)', zh: '单个主体（专家选项）' },
    },
  },
  symbiosisForm: {
    name: { en: 'Benefits', zh: '收益形式' },
    says: {
      en: 'Linear benefits can run away where sectors help each other a lot; saturating ones level off.',
      zh: '各类主体互助很强时，线性收益会无限增长；饱和形式则逐渐趋平。',
    },
    values: {
      linear: { en: 'linear', zh: '线性' },
      saturating: { en: 'saturating', zh: '饱和' },
    },
  },
  permutations: {
    name: { en: 'Permutations', zh: '置换次数' },
    says: {
      en: 'How often labels are dealt anew to see what chance alone would give, or samples drawn anew for an interval.',
      zh: '将标签重新随机分配多少次，以得到纯属偶然时的结果；或为求区间重新抽样多少次。',
    },
    values: {},
  },
  sources: {
    name: { en: 'Shortest paths', zh: '最短路径' },
    says: {
      en: 'From all actors, which is exact; or from some drawn by chance, with the error shown.',
      zh: '从全部主体出发（精确），或从随机抽取的部分主体出发（给出误差）。',
    },
    values: {},
  },
  seed: {
    name: { en: 'Seed', zh: '随机种子' },
    says: {
      en: 'The same seed gives the same result, on every machine.',
      zh: '相同的种子在任何机器上都给出相同的结果。',
    },
    values: {},
  },
};

/** The name of the value in force. */
export function optionValueName<K extends OptionId>(id: K, value: MeasureOptions[K]): Localized {
  const text = String(value);
  return OPTION_TEXTS[id].values[text] ?? { en: text, zh: text };
}
