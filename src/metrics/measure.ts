import type { Localized } from '../base/localized.ts';
import type { Network } from '../network/network.ts';
import type { MathNode } from './math.ts';

export interface MeasureOptions {
  /** The normalised form, where a measure has one; else raw. */
  readonly normalised: boolean;
  /** Closeness and harmonic of a directed network: along the ties (whom the actor reaches) or against them. */
  readonly distances: 'outgoing' | 'incoming';
}

export const DEFAULT_OPTIONS: MeasureOptions = { normalised: true, distances: 'outgoing' };

/** Under which conventions a value was made: all that a measure's texts depend on. */
export interface Setting extends MeasureOptions {
  readonly directed: boolean;
  /** True where the map has one-way ties whose direction is ignored. */
  readonly directionIgnored: boolean;
  /** Whether paths and PageRank use weights. */
  readonly weighted: boolean;
  /** Number of actors. */
  readonly n: number;
}

export function settingOf(network: Network, options: MeasureOptions): Setting {
  const { directed, directionIgnored, weighted, n } = network;
  const { normalised, distances } = options;
  return { directed, directionIgnored, weighted, n, normalised, distances };
}

/** How settled the definition is in the literature; `ours` is shown as our own heuristic. */
export type Status = 'established' | 'variant' | 'contested' | 'ours';

export const STATUS_NAMES: Readonly<Record<Status, Localized>> = {
  established: { en: 'Well established', zh: '公认定义' },
  variant: { en: 'Has variants', zh: '有多种变体' },
  contested: { en: 'Contested', zh: '尚有争议' },
  ours: { en: 'Our own heuristic', zh: '本软件自拟' },
};

/** How values are printed: whole numbers, numbers with significant digits, or a percentage. */
export type NumberStyle = 'count' | 'number' | 'share';

/** What is known of a measure without any network. */
interface MeasureInfo {
  /** Kebab-case, stable: stored in maps and used by scripts. */
  readonly id: string;
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
}

/** Work in short steps; yields the share done in [0, 1]. */
export type Computation<T> = Generator<number, T, void>;

export interface ActorMeasure extends MeasureInfo {
  readonly level: 'actor';
  /** A fresh array with one value an actor, in the network's order; NaN stands for undefined (null). Never infinite. */
  readonly compute: (network: Network, options: MeasureOptions) => Computation<Float64Array>;
}

export interface NetworkMeasure extends MeasureInfo {
  readonly level: 'network';
  /** One finite number, or null where undefined. */
  readonly compute: (network: Network, options: MeasureOptions) => Computation<number | null>;
}

/** Every measure is one file and one line in the registry; the interface, tables and exports read it from there. */
export type Measure = ActorMeasure | NetworkMeasure;

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
