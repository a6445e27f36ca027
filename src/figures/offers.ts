import type { Localized } from '../base/localized.ts';

export type FigureKindId =
  | 'network'
  | 'tie-types'
  | 'rounds'
  | 'comparison'
  | 'ranking'
  | 'distribution'
  | 'niche-map'
  | 'niche-overlap'
  | 'sector-mixing'
  | 'quadrant'
  | 'gaps'
  | 'radar'
  | 'gauges'
  | 'attack'
  | 'trajectories'
  | 'findings';

/** What a kind of figure can be told besides the page that it stands on. */
export type FigureChoice = 'measure' | 'layer' | 'most' | 'labels' | 'legend' | 'others' | 'states';

/** So many figures have room on one page. */
export const MOST_PANELS = 6;

/** What a figure of one measure shows unless told. */
export const USUAL_MEASURE = 'degree';

/** One figure of a page; what it does not say holds as for the others. */
export interface FigurePanel {
  readonly kind: FigureKindId;
  /** Id of the measure that it shows, of the kinds that show one. */
  readonly measure?: string;
  /** Id of the layer of a matrix. */
  readonly layer?: string;
}

/** What a figure is chosen by. */
export interface FigureOffer {
  readonly id: FigureKindId;
  readonly name: Localized;
  /** What it shows, in one plain sentence. */
  readonly says: Localized;
  readonly choices: readonly FigureChoice[];
  /** True where a page of its height is filled; the others are as high as they need. */
  readonly fills?: true;
}

const OFFERS: Readonly<Record<FigureKindId, Omit<FigureOffer, 'id'>>> = {
  network: {
    name: { en: 'Network', zh: '网络图' },
    says: { en: 'The map with its legend.', zh: '地图及其图例。' },
    choices: ['labels', 'legend', 'measure'],
    fills: true,
  },
  'tie-types': {
    name: { en: 'Network by tie type', zh: '分关系类型的网络图' },
    says: {
      en: 'A small map for each type of tie, all at one scale and with every actor in its place.',
      zh: '每种关系类型一幅小图：比例相同，主体位置不变。',
    },
    choices: ['labels', 'others'],
    fills: true,
  },
  rounds: {
    name: { en: 'Network by round', zh: '分轮次的网络图' },
    says: {
      en: 'A small map for each round of the map, all at one scale and with every actor in its place.',
      zh: '每个轮次一幅小图：比例相同，主体位置不变。',
    },
    choices: ['labels', 'states'],
    fills: true,
  },
  comparison: {
    name: { en: 'Comparison of states', zh: '状态对比图' },
    says: {
      en: 'Two to four states side by side: what is new, gone and changed, and the measures of each.',
      zh: '两至四个状态并列：新增、消失、改变之处，以及各自的指标。',
    },
    choices: ['states', 'most'],
  },
  ranking: {
    name: { en: 'Ranking', zh: '排名图' },
    says: {
      en: 'Who has the highest values of a measure.',
      zh: '某项指标数值最高的是谁。',
    },
    choices: ['measure', 'most'],
  },
  distribution: {
    name: { en: 'Distribution', zh: '分布图' },
    says: {
      en: 'How the values of a measure are spread.',
      zh: '某项指标的数值如何分布。',
    },
    choices: ['measure'],
  },
  'niche-map': {
    name: { en: 'Niche map', zh: '生态位图' },
    says: {
      en: 'Actors that live on the same things stand close to each other.',
      zh: '依靠同样资源的主体彼此靠近。',
    },
    choices: [],
  },
  'niche-overlap': {
    name: { en: 'Niche overlap', zh: '生态位重叠矩阵' },
    says: {
      en: 'How much the niches of each pair of actors overlap.',
      zh: '每一对主体的生态位重叠程度。',
    },
    choices: ['layer'],
  },
  'sector-mixing': {
    name: { en: 'Mixing of sectors', zh: '主体类型混合矩阵' },
    says: {
      en: 'Which sectors are tied to which, against what chance would give.',
      zh: '各类主体之间的关系数量，并与随机情形比较。',
    },
    choices: ['layer'],
  },
  quadrant: {
    name: { en: 'Ecostate-ecorole quadrant', zh: '态势象限图' },
    says: {
      en: 'What each actor has built up against how it is growing.',
      zh: '各主体的既有积累与发展势头。',
    },
    choices: [],
  },
  gaps: {
    name: { en: 'Gap board', zh: '空缺生态位看板' },
    says: {
      en: 'Which resources are needed and missing, short, or offered in vain.',
      zh: '哪些资源有需求而空缺、短缺，哪些供给无人需要。',
    },
    choices: ['most'],
  },
  radar: {
    name: { en: 'Radar of the dimensions', zh: '战略维度雷达图' },
    says: {
      en: 'How the ties of each sector divide among the three dimensions of the strategy.',
      zh: '各类主体的关系在三个战略维度上的分布。',
    },
    choices: [],
  },
  gauges: {
    name: { en: 'Gauges of the mechanisms', zh: '机制得分图' },
    says: {
      en: 'How far each of the four mechanisms works, with the parts of its score.',
      zh: '四种机制各自的运行程度及其得分构成。',
    },
    choices: [],
  },
  attack: {
    name: { en: 'Attack curve', zh: '攻击曲线' },
    says: {
      en: 'What is left of the largest connected piece when actors leave one after another.',
      zh: '主体逐一离开时，最大连通部分还剩多少。',
    },
    choices: [],
  },
  trajectories: {
    name: { en: 'Trajectories of symbiosis', zh: '共生演化轨迹' },
    says: {
      en: 'How the sectors might grow with, on or against each other: scenario, not prediction.',
      zh: '各类主体可能如何相互促进、依附或抑制地演化：情景推演，非预测。',
    },
    choices: [],
  },
  findings: {
    name: { en: 'Findings of the diagnosis', zh: '诊断发现表' },
    says: {
      en: 'What is wrong with the ecosystem and how severe it is, the worst first.',
      zh: '生态系统的问题及其严重程度，最严重者在前。',
    },
    choices: ['most'],
  },
};

/** What a kind is offered as. */
export function offerOf(id: FigureKindId): FigureOffer {
  return { id, ...OFFERS[id] };
}

/** In the order in which they are offered. */
export const FIGURE_OFFERS: readonly FigureOffer[] = (Object.keys(OFFERS) as FigureKindId[]).map(offerOf);

export function isFigureKind(id: string): id is FigureKindId {
  return Object.hasOwn(OFFERS, id);
}
