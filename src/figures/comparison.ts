import type { Language } from '../base/localized.ts';
import type { DifferenceMarks } from '../scene/difference-marks.ts';
import type { Legend } from '../scene/legend.ts';
import type { Scene } from '../scene/scene.ts';
import type { PageOptions } from './page.ts';
import { partNumeral } from './panel-letter.ts';
import type { Tone } from './tone-mark.ts';

/** One state of a map, drawn as the others are. */
export interface ComparisonPanel {
  readonly name: string;
  /** #rrggbb, of the dot beside the name. */
  readonly colour: string;
  readonly scene: Scene;
  /** What is lit against the first panel. */
  readonly lit: DifferenceMarks;
}

/** What stands for no change, and for one smaller than the digits that mean something. */
export const UNCHANGED = '=';
export const SLIGHT = '≈';

export interface ComparisonCell {
  readonly value: string;
  /** Against the first state: with its sign, `UNCHANGED`, `SLIGHT`; empty where there is none. */
  readonly change: string;
  readonly tone: Tone;
}

/** Measures of all states, a row each. */
export interface ComparisonTable {
  readonly title: string;
  readonly rows: readonly { readonly name: string; readonly cells: readonly ComparisonCell[] }[];
}

/** States of a map side by side. */
export interface ComparisonPicture {
  /** Two to four. */
  readonly panels: readonly ComparisonPanel[];
  readonly legend: Legend;
  readonly table?: ComparisonTable;
}

/** As high as the states and their measures need; where a height is given, no higher if that can be. */
export interface ComparisonFigureOptions extends PageOptions {
  readonly language: Language;
  /** #rrggbb or 'transparent'; white unless told. */
  readonly background?: string;
  /** As CSS has it. */
  readonly fontFamily?: string;
  /** The smallest that names are drawn, in points; 5 unless told. */
  readonly leastPoints?: number;
  /** Whether the states are i, ii, iii …, as parts of a panel that has a letter. */
  readonly parts?: boolean;
}

/** The letters that states are called by. */
export const PANEL_LETTERS = ['a', 'b', 'c', 'd'] as const;

/** What a state is called in a figure. */
export function stateSign(place: number, parts = false): string {
  return parts ? partNumeral(place) : (PANEL_LETTERS[place] ?? '');
}
