import type { Localized } from '../base/localized.ts';

/** How values are printed: whole numbers, numbers with significant digits, or a percentage. */
export type NumberStyle = 'count' | 'number' | 'share';

/** A number of a detail, with what is needed to print it. */
export interface Fact {
  readonly id: string;
  readonly name: Localized;
  /** Null where undefined. */
  readonly value: number | null;
  readonly style: NumberStyle;
  readonly digits: number;
}

/** Whether what was observed could be chance: against values of the same network with labels dealt anew. */
export interface PermutationTest {
  readonly observed: number;
  /** Of the permuted values; `deviation` is their standard deviation. */
  readonly mean: number;
  readonly deviation: number;
  /** (observed - mean) / deviation; null where all permuted values are equal. */
  readonly z: number | null;
  /** Two-sided, (1 + as extreme) / (1 + permutations); in (0, 1]. */
  readonly p: number;
  /** The 5 % and 95 % quantiles of the permuted values. */
  readonly low: number;
  readonly high: number;
  readonly permutations: number;
  readonly seed: number;
}

/** Actors parted into groups, such as communities, or core and periphery. */
export interface PartitionDetail {
  readonly kind: 'partition';
  /** The group of each actor in the network's order, the largest being 0; -1 for actors of none. */
  readonly of: Int32Array;
  readonly sizes: readonly number[];
  /** Where groups have names (core, periphery); numbered else. */
  readonly names?: readonly Localized[];
  /** How sure each actor's group is, in [0, 1]: the share of runs in which it is with its group mates; NaN = null. */
  readonly certainty?: Float64Array;
  readonly facts: readonly Fact[];
}

/** What the rows or columns of a matrix are. */
export interface Axis {
  readonly of: 'sector' | 'tie-type';
  readonly ids: readonly string[];
}

export interface MatrixLayer {
  readonly id: string;
  readonly name: Localized;
  /** Row by row; NaN = null. */
  readonly values: Float64Array;
  readonly style: NumberStyle;
  readonly digits: number;
  /** The value that is neither high nor low, where there is one, such as 1 of a ratio. */
  readonly middle?: number;
  /** Two-sided p of each cell, where it was tested; NaN = null. */
  readonly p?: Float64Array;
}

export interface MatrixDetail {
  readonly kind: 'matrix';
  readonly rows: Axis;
  readonly columns: Axis;
  /** Different numbers in the same cells; the first is the one to show. */
  readonly layers: readonly MatrixLayer[];
  readonly facts: readonly Fact[];
}

/** A line over 0, 1, 2 … such as what is left after so many removals. */
export interface CurveSeries {
  readonly id: string;
  readonly name: Localized;
  readonly values: Float64Array;
  /** Actor indexes, in the order of the steps 1, 2, … where each step is one actor. */
  readonly actors?: Uint32Array;
}

export interface CurveDetail {
  readonly kind: 'curve';
  readonly x: Localized;
  readonly y: Localized;
  readonly style: NumberStyle;
  readonly digits: number;
  readonly series: readonly CurveSeries[];
  readonly facts: readonly Fact[];
}

export interface CensusRow {
  readonly id: string;
  readonly name: Localized;
  readonly value: number;
}

/** How often each kind of something occurs. */
export interface CensusDetail {
  readonly kind: 'census';
  readonly rows: readonly CensusRow[];
  readonly facts: readonly Fact[];
}

/** Rows of one thing, such as roles or actors, tested against chance. */
export interface TestsDetail {
  readonly kind: 'tests';
  readonly rows: readonly {
    readonly id: string;
    readonly name: Localized;
    readonly test: PermutationTest | null;
  }[];
  readonly style: NumberStyle;
  readonly digits: number;
  readonly facts: readonly Fact[];
}

/** What is more than one number. */
export type Detail = PartitionDetail | MatrixDetail | CurveDetail | CensusDetail | TestsDetail;
