import type { Localized } from '../base/localized.ts';
import type { MeasureOptions, OptionId } from '../model/measure-options.ts';
import type { Network } from '../network/network.ts';
import type { Detail, NumberStyle } from './detail.ts';
import type { MathNode } from './math.ts';

/** Under which conventions a value was made: all that a measure's texts depend on. */
export interface Setting extends MeasureOptions {
  readonly directed: boolean;
  /** True where the map has one-way ties whose direction is ignored. */
  readonly directionIgnored: boolean;
  /** Whether measures that can use weights do. */
  readonly weighted: boolean;
  /** Number of actors. */
  readonly n: number;
  /** Number of sectors that actors belong to. */
  readonly sectorCount: number;
}

export function settingOf(network: Network, options: MeasureOptions): Setting {
  const { directed, directionIgnored, weighted, n } = network;
  return { ...options, directed, directionIgnored, weighted, n, sectorCount: new Set(network.sectors).size };
}

/** Of fewer actors chance decides much: tests, shares and thresholds mislead. Ours. */
export const SMALL_MAP = 30;

/** How settled the definition is in the literature; `ours` is shown as our own heuristic. */
export type Status = 'established' | 'variant' | 'contested' | 'ours';

export const STATUS_NAMES: Readonly<Record<Status, Localized>> = {
  established: { en: 'Well established', zh: '公认定义' },
  variant: { en: 'Has variants', zh: '有多种变体' },
  contested: { en: 'Contested', zh: '尚有争议' },
  ours: { en: 'Our own heuristic', zh: '本软件自拟' },
};

/** What a measure is about; the order is that of the panel. */
export type Group =
  | 'ties'
  | 'position'
  | 'brokerage'
  | 'cohesion'
  | 'sectors'
  | 'groups'
  | 'resilience'
  | 'niche'
  | 'resources'
  | 'flow'
  | 'symbiosis'
  | 'synergy'
  | 'mechanisms';

export const GROUP_NAMES: Readonly<Record<Group, Localized>> = {
  ties: { en: 'Ties', zh: '关系' },
  position: { en: 'Position', zh: '位置' },
  brokerage: { en: 'Brokerage', zh: '中介作用' },
  cohesion: { en: 'Cohesion', zh: '凝聚力' },
  sectors: { en: 'Between sectors', zh: '主体类型之间' },
  groups: { en: 'Groups', zh: '群体' },
  resilience: { en: 'Resilience', zh: '韧性' },
  niche: { en: 'Niches', zh: '生态位' },
  resources: { en: 'Supply and demand', zh: '供给与需求' },
  flow: { en: 'Flows', zh: '流' },
  symbiosis: { en: 'Symbiosis', zh: '共生' },
  synergy: { en: 'Synergy of the helices', zh: '螺旋协同' },
  mechanisms: { en: 'Mechanisms and dimensions', zh: '机制与维度' },
};

/** What is known of a measure without any network. */
interface MeasureInfo {
  /** Kebab-case, stable: stored in maps and used by scripts. */
  readonly id: string;
  /** Where the panel lists it. */
  readonly group: Group;
  readonly name: Localized;
  /** What stands in narrow columns and formulas. */
  readonly symbol: string;
  /** Typeset, and as one line of plain text; free of any language. */
  readonly formula: { readonly text: string; readonly math: MathNode };
  /** What the letters of the formula mean. */
  readonly where: Localized;
  /** Which of the possible readings is in force, in words. */
  readonly convention: (setting: Setting) => Localized;
  /** Smallest and largest possible value; Infinity where there is no bound. */
  readonly range: (setting: Setting) => readonly [number, number];
  /** True if raw and normalised differ. */
  readonly hasNormalisedForm: boolean;
  readonly unit: Localized;
  /** Author, year and title of where it comes from. */
  readonly source: string;
  readonly status: Status;
  /** One sentence that a workshop participant understands. */
  readonly says: Localized;
  readonly caution?: Localized;
  /** In n actors and m ties. */
  readonly complexity: string;
  readonly style: NumberStyle;
  /** Significant digits to show. */
  readonly digits: number;
  /** True if it reads the sweep of all shortest paths. */
  readonly usesPaths: boolean;
  /** The options that change its value, besides direction, weights and the normalised form. */
  readonly options?: readonly OptionId[];
  /** True if it takes too long to follow every edit: computed when someone looks at it. */
  readonly onRequest?: true;
  /** True if it misleads below some thirty actors, as tests, standard scores and modularity do. */
  readonly unsureWhenSmall?: true;
}

/** Work in short steps; yields the share done in [0, 1]. */
export type Computation<T> = Generator<number, T, void>;

export interface ActorMeasure extends MeasureInfo {
  readonly level: 'actor';
  /** A fresh array with one value an actor, in the network's order; NaN stands for undefined (null). Never infinite. */
  readonly compute: (network: Network, options: MeasureOptions) => Computation<Float64Array>;
  /**
   * Where values can be estimated from a sample of sources: the half-width of each one's 95 % interval; null where the
   * values are exact.
   */
  readonly error?: (network: Network, options: MeasureOptions) => Computation<Float64Array | null>;
}

export interface TieMeasure extends MeasureInfo {
  readonly level: 'tie';
  /** A fresh array with one value a tie, in the order of the network's ties; NaN = null, as of self-loops. */
  readonly compute: (network: Network, options: MeasureOptions) => Computation<Float64Array>;
}

export interface SectorMeasure extends MeasureInfo {
  readonly level: 'sector';
  /** A fresh array with one value a sector, in the order of the network's sectors; NaN = null. */
  readonly compute: (network: Network, options: MeasureOptions) => Computation<Float64Array>;
}

export interface NetworkMeasure extends MeasureInfo {
  readonly level: 'network';
  /** One finite number, or null where undefined. */
  readonly compute: (network: Network, options: MeasureOptions) => Computation<number | null>;
}

/** What is more than one number for each thing: a partition, a matrix, a curve. */
export interface DetailMeasure extends MeasureInfo {
  readonly level: 'detail';
  /** Null where undefined, as for too small a network. */
  readonly compute: (network: Network, options: MeasureOptions) => Computation<Detail | null>;
}

/** Every measure is one file and one line in the registry; the interface, tables and exports read it from there. */
export type Measure = ActorMeasure | TieMeasure | SectorMeasure | NetworkMeasure | DetailMeasure;

/** A computation short enough to be one step. */
export function atOnce<T>(
  compute: (network: Network, options: MeasureOptions) => T,
): (network: Network, options: MeasureOptions) => Computation<T> {
  return function* (network, options) {
    const value = compute(network, options);
    yield 1;
    return value;
  };
}
