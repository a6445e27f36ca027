import type { Localized } from '../base/localized.ts';

/** How the ecosystem works, after Qiao (2025): 动力, 合作共生, 保障, 反馈. */
export const MECHANISMS = ['motivation', 'symbiosis', 'guarantee', 'feedback'] as const;
export type Mechanism = (typeof MECHANISMS)[number];

/** The strategy's three dimensions, after Qiao (2025). */
export const DIMENSIONS = ['economy', 'industry', 'talent'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export type Direction = 'one-way' | 'mutual';

export const SHAPES = [
  'hexagon',
  'round-rectangle',
  'ellipse',
  'diamond',
  'triangle',
  'pentagon',
  'star',
  'octagon',
] as const;
export type Shape = (typeof SHAPES)[number];

export const DASHES = ['solid', 'dashed', 'dotted', 'dash-dot', 'long-dash'] as const;
export type Dash = (typeof DASHES)[number];

export interface Sector {
  readonly id: string;
  readonly name: Localized;
  /** #rrggbb */
  readonly colour: string;
  readonly shape: Shape;
}

export interface TieType {
  readonly id: string;
  readonly name: Localized;
  /** #rrggbb */
  readonly colour: string;
  readonly dash: Dash;
  /** The direction that a new tie of this type starts with. */
  readonly direction: Direction;
  /** omega > 0: what a weight of 1 of this type counts for in the reduction W. */
  readonly factor: number;
  readonly mechanism: Mechanism;
  readonly dimension: Dimension;
}

export interface Resource {
  readonly id: string;
  readonly name: Localized;
  readonly dimension: Dimension;
}

export type FieldKind = 'text' | 'number' | 'category' | 'date' | 'list';

/** A field that users added to all actors or all ties. */
export interface Field {
  readonly id: string;
  readonly on: 'actor' | 'tie';
  readonly name: Localized;
  readonly kind: FieldKind;
  /** Of a number. */
  readonly unit?: string;
  /** Of a category: its values in order. */
  readonly categories?: readonly string[];
}

/** Of a resource that is only named so far: the first, until the user says otherwise. */
export const NEW_RESOURCE_DIMENSION: Dimension = 'economy';

/** The vocabulary of a map, in the order in which its entries are shown. */
export interface Scheme {
  readonly sectors: readonly Sector[];
  readonly tieTypes: readonly TieType[];
  readonly resources: readonly Resource[];
  readonly fields: readonly Field[];
}

export const MECHANISM_NAMES: Readonly<Record<Mechanism, Localized>> = {
  motivation: { en: 'Motivation', zh: '动力' },
  symbiosis: { en: 'Cooperative symbiosis', zh: '合作共生' },
  guarantee: { en: 'Guarantee', zh: '保障' },
  feedback: { en: 'Feedback', zh: '反馈' },
};

export const DIMENSION_NAMES: Readonly<Record<Dimension, Localized>> = {
  economy: { en: 'Enterprise economic development', zh: '企业经济发展' },
  industry: { en: 'Emerging strategic industrial demand', zh: '战略性新兴产业需求' },
  talent: { en: 'Training of innovative talent', zh: '科技创新人才培养' },
};

function tieType(
  id: string,
  en: string,
  zh: string,
  colour: string,
  dash: Dash,
  mechanism: Mechanism,
  dimension: Dimension,
  direction: Direction = 'one-way',
): TieType {
  return { id, name: { en, zh }, colour, dash, direction, factor: 1, mechanism, dimension };
}

function resource(id: string, en: string, zh: string, dimension: Dimension): Resource {
  return { id, name: { en, zh }, dimension };
}

/** What a new map starts with. Sector colours: Okabe & Ito (2008), safe for colour-blind readers. */
export const DEFAULT_SCHEME: Scheme = {
  sectors: [
    { id: 'government', name: { en: 'Government', zh: '政府' }, colour: '#D55E00', shape: 'hexagon' },
    { id: 'enterprise', name: { en: 'Enterprise', zh: '企业' }, colour: '#0072B2', shape: 'round-rectangle' },
    { id: 'university', name: { en: 'University', zh: '高校' }, colour: '#009E73', shape: 'ellipse' },
    { id: 'intermediary', name: { en: 'Intermediary', zh: '中介组织' }, colour: '#CC79A7', shape: 'diamond' },
    { id: 'other', name: { en: 'Other', zh: '其他' }, colour: '#7F7F7F', shape: 'triangle' },
  ],
  tieTypes: [
    tieType('talent', 'Talent', '人才', '#3B7D6E', 'solid', 'motivation', 'talent'),
    tieType('knowledge', 'Knowledge', '知识', '#6A5FA8', 'dashed', 'symbiosis', 'talent'),
    tieType('technology', 'Technology', '技术', '#2F6F9F', 'long-dash', 'symbiosis', 'industry'),
    tieType('capital', 'Capital', '资金', '#9A7420', 'solid', 'motivation', 'economy'),
    tieType('policy', 'Policy', '政策', '#B2582D', 'dash-dot', 'guarantee', 'industry'),
    tieType('information', 'Information', '信息', '#6E7480', 'dotted', 'guarantee', 'economy'),
    tieType('feedback', 'Feedback', '反馈', '#A34A66', 'dashed', 'feedback', 'talent'),
    tieType('alliance', 'Alliance', '联盟', '#4A5560', 'solid', 'symbiosis', 'economy', 'mutual'),
  ],
  resources: [
    resource('talent', 'Skilled talent', '技术技能人才', 'talent'),
    resource('internships', 'Internship places', '实习岗位', 'talent'),
    resource('courses', 'Courses and curricula', '课程资源', 'talent'),
    resource('research', 'Research results', '科研成果', 'industry'),
    resource('equipment', 'Equipment and laboratories', '设备与实验室', 'industry'),
    resource('pilot-platform', 'Pilot-scale platform', '中试平台', 'industry'),
    resource('funding', 'Funding', '资金', 'economy'),
    resource('orders', 'Orders and markets', '订单与市场', 'economy'),
    resource('policy', 'Policy support', '政策支持', 'economy'),
    resource('data', 'Industry data', '产业数据', 'industry'),
  ],
  fields: [],
};

/** A neutral look for sectors and tie types that the scheme lacks: they read as entries of their own, never as "other". */
export function strangerSector(id: string): Sector {
  return { id, name: { en: id, zh: id }, colour: '#7F7F7F', shape: 'octagon' };
}

export function strangerTieType(id: string): TieType {
  return tieType(id, id, id, '#6E7480', 'solid', 'symbiosis', 'economy');
}
