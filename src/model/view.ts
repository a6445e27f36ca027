import type { Json } from './json.ts';
import { DEFAULT_APPEARANCE, type Appearance } from './appearance.ts';
import { DEFAULT_DIAGNOSIS, type DiagnosisChange, type DiagnosisSettings } from './diagnosis-settings.ts';
import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from './measure-options.ts';
import type { Moment } from './moments.ts';

/** What sets the size of an actor's mark. A measure or number field is named by its id. */
export type SizeBy = { readonly kind: 'same' } | { readonly kind: 'measure' | 'field'; readonly id: string };

/** What sets the colour: the sector, a category field, a measure or a number field, or the groups that a measure finds. */
export type ColourBy =
  | { readonly kind: 'sector' }
  | { readonly kind: 'measure' | 'field'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string };

/** What stands for what on the map. */
export interface Look {
  readonly size: SizeBy;
  readonly colour: ColourBy;
  /** Tie width by weight, or all the same. */
  readonly width: 'weight' | 'same';
  /** By type, by the mechanism that its type serves, or grey. */
  readonly tieColour: TieColour;
  readonly labels: LabelChoice;
}

/** What was seen of the map, kept under a name: a page of a talk. It may name what the map has lost since. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** What is said to it: its caption when it is presented. */
  readonly note?: string;
  /** The part of the map that was seen, in map units; absent for the whole map. */
  readonly frame?: Omit<Region, 'id'>;
  /** Ids of what the filter hid, and values of the category that set the colour. */
  readonly hiddenSectors: readonly string[];
  readonly hiddenTieTypes: readonly string[];
  readonly hiddenCategories: readonly string[];
  readonly focus?: { readonly actor: string; readonly steps: number };
  /** Only what is there at this time was seen. */
  readonly when?: Moment;
  /** Ids of what was selected. */
  readonly actors: readonly string[];
  readonly ties: readonly string[];
  /** Whether all but the selected and their partners stood back. */
  readonly spotlight: boolean;
  readonly look: Look;
  /** Keys that this version does not know, kept as they came. */
  readonly unknown: Readonly<Record<string, Json>>;
}

/** An area whose actors keep their places whatever layout runs. In map units; x and y are its left upper corner. */
export interface Region {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How the map is arranged when it is arranged anew. */
export interface LayoutChoice {
  /** Of the registry of layouts. */
  readonly id: string;
  /** The numbers that were set, by option; the layout's own standard holds for the others. */
  readonly options: Readonly<Record<string, number>>;
}

export const TIE_COLOURS = ['type', 'mechanism', 'plain'] as const;
export type TieColour = (typeof TIE_COLOURS)[number];

export const LABEL_CHOICES = ['auto', 'all', 'none'] as const;
type LabelChoice = (typeof LABEL_CHOICES)[number];

/** How a map is drawn: stored with it, so that a change of style is undone like any other. */
export interface View extends Look, Appearance {
  /** Measures ignore the direction of ties. */
  readonly ignoreDirection: boolean;
  /** Measures ignore the weights of ties. */
  readonly ignoreWeights: boolean;
  /** Which reading of each measure is meant. */
  readonly measures: MeasureOptions;
  /** Ordered by id. */
  readonly regions: readonly Region[];
  readonly layout: LayoutChoice;
  readonly diagnosis: DiagnosisSettings;
  /** The saved views, in the order of the talk. */
  readonly views: readonly SavedView[];
}

/** What a change of view sets: of the options and of what is set about the diagnosis those named, of the regions those given, of the saved views all. */
export type ViewChange = Partial<Omit<View, 'measures' | 'layout' | 'diagnosis'>> & {
  readonly measures?: Partial<MeasureOptions>;
  readonly layout?: Partial<LayoutChoice>;
  readonly diagnosis?: DiagnosisChange;
};

export const DEFAULT_VIEW: View = {
  size: { kind: 'measure', id: 'degree' },
  colour: { kind: 'sector' },
  width: 'weight',
  tieColour: 'type',
  labels: 'auto',
  ...DEFAULT_APPEARANCE,
  ignoreDirection: false,
  ignoreWeights: false,
  measures: DEFAULT_MEASURE_OPTIONS,
  regions: [],
  layout: { id: 'force', options: {} },
  diagnosis: DEFAULT_DIAGNOSIS,
  views: [],
};
