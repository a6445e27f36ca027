import { DEFAULT_MEASURE_OPTIONS, type MeasureOptions } from './measure-options.ts';

/** What sets the size of an actor's mark. A measure or number field is named by its id. */
export type SizeBy = { readonly kind: 'same' } | { readonly kind: 'measure' | 'field'; readonly id: string };

/** What sets the colour: the sector, a category field, a measure or a number field, or the groups that a measure finds. */
export type ColourBy =
  | { readonly kind: 'sector' }
  | { readonly kind: 'measure' | 'field'; readonly id: string }
  | { readonly kind: 'group'; readonly id: string };

/** How a map is drawn: stored with it, so that a change of style is undone like any other. */
export interface View {
  readonly size: SizeBy;
  readonly colour: ColourBy;
  /** Tie width by weight, or all the same. */
  readonly width: 'weight' | 'same';
  readonly tieColour: 'type' | 'plain';
  readonly labels: 'auto' | 'all' | 'none';
  /** Measures ignore the direction of ties. */
  readonly ignoreDirection: boolean;
  /** Measures ignore the weights of ties. */
  readonly ignoreWeights: boolean;
  /** Which reading of each measure is meant. */
  readonly measures: MeasureOptions;
}

/** What a change of view sets: of the measures' options those named. */
export type ViewChange = Partial<Omit<View, 'measures'>> & { readonly measures?: Partial<MeasureOptions> };

export const DEFAULT_VIEW: View = {
  size: { kind: 'measure', id: 'degree' },
  colour: { kind: 'sector' },
  width: 'weight',
  tieColour: 'type',
  labels: 'auto',
  ignoreDirection: false,
  ignoreWeights: false,
  measures: DEFAULT_MEASURE_OPTIONS,
};
