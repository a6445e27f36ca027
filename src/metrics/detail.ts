import type { Localized } from '../base/localized.ts';
import type { Mechanism } from '../model/scheme.ts';

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
  /** What stands for the value where words say more, such as the name of a band. */
  readonly says?: Localized;
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
  /** What the ids name; `state` where they are of no thing of the map: then `names` or `labels` say what each is. */
  readonly of: 'actor' | 'sector' | 'tie-type' | 'resource' | 'dimension' | 'state';
  readonly ids: readonly string[];
  readonly names?: readonly Localized[];
  /** Instead of names, where what each is called has names of the map in it. */
  readonly labels?: readonly Sentence[];
}

/** A part of a sentence: words, or a thing of the map, whose name only the reader of the map knows. */
export type Phrase =
  | string
  | {
      readonly of: 'actor' | 'sector' | 'tie-type' | 'resource' | 'dimension' | 'project' | 'field';
      readonly id: string;
    };

/** Words about things of the map, in both languages. */
export type Sentence = Localized<readonly Phrase[]>;

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
  /** Where cells are signs: the row loses (-1), has nothing (0) or gains (1) from the column; colours mean the same. */
  readonly signs?: true;
}

export interface MatrixDetail {
  readonly kind: 'matrix';
  readonly rows: Axis;
  readonly columns: Axis;
  /** Different numbers in the same cells; the first is the one to show, or the first two beside each other. */
  readonly beside?: true;
  /** True where cells count ties, from the row to the column where there are directions. */
  readonly ties?: true;
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
  /** Lowest and highest of the values when what is assumed is varied. */
  readonly low?: Float64Array;
  readonly high?: Float64Array;
  /** The sector, or the actor, that the line is about: then its name stands for `name`. */
  readonly sector?: string;
  readonly actor?: string;
}

export interface CurveDetail {
  readonly kind: 'curve';
  /** Where the values of a smooth line stand; 0, 1, 2 … in steps without it. */
  readonly at?: Float64Array;
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

/** Actors as points in a plane: a niche map, a quadrant. */
export interface PointsDetail {
  readonly kind: 'points';
  readonly x: PointAxis;
  readonly y: PointAxis;
  /** Of each actor in the network's order; NaN where it has no place. */
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  /** Where each actor stood before, when two states are compared; NaN where it had no place. */
  readonly fromXs?: Float64Array;
  readonly fromYs?: Float64Array;
  /** True where only distances mean something: no axes are drawn, and both have one scale. */
  readonly distances?: true;
  /** Whether the points of each sector are enclosed. */
  readonly hulls?: true;
  /** What the four quarters are called, where the axes have middles: upper right, upper left, lower right, lower left. */
  readonly quarters?: readonly [Localized, Localized, Localized, Localized];
  readonly facts: readonly Fact[];
}

export interface PointAxis {
  readonly name: Localized;
  readonly style: NumberStyle;
  readonly digits: number;
  /** Where the plane is parted. */
  readonly middle?: number;
}

/** A column of a table of findings. */
export interface RowsColumn {
  readonly id: string;
  readonly name: Localized;
  readonly style: NumberStyle;
  readonly digits: number;
  /** Values in [0, 1], or in [0, `full`], that are drawn as bars too. */
  readonly bar?: true;
  readonly full?: number;
}

export interface FindingRow {
  readonly id: string;
  /** What the row is about, in words. */
  readonly says: Sentence;
  /** What it is found to be, such as vacant; `tone` says whether that is a concern. */
  readonly tag?: { readonly name: Localized; readonly tone: 'good' | 'neutral' | 'concern' };
  /** A plain explanation below it. */
  readonly why?: Sentence;
  /** The id of the row above that this one is a part of. */
  readonly partOf?: string;
  /** Whose hue its bars have. */
  readonly mechanism?: Mechanism;
  /** In the order of the columns; null where undefined. */
  readonly values: readonly (number | null)[];
  /** What is shown on the map while the row is looked at: actors, their ties, and pairs though no tie is between them. */
  readonly actors?: readonly string[];
  readonly ties?: readonly string[];
  readonly pairs?: readonly (readonly [from: string, to: string])[];
}

/** A table of findings, the most important first: a board of resources, proposals, circles of flow. */
export interface RowsDetail {
  readonly kind: 'rows';
  readonly columns: readonly RowsColumn[];
  readonly rows: readonly FindingRow[];
  /** What is said where there are no rows. */
  readonly none: Localized;
  /** True where pairs have no direction: they are drawn without arrow heads. */
  readonly undirected?: true;
  readonly facts: readonly Fact[];
}

/** Shares on a few axes that start from one middle, a line for each sector. */
export interface RadarDetail {
  readonly kind: 'radar';
  /** Three or more. */
  readonly axes: Axis;
  readonly series: readonly {
    /** The id of a sector. */
    readonly sector: string;
    /** In the order of the axes, in [0, 1]; NaN where undefined. */
    readonly values: Float64Array;
  }[];
  readonly style: NumberStyle;
  readonly digits: number;
  readonly facts: readonly Fact[];
}

/** What is more than one number. */
export type Detail =
  | PartitionDetail
  | MatrixDetail
  | CurveDetail
  | CensusDetail
  | TestsDetail
  | PointsDetail
  | RowsDetail
  | RadarDetail;
